//! What a file was made of: `.d` files, in the format of makefiles.

use std::fs;
use std::path::{Path, PathBuf};

/// The sources of a compiled file.
#[derive(Debug)]
pub(super) struct DepInfo {
    sources: Vec<PathBuf>,
}

impl DepInfo {
    /// Reads one; none if it isn't there, or can't be read. Paths in it may be relative to `root`.
    pub(super) fn read(file: &Path, root: &Path) -> Option<Self> {
        let text = fs::read_to_string(file).ok()?;
        let sources = sources(&text).into_iter();
        Some(Self {
            sources: sources.map(|source| root.join(source)).collect(),
        })
    }

    /// Whether a file was made of this one, too.
    pub(super) fn has(&self, source: &Path) -> bool {
        self.sources.iter().any(|own| own == source)
    }

    /// Whether a file is newer than all of its sources, which are still there.
    pub(super) fn is_fresh(&self, file: &Path) -> bool {
        let changed = |path: &Path| fs::metadata(path).and_then(|meta| meta.modified()).ok();
        let Some(made) = changed(file) else {
            return false;
        };
        let mut sources = self.sources.iter();
        sources.all(|source| changed(source).is_some_and(|changed| changed <= made))
    }
}

/// What stands behind the colon in the first line. A space in a name follows a backslash.
fn sources(text: &str) -> Vec<String> {
    let line = text.lines().next().unwrap_or_default();
    // A drive's colon has no space behind it.
    let Some((_, mut rest)) = line.split_once(": ") else {
        return Vec::new();
    };
    let mut sources = vec![String::new()];
    while let Some(c) = rest.chars().next() {
        let (text, length) = match c {
            '\\' if rest[1..].starts_with(' ') => (" ", 2),
            ' ' => ("", 1),
            _ => (&rest[..c.len_utf8()], c.len_utf8()),
        };
        match sources.last_mut() {
            Some(last) if !text.is_empty() => last.push_str(text),
            _ => sources.push(String::new()),
        }
        rest = &rest[length..];
    }
    sources.retain(|source| !source.is_empty());
    sources
}

#[cfg(test)]
mod tests {
    use super::sources;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(sources(text), expected);
    }

    #[test]
    fn names_are_behind_the_colon() {
        check(
            "/t/libapp.d: src/lib.rs src/a.rs\n\nsrc/lib.rs:\n",
            &["src/lib.rs", "src/a.rs"],
        );
        check("C:\\t\\app.exe: C:\\s\\main.rs\n", &["C:\\s\\main.rs"]);
        check(
            "/t/my\\ app: /my\\ folder/main.rs  x\\\\ y",
            &["/my folder/main.rs", "x\\ y"],
        );
        check("/t/app:", &[]);
        check("", &[]);
        check("no colon", &[]);
        check("a: \\", &["\\"]);
    }
}
