//! Debug information: which calls were inlined into a function
//! ([DWARF 5, 3.3.8](https://dwarfstd.org/dwarf5std.html): `DW_TAG_inlined_subroutine`).

use gimli::{
    AttributeValue, DebuggingInformationEntry, Dwarf, EndianSlice, RunTimeEndian, Unit, UnitOffset,
};
use linkface_ir::prove::path::plain;
use object::{Object, ObjectSection};
use serde::Serialize;
use std::borrow::Cow;
use std::collections::BTreeMap;

type Slice<'a> = EndianSlice<'a, RunTimeEndian>;

/// A call that was inlined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct InlinedCall {
    /// The function whose code it is: its path, or, as line tables have it, its name alone.
    pub callee: String,
    /// Into how many other inlined calls it is nested.
    pub depth: usize,
    /// The line of the call.
    pub line: Option<u64>,
}

/// The calls that were inlined into the function that begins at `start`; none if no debug information
/// describes it.
///
/// # Errors
/// If the debug information is broken.
pub fn inlined_calls(
    object: &object::File<'_>,
    start: u64,
) -> Result<Option<Vec<InlinedCall>>, gimli::Error> {
    let endian = if object.is_little_endian() {
        RunTimeEndian::Little
    } else {
        RunTimeEndian::Big
    };
    let mut sections: BTreeMap<&str, Cow<'_, [u8]>> = BTreeMap::new();
    for name in SECTIONS {
        let section = object.section_by_name(name);
        let data = section.and_then(|section| section.uncompressed_data().ok());
        sections.insert(name, data.unwrap_or_default());
    }
    let dwarf = Dwarf::load(|id| {
        let data = sections
            .get(id.name())
            .map_or(&[][..], |data| data.as_ref());
        Ok::<_, gimli::Error>(EndianSlice::new(data, endian))
    })?;
    let mut units = dwarf.units();
    while let Some(header) = units.next()? {
        let unit = dwarf.unit(header)?;
        if !covers(&dwarf, &unit, start)? {
            continue;
        }
        if let Some(found) = in_unit(&dwarf, &unit, start)? {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

/// What is read of a program.
const SECTIONS: &[&str] = &[
    ".debug_abbrev",
    ".debug_addr",
    ".debug_aranges",
    ".debug_info",
    ".debug_line",
    ".debug_line_str",
    ".debug_loc",
    ".debug_loclists",
    ".debug_ranges",
    ".debug_rnglists",
    ".debug_str",
    ".debug_str_offsets",
    ".debug_types",
];

/// Whether a unit has code there; also if it doesn't say where it has any.
fn covers<'a>(
    dwarf: &Dwarf<Slice<'a>>,
    unit: &Unit<Slice<'a>>,
    address: u64,
) -> Result<bool, gimli::Error> {
    let mut ranges = dwarf.unit_ranges(unit)?;
    let mut any = false;
    while let Some(range) = ranges.next()? {
        any = true;
        if (range.begin..range.end).contains(&address) {
            return Ok(true);
        }
    }
    Ok(!any)
}

/// The inlined calls of the function that begins there, if the unit has it.
fn in_unit<'a>(
    dwarf: &Dwarf<Slice<'a>>,
    unit: &Unit<Slice<'a>>,
    start: u64,
) -> Result<Option<Vec<InlinedCall>>, gimli::Error> {
    let mut entries = unit.entries();
    // How deep the function is, once we are in it.
    let mut inside: Option<isize> = None;
    let mut nested: Vec<isize> = Vec::new();
    let mut found = Vec::new();
    while let Some(entry) = entries.next_dfs()? {
        let depth = entry.depth();
        if inside.is_some_and(|function| depth <= function) {
            return Ok(Some(found));
        }
        match entry.tag() {
            gimli::DW_TAG_subprogram if inside.is_none() && begins(dwarf, unit, entry, start)? => {
                inside = Some(depth);
            }
            gimli::DW_TAG_inlined_subroutine if inside.is_some() => {
                nested.retain(|outer| *outer < depth);
                let callee = name(dwarf, unit, entry, 0)?;
                found.push(InlinedCall {
                    callee: callee.as_deref().map(plain).unwrap_or_default(),
                    depth: nested.len(),
                    line: entry
                        .attr_value(gimli::DW_AT_call_line)
                        .and_then(|value| value.udata_value()),
                });
                nested.push(depth);
            }
            _ => {}
        }
    }
    Ok(inside.map(|_| found))
}

/// Whether a subprogram's code begins there.
fn begins<'a>(
    dwarf: &Dwarf<Slice<'a>>,
    unit: &Unit<Slice<'a>>,
    entry: &DebuggingInformationEntry<Slice<'a>>,
    start: u64,
) -> Result<bool, gimli::Error> {
    let mut ranges = dwarf.die_ranges(unit, entry)?;
    while let Some(range) = ranges.next()? {
        if range.begin == start && range.end > range.begin {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The symbol of a subprogram, or else its name: its own, or that of what it is an instance of.
fn name<'a>(
    dwarf: &Dwarf<Slice<'a>>,
    unit: &Unit<Slice<'a>>,
    entry: &DebuggingInformationEntry<Slice<'a>>,
    hops: usize,
) -> Result<Option<String>, gimli::Error> {
    for attribute in [gimli::DW_AT_linkage_name, gimli::DW_AT_MIPS_linkage_name] {
        if let Some(value) = entry.attr_value(attribute) {
            let text = dwarf.attr_string(unit, value)?;
            return Ok(Some(text.to_string_lossy().into_owned()));
        }
    }
    for attribute in [gimli::DW_AT_abstract_origin, gimli::DW_AT_specification] {
        // A circle would be a mistake of the compiler's.
        let Some(value) = entry.attr_value(attribute).filter(|_| hops < 8) else {
            continue;
        };
        match value {
            AttributeValue::UnitRef(offset) => return name_at(dwarf, unit, offset, hops),
            AttributeValue::DebugInfoRef(offset) => {
                let mut units = dwarf.units();
                while let Some(header) = units.next()? {
                    if let Some(inner) = offset.to_unit_offset(&header) {
                        let other = dwarf.unit(header)?;
                        return name_at(dwarf, &other, inner, hops);
                    }
                }
            }
            _ => {}
        }
    }
    match entry.attr_value(gimli::DW_AT_name) {
        Some(value) => {
            let text = dwarf.attr_string(unit, value)?;
            Ok(Some(text.to_string_lossy().into_owned()))
        }
        None => Ok(None),
    }
}

fn name_at<'a>(
    dwarf: &Dwarf<Slice<'a>>,
    unit: &Unit<Slice<'a>>,
    offset: UnitOffset,
    hops: usize,
) -> Result<Option<String>, gimli::Error> {
    let entry = unit.entry(offset)?;
    name(dwarf, unit, &entry, hops + 1)
}
