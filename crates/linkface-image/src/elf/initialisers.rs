//! The functions that a loader calls.

use super::dynamic::Dynamic;
use super::image::Image;
use super::pointers::{Pointers, Target};
use super::relocations::is_known;
use crate::Damage;
use elf::abi;

impl Image<'_> {
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
