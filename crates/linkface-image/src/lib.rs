//! Whether a shared library's file can be given to the system's loader, and what a section of it says.
//! Nothing of the file is mapped, and little of it read.
//!
//! Loaders trust what they load. A damaged file makes glibc's crash, or end the process by an assertion,
//! before any of the library's code runs. [`Library::check`] follows what an ELF loader would follow,
//! and refuses the file where it would be led astray; Windows' and Apple's loaders check for
//! themselves. That a file is accepted doesn't make it harmless: whoever loads it runs its code.
//!
//! # Example
//!
//! ```
//! use linkface_image::{Error, Library, Names, Source};
//! use std::fs::File;
//!
//! # fn main() -> Result<(), Error> {
//! let file = File::open(std::env::current_exe()?)?;
//! let source = Source::new(&file)?;
//! let names = Names { elf: ".plugin", macho: "__plugin", pe: ".plugin" };
//!
//! // The program that runs this is no library.
//! assert!(Library::read(&source, names).is_err());
//! # Ok(())
//! # }
//! ```
//!
//! This is a part of [linkface-plugin](https://docs.rs/linkface-plugin), of whose plugins it reads the
//! headers. Its own interface may change with any version.

#![forbid(unsafe_code)]

mod elf;
mod error;
mod other;
mod source;

pub use elf::{Checked, Table, Target};
pub use error::{Damage, Error};
pub use source::Source;

use elf::Image;

/// More than a section that is read has, in bytes.
const MOST: u64 = 16 << 20;

/// A section's names in the formats of libraries.
#[derive(Clone, Copy, Debug)]
pub struct Names {
    /// In ELF files, as `.plugin`.
    pub elf: &'static str,
    /// In Mach-O files, without its segment's: at most 16 bytes.
    pub macho: &'static str,
    /// In PE files: at most 8 bytes.
    pub pe: &'static str,
}

/// A library that has the section.
pub struct Library<'f> {
    section: Vec<u8>,
    image: Option<Image<'f>>,
}

impl<'f> Library<'f> {
    /// Reads a file's headers and the section.
    ///
    /// # Errors
    ///
    /// If it is no library, is damaged, or has no such section. Any file is safe to give.
    pub fn read(source: &'f Source<'f>, names: Names) -> Result<Self, Error> {
        if let Some(system) = other::foreign(source.head()) {
            return Err(Error::Foreign(system));
        }
        if source.head().starts_with(elf::MAGIC) {
            let image = Image::read(source).map_err(Error::Damaged)?;
            return Ok(Self {
                section: elf::section(&image, names.elf)?,
                image: Some(image),
            });
        }
        Ok(Self {
            section: other::section(source, names)?,
            image: None,
        })
    }

    /// What the section says.
    #[must_use]
    pub fn section(&self) -> &[u8] {
        &self.section
    }

    /// The same, without the rest.
    #[must_use]
    pub fn into_section(self) -> Vec<u8> {
        self.section
    }

    /// Checks what a loader would follow, if it is an ELF file's.
    ///
    /// # Errors
    ///
    /// If it would be led astray.
    pub fn check(&self) -> Result<Option<Checked<'_, 'f>>, Damage> {
        self.image.as_ref().map(Checked::new).transpose()
    }
}
