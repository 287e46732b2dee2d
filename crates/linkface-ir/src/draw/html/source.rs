//! The lines of files that are shown.

use crate::draw::xml::escape;
use std::collections::BTreeSet;
use std::fmt::Write;

/// A file that debug locations name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The directory from which the path starts, if it isn't absolute.
    pub directory: Option<String>,
    /// The path as rustc was given it.
    pub file: String,
    /// What is in it, if somebody could read it.
    pub text: Option<String>,
    wanted: BTreeSet<u32>,
}

/// Lines that are shown around a line.
const AROUND: u32 = 4;

impl Source {
    pub(super) fn new(directory: Option<&str>, file: &str) -> Self {
        Self {
            directory: directory.map(str::to_owned),
            file: file.to_owned(),
            text: None,
            wanted: BTreeSet::new(),
        }
    }

    pub(super) fn want(&mut self, line: u32) {
        self.wanted.insert(line);
    }

    /// Its end, by which people know it: `core/src/num/mod.rs`.
    pub(super) fn name(&self) -> String {
        let plain = self.file.replace('\\', "/");
        let shown = ["/library/", "/registry/src/"];
        let cut = shown.iter().find_map(|mark| {
            let at = plain.find(mark)?;
            Some(&plain[at + mark.len()..])
        });
        cut.unwrap_or(&plain).to_owned()
    }

    /// Writes the lines that are asked for, and some around them; nothing without a text.
    pub(super) fn write(&self, number: usize, out: &mut String) {
        let Some(text) = &self.text else {
            return;
        };
        let name = escape(&self.name());
        let full = escape(&self.file);
        let _ = writeln!(
            out,
            "<section class=\"file\" aria-label=\"{name}\"><h3 title=\"{full}\">{name}</h3>"
        );
        let mut last = 0;
        for (number_of_line, line) in (1_u32..).zip(text.lines()) {
            let from = number_of_line.saturating_sub(AROUND);
            let near = self
                .wanted
                .range(from..=number_of_line + AROUND)
                .next()
                .is_some();
            if !near {
                continue;
            }
            if last + 1 != number_of_line {
                *out += "<div class=\"gap\" aria-hidden=\"true\">⋯</div>";
            }
            last = number_of_line;
            let used = if self.wanted.contains(&number_of_line) {
                " used"
            } else {
                ""
            };
            let _ = writeln!(
                out,
                "<div class=\"src-row{used}\" data-file=\"{number}\" data-line=\"{number_of_line}\"><i>{number_of_line}</i>{}</div>",
                escape(line)
            );
        }
        *out += "</section>\n";
    }
}

/// Names the files that nobody could read.
pub(super) fn write_missing<'s>(sources: impl Iterator<Item = &'s Source>, out: &mut String) {
    let mut missing = sources.filter(|source| source.text.is_none()).peekable();
    if missing.peek().is_none() {
        return;
    }
    *out += "<section class=\"file\" aria-label=\"Elsewhere\"><h3>Elsewhere</h3><ul>";
    for source in missing {
        const MOST: usize = 12;
        let lines: Vec<_> = source
            .wanted
            .iter()
            .take(MOST)
            .map(u32::to_string)
            .collect();
        let more = if source.wanted.len() > MOST {
            ", …"
        } else {
            ""
        };
        let _ = writeln!(
            out,
            "<li title=\"{}\">{}:{}{more}</li>",
            escape(&source.file),
            escape(&source.name()),
            lines.join(", ")
        );
    }
    *out += "</ul><p class=\"none\">These files aren't on the machine that made this page. \
             <code>rustup component add rust-src</code> brings those of the standard library.</p></section>\n";
}
