//! Whether the operating system's loader can be given an ELF file.
//!
//! Loaders trust what they load: glibc's follows offsets, counts and chains without looking where they
//! lead, and ends the process by an assertion where they surprise it. What a loader would follow is
//! followed here first. Section headers, which loaders don't read, say the same things again, so that
//! most damage to either is a contradiction.
//!
//! What can't be seen is damage inside of code and data: that is as if somebody had written another
//! plugin.

mod checked;
mod dynamic;
mod hash;
mod image;
mod initialisers;
mod names;
mod pointers;
mod relocations;
mod segments;
mod symbols;
mod table;
mod versions;

pub use checked::Checked;
pub(super) use image::Image;
pub use pointers::Target;
pub use table::Table;

use super::{Error, MOST};

/// How an ELF file begins.
pub(super) const MAGIC: &[u8] = &::elf::abi::ELFMAGIC;

/// The section of that name.
pub(super) fn section(image: &Image<'_>, name: &str) -> Result<Vec<u8>, Error> {
    let Some(section) = image.section(name) else {
        return Err(match image.file.e_type {
            ::elf::abi::ET_REL | ::elf::abi::ET_CORE => Error::NotALibrary,
            _ if image.is_program() => Error::Program,
            _ => Error::NoSection,
        });
    };
    Some(section.size)
        .filter(|size| *size <= MOST)
        .and_then(|size| image.source.bytes(section.offset, size))
        .map(std::borrow::Cow::into_owned)
        .ok_or(Error::Damaged("its header can't be read"))
}
