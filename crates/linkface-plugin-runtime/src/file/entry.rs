//! The plugin's own symbol and what it leads to: what a host follows once the file is loaded.

use super::FileError;
use crate::entry::{Constructor, Entry, SYMBOL};
use crate::header::{Header, RUNTIME, Role, SECTION_ELF};
use core::mem::offset_of;
use linkface_image::{Checked, Target};

/// Whether a host can follow it.
pub(super) fn check(image: &Checked<'_, '_>, header: &Header) -> Result<(), FileError> {
    // As they are laid out here; and another version's are its own.
    let is_ours = image.pointer_size() == size_of::<usize>() as u64 && header.runtime == RUNTIME;
    if !is_ours || !image.knows_pointers() {
        return Ok(());
    }
    let Some(symbol) = image.symbol(SYMBOL) else {
        return Err(FileError::Damaged("it exports no table of its exports"));
    };
    is_right(image, header, symbol)
        .filter(|is_right| *is_right)
        .map(drop)
        .ok_or(FileError::Damaged(
            "its table of exports and its header disagree",
        ))
}

/// If it is there.
fn is_right(
    image: &Checked<'_, '_>,
    header: &Header,
    symbol: core::ops::Range<u64>,
) -> Option<bool> {
    let implementors = header
        .exports
        .iter()
        .filter(|export| export.role == Role::Implements)
        .count();
    let size = size_of::<Entry>() as u64;
    let entry = image.table(symbol.start, size)?;
    let section = image.section(SECTION_ELF)?;
    let pointer = |at: usize| image.pointer(symbol.start + at as u64);
    // Little-endian: the low half comes first.
    let len = u64::from(entry.u32(offset_of!(Entry, header_len))?);
    let is_entry = symbol.end - symbol.start >= size
        && entry.u32(offset_of!(Entry, runtime)) == Some(RUNTIME)
        && entry.u32(offset_of!(Entry, count))? as usize == implementors
        && pointer(offset_of!(Entry, header)) == Some(Target::Here(section.start))
        && len <= section.end - section.start
        && pointer(offset_of!(Entry, std)).is_some();
    let Target::Here(exports) = pointer(offset_of!(Entry, exports))? else {
        return None;
    };
    let size = size_of::<Constructor>() as u64;
    let is_constructor = |n: u64| {
        let pointer = |at: usize| image.pointer(exports + n * size + at as u64);
        let is_code =
            |at: usize| matches!(pointer(at), Some(Target::Here(to)) if image.is_code(to));
        is_code(offset_of!(Constructor, new))
            && is_code(offset_of!(Constructor, type_id))
            && pointer(offset_of!(Constructor, interface)).is_some()
    };
    let count = implementors as u64;
    Some(is_entry && image.is_mapped(exports, count * size) && (0..count).all(is_constructor))
}
