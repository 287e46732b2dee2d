//! The symbols of an object, archive or image.

use crate::Tool;
use std::path::Path;

/// One symbol, as `nm` lists it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Symbol {
    /// As the linker sees it.
    pub name: String,
    /// `nm`'s letter: `T` for a function, `U` for one that is missing, `W` for a weak one…
    pub kind: char,
}

/// The symbols in `file`, sorted, once each.
///
/// Libraries that are compiled for LTO hold none: they are in the compiler's own format.
#[must_use]
#[track_caller]
pub fn symbols(file: &Path) -> Vec<Symbol> {
    let folder = file.parent().expect("a file has a folder");
    // An rlib's `lib.rmeta` has no symbols, which nm mentions without failing.
    let listing = Tool::new("nm", folder)
        .args(["--no-demangle", "--format=posix"])
        .arg(file)
        .run()
        .succeeds();
    let mut symbols: Vec<Symbol> = listing.stdout.lines().filter_map(symbol).collect();
    symbols.sort();
    symbols.dedup();
    symbols
}

fn symbol(line: &str) -> Option<Symbol> {
    let mut words = line.split(' ');
    let name = words.next()?.to_owned();
    let mut kind = words.next()?.chars();
    let symbol = Symbol {
        name,
        kind: kind.next()?,
    };
    kind.next().is_none().then_some(symbol)
}
