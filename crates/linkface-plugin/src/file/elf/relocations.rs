//! What a loader writes into the image, and the functions that it calls.

use super::dynamic::Dynamic;
use super::symbols::Symbol;
use super::{Damage, Image, WRITE};
use object::read::elf::{FileHeader, Rel as _, Rela as _, RelrIterator};
use object::{Endianness, ReadRef, U32, U64, elf};

const WRONG: Damage = "a relocation of it leads nowhere";

/// Where pointers stand, and what to: sorted.
pub(super) struct Pointers(Vec<(u64, Target)>);

/// What a pointer leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
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
    /// What a function of the image returns.
    Called,
    /// Thread-locals.
    ThreadLocal,
    Nothing,
}

fn meaning(machine: elf::Machine, kind: u32) -> Option<Meaning> {
    Some(match (machine, kind) {
        (elf::EM_X86_64 | elf::EM_AARCH64, 0) => Meaning::Nothing,
        (elf::EM_X86_64, 8) | (elf::EM_AARCH64, 1027) => Meaning::Relative,
        (elf::EM_X86_64, 1 | 6 | 7) | (elf::EM_AARCH64, 257 | 1025 | 1026) => Meaning::Symbolic,
        (elf::EM_X86_64, 37) | (elf::EM_AARCH64, 1032) => Meaning::Called,
        (elf::EM_X86_64, 16 | 17 | 18 | 36) | (elf::EM_AARCH64, 1028..=1031) => {
            Meaning::ThreadLocal
        }
        (elf::EM_X86_64 | elf::EM_AARCH64, _) => return None,
        // Whatever other machines have.
        _ => Meaning::Nothing,
    })
}

