//! The symbols of an object, archive or image.

use object::read::archive::ArchiveFile;
use object::{File, Object as _, ObjectSymbol};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// One symbol that leaves its object.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Symbol {
    /// As the linker sees it.
    pub name: String,
    /// Whether it is here, not only referred to.
    pub is_defined: bool,
}

/// The symbols in `file` that linkers join, once each.
///
/// Libraries that are compiled for LTO hold none: they are in the compiler's own format.
#[must_use]
#[track_caller]
pub fn symbols(file: &Path) -> BTreeSet<Symbol> {
    let data = fs::read(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    match ArchiveFile::parse(&*data) {
        Ok(archive) => archive
            .members()
            .filter_map(|member| member.and_then(|member| member.data(&*data)).ok())
            .flat_map(of_object)
            .collect(),
        Err(_) => of_object(&data).into_iter().collect(),
    }
}

/// Nothing of what is no object: an rlib's metadata, bitcode.
fn of_object(data: &[u8]) -> Vec<Symbol> {
    let Ok(object) = File::parse(data) else {
        return Vec::new();
    };
    let joined = object.symbols().filter(ObjectSymbol::is_global);
    joined
        .filter_map(|symbol| {
            let name = symbol.name().ok()?.to_owned();
            let is_defined = !symbol.is_undefined();
            Some(Symbol { name, is_defined })
        })
        .collect()
}
