//! What the names of compiled files say.

use super::hash::{DIGITS, Hash, leading_hash};
use linkface_symbol::hash;
use std::path::{Path, PathBuf};

/// Of `libconsole-0123456789abcdef.rmeta`.
pub(super) fn hash_of(file: &Path) -> Option<Hash> {
    let stem = file.file_stem()?.to_str()?;
    let (_, hash) = stem.rsplit_once('-')?;
    leading_hash(hash.as_bytes()).filter(|_| hash.len() == DIGITS)
}

/// What a crate is known by: its file's hash or, without one, its name.
pub(super) fn id_of(file: &Path) -> Option<Hash> {
    let is_plain = |file: &&Path| !file.to_string_lossy().contains('-');
    hash_of(file).or_else(|| {
        let stem = Path::new(file.file_stem()?);
        Some(stem).filter(is_plain).map(|_| hash(&[&name_of(file)]))
    })
}

/// The crate's name in the file's.
pub(super) fn name_of(file: &Path) -> String {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let name = stem.rsplit_once('-').map_or(&*stem, |(name, _)| name);
    name.strip_prefix("lib").unwrap_or(name).to_owned()
}

/// The metadata beside an `.rlib`, which has it too, among much else.
pub(super) fn metadata_of(file: &Path) -> PathBuf {
    let beside = file.with_extension("rmeta");
    if file.extension().is_some_and(|kind| kind == "rlib") && beside.is_file() {
        beside
    } else {
        file.to_owned()
    }
}

pub(super) fn is_metadata(file: &Path) -> bool {
    file.extension()
        .is_some_and(|kind| kind == "rmeta" || kind == "rlib")
}

pub(super) fn is_dynamic(file: &Path) -> bool {
    file.extension()
        .is_some_and(|kind| kind == "so" || kind == "dylib" || kind == "dll")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_hashes_come_from_file_names() {
        for (file, name, hash) in [
            ("/d/libmy_rng-0123456789abcdef.rmeta", "my_rng", true),
            ("/d/libmy_rng-0123456789abcdef.rlib", "my_rng", true),
            ("/d/engine-0123456789abcdef.dll", "engine", true),
            ("/d/libengine.so", "engine", false),
            ("/d/libengine-0.1.rlib", "engine", false),
        ] {
            let file = Path::new(file);
            assert_eq!(name_of(file), name);
            assert_eq!(hash_of(file).is_some(), hash, "{}", file.display());
        }
    }
}
