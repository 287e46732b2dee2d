//! The system's loader, and what it says.

use super::copy::Stamp;
use super::error::Why;
use libloading::Library;
use std::error::Error as _;
use std::fs::File;
use std::path::{Path, PathBuf};

/// Maps the file.
///
/// # Safety
///
/// Runs the initialisers of whatever is in the file and in the libraries that it needs.
pub(super) unsafe fn open(
    file: &File,
    path: &Path,
    stamp: &Stamp,
    uses_origin: bool,
) -> Result<Library, Why> {
    let name = name(file, path, stamp, uses_origin)?;
    // SAFETY: by the caller.
    let opened = unsafe { mapped(&name) };
    opened.map_err(|error| Why::Linker(words(&error)))
}

/// All symbols are found now: one that isn't there would end the program when it is called.
#[cfg(unix)]
unsafe fn mapped(name: &Path) -> Result<Library, libloading::Error> {
    use libloading::os::unix::{Library, RTLD_LOCAL, RTLD_NOW};
    // SAFETY: by the caller.
    unsafe { Library::open(Some(name), RTLD_NOW | RTLD_LOCAL) }.map(Into::into)
}

#[cfg(not(unix))]
unsafe fn mapped(name: &Path) -> Result<Library, libloading::Error> {
    // SAFETY: by the caller.
    unsafe { Library::new(name) }
}

/// By which name the file that is open is mapped, not another that has taken its place.
///
/// The number of the process and not `self`, for debuggers. Two files never have one name, as files
/// stay open once they are mapped: the loader takes equal names for one library.
#[cfg(any(target_os = "linux", target_os = "android"))]
fn name(file: &File, path: &Path, stamp: &Stamp, uses_origin: bool) -> Result<PathBuf, Why> {
    use std::os::fd::AsRawFd;
    let fd = file.as_raw_fd();
    let held = [
        format!("/proc/{}/fd/{fd}", std::process::id()),
        format!("/proc/self/fd/{fd}"),
    ];
    let held = held.into_iter().map(PathBuf::from);
    // As it was when it was checked: one that is being written to isn't mapped.
    let is_it = |name: &PathBuf| Stamp::of_path(name).is_ok_and(|found| found == *stamp);
    // A name in `/proc` says nothing of the libraries beside it.
    match held.into_iter().find(is_it) {
        Some(name) if !uses_origin => Ok(name),
        other => named(path, stamp).or(other.ok_or(Why::Changed)),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "android")))]
fn name(_: &File, path: &Path, stamp: &Stamp, _: bool) -> Result<PathBuf, Why> {
    named(path, stamp)
}

/// The file's path, if it is still there. Absolute: the loader would search for a mere name.
fn named(path: &Path, stamp: &Stamp) -> Result<PathBuf, Why> {
    let path = path.canonicalize().map_err(Why::Copy)?;
    match Stamp::of_path(&path) {
        Ok(found) if found == *stamp => Ok(path),
        _ => Err(Why::Changed),
    }
}

/// What the loader says, from the plugin's point of view.
pub(super) fn words(error: &libloading::Error) -> String {
    let text = match error.source() {
        Some(source) => source.to_string(),
        None => error.to_string(),
    };
    let text = printable(&text);
    // The name by which it was mapped means nothing to anybody.
    let text = match text.split_once(": ") {
        Some((name, rest)) if name.starts_with("/proc/") => rest,
        _ => &text,
    };
    if let Some((library, why)) = text.split_once(": cannot open shared object file: ") {
        return format!(
            "it needs the library {library}, which isn't found ({why}): the system's loader looks \
             where the plugin's run path, `LD_LIBRARY_PATH` and the system say, and takes one that \
             this program has loaded"
        );
    }
    if let Some((_, symbol)) = text.split_once("undefined symbol: ") {
        return format!(
            "it needs `{symbol}`, which none of its libraries has here: it was linked against another \
             build of one of them"
        );
    }
    format!("the system's loader says: {text}")
}

/// The loader quotes names from the file, which may be damaged: a terminal shouldn't obey them.
fn printable(text: &str) -> String {
    text.split(char::is_control)
        .collect::<Vec<_>>()
        .join("\u{fffd}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_to_since_it_was_checked_is_not_mapped() {
        let path = std::env::temp_dir().join(format!("linkface-written-{}", std::process::id()));
        std::fs::write(&path, "as it was checked").unwrap();
        let file = File::open(&path).unwrap();
        let checked = Stamp::of(&file).unwrap();
        assert!(name(&file, &path, &checked, false).is_ok());
        std::fs::write(&path, "as it is, which is longer").unwrap();
        assert!(matches!(
            name(&file, &path, &checked, false),
            Err(Why::Changed)
        ));
        std::fs::remove_file(path).unwrap();
    }

    #[test]
    fn names_are_no_commands() {
        assert_eq!(
            printable("undefined symbol: \u{1b}[2Jme\nm"),
            "undefined symbol: \u{fffd}[2Jme\u{fffd}m"
        );
    }
}
