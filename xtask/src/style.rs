//! Colours, where the reader's terminal shows them.

use std::env;
use std::io::{self, IsTerminal as _};

/// How to write to standard output.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Style {
    is_coloured: bool,
}

impl Style {
    /// In colour on a terminal, unless `NO_COLOR` (<https://no-color.org>) or `TERM=dumb` says
    /// otherwise.
    pub(crate) fn of_stdout() -> Self {
        let refused = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let dumb = env::var_os("TERM").is_some_and(|value| value == "dumb");
        Self {
            is_coloured: io::stdout().is_terminal() && !refused && !dumb,
        }
    }

    /// What Cargo's `--color` takes.
    pub(crate) const fn cargo(self) -> &'static str {
        if self.is_coloured { "always" } else { "never" }
    }

    pub(crate) fn bold(self, text: &str) -> String {
        self.paint("1", text)
    }

    pub(crate) fn dim(self, text: &str) -> String {
        self.paint("2", text)
    }

    pub(crate) fn red(self, text: &str) -> String {
        self.paint("31", text)
    }

    pub(crate) fn green(self, text: &str) -> String {
        self.paint("32", text)
    }

    fn paint(self, code: &str, text: &str) -> String {
        if self.is_coloured {
            format!("\x1b[{code}m{text}\x1b[0m")
        } else {
            text.to_owned()
        }
    }
}

/// `text` without colours.
pub(crate) fn bare(text: &str) -> String {
    let mut parts = text.split("\x1b[");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        // Colours end with `m`, the only sequences that Cargo writes into a pipe.
        out += part.split_once('m').map_or(part, |(_, rest)| rest);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_come_off() {
        let style = Style { is_coloured: true };
        assert_eq!(style.red("no"), "\x1b[31mno\x1b[0m");
        assert_eq!(bare(&format!("a {} b", style.bold("mm"))), "a mm b");
    }
}
