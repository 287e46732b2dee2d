//! The compiled crates of a program, found through rustc's arguments.
//!
//! Cargo names a compiled crate `lib<name>-<hash>`, and rustc writes the hashes of all crates that it
//! loaded into the metadata of the crate it compiled. So the direct dependencies, which stand in rustc's
//! arguments, lead to all others. A workspace's own library that is a `cdylib` or `dylib`, too, has no
//! hash; it is known by its name, which stands in metadata among the hashes.
//!
//! The format is rustc's own affair and undocumented; what is relied on here is little: that hashes
//! stand there as text, near the beginning, and that constants do. Whether that holds is tried on
//! linkface's own crate, which holds a marker to be found.

use super::file_name::{hash_of, id_of, is_dynamic, is_metadata, metadata_of, name_of};
use super::hash::{Hash, Map, Set};
use super::metadata::{Plain, dependencies};
use super::program::{Crate, Direct, Program};
use super::unread::Unread;
use crate::ordered::insert;
use crate::rustc::Rustc;
use linkface_symbol::{Marker, markers};
use std::io::BufRead;
use std::path::PathBuf;

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
            // Whatever order folders are listed in.
            insert(
                &mut users,
                (hash, file, all),
                |(_, one, _), (_, other, _)| one.file_name().cmp(&other.file_name()),
            );
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

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
