//! Whether a file has changed.

use super::copy::Stamp;
use std::path::{Path, PathBuf};

/// Says when a plugin's file was built anew, when it is asked: by the time it was written at, its
/// length, and which file it is.
///
/// ```ignore
/// let mut file = Watch::new("mods/euler.so");
/// loop {
///     if file.changed() && let Err(error) = host.reload(&mut physics, file.path()) {
///         eprintln!("{error}"); // the old one stays
///     }
///     physics.step(&world, 0.1);
/// }
/// ```
#[derive(Clone, Debug)]
pub struct Watch {
    path: PathBuf,
    seen: Option<Stamp>,
}

impl Watch {
    /// Of the file as it is now.
    #[must_use]
    pub fn new(path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        let seen = Stamp::of_path(&path).ok();
        Self { path, seen }
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether it is another than when this was last asked. A file that isn't there at the moment, as
    /// a linker is about to write it, hasn't changed.
    ///
    /// A file that is half written when it is read changes once more when it is done.
    #[must_use]
    pub fn changed(&mut self) -> bool {
        let Ok(now) = Stamp::of_path(&self.path) else {
            return false;
        };
        let before = self.seen.replace(now);
        before != self.seen
    }
}

#[cfg(test)]
mod tests {
    use super::Watch;
    use std::{env, fs, process};

    #[test]
    fn a_file_changes_once() {
        let path = env::temp_dir().join(format!("linkface-watch-{}", process::id()));
        let mut file = Watch::new(&path);
        assert!(!file.changed(), "there is none");
        fs::write(&path, "one").unwrap();
        assert!(file.changed());
        assert!(!file.changed());
        fs::write(&path, "another").unwrap();
        assert!(file.changed());
        fs::remove_file(&path).unwrap();
        assert!(!file.changed());
        assert_eq!(file.path(), path);
    }
}
