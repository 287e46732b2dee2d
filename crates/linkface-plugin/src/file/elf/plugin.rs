//! The plugin's own symbol and what it leads to: what a host follows once the file is loaded.

use super::dynamic::Dynamic;
use super::relocations::{Pointers, Target, is_known};
use super::symbols::Symbol;
use super::{Damage, Image};
use crate::entry::{Constructor, Entry, SYMBOL};
use crate::header::{Header, RUNTIME, Role, SECTION_ELF};
use core::mem::offset_of;
use object::read::elf::FileHeader;
use object::{Endianness, ReadRef, U32};

impl<'d, Elf, R> Image<'d, Elf, R>
where
    Elf: FileHeader<Endian = Endianness>,
    R: ReadRef<'d>,
{
    pub(super) fn plugin(
        &self,
        _: &Dynamic<'d>,
        symbols: &[Symbol<'d>],
        pointers: &Pointers,
        header: &Header,
    ) -> Result<(), Damage> {
        const ENTRY: Damage = "its table of exports and its header disagree";
        // As they are laid out here; and another version's are its own.
        let is_ours = Self::WORD == size_of::<usize>() as u64 && header.runtime == RUNTIME;
        if !is_ours || !is_known(self.machine) {
            return Ok(());
        }
        let symbol = symbols
            .iter()
            .find(|symbol| symbol.is_defined && symbol.name == SYMBOL.as_bytes())
            .ok_or("it exports no table of its exports")?;
        if symbol.size < size_of::<Entry>() as u64 {
            return Err(ENTRY);
        }
        let number = |at: usize| -> Option<u32> {
            let number: &[U32<Endianness>] = self.table(symbol.value + at as u64, 4)?;
            Some(number.first()?.get(self.endian))
        };
        let implementors = header
            .exports
            .iter()
            .filter(|e| e.role == Role::Implements)
            .count();
        let section = self.section(SECTION_ELF).ok_or(ENTRY)?;
        // Little-endian: the low half comes first.
        let len = number(offset_of!(Entry, header_len)).map(u64::from);
        let pointer = |at: usize| pointers.at(symbol.value + at as u64);
        let is_right = number(offset_of!(Entry, runtime)) == Some(RUNTIME)
            && number(offset_of!(Entry, count)).map(|count| count as usize) == Some(implementors)
            && pointer(offset_of!(Entry, header)) == Some(Target::Here(section.address))
            && len.is_some_and(|len| len <= section.size)
            && pointer(offset_of!(Entry, std)).is_some();
        let Some(Target::Here(exports)) = pointer(offset_of!(Entry, exports)).filter(|_| is_right)
        else {
            return Err(ENTRY);
        };
        let size = size_of::<Constructor>() as u64;
        self.at(exports, implementors as u64 * size).ok_or(ENTRY)?;
        for n in 0..implementors as u64 {
            let at = exports + n * size;
            let new = pointers.at(at + offset_of!(Constructor, new) as u64);
            let type_id = pointers.at(at + offset_of!(Constructor, type_id) as u64);
            let is_code = [new, type_id]
                .into_iter()
                .all(|to| matches!(to, Some(Target::Here(to)) if self.is_code(to)));
            if !is_code
                || pointers
                    .at(at + offset_of!(Constructor, interface) as u64)
                    .is_none()
            {
                return Err(ENTRY);
            }
        }
        Ok(())
    }
}
