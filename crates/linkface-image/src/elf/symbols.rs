//! The symbols that a loader sees.

use super::dynamic::Dynamic;
use super::image::Image;
use crate::Damage;
use elf::abi;
use elf::parse::ParseAt as _;
use elf::symbol::Symbol;

/// Where a symbol is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// In another image.
    Undefined,
    /// In what is mapped.
    Mapped,
    /// In a section that isn't, as rustc's metadata.
    Unmapped,
    ThreadLocal,
    /// A number, which isn't moved with the image.
    Absolute,
}

impl Image<'_> {
    pub(super) fn symbols(&self, dynamic: &Dynamic<'_>) -> Result<Vec<Symbol>, Damage> {
        const SYMBOLS: Damage = "its symbols can't be read";
        let hashed = self.hashes(dynamic)?;
        let size = Symbol::size_for(self.file.class) as u64;
        let count = match self.section(".dynsym") {
            Some(section) if section.size / size >= hashed => section.size / size,
            Some(_) => return Err(SYMBOLS),
            None => hashed,
        };
        let symbols: Vec<Symbol> = dynamic
            .get(abi::DT_SYMTAB)
            .zip(count.checked_mul(size))
            .and_then(|(start, size)| self.at(start, size)?.all())
            .ok_or(SYMBOLS)?;
        // The first is none.
        let is_first_none = symbols
            .first()
            .is_some_and(|first| first.st_name == 0 && first.is_undefined());
        if !is_first_none {
            return Err(SYMBOLS);
        }
        for (n, symbol) in symbols.iter().enumerate() {
            self.symbol(dynamic, n == 0, symbol)?;
        }
        Ok(symbols)
    }

    fn symbol(&self, dynamic: &Dynamic<'_>, is_none: bool, symbol: &Symbol) -> Result<(), Damage> {
        const WRONG: Damage = "a symbol of it leads nowhere";
        const BINDS: [u8; 4] = [
            abi::STB_LOCAL,
            abi::STB_GLOBAL,
            abi::STB_WEAK,
            abi::STB_GNU_UNIQUE,
        ];
        let (value, size, place) = (symbol.st_value, symbol.st_size, self.place(symbol));
        let bind = symbol.st_bind();
        let name = dynamic.name(symbol.st_name.into());
        let name = name.ok_or("a symbol of it has no name")?;
        if !BINDS.contains(&bind) || !self.is_in_section(place, value) {
            return Err(WRONG);
        }
        // A loader takes another for the library's own, at 0.
        let is_looked_up = bind != abi::STB_LOCAL && symbol.st_vis() == abi::STV_DEFAULT;
        let is_right = match symbol.st_symtype() {
            _ if place == Place::Undefined => {
                is_none || (!name.is_empty() && is_looked_up && value == 0)
            }
            _ if place == Place::Unmapped => true,
            abi::STT_FUNC | abi::STT_GNU_IFUNC => self.is_code(value),
            abi::STT_TLS => self
                .one(abi::PT_TLS)
                .is_some_and(|tls| value.saturating_add(size) <= tls.in_memory),
            abi::STT_OBJECT => self.memory(value, size.max(1)).is_some(),
            // Ends of sections, for example.
            _ => place == Place::Absolute || self.memory(value, 0).is_some(),
        };
        if is_right { Ok(()) } else { Err(WRONG) }
    }

    /// Whether a symbol is in a section. Not which: GNU strip changes the sections' numbers, and not the
    /// symbols.
    fn is_in_section(&self, place: Place, value: u64) -> bool {
        let (value, is_thread_local) = match place {
            Place::Undefined | Place::Absolute | Place::Unmapped => return true,
            Place::Mapped => (value, false),
            // From where thread-locals begin.
            Place::ThreadLocal => {
                let start = self.one(abi::PT_TLS).map_or(0, |tls| tls.address);
                (value.saturating_add(start), true)
            }
        };
        self.sections.iter().any(|section| {
            section.has(abi::SHF_ALLOC)
                && section.has(abi::SHF_TLS) == is_thread_local
                && section.holds(value)
        })
    }

    pub(super) fn place(&self, symbol: &Symbol) -> Place {
        let section = self.sections.get(usize::from(symbol.st_shndx));
        let is_unmapped = || {
            section.is_some_and(|section| {
                !section.has(abi::SHF_ALLOC) && section.holds(symbol.st_value)
            })
        };
        match symbol.st_shndx {
            abi::SHN_UNDEF => Place::Undefined,
            abi::SHN_ABS => Place::Absolute,
            _ if is_unmapped() => Place::Unmapped,
            _ if symbol.st_symtype() == abi::STT_TLS => Place::ThreadLocal,
            _ => Place::Mapped,
        }
    }
}
