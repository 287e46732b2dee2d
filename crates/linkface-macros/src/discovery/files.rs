//! The compiled crates of a program, found through rustc's arguments.
//!
//! rustc names every compiled crate of a Cargo build `lib<name>-<hash>`, and writes the hashes of all
//! crates that it loaded into the metadata of the crate it compiled. So the direct dependencies, which
//! stand in rustc's arguments, lead to all others. The format is rustc's own affair and undocumented;
//! what is relied on here is little: that hashes stand there as text, near the beginning, and that
//! constants do. Whether that holds is tried on linkface's own crate, which holds a marker to be found.

use super::program::{Crate, Direct, Program};
use crate::rustc::Rustc;
use linkface_symbol::{Marker, markers};
use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::io::{BufRead, Read};
use std::path::{Path, PathBuf};

/// `-0123456789abcdef` in a file's name.
pub(super) type Hash = [u8; 16];

/// Why nothing can be said about a program.
#[derive(Debug, PartialEq)]
pub(crate) enum Blind {
    /// rustc was told of no compiled crate: this is rust-analyzer, or there are no dependencies.
    NoCrates,
    /// The files aren't named as Cargo names them.
    NotCargo,
    /// The metadata isn't as it was, or is of another linkface.
    Unreadable(PathBuf),
}

/// The crates of the program that rustc compiles the root of.
pub(crate) fn find(rustc: &Rustc) -> Result<Program, Blind> {
    if rustc.externs.is_empty() {
        return Err(Blind::NoCrates);
    }
    let mut wanted: HashSet<Hash> = HashSet::new();
    let mut direct = Vec::new();
    let mut opaque = false;
    for found in &rustc.externs {
        let file = metadata_of(&found.file);
        match hash_of(&file) {
            Some(hash) if is_metadata(&file) => {
                wanted.insert(hash);
                wanted.extend(dependencies(&file));
                direct.push((found.name.clone(), hash));
            }
            // A proc macro is no part of the program; a dylib is, and can't be read.
            _ if is_dynamic(&file) => opaque |= !is_proc_macro(&file),
            _ => return Err(Blind::NotCargo),
        }
    }
    let mut files: HashMap<Hash, PathBuf> = HashMap::new();
    for folder in &rustc.folders {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let file = entry.path();
            let Some(hash) = hash_of(&file).filter(|hash| wanted.contains(hash)) else {
                continue;
            };
            if is_metadata(&file) {
                // `.rmeta` is shorter than the `.rlib` of the same name.
                let known = files.entry(hash).or_insert_with(|| file.clone());
                if file.extension().is_some_and(|kind| kind == "rmeta") {
                    *known = file;
                }
            } else if is_dynamic(&file) && !files.contains_key(&hash) {
                opaque |= !is_proc_macro(&file);
            }
        }
    }
    for (found, (_, hash)) in rustc
        .externs
        .iter()
        .filter(|found| is_metadata(&found.file))
        .zip(&direct)
    {
        files
            .entry(*hash)
            .or_insert_with(|| metadata_of(&found.file));
    }
    read(files, &direct, opaque)
}

fn read(
    files: HashMap<Hash, PathBuf>,
    direct: &[(String, Hash)],
    opaque: bool,
) -> Result<Program, Blind> {
    let mut files: Vec<(Hash, PathBuf)> = files.into_iter().collect();
    // Whatever order folders are listed in.
    files.sort_by(|(_, one), (_, other)| one.file_name().cmp(&other.file_name()));
    let places: HashMap<Hash, usize> = files
        .iter()
        .enumerate()
        .map(|(place, (hash, _))| (*hash, place))
        .collect();
    let mut crates: Vec<Crate> = files
        .iter()
        .map(|(hash, file)| Crate {
            name: name_of(file),
            dependencies: dependencies(file)
                .iter()
                .filter(|dependency| *dependency != hash)
                .filter_map(|dependency| places.get(dependency).copied())
                .collect(),
            ..Crate::default()
        })
        .collect();
    let linkfaces: Vec<usize> = (0..crates.len())
        .filter(|place| crates[*place].name == "linkface")
        .collect();
    for place in &linkfaces {
        let file = &files[*place].1;
        let bytes = std::fs::read(file).unwrap_or_default();
        if !markers(&bytes).any(|marker| marker == Marker::Format) {
            return Err(Blind::Unreadable(file.clone()));
        }
    }
    for (place, (_, file)) in files.iter().enumerate() {
        let says_something = linkfaces
            .iter()
            .any(|linkface| crates[place].dependencies.contains(linkface));
        if !says_something {
            continue;
        }
        let bytes = std::fs::read(file).map_err(|_| Blind::Unreadable(file.clone()))?;
        for marker in markers(&bytes) {
            let found = &mut crates[place];
            match marker {
                Marker::Format => {}
                Marker::Package { name, version } => found.package = Some((name, version)),
                Marker::Declares(declared) => found.declared.push(declared),
                Marker::Implements(implemented) => found.implemented.push(implemented),
            }
        }
    }
    let direct = direct
        .iter()
        .filter_map(|(name, hash)| {
            Some(Direct {
                name: name.clone(),
                place: *places.get(hash)?,
            })
        })
        .collect();
    Ok(Program {
        crates,
        direct,
        opaque,
    })
}

