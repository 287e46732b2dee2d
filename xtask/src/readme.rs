//! What a README quotes must be what is there.
//!
//! * A `console` block that begins with `$ ` shows commands of the transcript, whole. It can be
//!   rewritten from there.
//! * A block that begins with a path in a comment, like `// app/src/main.rs`, is made of parts of that
//!   file, with empty lines or `// …` between them.

use crate::command::Result;
use crate::files;
use crate::transcript::Transcript;
use std::path::Path;

/// A README compared with what it quotes.
pub(crate) struct Quotes {
    /// The README with the transcript's present outputs.
    pub(crate) updated: String,
    /// What is wrong and has to be mended by hand.
    pub(crate) findings: Vec<String>,
}

/// Compares `text`, the README in `folder`.
pub(crate) fn check(text: &str, folder: &Path, transcript: &Transcript) -> Result<Quotes> {
    let mut quotes = Quotes {
        updated: String::new(),
        findings: Vec::new(),
    };
    let mut lines = text.lines().enumerate();
    while let Some((nth, line)) = lines.next() {
        quotes.updated += line;
        quotes.updated += "\n";
        let Some(language) = line.strip_prefix("```") else {
            continue;
        };
        let block: String = lines
            .by_ref()
            .map(|(_, line)| line)
            .take_while(|line| *line != "```")
            .flat_map(|line| [line, "\n"])
            .collect();
        let (block, finding) = match language {
            "console" if block.starts_with("$ ") => console(&block, transcript),
            _ => {
                let finding = source(&block, folder)?;
                (block, finding)
            }
        };
        quotes.updated += &block;
        quotes.updated += "```\n";
        if let Some(finding) = finding {
            let line = nth + 1;
            quotes.findings.push(format!("README.md:{line}: {finding}"));
        }
    }
    Ok(quotes)
}

fn console(block: &str, transcript: &Transcript) -> (String, Option<String>) {
    let mut quoted = Transcript::parse(block);
    for entry in &mut quoted.0 {
        let mut entries = transcript.0.iter();
        let Some(known) = entries.find(|known| known.command == entry.command) else {
            let finding = format!("`{}` is not in expected-output.txt", entry.command);
            return (block.to_owned(), Some(finding));
        };
        entry.output.clone_from(&known.output);
    }
    (quoted.to_string(), None)
}

fn source(block: &str, folder: &Path) -> Result<Option<String>> {
    let Some((first, rest)) = block.split_once('\n') else {
        return Ok(None);
    };
    let path = first.strip_prefix("// ").or(first.strip_prefix("# "));
    let Some(path) = path.filter(|path| path.contains('.') && !path.contains(' ')) else {
        return Ok(None);
    };
    let file = files::read(&folder.join(path))?;
    let is_gap = |line: &&str| line.is_empty() || line.trim().ends_with("// …");
    let lines: Vec<&str> = rest.lines().collect();
    let missing = lines
        .split(is_gap)
        .map(|part| part.join("\n"))
        .find(|part| !file.contains(part));
    Ok(missing.map(|part| format!("this is not in {path}:\n{part}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(readme: &str) -> Quotes {
        let transcript = Transcript::parse("$ echo a\na\nb\n\n$ echo c\nc\n");
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        check(readme, folder, &transcript).unwrap()
    }

    #[test]
    fn outputs_are_brought_up_to_date() {
        let quotes = checked("# R\n```console\n$ echo a\nold\n```\nend\n");
        assert_eq!(
            quotes.updated,
            "# R\n```console\n$ echo a\na\nb\n```\nend\n"
        );
        assert!(quotes.findings.is_empty());
    }

    #[test]
    fn what_is_nowhere_is_told_with_its_line() {
        let quotes = checked("```console\n$ echo c\n```\n\n```console\n$ echo b\n```\n");
        assert_eq!(
            quotes.findings,
            ["README.md:5: `echo b` is not in expected-output.txt"]
        );
    }

    #[test]
    fn code_is_compared_with_its_file() {
        let good = "```toml\n# Cargo.toml\nname = \"xtask\"\n\n[lints]\nworkspace = true\n```\n";
        assert!(checked(good).findings.is_empty());
        let bad = "```toml\n# Cargo.toml\nname = \"ytask\"\n```\n";
        assert_eq!(
            checked(bad).findings,
            ["README.md:1: this is not in Cargo.toml:\nname = \"ytask\""]
        );
        assert!(checked("```rust\n// no path\n```\n").findings.is_empty());
    }
}
