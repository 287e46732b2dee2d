//! What a loader writes into the image, and the functions that it calls.

use super::dynamic::{DT_RELR, DT_RELRSZ, Dynamic};
use super::image::{Image, WRITE};
use super::symbols::Place;
use super::table::Table;
use crate::Damage;
use elf::abi;
use elf::relocation::{Rel, Rela};
use elf::symbol::Symbol;

const WRONG: Damage = "a relocation of it leads nowhere";

/// Where pointers stand, and what to: sorted.
pub(super) struct Pointers(Vec<(u64, Target)>);

/// What a pointer leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Target {
    /// An address of this image.
    Here(u64),
    /// A symbol, perhaps of another.
    Symbol,
}

impl Pointers {
    pub(super) fn at(&self, address: u64) -> Option<Target> {
        let found = self.0.binary_search_by_key(&address, |(at, _)| *at).ok()?;
        Some(self.0[found].1)
    }
}

/// What kinds of relocations mean.
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
        const TABLE: Damage = "its relocations can't be read";
        let get = |tag| dynamic.get(tag);
        let machine = self.file.e_machine;
        let mut pointers = Vec::new();
        let mut rela = Vec::new();
        rela.extend(get(abi::DT_RELA).zip(get(abi::DT_RELASZ)));
        if get(abi::DT_PLTREL) == Some(7) {
            rela.extend(get(abi::DT_JMPREL).zip(get(abi::DT_PLTRELSZ)));
        }
        let mut leading = get(abi::DT_RELACOUNT).unwrap_or(0);
        for (start, size) in rela {
            let table = self.at(start, size).ok_or(TABLE)?;
            let count = table.count::<Rela>().ok_or(TABLE)?;
            // A loader asserts that these are relative.
            if leading > count as u64 {
                return Err(TABLE);
            }
            pointers.reserve(count);
            for relocation in table.entries::<Rela>() {
                let meaning = meaning(machine, relocation.r_type)
                    .ok_or("it has a relocation of an unknown kind")?;
                if leading != 0 && !matches!(meaning, Meaning::Relative) && is_known(machine) {
                    return Err(TABLE);
                }
                leading = leading.saturating_sub(1);
                let (at, addend) = (relocation.r_offset, relocation.r_addend);
                let symbol = symbols.get(relocation.r_sym as usize).ok_or(WRONG)?;
                if let Some(pointer) = self.relocation(&meaning, at, symbol, addend)? {
                    pointers.push(pointer);
                }
            }
            leading = 0;
        }
        let mut rel = Vec::new();
        rel.extend(get(abi::DT_REL).zip(get(abi::DT_RELSZ)));
        if get(abi::DT_PLTREL) == Some(17) {
            rel.extend(get(abi::DT_JMPREL).zip(get(abi::DT_PLTRELSZ)));
        }
        for (start, size) in rel {
            let table = self.at(start, size).ok_or(TABLE)?;
            table.count::<Rel>().ok_or(TABLE)?;
            for relocation in table.entries::<Rel>() {
                let symbol = symbols.get(relocation.r_sym as usize).ok_or(WRONG)?;
                self.relocation(&Meaning::Nothing, relocation.r_offset, symbol, 0)?;
            }
        }
        if let Some((start, size)) = get(DT_RELR).zip(get(DT_RELRSZ)) {
            let table = self.at(start, size).ok_or(TABLE)?;
            self.packed(&table, &mut pointers)?;
        }
        if !pointers.is_sorted_by_key(|(at, _)| *at) {
            pointers.sort_by_key(|(at, _)| *at);
        }
        Ok(Pointers(pointers))
    }

    fn relocation(
        &self,
        meaning: &Meaning,
        at: u64,
        symbol: &Symbol,
        addend: i64,
    ) -> Result<Option<(u64, Target)>, Damage> {
        if matches!(meaning, Meaning::Nothing) && is_known(self.file.e_machine) {
            return Ok(None);
        }
        let target = addend.cast_unsigned();
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
            Meaning::Relative => Some((at, Target::Here(target))),
            Meaning::Symbolic if !symbol.is_undefined() => {
                Some((at, Target::Here(symbol.st_value.wrapping_add(target))))
            }
            Meaning::Symbolic => Some((at, Target::Symbol)),
            _ => None,
        })
    }

    /// Relative ones whose addends stand where they point: an even word is where one is, and each bit of
    /// an odd one a word behind it. <https://groups.google.com/g/generic-abi/c/bX460iggiKg>
    fn packed(&self, table: &Table<'_>, pointers: &mut Vec<(u64, Target)>) -> Result<(), Damage> {
        let written = self.written().ok_or(WRONG)?;
        let mut push = |at: Option<u64>| {
            let pointer = at.and_then(|at| self.relative(&written, at));
            pointer.map(|pointer| pointers.push(pointer)).ok_or(WRONG)
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

    fn relative(&self, written: &[(u64, Table<'_>)], at: u64) -> Option<(u64, Target)> {
        let target = written.iter().find_map(|(address, table)| {
            let from = usize::try_from(at.checked_sub(*address)?).ok()?;
            table.word_at(from)
        })?;
        self.memory(target, 0)?;
        Some((at, Target::Here(target)))
    }

    /// The functions that run when it is loaded, and when the program ends.
    pub(super) fn initialisers(
        &self,
        dynamic: &Dynamic<'_>,
        pointers: &Pointers,
    ) -> Result<(), Damage> {
        const FUNCTION: Damage = "a function that is to run when it is loaded is no code";
        for tag in [abi::DT_INIT, abi::DT_FINI] {
            if dynamic
                .get(tag)
                .is_some_and(|at| at != 0 && !self.is_code(at))
            {
                return Err(FUNCTION);
            }
        }
        for (start, size) in [
            (abi::DT_INIT_ARRAY, abi::DT_INIT_ARRAYSZ),
            (abi::DT_FINI_ARRAY, abi::DT_FINI_ARRAYSZ),
        ] {
            let Some((start, size)) = dynamic.get(start).zip(dynamic.get(size)) else {
                continue;
            };
            self.offset(start, size).ok_or(FUNCTION)?;
            if size % self.word() != 0 || !is_known(self.file.e_machine) {
                return if is_known(self.file.e_machine) {
                    Err(FUNCTION)
                } else {
                    Ok(())
                };
            }
            for n in 0..size / self.word() {
                let is_function = match pointers.at(start + n * self.word()) {
                    Some(Target::Here(target)) => self.is_code(target),
                    Some(Target::Symbol) => true,
                    None => false,
                };
                if !is_function {
                    return Err(FUNCTION);
                }
            }
        }
        Ok(())
    }
}

/// Whether relocations of it are known here.
pub(super) fn is_known(machine: u16) -> bool {
    matches!(machine, abi::EM_X86_64 | abi::EM_AARCH64)
}
