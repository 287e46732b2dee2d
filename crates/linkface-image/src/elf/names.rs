//! Which names are whose: by a symbol's name a loader finds another library's function, and by a wrong
//! one, another function.

use super::dynamic::{Dynamic, until_zero};
use crate::Damage;
use elf::symbol::Symbol;

/// Whether the undefined symbols have the names that they were given.
///
/// A linker writes a name because something refers to it. One that nothing refers to has lost its
/// symbol if some symbol has a name that is another's, or a part of another's. Either alone is no damage:
/// ld.bfd lets a name be the end of another, and tools that edit files leave names behind.
pub(super) fn are_own(dynamic: &Dynamic<'_>, symbols: &[Symbol]) -> Result<(), Damage> {
    let (strings, used) = (dynamic.strings(), dynamic.used());
    let mut at = 0;
    let mut names = core::iter::from_fn(|| {
        let (start, name) = (at, until_zero(strings.get(at..)?)?);
        at += name.len() + 1;
        Some((start as u64, name))
    });
    let mut later = used.iter().copied().peekable();
    let has_lost = names.any(|(start, name)| {
        while later.next_if(|used| *used < start).is_some() {}
        later.peek() != Some(&start) && is_symbol(name)
    });
    let is_own = |symbol: &Symbol| {
        let at = u64::from(symbol.st_name);
        let before = (symbol.st_name as usize).checked_sub(1);
        let is_whole =
            before.is_none_or(|before| strings.get(before).is_none_or(|byte| *byte == 0));
        is_whole
            && used.partition_point(|used| *used <= at) - used.partition_point(|used| *used < at)
                == 1
    };
    let mut undefined = symbols
        .iter()
        .filter(|symbol| symbol.is_undefined() && symbol.st_name != 0);
    if has_lost && !undefined.all(is_own) {
        return Err("a symbol of it has another's name");
    }
    Ok(())
}

/// Not a library, a folder, or what patchelf writes over one.
fn is_symbol(name: &[u8]) -> bool {
    let is_library = name.windows(3).any(|part| part == b".so");
    !name.contains(&b'/') && !is_library && name.iter().any(|byte| *byte != b'X')
}
