//! The dynamic section: where a loader finds everything else.

use super::image::{Image, WRITE};
use crate::Damage;
use core::cell::RefCell;
use core::ffi::CStr;
use elf::abi;
use elf::dynamic::Dyn;
use elf::file::Class;
use elf::parse::ParseAt;
use elf::relocation::{Rel, Rela};
use elf::symbol::Symbol;
use std::borrow::Cow;

/// What the dynamic section says, each thing once.
pub(super) struct Dynamic<'f> {
    entries: Vec<(i64, u64)>,
    strings: Cow<'f, [u8]>,
    /// Where the names begin that something refers to.
    used: RefCell<Vec<u64>>,
    /// Whether a name that a loader reads says `$ORIGIN`: the folder in which the file is.
    pub(super) uses_origin: bool,
}

/// What `elf` has no names for: <https://www.sco.com/developers/gabi/latest/ch5.dynamic.html>, and the
/// two of Solaris.
pub(super) const DT_RELRSZ: i64 = 35;
pub(super) const DT_RELR: i64 = 36;
const DT_RELRENT: i64 = 37;
const DT_AUXILIARY: i64 = 0x7fff_fffd;
const DT_FILTER: i64 = 0x7fff_ffff;

/// A table: its address, its size, and the section that is the same.
const TABLES: [(i64, Option<i64>, &str); 13] = [
    (abi::DT_STRTAB, Some(abi::DT_STRSZ), ".dynstr"),
    (abi::DT_SYMTAB, None, ".dynsym"),
    (abi::DT_HASH, None, ".hash"),
    (abi::DT_GNU_HASH, None, ".gnu.hash"),
    (abi::DT_VERSYM, None, ".gnu.version"),
    (abi::DT_VERNEED, None, ".gnu.version_r"),
    (abi::DT_VERDEF, None, ".gnu.version_d"),
    (abi::DT_RELA, Some(abi::DT_RELASZ), ".rela.dyn"),
    (abi::DT_REL, Some(abi::DT_RELSZ), ".rel.dyn"),
    (DT_RELR, Some(DT_RELRSZ), ".relr.dyn"),
    (
        abi::DT_INIT_ARRAY,
        Some(abi::DT_INIT_ARRAYSZ),
        ".init_array",
    ),
    (
        abi::DT_FINI_ARRAY,
        Some(abi::DT_FINI_ARRAYSZ),
        ".fini_array",
    ),
    (abi::DT_INIT, None, ".init"),
];

/// What only makes sense together.
const TOGETHER: [(i64, i64); 10] = [
    (abi::DT_RELA, abi::DT_RELASZ),
    (abi::DT_RELA, abi::DT_RELAENT),
    (abi::DT_REL, abi::DT_RELSZ),
    (DT_RELR, DT_RELRSZ),
    (abi::DT_JMPREL, abi::DT_PLTRELSZ),
    (abi::DT_JMPREL, abi::DT_PLTREL),
    (abi::DT_INIT_ARRAY, abi::DT_INIT_ARRAYSZ),
    (abi::DT_FINI_ARRAY, abi::DT_FINI_ARRAYSZ),
    (abi::DT_VERNEED, abi::DT_VERNEEDNUM),
    (abi::DT_VERDEF, abi::DT_VERDEFNUM),
];

/// What no plugin has: other libraries in its place, code that is written to, what only programs have.
const REFUSED: [i64; 7] = [
    abi::DT_PREINIT_ARRAY,
    abi::DT_TEXTREL,
    DT_AUXILIARY,
    DT_FILTER,
    abi::DT_AUDIT,
    abi::DT_DEPAUDIT,
    abi::DT_CONFIG,
];

impl<'f> Dynamic<'f> {
    pub(super) fn read(image: &Image<'f>) -> Result<Self, Damage> {
        let segment = image
            .one(abi::PT_DYNAMIC)
            .ok_or("it has no dynamic section")?;
        let table = image
            .at(segment.address, segment.in_file)
            .filter(|table| table.count::<Dyn>().is_some())
            .ok_or("its dynamic section can't be read")?;
        let mut entries: Vec<(i64, u64)> = Vec::new();
        let mut ends = false;
        for entry in table.entries::<Dyn>() {
            let tag = entry.d_tag;
            if tag == abi::DT_NULL {
                ends = true;
                break;
            }
            let is_second = tag != abi::DT_NEEDED && entries.iter().any(|(known, _)| *known == tag);
            // Of a larger one a loader sees the lower half.
            let is_tag = u32::try_from(tag).is_ok();
            if is_second || !is_tag || REFUSED.contains(&tag) || entries.len() > 1024 {
                return Err("its dynamic section has an entry that doesn't belong there");
            }
            entries.push((tag, entry.d_val()));
        }
        if !ends {
            return Err("its dynamic section doesn't end");
        }
        let mut this = Self {
            entries,
            strings: Cow::default(),
            used: RefCell::default(),
            uses_origin: false,
        };
        this.values(image)?;
        this.tables(image)?;
        this.names(image)?;
        Ok(this)
    }

    pub(super) fn get(&self, tag: i64) -> Option<u64> {
        self.entries
            .iter()
            .find(|(known, _)| *known == tag)
            .map(|(_, value)| *value)
    }

