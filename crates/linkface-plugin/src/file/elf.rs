//! Whether the operating system's loader can be given an ELF file.
//!
//! Loaders trust what they load: glibc's follows offsets, counts and chains without looking where they
//! lead, and ends the process by an assertion where they surprise it. What a loader would follow is
//! followed here first. Section headers, which loaders don't read, say the same things again, so that
//! most damage to either is a contradiction.
//!
//! What can't be seen is damage inside of code and data: that is as if somebody had written another
//! plugin.

mod dynamic;
mod hash;
mod plugin;
mod relocations;
mod segments;
mod symbols;
mod versions;

use crate::header::Header;
use dynamic::Dynamic;
use object::read::elf::{FileHeader, ProgramHeader as _, SectionHeader as _};
use object::{Endianness, ReadRef, elf, pod};

/// What is wrong.
pub(super) type Damage = &'static str;

/// A file's headers.
struct Image<'d, Elf: FileHeader, R> {
    file: &'d Elf,
    data: R,
    len: u64,
    endian: Elf::Endian,
    machine: elf::Machine,
    segments: Vec<Segment>,
    sections: Vec<Section<'d>>,
}

/// A program header.
#[derive(Clone, Copy, Debug)]
struct Segment {
    kind: elf::ProgramType,
    flags: u32,
    offset: u64,
    address: u64,
    in_file: u64,
    in_memory: u64,
    align: u64,
}

/// A section header.
#[derive(Clone, Copy, Debug)]
struct Section<'d> {
    name: &'d [u8],
    kind: elf::SectionType,
    flags: u64,
    address: u64,
    offset: u64,
    size: u64,
}

/// Flags of segments.
const READ: u32 = 4;
const WRITE: u32 = 2;
const EXECUTE: u32 = 1;

/// Checks all that can be checked.
pub(super) fn check<'d, Elf, R>(data: R, header: &Header) -> Result<(), Damage>
where
    Elf: FileHeader<Endian = Endianness>,
    R: ReadRef<'d>,
{
    let image = Image::<Elf, R>::read(data)?;
    image.mapping()?;
    let dynamic = Dynamic::read(&image)?;
    let symbols = image.symbols(&dynamic)?;
    image.versions(&dynamic, symbols.len())?;
    let pointers = image.relocations(&dynamic, &symbols)?;
    image.initialisers(&dynamic, &pointers)?;
    image.plugin(&dynamic, &symbols, &pointers, header)
}

impl<'d, Elf, R> Image<'d, Elf, R>
where
    Elf: FileHeader<Endian = Endianness>,
    R: ReadRef<'d>,
{
    fn read(data: R) -> Result<Self, Damage> {
        const HEADERS: Damage = "its program headers can't be read";
        const SECTIONS: Damage = "its section headers can't be read";
        let file = Elf::parse(data).map_err(|_| "its ELF header can't be read")?;
        let endian = file.endian().map_err(|_| HEADERS)?;
        if file.e_type(endian) != elf::ET_DYN {
            return Err("it is not a shared library");
        }
        let is_sized = usize::from(file.e_phentsize(endian)) == size_of::<Elf::ProgramHeader>();
        if !is_sized || file.e_version(endian) != 1 {
            return Err(HEADERS);
        }
        let segments: Vec<Segment> = file
            .program_headers(endian, data)
            .map_err(|_| HEADERS)?
            .iter()
            .map(|segment| Segment {
                kind: segment.p_type(endian),
                flags: segment.p_flags(endian).0,
                offset: segment.p_offset(endian).into(),
                address: segment.p_vaddr(endian).into(),
                in_file: segment.p_filesz(endian).into(),
                in_memory: segment.p_memsz(endian).into(),
                align: segment.p_align(endian).into(),
            })
            .collect();
        let table = file.sections(endian, data).map_err(|_| SECTIONS)?;
        let sections = table
            .iter()
            .map(|section| {
                Ok(Section {
                    name: table.section_name(endian, section).map_err(|_| SECTIONS)?,
                    kind: section.sh_type(endian),
                    flags: section.sh_flags(endian).0,
                    address: section.sh_addr(endian).into(),
                    offset: section.sh_offset(endian).into(),
                    size: section.sh_size(endian).into(),
                })
            })
            .collect::<Result<_, Damage>>()?;
        Ok(Self {
            file,
            data,
            len: data.len().map_err(|()| HEADERS)?,
            endian,
            machine: file.e_machine(endian),
            segments,
            sections,
        })
    }

    /// The size of a pointer.
    const WORD: u64 = size_of::<Elf::Word>() as u64;

    fn loads(&self) -> impl Iterator<Item = &Segment> {
        self.segments
            .iter()
            .filter(|segment| segment.kind == elf::PT_LOAD)
    }

    fn one(&self, kind: elf::ProgramType) -> Option<&Segment> {
        self.segments.iter().find(|segment| segment.kind == kind)
    }

    fn section(&self, name: &str) -> Option<&Section<'d>> {
        self.sections
            .iter()
            .find(|section| section.name == name.as_bytes() && section.size != 0)
    }

    /// The segment in whose memory these bytes are.
    fn memory(&self, address: u64, len: u64) -> Option<&Segment> {
        let end = address.checked_add(len)?;
        self.loads().find(|segment| {
            segment.address <= address && end <= segment.address + segment.in_memory
        })
    }

    /// Whether an address is in code.
    fn is_code(&self, address: u64) -> bool {
        self.memory(address, 1)
            .is_some_and(|segment| segment.flags & EXECUTE != 0)
    }

    /// What is mapped at an address.
    fn at(&self, address: u64, len: u64) -> Option<&'d [u8]> {
        let segment = self.memory(address, len)?;
        let from = address - segment.address;
        if from + len > segment.in_file {
            return None;
        }
        self.data.read_bytes_at(segment.offset + from, len).ok()
    }

    /// A table that is mapped at an address: `size` bytes.
    fn table<T: pod::Pod>(&self, address: u64, size: u64) -> Option<&'d [T]> {
        let bytes = self.at(address, size)?;
        pod::slice_from_all_bytes(bytes).ok()
    }
}
