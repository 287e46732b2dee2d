//! A file's headers, and what they say is where.

use super::table::{LongTable, Table};
use crate::Damage;
use crate::source::Source;
use elf::abi;
use elf::endian::AnyEndian;
use elf::file::{Class, FileHeader, parse_ident};
use elf::parse::ParseAt;
use elf::section::SectionHeader;
use elf::segment::ProgramHeader;
use std::borrow::Cow;

pub(crate) struct Image<'f> {
    pub(super) source: &'f Source<'f>,
    pub(super) file: FileHeader<AnyEndian>,
    pub(super) segments: Vec<Segment>,
    /// Those that are mapped: few, and looked through for each address.
    pub(super) loads: Vec<Segment>,
    pub(super) sections: Vec<Section>,
    /// The names of sections.
    names: Cow<'f, [u8]>,
}

/// A program header.
#[derive(Clone, Copy, Debug)]
pub(super) struct Segment {
    pub(super) kind: u32,
    pub(super) flags: u32,
    pub(super) offset: u64,
    pub(super) address: u64,
    pub(super) in_file: u64,
    pub(super) in_memory: u64,
    pub(super) align: u64,
}

/// A section header.
#[derive(Clone, Copy, Debug)]
pub(super) struct Section {
    /// Where its name is.
    name: usize,
    pub(super) kind: u32,
    pub(super) flags: u64,
    pub(super) address: u64,
    pub(super) offset: u64,
    pub(super) size: u64,
}

/// Flags of segments.
pub(super) const READ: u32 = abi::PF_R;
pub(super) const WRITE: u32 = abi::PF_W;
pub(super) const EXECUTE: u32 = abi::PF_X;

const HEADERS: Damage = "its program headers can't be read";
const SECTIONS: Damage = "its section headers can't be read";

impl<'f> Image<'f> {
    pub(crate) fn read(source: &'f Source<'f>) -> Result<Self, Damage> {
        let file = file_header(source.head()).ok_or("its ELF header can't be read")?;
        let (table, count) =
            headers::<ProgramHeader>(source, &file, file.e_phoff, file.e_phnum).ok_or(HEADERS)?;
        let mut segments = Vec::with_capacity(count);
        segments.extend(table.entries().map(|segment: ProgramHeader| Segment {
            kind: segment.p_type,
            flags: segment.p_flags,
            offset: segment.p_offset,
            address: segment.p_vaddr,
            in_file: segment.p_filesz,
            in_memory: segment.p_memsz,
            align: segment.p_align,
        }));
        let loads = segments
            .iter()
            .filter(|segment| segment.kind == abi::PT_LOAD);
        let loads = loads.copied().collect();
        let (sections, names) = sections(source, &file).ok_or(SECTIONS)?;
        Ok(Self {
            source,
            file,
            segments,
            loads,
            sections,
            names,
        })
    }

    /// Whether it is there to be run.
    pub(super) fn is_program(&self) -> bool {
        self.file.e_type == abi::ET_EXEC || self.one(abi::PT_INTERP).is_some()
    }

    /// The size of a pointer.
    pub(super) fn word(&self) -> u64 {
        match self.file.class {
            Class::ELF32 => 4,
            Class::ELF64 => 8,
        }
    }

    pub(super) fn one(&self, kind: u32) -> Option<&Segment> {
        self.segments.iter().find(|segment| segment.kind == kind)
    }

    pub(super) fn section(&self, name: &str) -> Option<&Section> {
        self.sections
            .iter()
            .find(|section| section.size != 0 && self.is_named(section, name))
    }

    pub(super) fn is_named(&self, section: &Section, name: &str) -> bool {
        let rest = self.names.get(section.name..).unwrap_or_default();
        // Few have their end there.
        rest.get(name.len()) == Some(&0) && rest.starts_with(name.as_bytes())
    }

    /// The segment in whose memory these bytes are.
    pub(super) fn memory(&self, address: u64, len: u64) -> Option<&Segment> {
        let end = address.checked_add(len)?;
        self.loads.iter().find(|segment| {
            segment.address <= address && end <= segment.address + segment.in_memory
        })
    }

    /// Whether an address is in code.
    pub(super) fn is_code(&self, address: u64) -> bool {
        self.memory(address, 1)
            .is_some_and(|segment| segment.flags & EXECUTE != 0)
    }

    /// Whether a pointer at an address can be written by a loader.
    pub(super) fn is_written(&self, address: u64) -> bool {
        self.memory(address, self.word())
            .is_some_and(|segment| segment.flags & WRITE != 0)
    }

    /// Where in the file that is what is mapped at an address.
    pub(super) fn offset(&self, address: u64, len: u64) -> Option<u64> {
        let segment = self.memory(address, len)?;
        let from = address - segment.address;
        (from + len <= segment.in_file).then(|| segment.offset + from)
    }

    /// What is mapped at an address.
    pub(super) fn at(&self, address: u64, len: u64) -> Option<Table<'f>> {
        let bytes = self.source.bytes(self.offset(address, len)?, len)?;
        Some(Table::new(bytes, &self.file))
    }

    /// A table at an address that may be long.
    pub(super) fn long_table<P: ParseAt>(
        &self,
        address: u64,
        size: u64,
    ) -> Option<LongTable<'_, P>> {
        LongTable::new(self.source, &self.file, self.offset(address, size)?, size)
    }
}

fn file_header(head: &[u8]) -> Option<FileHeader<AnyEndian>> {
    let (ident, tail) = head.split_at_checked(abi::EI_NIDENT)?;
    FileHeader::parse_tail(parse_ident(ident).ok()?, tail).ok()
}

/// Headers of parts, one behind the other, and how many.
fn headers<'f, P: ParseAt>(
    source: &'f Source<'f>,
    file: &FileHeader<AnyEndian>,
    offset: u64,
    count: u16,
) -> Option<(Table<'f>, usize)> {
    let size = u64::from(count) * P::size_for(file.class) as u64;
    // Where none are, their place is nowhere.
    let offset = if count == 0 { 0 } else { offset };
    let table = Table::new(source.bytes(offset, size)?, file);
    Some((table, count.into()))
}

/// The sections, and their names.
fn sections<'f>(
    source: &'f Source<'f>,
    file: &FileHeader<AnyEndian>,
) -> Option<(Vec<Section>, Cow<'f, [u8]>)> {
    if file.e_shoff == 0 {
        return Some((Vec::new(), Cow::default()));
    }
    if usize::from(file.e_shentsize) != SectionHeader::size_for(file.class) {
        return None;
    }
    let (table, count) = headers::<SectionHeader>(source, file, file.e_shoff, file.e_shnum)?;
    let headers = || table.entries::<SectionHeader>();
    let names = headers().nth(file.e_shstrndx.into())?;
    let names = source.bytes(names.sh_offset, names.sh_size)?;
    // All of them have an end, if the last has.
    let end = names.iter().rposition(|byte| *byte == 0)?;
    let mut sections = Vec::with_capacity(count);
    for section in headers() {
        let name = usize::try_from(section.sh_name).ok()?;
        if name > end {
            return None;
        }
        sections.push(Section {
            name,
            kind: section.sh_type,
            flags: section.sh_flags,
            address: section.sh_addr,
            offset: section.sh_offset,
            size: section.sh_size,
        });
    }
    Some((sections, names))
}
