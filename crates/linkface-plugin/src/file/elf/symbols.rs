//! The symbols that a loader sees.

use super::dynamic::Dynamic;
use super::{Damage, Image};
use object::read::elf::{FileHeader, Sym as _};
use object::{Endianness, ReadRef, elf};

/// A symbol.
pub(super) struct Symbol<'d> {
    pub(super) name: &'d [u8],
    pub(super) value: u64,
    pub(super) size: u64,
    pub(super) is_defined: bool,
}

impl<'d, Elf, R> Image<'d, Elf, R>
where
    Elf: FileHeader<Endian = Endianness>,
    R: ReadRef<'d>,
{
    pub(super) fn symbols(&self, dynamic: &Dynamic<'d>) -> Result<Vec<Symbol<'d>>, Damage> {
        const SYMBOLS: Damage = "its symbols can't be read";
        let hashed = self.hashes(dynamic)?;
        let size = size_of::<Elf::Sym>() as u64;
        let count = match self.section(".dynsym") {
            Some(section) if section.size / size >= hashed => section.size / size,
            Some(_) => return Err(SYMBOLS),
            None => hashed,
        };
        let table: &[Elf::Sym] = dynamic
            .get(elf::DT_SYMTAB)
            .zip(count.checked_mul(size))
            .and_then(|(start, size)| self.table(start, size))
            .ok_or(SYMBOLS)?;
        // The first is none.
        let is_first_none = table.first().is_some_and(|first| {
            first.st_name(self.endian) == 0 && first.st_shndx(self.endian) == elf::SHN_UNDEF
        });
        if !is_first_none {
            return Err(SYMBOLS);
        }
        table
            .iter()
            .enumerate()
            .map(|(n, symbol)| self.symbol(dynamic, n == 0, symbol))
            .collect()
    }

    fn symbol(
        &self,
        dynamic: &Dynamic<'d>,
        is_none: bool,
        symbol: &Elf::Sym,
    ) -> Result<Symbol<'d>, Damage> {
        const WRONG: Damage = "a symbol of it leads nowhere";
        let value: u64 = symbol.st_value(self.endian).into();
        let size: u64 = symbol.st_size(self.endian).into();
        let index = symbol.st_shndx(self.endian);
        let is_defined = index != elf::SHN_UNDEF;
        let name = u64::from(symbol.st_name(self.endian));
        let name = dynamic.name(name).ok_or("a symbol of it has no name")?;
        let bind = symbol.st_bind();
        let is_bound = [
            elf::STB_LOCAL,
            elf::STB_GLOBAL,
            elf::STB_WEAK,
            elf::STB_GNU_UNIQUE,
        ];
        if !is_bound.contains(&bind) || !self.is_in_section(symbol, value) {
            return Err(WRONG);
        }
        let is_right = match symbol.st_type() {
            // A loader takes a local one for its own, at 0.
            _ if !is_defined => {
                is_none || (!name.is_empty() && bind != elf::STB_LOCAL && value == 0)
            }
            elf::STT_FUNC | elf::STT_GNU_IFUNC => self.is_code(value),
            elf::STT_TLS => self
                .one(elf::PT_TLS)
                .is_some_and(|tls| value.saturating_add(size) <= tls.in_memory),
            elf::STT_OBJECT => self.memory(value, size.max(1)).is_some(),
            // Ends of sections, for example.
            _ => index == elf::SHN_ABS || self.memory(value, 0).is_some(),
        };
        if is_right {
            Ok(Symbol {
                name,
                value,
                size,
                is_defined,
            })
        } else {
            Err(WRONG)
        }
    }

    /// Whether a symbol is where its section is.
    fn is_in_section(&self, symbol: &Elf::Sym, value: u64) -> bool {
        let index = symbol.st_shndx(self.endian);
        if index == elf::SHN_UNDEF || index == elf::SHN_ABS {
            return true;
        }
        let Some(section) = self.sections.get(usize::from(index.0)) else {
            return false;
        };
        let value = if symbol.st_type() == elf::STT_TLS {
            // From where thread-locals begin.
            let start = self.one(elf::PT_TLS).map_or(0, |tls| tls.address);
            value.saturating_add(start)
        } else {
            value
        };
        (section.address..=section.end()).contains(&value)
    }
}
