//! What is in a linked file, and what isn't.

use linkface_symbol::{Item, Role, decode};
use object::{NameOrOrdinal, Object, ObjectSymbol};
use std::error::Error;
use std::fmt;

/// What the symbols of a program, a shared object or a wasm module say.
///
/// For a trait each method counts. Items with a symbol of their own (`symbol = unsafe("…")`) aren't
/// seen: it looks like any other. Neither is what was inlined or stripped: that nothing is said of an
/// implementation doesn't mean that there is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LinkedFile {
    /// Items that are used in it and expected from elsewhere.
    pub missing: Vec<Item>,
    /// Items that a provider in it implements.
    pub implemented: Vec<Item>,
    /// Items for which it has the façade's default.
    pub defaulted: Vec<Item>,
}

impl LinkedFile {
    /// Reads an ELF, PE, Mach-O or wasm file.
    ///
    /// # Errors
    ///
    /// When the bytes are no such file, or one that is broken or cut.
    pub fn read(bytes: &[u8]) -> Result<Self, FileError> {
        let file = object::File::parse(bytes)?;
        let mut found = Self::default();
        for symbol in file.symbols().chain(file.dynamic_symbols()) {
            // A name that isn't UTF-8 is none of ours.
            if let Some((item, role)) = symbol.name().ok().and_then(decode) {
                // Linkers keep a default's weakness.
                match role {
                    _ if symbol.is_undefined() => found.expects(item, role),
                    Role::Required | Role::Unique | Role::UniqueDefault => {
                        found.implemented.push(item);
                    }
                    Role::Defaulted if symbol.is_weak() => found.defaulted.push(item),
                    Role::Defaulted => found.implemented.push(item),
                    _ => {}
                }
            }
        }
        for import in file.imports()? {
            if let NameOrOrdinal::Name(name) = import?.name()
                && let Some((item, role)) = std::str::from_utf8(name).ok().and_then(decode)
            {
                found.expects(item, role);
            }
        }
        for items in [
            &mut found.missing,
            &mut found.implemented,
            &mut found.defaulted,
        ] {
            items.sort();
            items.dedup();
        }
        Ok(found)
    }

    fn expects(&mut self, item: Item, role: Role) {
        if matches!(role, Role::Required | Role::TypeId) {
            self.missing.push(item);
        }
    }
}

/// The items that are used in a linked file and expected from elsewhere, sorted.
///
/// In a program or a wasm module nobody will bring them. What a shared object expects may come from the
/// program that loads it, which linkface doesn't do on purpose.
///
/// # Errors
///
/// As [`LinkedFile::read`].
pub fn missing(bytes: &[u8]) -> Result<Vec<Item>, FileError> {
    LinkedFile::read(bytes).map(|file| file.missing)
}

/// Why a linked file can't be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileError(object::Error);

impl From<object::Error> for FileError {
    fn from(error: object::Error) -> Self {
        Self(error)
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "no program, shared object or wasm module, or a broken one: {}",
            self.0
        )
    }
}

impl Error for FileError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.0)
    }
}
