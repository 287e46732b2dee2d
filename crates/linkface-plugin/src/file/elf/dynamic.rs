//! The dynamic section: where a loader finds everything else.

use super::{Damage, Image};
use object::read::elf::{Dyn as _, FileHeader};
use object::{Endianness, ReadRef, elf};

/// What the dynamic section says, each thing once.
pub(super) struct Dynamic<'d> {
    entries: Vec<(elf::DynamicTag, u64)>,
    strings: &'d [u8],
    /// The libraries that it needs.
    pub(super) needed: Vec<&'d [u8]>,
}

/// A table: its address, its size, and the section that is the same.
const TABLES: [(elf::DynamicTag, Option<elf::DynamicTag>, &str); 13] = [
    (elf::DT_STRTAB, Some(elf::DT_STRSZ), ".dynstr"),
    (elf::DT_SYMTAB, None, ".dynsym"),
    (elf::DT_HASH, None, ".hash"),
    (elf::DT_GNU_HASH, None, ".gnu.hash"),
    (elf::DT_VERSYM, None, ".gnu.version"),
    (elf::DT_VERNEED, None, ".gnu.version_r"),
    (elf::DT_VERDEF, None, ".gnu.version_d"),
    (elf::DT_RELA, Some(elf::DT_RELASZ), ".rela.dyn"),
    (elf::DT_REL, Some(elf::DT_RELSZ), ".rel.dyn"),
    (elf::DT_RELR, Some(elf::DT_RELRSZ), ".relr.dyn"),
    (
        elf::DT_INIT_ARRAY,
        Some(elf::DT_INIT_ARRAYSZ),
        ".init_array",
    ),
    (
        elf::DT_FINI_ARRAY,
        Some(elf::DT_FINI_ARRAYSZ),
        ".fini_array",
    ),
    (elf::DT_INIT, None, ".init"),
];

/// What only makes sense together.
const TOGETHER: [(elf::DynamicTag, elf::DynamicTag); 10] = [
    (elf::DT_RELA, elf::DT_RELASZ),
    (elf::DT_RELA, elf::DT_RELAENT),
    (elf::DT_REL, elf::DT_RELSZ),
    (elf::DT_RELR, elf::DT_RELRSZ),
    (elf::DT_JMPREL, elf::DT_PLTRELSZ),
    (elf::DT_JMPREL, elf::DT_PLTREL),
    (elf::DT_INIT_ARRAY, elf::DT_INIT_ARRAYSZ),
    (elf::DT_FINI_ARRAY, elf::DT_FINI_ARRAYSZ),
    (elf::DT_VERNEED, elf::DT_VERNEEDNUM),
    (elf::DT_VERDEF, elf::DT_VERDEFNUM),
];

/// What no plugin has: other libraries in its place, code that is written to, what only programs have.
const REFUSED: [elf::DynamicTag; 8] = [
    elf::DT_PREINIT_ARRAY,
    elf::DT_TEXTREL,
    elf::DT_AUXILIARY,
    elf::DT_FILTER,
    elf::DT_AUDIT,
    elf::DT_DEPAUDIT,
    elf::DT_CONFIG,
    elf::DT_SYMBOLIC,
];

impl<'d> Dynamic<'d> {
    pub(super) fn read<Elf, R>(image: &Image<'d, Elf, R>) -> Result<Self, Damage>
    where
        Elf: FileHeader<Endian = Endianness>,
        R: ReadRef<'d>,
    {
        let segment = image
            .one(elf::PT_DYNAMIC)
            .ok_or("it has no dynamic section")?;
        let table: &[Elf::Dyn] = image
            .table(segment.address, segment.in_file)
            .ok_or("its dynamic section can't be read")?;
        let mut entries: Vec<(elf::DynamicTag, u64)> = Vec::new();
        let mut ends = false;
        for entry in table {
            let tag = entry.d_tag(image.endian);
            if tag == elf::DT_NULL {
                ends = true;
                break;
            }
            let is_second = tag != elf::DT_NEEDED && entries.iter().any(|(known, _)| *known == tag);
            // Of a larger one a loader sees the lower half.
            let is_tag = u32::try_from(tag.0).is_ok();
            if is_second || !is_tag || REFUSED.contains(&tag) || entries.len() > 1024 {
                return Err("its dynamic section has an entry that doesn't belong there");
            }
            entries.push((tag, entry.d_val(image.endian).into()));
        }
        if !ends {
            return Err("its dynamic section doesn't end");
        }
        let mut this = Self {
            entries,
            strings: &[],
            needed: Vec::new(),
        };
        this.values(image)?;
        this.tables(image)?;
        this.names(image)?;
        Ok(this)
    }

    pub(super) fn get(&self, tag: elf::DynamicTag) -> Option<u64> {
        self.entries
            .iter()
            .find(|(known, _)| *known == tag)
            .map(|(_, value)| *value)
    }

    /// A name, without the zero at its end.
    pub(super) fn name(&self, offset: u64) -> Option<&'d [u8]> {
        let rest = self.strings.get(usize::try_from(offset).ok()?..)?;
        rest.split(|byte| *byte == 0).next()
    }

