//! Lines of the source.

use crate::session::Session;
use linkface_ir::metadata::Location;
use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Files of source, each read once.
pub(super) struct Sources<'s> {
    session: &'s Session,
    /// Where std's own sources are, if they are installed.
    library: OnceCell<Option<PathBuf>>,
    files: RefCell<HashMap<PathBuf, Option<Vec<String>>>>,
}

/// A place for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// `src/lib.rs:5`, `library/core/src/num/mod.rs:12`.
    pub(super) name: String,
    /// The line, without the space around it; none if the file can't be read.
    pub(super) text: Option<String>,
}

impl<'s> Sources<'s> {
    pub(super) fn new(session: &'s Session) -> Self {
        Self {
            session,
            library: OnceCell::new(),
            files: RefCell::default(),
        }
    }

    /// What is at a location; none if the compiler made the code.
    pub(super) fn place(&self, location: &Location<'_>) -> Option<Place> {
        let file = location.file.filter(|_| location.line > 0)?;
        let candidates = self.candidates(location);
        let found = candidates.iter().find_map(|path| {
            let text = self.line(path, location.line)?;
            Some((path, text))
        });
        let path = found.as_ref().map(|(path, _)| *path).or(candidates.first());
        let shown = match path {
            Some(path) if !is_of_std(location) => self.session.display(path),
            _ => file.to_owned(),
        };
        let text = found.map(|(_, text)| text);
        Some(Place {
            name: format!("{shown}:{}", location.line),
            text,
        })
    }

    /// Where the file may be, the best guess first.
    fn candidates(&self, location: &Location<'_>) -> Vec<PathBuf> {
        let file = Path::new(location.file.unwrap_or_default());
        let directory = Path::new(location.directory.unwrap_or_default());
        if is_of_std(location) {
            let whole = directory.join(file);
            let mut parts = whole.components();
            let below = parts
                .by_ref()
                .find(|part| part.as_os_str() == "library")
                .map(|_| parts.as_path().to_owned());
            let library = self.library.get_or_init(|| self.find_library());
            return library.iter().zip(below).map(|(a, b)| a.join(b)).collect();
        }
        let mut all = vec![directory.join(file)];
        // Built elsewhere, or with paths that were cut off: from where we are.
        if file.is_relative() {
            all.extend(self.session.current_dir().ok().map(|dir| dir.join(file)));
        }
        all
    }

    /// `rust-src` of the toolchain.
    fn find_library(&self) -> Option<PathBuf> {
        let config = self.session.config().ok()?;
        let output = Command::from(config.rustc())
            .args(["--print", "sysroot"])
            .output()
            .ok()?;
        let sysroot = String::from_utf8(output.stdout).ok()?;
        let library = Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library");
        library.is_dir().then_some(library)
    }

    fn line(&self, path: &Path, line: u32) -> Option<String> {
        let mut files = self.files.borrow_mut();
        let lines = files.entry(path.to_owned()).or_insert_with(|| {
            let text = fs::read_to_string(path).ok()?;
            Some(text.lines().map(str::to_owned).collect())
        });
        let at = usize::try_from(line).ok()?.checked_sub(1)?;
        Some(lines.as_ref()?.get(at)?.trim().to_owned())
    }
}

/// Whether it is one of std's files: rustc calls its own folder `/rustc/` and the commit.
fn is_of_std(location: &Location<'_>) -> bool {
    let starts = |path: Option<&str>| path.is_some_and(|path| path.starts_with("/rustc/"));
    starts(location.file) || starts(location.directory)
}