    /// A name, without the zero at its end.
    pub(super) fn name(&self, offset: u64) -> Option<&[u8]> {
        let rest = self.strings.get(usize::try_from(offset).ok()?..)?;
        self.used.borrow_mut().push(offset);
        until_zero(rest)
    }

    /// All names.
    pub(super) fn strings(&self) -> &[u8] {
        &self.strings
    }

    /// Where the names begin that were asked for, sorted, as often as they were.
    pub(super) fn used(&self) -> Vec<u64> {
        let mut used = self.used.borrow().clone();
        used.sort_unstable();
        used
    }

    /// Numbers that a loader insists on, some by an assertion.
    fn values(&self, image: &Image<'f>) -> Result<(), Damage> {
        let is_rela = |value| value == 7;
        let class = image.file.class;
        let sizes = [
            (abi::DT_SYMENT, size_for::<Symbol>(class)),
            (abi::DT_RELAENT, size_for::<Rela>(class)),
            (abi::DT_RELENT, size_for::<Rel>(class)),
            (DT_RELRENT, image.word()),
        ];
        let are_right = sizes
            .iter()
            .all(|(tag, size)| self.get(*tag).is_none_or(|value| value == *size));
        // Machines have one of the two.
        let kind = self.get(abi::DT_PLTREL);
        let is_right = kind
            .is_none_or(|kind| is_rela(kind) || (kind == 17 && self.get(abi::DT_RELA).is_none()));
        if !are_right || !is_right {
            return Err("its dynamic section has a wrong number");
        }
        // Text relocations, and bits that nobody knows.
        let flags = self.get(abi::DT_FLAGS).unwrap_or(0).cast_signed();
        let more = self.get(abi::DT_FLAGS_1).unwrap_or(0).cast_signed();
        let known = abi::DF_ORIGIN | abi::DF_SYMBOLIC | abi::DF_BIND_NOW | abi::DF_STATIC_TLS;
        let known_1 = abi::DF_1_NOW | abi::DF_1_GLOBAL | abi::DF_1_NODELETE | abi::DF_1_ORIGIN;
        if flags & !known != 0 || more & !known_1 != 0 {
            return Err("its dynamic section has flags that no plugin has");
        }
        let has = |tag| self.get(tag).is_some();
        if TOGETHER.iter().any(|(a, b)| has(*a) != has(*b)) {
            return Err("its dynamic section lacks an entry");
        }
        Ok(())
    }

    /// Tables, which are sections as well.
    fn tables(&self, image: &Image<'f>) -> Result<(), Damage> {
        const DISAGREE: Damage = "its dynamic section and its section headers disagree";
        let plt: &[(i64, Option<i64>, &str)] = &[
            (abi::DT_JMPREL, Some(abi::DT_PLTRELSZ), ".rela.plt"),
            (abi::DT_FINI, None, ".fini"),
        ];
        for (start, size, name) in TABLES.iter().chain(plt) {
            let (Some(section), start) = (image.section(name), self.get(*start)) else {
                // Other linkers, other names. What it leads to is looked at all the same.
                continue;
            };
            let is_same = start == Some(section.address)
                && size.is_none_or(|size| self.get(size) == Some(section.size));
            if !is_same {
                return Err(DISAGREE);
            }
        }
        if let Some(got) = self.get(abi::DT_PLTGOT) {
            // A loader writes three words there.
            let is_written = image
                .memory(got, 3 * image.word())
                .is_some_and(|segment| segment.flags & WRITE != 0);
            let sections = [".got.plt", ".got"].map(|name| image.section(name));
            let is_got = sections
                .iter()
                .flatten()
                .any(|section| section.address <= got && got < section.end());
            if !is_written || (!is_got && sections.iter().any(Option::is_some)) {
                return Err(DISAGREE);
            }
        }
        Ok(())
    }

    fn names(&mut self, image: &Image<'f>) -> Result<(), Damage> {
        const STRINGS: Damage = "its names can't be read";
        let (start, size) = (self.get(abi::DT_STRTAB), self.get(abi::DT_STRSZ));
        let (start, size) = start.zip(size).ok_or(STRINGS)?;
        self.strings = image.at(start, size).ok_or(STRINGS)?.into_bytes();
        if self.strings.last() != Some(&0) {
            return Err(STRINGS);
        }
        let named = [
            abi::DT_NEEDED,
            abi::DT_SONAME,
            abi::DT_RPATH,
            abi::DT_RUNPATH,
        ];
        for (tag, value) in &self.entries {
            if named.contains(tag) {
                let name = self.name(*value).ok_or(STRINGS)?;
                self.uses_origin |= says_origin(name);
            }
        }
        Ok(())
    }

    /// Whether it needs a library of this name.
    pub(super) fn needs(&self, library: &[u8]) -> bool {
        self.entries
            .iter()
            .any(|(tag, name)| *tag == abi::DT_NEEDED && self.name(*name) == Some(library))
    }
}

/// A name, if it ends.
pub(super) fn until_zero(bytes: &[u8]) -> Option<&[u8]> {
    CStr::from_bytes_until_nul(bytes).ok().map(CStr::to_bytes)
}

fn size_for<T: ParseAt>(class: Class) -> u64 {
    T::size_for(class) as u64
}

fn says_origin(name: &[u8]) -> bool {
    [&b"$ORIGIN"[..], b"${ORIGIN}"]
        .iter()
        .any(|word| name.windows(word.len()).any(|at| at == *word))
}