    /// Numbers that a loader insists on, some by an assertion.
    fn values<Elf, R>(&self, _: &Image<'d, Elf, R>) -> Result<(), Damage>
    where
        Elf: FileHeader<Endian = Endianness>,
        R: ReadRef<'d>,
    {
        let is_rela = |value| value == 7;
        let sizes = [
            (elf::DT_SYMENT, size_of::<Elf::Sym>()),
            (elf::DT_RELAENT, size_of::<Elf::Rela>()),
            (elf::DT_RELENT, size_of::<Elf::Rel>()),
            (elf::DT_RELRENT, size_of::<Elf::Relr>()),
        ];
        let are_right = sizes
            .iter()
            .all(|(tag, size)| self.get(*tag).is_none_or(|value| value == *size as u64));
        // Machines have one of the two.
        let kind = self.get(elf::DT_PLTREL);
        let is_right = kind
            .is_none_or(|kind| is_rela(kind) || (kind == 17 && self.get(elf::DT_RELA).is_none()));
        if !are_right || !is_right {
            return Err("its dynamic section has a wrong number");
        }
        // Text relocations, and bits that nobody knows.
        let flags = self.get(elf::DT_FLAGS).unwrap_or(0);
        let more = self.get(elf::DT_FLAGS_1).unwrap_or(0);
        let known =
            elf::DF_ORIGIN.0 | elf::DF_SYMBOLIC.0 | elf::DF_BIND_NOW.0 | elf::DF_STATIC_TLS.0;
        let known_1 =
            elf::DF_1_NOW.0 | elf::DF_1_GLOBAL.0 | elf::DF_1_NODELETE.0 | elf::DF_1_ORIGIN.0;
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
    fn tables<Elf, R>(&self, image: &Image<'d, Elf, R>) -> Result<(), Damage>
    where
        Elf: FileHeader<Endian = Endianness>,
        R: ReadRef<'d>,
    {
        const DISAGREE: Damage = "its dynamic section and its section headers disagree";
        let plt: &[(elf::DynamicTag, Option<elf::DynamicTag>, &str)] = &[
            (elf::DT_JMPREL, Some(elf::DT_PLTRELSZ), ".rela.plt"),
            (elf::DT_FINI, None, ".fini"),
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
        if let Some(got) = self.get(elf::DT_PLTGOT) {
            // A loader writes three words there.
            let is_written = image
                .memory(got, 3 * Image::<Elf, R>::WORD)
                .is_some_and(|segment| segment.flags & super::WRITE != 0);
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

    fn names<Elf, R>(&mut self, image: &Image<'d, Elf, R>) -> Result<(), Damage>
    where
        Elf: FileHeader<Endian = Endianness>,
        R: ReadRef<'d>,
    {
        const STRINGS: Damage = "its names can't be read";
        let (start, size) = (self.get(elf::DT_STRTAB), self.get(elf::DT_STRSZ));
        let (start, size) = start.zip(size).ok_or(STRINGS)?;
        self.strings = image.at(start, size).ok_or(STRINGS)?;
        if self.strings.last() != Some(&0) {
            return Err(STRINGS);
        }
        let named = [
            elf::DT_NEEDED,
            elf::DT_SONAME,
            elf::DT_RPATH,
            elf::DT_RUNPATH,
        ];
        for (tag, value) in &self.entries {
            if named.contains(tag) {
                let name = self.name(*value).ok_or(STRINGS)?;
                if *tag == elf::DT_NEEDED {
                    self.needed.push(name);
                }
            }
        }
        Ok(())
    }
}
