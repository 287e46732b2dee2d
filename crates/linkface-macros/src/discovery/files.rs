//! The compiled crates of a program, found through rustc's arguments.
//!
//! Cargo names a compiled crate `lib<name>-<hash>`, and rustc writes the hashes of all crates that it
//! loaded into the metadata of the crate it compiled. So the direct dependencies, which stand in rustc's
//! arguments, lead to all others. A workspace's own library that is a `cdylib` or `dylib`, too, has no
//! hash; it is known by its name, which stands in metadata among the hashes. The format is rustc's own affair and undocumented;
//! what is relied on here is little: that hashes stand there as text, near the beginning, and that
//! constants do. Whether that holds is tried on linkface's own crate, which holds a marker to be found.

use super::program::{Crate, Direct, Program};
use crate::rustc::Rustc;
use linkface_symbol::{Marker, hash, markers};
use std::collections::{BTreeSet, HashMap, HashSet};
use std::fs::File;
use std::hash::{BuildHasherDefault, Hasher};
use std::io::{BufRead, Read};
use std::path::{Path, PathBuf};

/// The digits in a file's name: `libconsole-0123456789abcdef.rmeta`. Of a name without, its own.
type Hash = u64;
/// How many digits.
const DIGITS: usize = 16;

/// Hashes need no hashing. Macros are not optimized, whatever the profile, and std's hasher is slow then.
#[derive(Default)]
struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, _: &[u8]) {}
    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

type Set = HashSet<Hash, BuildHasherDefault<AsItIs>>;
type Map<T> = HashMap<Hash, T, BuildHasherDefault<AsItIs>>;

/// The names of crates whose files have no hash.
type Plain = BTreeSet<String>;

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
    let listed = listed(&rustc.folders);
    let unhashed = listed.iter().filter(|file| hash_of(file).is_none());
    let plain: Plain = unhashed.map(|file| name_of(file)).collect();
    let mut wanted = Set::default();
    let mut direct: Vec<(String, Hash)> = Vec::new();
    let mut files: Map<PathBuf> = Map::default();
    let mut dynamic = Vec::new();
    for found in &rustc.externs {
        let file = metadata_of(&found.file);
        match id_of(&file) {
            Some(id) if is_metadata(&file) => {
                dependencies(&file, &plain, |id| {
                    wanted.insert(id);
                });
                direct.push((found.name.clone(), id));
                files.insert(id, file);
            }
            _ if is_dynamic(&file) => dynamic.push(file),
            _ => return Err(Blind::NotCargo),
        }
    }
    // Cargo leaves hashes out for some of a workspace's own libraries, never for all.
    if !files.is_empty() && files.values().all(|file| hash_of(file).is_none()) {
        return Err(Blind::NotCargo);
    }
    for file in listed {
        let Some(id) = id_of(&file).filter(|id| wanted.contains(id)) else {
            continue;
        };
        if is_metadata(&file) {
            // `.rmeta` is shorter than the `.rlib` of the same name.
            let known = files.entry(id).or_insert_with(|| file.clone());
            if file.extension().is_some_and(|kind| kind == "rmeta") {
                *known = file;
            }
        } else {
            dynamic.push(file);
        }
    }
    // What is neither there nor the standard library's was compiled, and is gone.
    let unseen = wanted
        .into_iter()
        .filter(|id| !files.contains_key(id))
        .filter(|id| dynamic.iter().all(|file| id_of(file) != Some(*id)))
        .collect();
    // A `dylib` that was compiled as an `rlib`, too, is linked as that.
    dynamic.retain(|file| id_of(file).is_none_or(|id| !files.contains_key(&id)));
    read(files, &plain, &direct, Unread { dynamic, unseen })
}

/// The versions of linkface itself.
fn linkfaces(files: &Map<PathBuf>) -> Result<Set, Blind> {
    let mut linkfaces = Set::default();
    let mut unreadable = Vec::new();
    for (id, file) in files.iter().filter(|(_, file)| name_of(file) == "linkface") {
        let bytes = std::fs::read(file).unwrap_or_default();
        if markers(&bytes).any(|marker| marker == Marker::Format) {
            linkfaces.insert(*id);
        } else {
            unreadable.push((file, is_any_linkface(&bytes)));
        }
    }
    // If one could be read, one that holds no marker at all is somebody else's crate.
    let blind = |(_, is_ours): &&(&PathBuf, bool)| *is_ours || linkfaces.is_empty();
    match unreadable.iter().find(blind) {
        Some((file, _)) => Err(Blind::Unreadable((*file).clone())),
        None => Ok(linkfaces),
    }
}