impl<'d, Elf, R> Image<'d, Elf, R>
where
    Elf: FileHeader<Endian = Endianness>,
    R: ReadRef<'d>,
{
    pub(super) fn relocations(
        &self,
        dynamic: &Dynamic<'d>,
        symbols: &[Symbol<'d>],
    ) -> Result<Pointers, Damage> {
        const TABLE: Damage = "its relocations can't be read";
        let get = |tag| dynamic.get(tag);
        let mut pointers = Vec::new();
        let mut rela = Vec::new();
        rela.extend(get(elf::DT_RELA).zip(get(elf::DT_RELASZ)));
        if get(elf::DT_PLTREL) == Some(7) {
            rela.extend(get(elf::DT_JMPREL).zip(get(elf::DT_PLTRELSZ)));
        }
        let mut leading = get(elf::DT_RELACOUNT).unwrap_or(0);
        for (start, size) in rela {
            let table: &[Elf::Rela] = self.table(start, size).ok_or(TABLE)?;
            // A loader asserts that these are relative.
            if leading > table.len() as u64 {
                return Err(TABLE);
            }
            for relocation in table {
                let kind = relocation.r_type(self.endian, false).0;
                let meaning =
                    meaning(self.machine, kind).ok_or("it has a relocation of an unknown kind")?;
                if leading != 0 && !matches!(meaning, Meaning::Relative) && is_known(self.machine) {
                    return Err(TABLE);
                }
                leading = leading.saturating_sub(1);
                let at: u64 = relocation.r_offset(self.endian).into();
                let symbol = relocation.r_sym(self.endian, false) as usize;
                let addend: i64 = relocation.r_addend(self.endian).into();
                pointers.extend(self.relocation(&meaning, at, symbols.get(symbol), addend)?);
            }
            leading = 0;
        }
        let mut rel = Vec::new();
        rel.extend(get(elf::DT_REL).zip(get(elf::DT_RELSZ)));
        if get(elf::DT_PLTREL) == Some(17) {
            rel.extend(get(elf::DT_JMPREL).zip(get(elf::DT_PLTRELSZ)));
        }
        for (start, size) in rel {
            let table: &[Elf::Rel] = self.table(start, size).ok_or(TABLE)?;
            for relocation in table {
                let at: u64 = relocation.r_offset(self.endian).into();
                self.relocation(
                    &Meaning::Nothing,
                    at,
                    symbols.get(relocation.r_sym(self.endian) as usize),
                    0,
                )?;
            }
        }
        if let Some((start, size)) = get(elf::DT_RELR).zip(get(elf::DT_RELRSZ)) {
            let table: &[Elf::Relr] = self.table(start, size).ok_or(TABLE)?;
            self.packed(table, &mut pointers)?;
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
        symbol: Option<&Symbol<'d>>,
        addend: i64,
    ) -> Result<Option<(u64, Target)>, Damage> {
        let symbol = symbol.ok_or(WRONG)?;
        if matches!(meaning, Meaning::Nothing) && is_known(self.machine) {
            return Ok(None);
        }
        let is_written = self
            .memory(at, Self::WORD)
            .is_some_and(|segment| segment.flags & WRITE != 0);
        let target = addend.cast_unsigned();
        let is_right = match meaning {
            Meaning::Relative => self.memory(target, 0).is_some(),
            Meaning::Called => self.is_code(target),
            Meaning::ThreadLocal => {
                symbol.name.is_empty() && self.one(elf::PT_TLS).is_some() || !symbol.name.is_empty()
            }
            Meaning::Symbolic => !symbol.name.is_empty(),
            Meaning::Nothing => true,
        };
        if !is_written || !is_right {
            return Err(WRONG);
        }
        Ok(match meaning {
            Meaning::Relative => Some((at, Target::Here(target))),
            Meaning::Symbolic if symbol.is_defined => {
                Some((at, Target::Here(symbol.value.wrapping_add(target))))
            }
            Meaning::Symbolic => Some((at, Target::Symbol)),
            _ => None,
        })
    }

    /// Relative ones whose addends stand where they point.
    fn packed(
        &self,
        table: &'d [Elf::Relr],
        pointers: &mut Vec<(u64, Target)>,
    ) -> Result<(), Damage> {
        for at in RelrIterator::<Elf>::new(self.endian, table) {
            let at: u64 = at.into();
            let is_written = self
                .memory(at, Self::WORD)
                .is_some_and(|segment| segment.flags & WRITE != 0);
            let target = self.word(at).filter(|_| is_written).ok_or(WRONG)?;
            self.memory(target, 0).ok_or(WRONG)?;
            pointers.push((at, Target::Here(target)));
        }
        Ok(())
    }

    fn word(&self, at: u64) -> Option<u64> {
        if Self::WORD == 8 {
            let word: &[U64<Endianness>] = self.table(at, 8)?;
            Some(word.first()?.get(self.endian))
        } else {
            let word: &[U32<Endianness>] = self.table(at, 4)?;
            Some(word.first()?.get(self.endian).into())
        }
    }

    /// The functions that run when it is loaded, and when the program ends.
    pub(super) fn initialisers(
        &self,
        dynamic: &Dynamic<'d>,
        pointers: &Pointers,
    ) -> Result<(), Damage> {
        const FUNCTION: Damage = "a function that is to run when it is loaded is no code";
        for tag in [elf::DT_INIT, elf::DT_FINI] {
            if dynamic
                .get(tag)
                .is_some_and(|at| at != 0 && !self.is_code(at))
            {
                return Err(FUNCTION);
            }
        }
        for (start, size) in [
            (elf::DT_INIT_ARRAY, elf::DT_INIT_ARRAYSZ),
            (elf::DT_FINI_ARRAY, elf::DT_FINI_ARRAYSZ),
        ] {
            let Some((start, size)) = dynamic.get(start).zip(dynamic.get(size)) else {
                continue;
            };
            self.at(start, size).ok_or(FUNCTION)?;
            if size % Self::WORD != 0 || !is_known(self.machine) {
                return if is_known(self.machine) {
                    Err(FUNCTION)
                } else {
                    Ok(())
                };
            }
            for n in 0..size / Self::WORD {
                let is_function = match pointers.at(start + n * Self::WORD) {
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
pub(super) fn is_known(machine: elf::Machine) -> bool {
    matches!(machine, elf::EM_X86_64 | elf::EM_AARCH64)
}
