//! What a loader writes into the image.

use super::dynamic::{DT_RELR, DT_RELRSZ, Dynamic};
use super::image::{Image, WRITE};
use super::pointers::{Pointers, Target};
use super::symbols::Place;
use super::table::Table;
use crate::Damage;
use core::ops::Range;
use elf::abi;
use elf::relocation::{Rel, Rela};
use elf::symbol::Symbol;

const TABLE: Damage = "its relocations can't be read";
const WRONG: Damage = "a relocation of it leads nowhere";

/// What kinds of relocations mean.
#[derive(Clone, Copy)]
enum Meaning {
    /// An address in the image.
    Relative,
    /// A symbol's address, and what is added.
    Symbolic,
    /// The same in the table of such addresses, in which nothing else is.
    Slot,
    /// What a function of the image returns.
    Called,
    /// Thread-locals.
    ThreadLocal,
    Nothing,
}

fn meaning(machine: u16, kind: u32) -> Option<Meaning> {
    Some(match (machine, kind) {
        (abi::EM_X86_64 | abi::EM_AARCH64, 0) => Meaning::Nothing,
        (abi::EM_X86_64, 8) | (abi::EM_AARCH64, 1027) => Meaning::Relative,
        (abi::EM_X86_64, 1) | (abi::EM_AARCH64, 257) => Meaning::Symbolic,
        (abi::EM_X86_64, 6 | 7) | (abi::EM_AARCH64, 1025 | 1026) => Meaning::Slot,
        (abi::EM_X86_64, 37) | (abi::EM_AARCH64, 1032) => Meaning::Called,
        (abi::EM_X86_64, 16 | 17 | 18 | 36) | (abi::EM_AARCH64, 1028..=1031) => {
            Meaning::ThreadLocal
        }
        (abi::EM_X86_64 | abi::EM_AARCH64, _) => return None,
        // Whatever other machines have.
        _ => Meaning::Nothing,
    })
}

