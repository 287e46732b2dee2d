//! The parts of a plugin's file.

use object::Endianness;
use object::elf::FileHeader64;
use object::read::elf::{FileHeader as _, SectionHeader as _};
use std::fmt::Write as _;

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

/// Structure, or relocations, whose addends are content; as `offset+size,…`.
pub(super) fn regions(file: &[u8], relocations: bool) -> String {
    let header = FileHeader64::<Endianness>::parse(file).expect("a plugin is an ELF file");
    let endian = header.endian().expect("it has one");
    let sections = header.sections(endian, file).expect("it has sections");
    let mut out = String::new();
    if !relocations {
        let segments =
            usize::from(header.e_phnum(endian)) * usize::from(header.e_phentsize(endian));
        let table = usize::from(header.e_shnum(endian)) * usize::from(header.e_shentsize(endian));
        write!(out, "0+64,64+{segments},{}+{table}", header.e_shoff(endian)).expect("a string");
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
            let comma = if out.is_empty() { "" } else { "," };
            write!(out, "{comma}{start}+{size}").expect("a string");
        }
    }
    out
}
