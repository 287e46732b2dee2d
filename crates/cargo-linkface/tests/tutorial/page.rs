//! A page of Markdown as text and fenced blocks.

use std::fmt;

/// A page.
pub(crate) struct Page<'a>(pub(crate) Vec<Block<'a>>);

/// A part of a page.
pub(crate) enum Block<'a> {
    /// What isn't fenced, with its line breaks.
    Text(String),
    /// A fenced block: its language, and what is in it.
    Code(&'a str, String),
    /// A fenced block of commands and what they print.
    Console(String),
}

impl<'a> Page<'a> {
    pub(crate) fn parse(text: &'a str) -> Self {
        let mut blocks = vec![Block::Text(String::new())];
        let mut fenced = false;
        for line in text.lines() {
            if let Some(language) = line.strip_prefix("```") {
                blocks.push(match (fenced, language) {
                    (true, _) => Block::Text(String::new()),
                    (false, "console") => Block::Console(String::new()),
                    (false, language) => Block::Code(language, String::new()),
                });
                fenced = !fenced;
                continue;
            }
            if let Some(Block::Text(text) | Block::Code(_, text) | Block::Console(text)) =
                blocks.last_mut()
            {
                *text += line;
                text.push('\n');
            }
        }
        Self(blocks)
    }
}

impl Block<'_> {
    /// The file that it is, if its first line is a comment with the name of one. That line is part of it.
    pub(crate) fn file(&self) -> Option<(&str, &str)> {
        let Self::Code(language, text) = self else {
            return None;
        };
        let comment = match *language {
            "llvm" => "; ",
            "rust" => "// ",
            "toml" => "# ",
            _ => return None,
        };
        let (first, _) = text.split_once('\n')?;
        let name = first.strip_prefix(comment)?;
        (name.contains('.') && !name.contains(' ')).then_some((name, text))
    }
}

impl fmt::Display for Page<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for block in &self.0 {
            match block {
                Block::Text(text) => f.write_str(text)?,
                Block::Code(language, text) => write!(f, "```{language}\n{text}```\n")?,
                Block::Console(text) => write!(f, "```console\n{text}```\n")?,
            }
        }
        Ok(())
    }
}