/// Whether this could be a linkface whose markers are of another format.
fn is_any_linkface(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    while let Ok(1..) = rest.skip_until(b'~') {
        if rest.starts_with(b"linkface:") {
            return true;
        }
    }
    false
}

/// The compiled crates in these folders.
fn listed(folders: &[PathBuf]) -> Vec<PathBuf> {
    let entries = folders.iter().flat_map(std::fs::read_dir).flatten();
    entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|file| is_metadata(file) || is_dynamic(file))
        .collect()
}

fn read(
    files: Map<PathBuf>,
    plain: &Plain,
    direct: &[(String, Hash)],
    unread: Unread,
) -> Result<Program, Blind> {
    let linkfaces = linkfaces(&files)?;
    // Of all others nothing is asked: they neither declare nor implement, nor lead to one that does.
    let mut users: Vec<(Hash, PathBuf, Vec<Hash>)> = Vec::new();
    for (hash, file) in files {
        let mut is_user = false;
        let mut all = Vec::new();
        dependencies(&file, plain, |hash| {
            is_user |= linkfaces.contains(&hash);
            all.push(hash);
        });
        if is_user {
            users.push((hash, file, all));
        }
    }
    // Whatever order folders are listed in.
    users.sort_by(|(_, one, _), (_, other, _)| one.file_name().cmp(&other.file_name()));
    // An incremental build for other flags takes over the metadata of the one before, which then names
    // the crate by the file of that one. Both files are there, with the same bytes: they are one crate.
    let mut kept: Vec<(&PathBuf, Vec<u8>, &[Hash])> = Vec::new();
    let mut places: Map<usize> = Map::default();
    for (hash, file, dependencies) in &users {
        let bytes = std::fs::read(file).map_err(|_| Blind::Unreadable(file.clone()))?;
        let same = |(other, theirs, _): &(&PathBuf, Vec<u8>, _)| {
            *theirs == bytes && name_of(other) == name_of(file)
        };
        let place = kept.iter().position(same);
        places.insert(*hash, place.unwrap_or(kept.len()));
        if place.is_none() {
            kept.push((file, bytes, dependencies));
        }
    }
    let mut crates = Vec::new();
    for (file, bytes, dependencies) in &kept {
        let own = crates.len();
        let mut found = Crate {
            name: name_of(file),
            ..Crate::default()
        };
        for dependency in *dependencies {
            if let Some(place) = places.get(dependency).filter(|place| **place != own) {
                found.dependencies.insert(*place);
            }
        }
        for marker in markers(bytes) {
            match marker {
                Marker::Format => {}
                Marker::Package { name, version } => found.package = Some((name, version)),
                Marker::Declares(declared) => found.declared.push(declared),
                Marker::Implements(implemented) => found.implemented.push(implemented),
            }
        }
        crates.push(found);
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
    Ok(Program::new(crates, direct, unread))
}

/// What of a program wasn't read.
#[derive(Debug, Default)]
pub(super) struct Unread {
    /// Proc macros, which are no part of it, and dylibs, whose metadata is compressed.
    dynamic: Vec<PathBuf>,
    /// Crates of the standard library, which know nothing of linkface, and crates whose files aren't
    /// there: see `tests/discovery/dependencies.rs`.
    unseen: Vec<Hash>,
}

impl Unread {
    /// Whether a part of the program is unknown. Asked before something is called missing: it takes a
    /// while.
    pub(super) fn is_program(&self) -> bool {
        if self.dynamic.iter().any(|file| !is_proc_macro(file)) {
            return true;
        }
        let standard = standard_library();
        self.unseen.iter().any(|hash| !standard.contains(hash))
    }
}

/// The crates in rustc's own folder: `lib/rustlib/<target>/lib` beside the `bin` that it runs from.
fn standard_library() -> Set {
    let list = |folder: PathBuf| std::fs::read_dir(folder).into_iter().flatten().flatten();
    let rustc = std::env::current_exe().unwrap_or_default();
    let root = rustc.parent().and_then(Path::parent).unwrap_or(&rustc);
    list(root.join("lib/rustlib"))
        .flat_map(|target| list(target.path().join("lib")))
        .filter_map(|file| hash_of(&file.path()))
        .collect()
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

/// The hashes of all crates that this one was compiled with, and of some that it wasn't. They stand near
/// the beginning, all together; behind them there may be megabytes.
fn dependencies(file: &Path, plain: &Plain, mut found: impl FnMut(Hash)) {
    /// One dependency takes less.
    const GAP: usize = 4096;
    let Ok(mut file) = File::open(file) else {
        return;
    };
    let mut bytes = Vec::new();
    let mut searched = 0;
    let mut last = None;
    loop {
        let before = bytes.len();
        let taken = (&mut file).take(16 << 10).read_to_end(&mut bytes);
        if taken.is_err() || bytes.len() == before {
            break;
        }
        let mut rest = &bytes[searched..];
        // std's search is optimized; a loop here would not be.
        while let Ok(1..) = rest.skip_until(b'-') {
            if rest.len() < DIGITS {
                break;
            }
            searched = bytes.len() - rest.len();
            // Registries' folders have hashes in their names, too.
            if let Some(hash) = leading_hash(rest).filter(|_| rest.get(DIGITS) != Some(&b'/')) {
                found(hash);
                last = Some(searched);
            }
        }
        if last.is_some_and(|last| bytes.len() - last > GAP) {
            break;
        }
    }
    for name in plain.iter().filter(|name| is_named(&bytes, name)) {
        found(hash(&[name]));
    }
}

/// Whether a crate of this name stands among the dependencies, without a hash: its name, 16 bytes of
/// rustc's, and where the file's hash would stand an empty text. Texts have their length in front and a
/// byte behind that UTF-8 doesn't know.
fn is_named(bytes: &[u8], name: &str) -> bool {
    const END: u8 = 0xc1;
    const REACH: usize = 24;
    let Ok(length) = u8::try_from(name.len()) else {
        return false;
    };
    let mut rest = bytes;
    while let Ok(1..) = rest.skip_until(length) {
        let behind = rest.strip_prefix(name.as_bytes());
        let behind = behind.and_then(|behind| behind.strip_prefix(&[END]));
        let near = behind.map(|behind| &behind[..behind.len().min(REACH)]);
        if near.is_some_and(|near| near.windows(2).any(|pair| pair == [0, END])) {
            return true;
        }
    }
    false
}

fn leading_hash(text: &[u8]) -> Option<Hash> {
    let mut hash = 0;
    for digit in text.get(..DIGITS)? {
        let value = match digit {
            b'0'..=b'9' => digit - b'0',
            b'a'..=b'f' => digit - b'a' + 10,
            _ => return None,
        };
        hash = hash << 4 | Hash::from(value);
    }
    Some(hash)
}

/// Of `libconsole-0123456789abcdef.rmeta`.
fn hash_of(file: &Path) -> Option<Hash> {
    let stem = file.file_stem()?.to_str()?;
    let (_, hash) = stem.rsplit_once('-')?;
    leading_hash(hash.as_bytes()).filter(|_| hash.len() == DIGITS)
}

/// What a crate is known by: its file's hash or, without one, its name.
fn id_of(file: &Path) -> Option<Hash> {
    let is_plain = |file: &&Path| !file.to_string_lossy().contains('-');
    hash_of(file).or_else(|| {
        let stem = Path::new(file.file_stem()?);
        Some(stem).filter(is_plain).map(|_| hash(&[&name_of(file)]))
    })
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
        let mut expected = Set::default();
        // Across the edge of what is read at once.
        for n in 0..600_u64 {
            let hash = format!("{n:016x}");
            expected.insert(n);
            bytes.extend(format!("\x07\x02-{hash}\0{}", "x".repeat(60)).bytes());
        }
        bytes.extend(vec![0; 100_000]);
        bytes.extend(b"-ffffffffffffffff far behind");
        std::fs::write(&file, bytes).unwrap();
        let mut found = Set::default();
        dependencies(&file, &Plain::new(), |hash| assert!(found.insert(hash)));
        std::fs::remove_file(&file).unwrap();
        assert_eq!(found, expected);
        dependencies(&file, &Plain::new(), |hash| panic!("{hash:x}"));
    }

    #[test]
    fn names_are_found_where_a_hash_is_missing() {
        let text = |text: &str| {
            [
                &[u8::try_from(text.len()).unwrap()],
                text.as_bytes(),
                b"\xc1",
            ]
            .concat()
        };
        let entry = |name, extra| [&text(name)[..], &[7; 16], b"\0\x02", &text(extra)].concat();
        let bytes = [
            entry("engine", ""),
            entry("hashed", "-0123456789abcdef"),
            entry("last", "-0123456789abcdef"),
        ]
        .concat();
        for (name, expected) in [
            ("engine", true),
            ("hashed", false),
            ("last", false),
            ("gine", false),
            ("other", false),
            ("", false),
        ] {
            assert_eq!(is_named(&bytes, name), expected, "{name}");
        }
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
