//! The parts of a plugin's file.

use object::Endianness;
use object::elf::FileHeader64;
use object::read::elf::{FileHeader as _, SectionHeader as _};

/// What a loader and a host follow.
const STRUCTURE: &[&str] = &[
    ".linkface",
    ".dynsym",
    ".dynstr",
    ".gnu.hash",
    ".hash",
    ".gnu.version",
    ".gnu.version_r",
    ".dynamic",
    ".init_array",
    ".fini_array",
    ".shstrtab",
];

/// One part of a file.
#[derive(Debug)]
pub(super) struct Region {
    pub(super) name: String,
    pub(super) start: u64,
    pub(super) size: u64,
}

/// As the breaker is told of them.
pub(super) fn text(regions: &[Region]) -> String {
    let regions = regions.iter().map(|region| {
        let Region { name, start, size } = region;
        format!("{name}:{start}+{size}")
    });
    regions.collect::<Vec<_>>().join(",")
}

/// Structure, or relocations, whose addends are content.
pub(super) fn regions(file: &[u8], relocations: bool) -> Vec<Region> {
    let header = FileHeader64::<Endianness>::parse(file).expect("a plugin is an ELF file");
    let endian = header.endian().expect("it has one");
    let sections = header.sections(endian, file).expect("it has sections");
    let region = |name: &str, start: u64, size: u64| Region {
        name: name.to_owned(),
        start,
        size,
    };
    let mut out = Vec::new();
    if !relocations {
        let size = |count, size| u64::from(count) * u64::from(size);
        let segments = size(header.e_phnum(endian), header.e_phentsize(endian));
        let table = size(header.e_shnum(endian), header.e_shentsize(endian));
        out.push(region("header", 0, 64));
        out.push(region("segments", header.e_phoff(endian), segments));
        out.push(region("sections", header.e_shoff(endian), table));
    }
    for section in sections.iter() {
        let name = sections
            .section_name(endian, section)
            .expect("it has a name");
        let name = std::str::from_utf8(name).expect("names are text");
        let wanted = if relocations {
            name.starts_with(".rela")
        } else {
            STRUCTURE.contains(&name)
        };
        if let (true, Some((start, size))) = (wanted, section.file_range(endian))
            && size != 0
        {
            out.push(region(name, start, size));
        }
    }
    out
}