/// The hashes of all crates that this one was compiled with. They stand near the beginning, all
/// together; behind them there may be megabytes.
fn dependencies(file: &Path) -> HashSet<Hash> {
    /// One dependency takes less.
    const GAP: usize = 4096;
    let mut hashes = HashSet::new();
    let Ok(mut file) = File::open(file) else {
        return hashes;
    };
    let mut bytes = Vec::new();
    let mut searched = 0;
    let mut last = None;
    loop {
        let before = bytes.len();
        let taken = (&mut file).take(16 << 10).read_to_end(&mut bytes);
        if taken.is_err() || bytes.len() == before {
            return hashes;
        }
        let mut rest = &bytes[searched..];
        // Macros are not optimized, whatever the profile; this searches in code that is.
        while let Ok(1..) = rest.skip_until(b'-') {
            if rest.len() < size_of::<Hash>() {
                break;
            }
            searched = bytes.len() - rest.len();
            if let Some(hash) = leading_hash(rest) {
                hashes.insert(hash);
                last = Some(searched);
            }
        }
        if last.is_some_and(|last| bytes.len() - last > GAP) {
            return hashes;
        }
    }
}

fn leading_hash(text: &[u8]) -> Option<Hash> {
    let (hash, _) = text.split_first_chunk()?;
    hash.iter()
        .all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(byte))
        .then_some(*hash)
}

/// Of `libconsole-0123456789abcdef.rmeta`.
fn hash_of(file: &Path) -> Option<Hash> {
    let stem = file.file_stem()?.to_str()?;
    let (_, hash) = stem.rsplit_once('-')?;
    leading_hash(hash.as_bytes()).filter(|_| hash.len() == size_of::<Hash>())
}

/// The crate's name in the file's.
fn name_of(file: &Path) -> String {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let name = stem.rsplit_once('-').map_or(&*stem, |(name, _)| name);
    name.strip_prefix("lib").unwrap_or(name).to_owned()
}

/// The metadata beside an `.rlib`, which has it too, among much else.
fn metadata_of(file: &Path) -> PathBuf {
    let beside = file.with_extension("rmeta");
    if file.extension().is_some_and(|kind| kind == "rlib") && beside.is_file() {
        beside
    } else {
        file.to_owned()
    }
}

fn is_metadata(file: &Path) -> bool {
    file.extension()
        .is_some_and(|kind| kind == "rmeta" || kind == "rlib")
}

fn is_dynamic(file: &Path) -> bool {
    file.extension()
        .is_some_and(|kind| kind == "so" || kind == "dylib" || kind == "dll")
}

/// Both are shared objects; a proc macro exports the table of its macros.
fn is_proc_macro(file: &Path) -> bool {
    const TABLE: &[u8] = b"rustc_proc_macro_decls";
    let bytes = std::fs::read(file).unwrap_or_default();
    let mut rest = &bytes[..];
    while let Ok(1..) = rest.skip_until(TABLE[0]) {
        if rest.starts_with(&TABLE[1..]) {
            return true;
        }
    }
    false
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

    #[test]
    fn hashes_are_found_where_they_stand() {
        let file = std::env::temp_dir().join(format!("linkface-hashes-{}", std::process::id()));
        let mut bytes = b"rust\0\0\0\x0a (a date: 2026-04-14) -".to_vec();
        let mut expected = HashSet::new();
        // Across the edge of what is read at once.
        for n in 0..600_u64 {
            let hash = format!("{n:016x}");
            expected.insert(leading_hash(hash.as_bytes()).unwrap());
            bytes.extend(format!("\x07\x02-{hash}\0{}", "x".repeat(60)).bytes());
        }
        bytes.extend(vec![0; 100_000]);
        bytes.extend(b"-ffffffffffffffff far behind");
        std::fs::write(&file, bytes).unwrap();
        let found = dependencies(&file);
        std::fs::remove_file(&file).unwrap();
        assert_eq!(found, expected);
        assert_eq!(dependencies(&file), HashSet::new());
    }

    #[test]
    fn without_crates_nothing_is_said() {
        assert_eq!(find(&Rustc::default()).err(), Some(Blind::NoCrates));
        let rustc = Rustc {
            externs: vec![crate::rustc::Extern {
                name: "linkface".to_owned(),
                file: "/d/liblinkface.rlib".into(),
            }],
            ..Rustc::default()
        };
        assert_eq!(find(&rustc).err(), Some(Blind::NotCargo));
    }
}