impl Image<'_> {
    pub(super) fn relocations(
        &self,
        dynamic: &Dynamic<'_>,
        symbols: &[Symbol],
    ) -> Result<Pointers, Damage> {
        let get = |tag| dynamic.get(tag);
        let tables = |table, size, kind| {
            let lazy = get(abi::DT_JMPREL).zip(get(abi::DT_PLTRELSZ));
            let lazy = lazy.filter(|_| get(abi::DT_PLTREL) == Some(kind));
            get(table).zip(get(size)).into_iter().chain(lazy)
        };
        let mut pointers = Pointers::default();
        let mut leading = get(abi::DT_RELACOUNT).unwrap_or(0);
        for (start, size) in tables(abi::DT_RELA, abi::DT_RELASZ, 7) {
            self.with_addends(start, size, leading, symbols, &mut pointers)?;
            leading = 0;
        }
        for (start, size) in tables(abi::DT_REL, abi::DT_RELSZ, 17) {
            let table = self.long_table::<Rel>(start, size).ok_or(TABLE)?;
            table.each(TABLE, |relocation| {
                let symbol = symbols.get(relocation.r_sym as usize).ok_or(WRONG)?;
                self.relocation(Meaning::Nothing, relocation.r_offset, symbol, 0)?;
                Ok(())
            })?;
        }
        if let Some((start, size)) = get(DT_RELR).zip(get(DT_RELRSZ)) {
            let table = self.at(start, size).ok_or(TABLE)?;
            self.packed(&table, &mut pointers)?;
        }
        pointers.sort();
        Ok(pointers)
    }

    /// A table of relocations that say what is to be added. Of the first `leading` ones a loader asserts
    /// that they are relative.
    fn with_addends(
        &self,
        start: u64,
        size: u64,
        mut leading: u64,
        symbols: &[Symbol],
        pointers: &mut Pointers,
    ) -> Result<(), Damage> {
        let machine = self.file.e_machine;
        let table = self.long_table::<Rela>(start, size).ok_or(TABLE)?;
        if leading > table.count() as u64 {
            return Err(TABLE);
        }
        pointers.reserve(table.count());
        // Nearly all are relative and stand side by side: what was found for the last ones holds for
        // the next.
        let (mut kind, mut means) = (0, Meaning::Nothing);
        let (mut written, mut mapped) = (0..0, 0..0);
        table.each(TABLE, |relocation| {
            if relocation.r_type != kind {
                kind = relocation.r_type;
                means = meaning(machine, kind).ok_or("it has a relocation of an unknown kind")?;
            }
            let is_relative = matches!(means, Meaning::Relative);
            if leading != 0 {
                if !is_relative && is_known(machine) {
                    return Err(TABLE);
                }
                leading -= 1;
            }
            let symbol = symbols.get(relocation.r_sym as usize).ok_or(WRONG)?;
            let (at, target) = (relocation.r_offset, relocation.r_addend.cast_unsigned());
            if is_relative && written.contains(&at) && mapped.contains(&target) {
                pointers.push(at, Target::Here(target));
                return Ok(());
            }
            if let Some(found) = self.relocation(means, at, symbol, target)? {
                pointers.push(at, found);
            }
            if is_relative {
                written = self.around(at, self.word()).unwrap_or(0..0);
                mapped = self.around(target, 0).unwrap_or(0..0);
            }
            Ok(())
        })
    }

    /// The addresses in the same segment from which `len` bytes are in it, too.
    fn around(&self, address: u64, len: u64) -> Option<Range<u64>> {
        let segment = self.memory(address, len)?;
        Some(segment.address..segment.address + segment.in_memory - len + 1)
    }

    fn relocation(
        &self,
        meaning: Meaning,
        at: u64,
        symbol: &Symbol,
        target: u64,
    ) -> Result<Option<Target>, Damage> {
        if matches!(meaning, Meaning::Nothing) && is_known(self.file.e_machine) {
            return Ok(None);
        }
        let is_right = match meaning {
            Meaning::Relative => self.memory(target, 0).is_some(),
            Meaning::Called => self.is_code(target),
            Meaning::ThreadLocal if symbol.st_name == 0 => self.one(abi::PT_TLS).is_some(),
            Meaning::ThreadLocal => {
                matches!(self.place(symbol), Place::ThreadLocal | Place::Undefined)
            }
            // An undefined one that became defined has no address, or the image's.
            Meaning::Symbolic | Meaning::Slot => match self.place(symbol) {
                Place::Mapped => true,
                Place::Undefined => symbol.st_name != 0,
                _ => false,
            },
            Meaning::Nothing => true,
        };
        if !self.is_written(at) || !is_right {
            return Err(WRONG);
        }
        Ok(match meaning {
            Meaning::Relative => Some(Target::Here(target)),
            Meaning::Symbolic if !symbol.is_undefined() => {
                Some(Target::Here(symbol.st_value.wrapping_add(target)))
            }
            Meaning::Symbolic => Some(Target::Symbol),
            _ => None,
        })
    }

    /// Relative ones whose addends stand where they point: an even word is where one is, and each bit of
    /// an odd one a word behind it. <https://groups.google.com/g/generic-abi/c/bX460iggiKg>
    fn packed(&self, table: &Table<'_>, pointers: &mut Pointers) -> Result<(), Damage> {
        let written = self.written().ok_or(WRONG)?;
        let mut push = |at: Option<u64>| {
            let at = at.ok_or(WRONG)?;
            let target = self.relative(&written, at).ok_or(WRONG)?;
            pointers.push(at, Target::Here(target));
            Ok(())
        };
        let word = self.word();
        let bits = 8 * word - 1;
        let mut next = 0_u64;
        for n in 0.. {
            let Some(entry) = table.word(n) else { break };
            if entry & 1 == 0 {
                push(Some(entry))?;
                next = entry.checked_add(word).ok_or(WRONG)?;
            } else {
                for bit in (0..bits).filter(|bit| entry >> (bit + 1) & 1 != 0) {
                    push(next.checked_add(bit * word))?;
                }
                next = next.checked_add(bits * word).ok_or(WRONG)?;
            }
        }
        Ok(())
    }

    /// What a loader may write to, and where that is.
    fn written(&self) -> Option<Vec<(u64, Table<'_>)>> {
        let written = self.loads.iter().filter(|load| load.flags & WRITE != 0);
        written
            .map(|load| Some((load.address, self.at(load.address, load.in_file)?)))
            .collect()
    }

    fn relative(&self, written: &[(u64, Table<'_>)], at: u64) -> Option<u64> {
        let target = written.iter().find_map(|(address, table)| {
            let from = usize::try_from(at.checked_sub(*address)?).ok()?;
            table.word_at(from)
        })?;
        self.memory(target, 0).map(|_| target)
    }
}

/// Whether relocations of it are known here.
pub(super) fn is_known(machine: u16) -> bool {
    matches!(machine, abi::EM_X86_64 | abi::EM_AARCH64)
}
