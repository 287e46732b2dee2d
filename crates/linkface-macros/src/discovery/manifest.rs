//! What `[package.metadata.linkface]` says, as far as an error text needs it.
//!
//! Tools read all of TOML. Here a few lines do, in the one form that the guide shows: a table under its
//! own header, with strings and lists of strings. What is written otherwise is not seen, which costs a
//! suggestion, or leaves an error that was to be allowed.

use std::path::{Path, PathBuf};

/// The lines of one manifest's table.
#[derive(Default)]
pub(crate) struct Manifest {
    pub(crate) file: PathBuf,
    table: String,
}

impl Manifest {
    /// Of the package in this folder.
    pub(crate) fn of_package(folder: &Path) -> Self {
        let file = folder.join("Cargo.toml");
        let text = std::fs::read_to_string(&file).unwrap_or_default();
        Self {
            file,
            table: table(&text),
        }
    }

    /// Of the package that a source file belongs to.
    pub(crate) fn of_source(file: &Path) -> Self {
        let folder = file
            .ancestors()
            .skip(1)
            .find(|folder| folder.join("Cargo.toml").is_file());
        folder.map_or_else(Self::default, Self::of_package)
    }

    /// The strings under `key`.
    pub(crate) fn strings(&self, key: &str) -> Vec<String> {
        let Some(value) = self.table.lines().enumerate().find_map(|(n, line)| {
            let after = line.trim_start().strip_prefix(key)?.trim_start();
            let first = after.strip_prefix('=')?;
            let rest: Vec<&str> = self.table.lines().skip(n + 1).collect();
            Some(format!("{first}\n{}", rest.join("\n")))
        }) else {
            return Vec::new();
        };
        let value = value.trim_start();
        let value = if value.starts_with('[') {
            value.split(']').next().unwrap_or_default()
        } else {
            value.lines().next().unwrap_or_default()
        };
        quoted(value)
    }

    /// Whether the root allows this finding about one of these crates.
    pub(crate) fn allows(&self, code: &str, crates: &[&str]) -> bool {
        let plain = |name: &str| name.replace('-', "_");
        self.strings("allow")
            .iter()
            .any(|allowed| match allowed.split_once(':') {
                Some((found, name)) => {
                    found == code
                        && crates
                            .iter()
                            .any(|known| plain(known) == plain(name.trim()))
                }
                None => allowed == code,
            })
    }
}

/// The lines behind the header, up to the next.
fn table(text: &str) -> String {
    text.lines()
        .skip_while(|line| {
            let line = line.split('#').next().unwrap_or_default();
            line.replace(' ', "").trim_end() != "[package.metadata.linkface]"
        })
        .skip(1)
        .take_while(|line| !line.trim_start().starts_with('['))
        .filter(|line| !line.trim_start().starts_with('#'))
        .collect::<Vec<&str>>()
        .join("\n")
}

fn quoted(text: &str) -> Vec<String> {
    let mut strings = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(['"', '\'', '#']) {
        let sign = rest.as_bytes()[start] as char;
        rest = &rest[start + 1..];
        if sign == '#' {
            // A comment to the end of its line.
            rest = rest.find('\n').map_or("", |end| &rest[end..]);
            continue;
        }
        let Some(end) = rest.find(sign) else { break };
        strings.push(rest[..end].to_owned());
        rest = &rest[end + 1..];
    }
    strings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, key: &str, expected: &[&str]) {
        let manifest = Manifest {
            file: PathBuf::new(),
            table: table(text),
        };
        assert_eq!(manifest.strings(key), expected, "{text}");
    }

    #[test]
    fn strings_are_found() {
        let toml = "[package]\nsuggest = [\"no\"]\n\n[package.metadata.linkface] # ours\n\
                    facade = \"rng\"\nsuggest = [ # several\n  \"rng-os\", # \"not this\"\n  'rng-hw',\n]\n\
                    allow = [\"LF0004:legacy-lib\"]\n[dependencies]\nsuggest = [\"no\"]\n";
        check(toml, "suggest", &["rng-os", "rng-hw"]);
        check(toml, "facade", &["rng"]);
        check(toml, "allow", &["LF0004:legacy-lib"]);
        check(toml, "pin", &[]);
        let indented = "  [package.metadata.linkface]\n  suggest = [\n    \"rng-os\",\n  ]\n\
                        \u{20} [package.metadata.other]\n  allow = [\"LF0004\"]\n";
        check(indented, "suggest", &["rng-os"]);
        check(indented, "allow", &[]);
        check("", "suggest", &[]);
        check(
            "[package.metadata.linkface]\nsuggest = [\"open",
            "suggest",
            &[],
        );
        check("[package.metadata.linkface]\nsuggest", "suggest", &[]);
    }

    #[test]
    fn allowed_is_what_is_named() {
        let manifest = Manifest {
            file: PathBuf::new(),
            table: "allow = [\"LF0004:legacy-lib\", \"LF0001\"]".to_owned(),
        };
        assert!(manifest.allows("LF0004", &["other", "legacy_lib"]));
        assert!(!manifest.allows("LF0004", &["other"]));
        assert!(manifest.allows("LF0001", &[]));
        assert!(!manifest.allows("LF0002", &["legacy_lib"]));
    }
}
