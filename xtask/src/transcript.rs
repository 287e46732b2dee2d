//! Commands and what they print, as a reader would see them in a terminal:
//!
//! ```text
//! # Comments are for readers.
//! $ cargo run -q
//! Hello!
//!
//! $ cargo run -q -p two-providers
//! error: linking with `cc` failed: exit status: 1
//! [exit code 101]
//! ```
//!
//! Both outputs of a command are there in their order, without the noise that [`crate::linker`] and
//! [`crate::plain`] take out. Empty lines at the ends of an output don't count.

use crate::command::Result;
use crate::tool::Output;
use crate::{linker, plain};
use std::fmt;

/// A whole file.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Transcript(pub(crate) Vec<Entry>);

/// One command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Lines that begin with `#`.
    comments: Vec<String>,
    /// For the shell.
    pub(crate) command: String,
    /// What it printed, and how it ended if that wasn't well.
    pub(crate) output: String,
}

impl Transcript {
    pub(crate) fn parse(text: &str) -> Self {
        let mut entries: Vec<Entry> = Vec::new();
        let mut lines: Vec<&str> = Vec::new();
        for line in text.lines() {
            let Some(command) = line.strip_prefix("$ ") else {
                lines.push(line);
                continue;
            };
            let comments = lines.iter().rev().take_while(|line| line.starts_with("# "));
            let comments = lines.split_off(lines.len() - comments.count());
            finish(&mut entries, &mut lines);
            entries.push(Entry {
                comments: comments.into_iter().map(str::to_owned).collect(),
                command: command.to_owned(),
                output: String::new(),
            });
        }
        finish(&mut entries, &mut lines);
        Self(entries)
    }

    /// The same commands, with what each prints now.
    pub(crate) fn rerun(&self, run: impl Fn(&str) -> Result<Output>) -> Result<Self> {
        let entries = self.0.iter().map(|entry| {
            Ok(Entry {
                output: shown(&run(&entry.command)?),
                ..entry.clone()
            })
        });
        Ok(Self(entries.collect::<Result<_>>()?))
    }
}

fn finish(entries: &mut [Entry], lines: &mut Vec<&str>) {
    if let Some(entry) = entries.last_mut() {
        entry.output = trimmed(&lines.join("\n"));
    }
    lines.clear();
}

fn shown(output: &Output) -> String {
    let text = trimmed(&plain::plain(&linker::trim(&output.text)));
    match output.code {
        Some(0) => text,
        Some(code) => format!("{text}[exit code {code}]\n"),
        None => format!("{text}[ended by a signal]\n"),
    }
}

/// Without empty lines around it.
fn trimmed(text: &str) -> String {
    let text = text.trim_start_matches('\n').trim_end();
    if text.is_empty() {
        String::new()
    } else {
        format!("{text}\n")
    }
}

impl fmt::Display for Transcript {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (nth, entry) in self.0.iter().enumerate() {
            if nth > 0 {
                writeln!(f)?;
            }
            for comment in &entry.comments {
                writeln!(f, "{comment}")?;
            }
            write!(f, "$ {}\n{}", entry.command, entry.output)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "\
# First.
$ echo a
a

# b

$ true

# Then
# this.
$ false
[exit code 1]
";

    #[test]
    fn texts_come_back() {
        assert_eq!(Transcript::parse(TEXT).to_string(), TEXT);
    }

    #[test]
    fn outputs_are_replaced() {
        let rerun = Transcript::parse(TEXT).rerun(|command| {
            Ok(Output {
                text: format!("\n{command}  \n\n"),
                code: None,
            })
        });
        let expected = "\
# First.
$ echo a
echo a
[ended by a signal]

$ true
true
[ended by a signal]

# Then
# this.
$ false
false
[ended by a signal]
";
        assert_eq!(rerun.unwrap().to_string(), expected);
    }
}
