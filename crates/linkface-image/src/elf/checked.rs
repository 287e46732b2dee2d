//! What is known of a file that was checked.

use super::dynamic::Dynamic;
use super::image::Image;
use super::names;
use super::pointers::{Pointers, Target};
use super::relocations::is_known;
use super::symbols::Place;
use super::table::Table;
use crate::Damage;
use core::ops::Range;
use elf::abi;
use elf::symbol::Symbol;

/// An ELF file that a loader can follow, and what it would find.
pub struct Checked<'i, 'f> {
    image: &'i Image<'f>,
    dynamic: Dynamic<'i>,
    symbols: Vec<Symbol>,
    pointers: Pointers,
}

impl<'i, 'f> Checked<'i, 'f> {
    pub(crate) fn new(image: &'i Image<'f>) -> Result<Self, Damage> {
        image.mapping()?;
        let dynamic = Dynamic::read(image)?;
        let symbols = image.symbols(&dynamic)?;
        image.versions(&dynamic, symbols.len())?;
        names::are_own(&dynamic, &symbols)?;
        let pointers = image.relocations(&dynamic, &symbols)?;
        image.initialisers(&dynamic, &pointers)?;
        Ok(Self {
            image,
            dynamic,
            symbols,
            pointers,
        })
    }

    /// Whether it names libraries, or folders of them, by the folder that it is in: `$ORIGIN`.
    #[must_use]
    pub fn uses_origin(&self) -> bool {
        self.dynamic.uses_origin
    }

    /// The size of its pointers, in bytes.
    #[must_use]
    pub fn pointer_size(&self) -> u64 {
        self.image.word()
    }

    /// Whether its relocations are known, and so [`pointer`](Self::pointer)s: x86-64's and aarch64's.
    #[must_use]
    pub fn knows_pointers(&self) -> bool {
        is_known(self.image.file.e_machine)
    }

    /// Where a symbol is that it defines, for itself and at an address.
    #[must_use]
    pub fn symbol(&self, name: &str) -> Option<Range<u64>> {
        let is_it = |symbol: &&Symbol| {
            !symbol.is_undefined()
                && self.dynamic.name(symbol.st_name.into()) == Some(name.as_bytes())
        };
        let symbol = self.symbols.iter().find(is_it)?;
        // Whichever image has the first unique one of a name has it for all.
        let is_own = symbol.st_bind() != abi::STB_GNU_UNIQUE;
        if !is_own || self.image.place(symbol) != Place::Mapped {
            return None;
        }
        Some(symbol.st_value..symbol.st_value.checked_add(symbol.st_size)?)
    }

    /// Where a section is mapped.
    #[must_use]
    pub fn section(&self, name: &str) -> Option<Range<u64>> {
        let section = self.image.section(name)?;
        Some(section.address..section.end())
    }

    /// What a pointer at an address will lead to.
    #[must_use]
    pub fn pointer(&self, address: u64) -> Option<Target> {
        self.pointers.at(address)
    }

    /// Whether an address is in code.
    #[must_use]
    pub fn is_code(&self, address: u64) -> bool {
        self.image.is_code(address)
    }

    /// Whether these addresses are mapped, and what is there comes from the file.
    #[must_use]
    pub fn is_mapped(&self, address: u64, len: u64) -> bool {
        self.image.offset(address, len).is_some()
    }

    /// What is mapped at an address, before pointers are written to it.
    #[must_use]
    pub fn table(&self, address: u64, len: u64) -> Option<Table<'i>> {
        self.image.at(address, len)
    }
}
