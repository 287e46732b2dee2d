//! The source files that debug locations name.

use crate::failure::Failure;
use crate::session::Session;
use linkface_ir::draw::html::Source;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Larger files aren't shown.
const MOST_BYTES: u64 = 8 << 20;

/// What files of source code are called. IR from elsewhere may name any file, and a page is made to be
/// handed on: nothing else of this machine gets into it.
const ENDINGS: [&str; 14] = [
    "rs", "c", "cc", "cpp", "cxx", "h", "hh", "hpp", "hxx", "inc", "ll", "swift", "zig", "f90",
];

/// Reads those that are there.
pub(super) fn read(sources: &mut [Source], session: &Session) -> Result<(), Failure> {
    let mut standard = None;
    for source in sources {
        let named = Path::new(&source.file);
        let ending = named.extension().and_then(|ending| ending.to_str());
        if !ending.is_some_and(|ending| ENDINGS.contains(&ending)) {
            continue;
        }
        let directory = source.directory.as_deref().unwrap_or_default();
        let whole = Path::new(directory).join(named);
        let mut places = vec![whole.clone(), session.current_dir()?.join(named)];
        if let Some(below) = of_standard_library(&whole) {
            let sysroot = standard.get_or_insert_with(|| sysroot(session));
            places.extend(
                sysroot
                    .iter()
                    .map(|it| it.join("lib/rustlib/src/rust").join(&below)),
            );
        }
        source.text = places.iter().find_map(|place| text(place));
    }
    Ok(())
}

/// The standard library is built elsewhere: `/rustc/0123…/library/core/src/num/mod.rs`. With the component
/// `rust-src` its sources are here, too.
fn of_standard_library(file: &Path) -> Option<PathBuf> {
    let below = file.strip_prefix("/rustc").ok()?;
    Some(below.components().skip(1).collect())
}

fn sysroot(session: &Session) -> Option<PathBuf> {
    let mut rustc = Command::from(session.config().ok()?.rustc());
    let output = rustc.args(["--print", "sysroot"]).output().ok()?;
    let path = String::from_utf8(output.stdout).ok()?;
    Some(PathBuf::from(path.trim_end()))
}

fn text(place: &Path) -> Option<String> {
    if !fs::metadata(place).ok()?.is_file() {
        return None;
    }
    let mut bytes = Vec::new();
    File::open(place)
        .ok()?
        .take(MOST_BYTES)
        .read_to_end(&mut bytes)
        .ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standard_library_is_below_a_hash() {
        let below = |file| of_standard_library(Path::new(file));
        let file = "/rustc/59807616e1fa2540724bfbac14d7976d7e4a3860/library/core/src/num/mod.rs";
        assert_eq!(below(file), Some("library/core/src/num/mod.rs".into()));
        assert_eq!(below("/home/me/library/core/src/num/mod.rs"), None);
    }
}
