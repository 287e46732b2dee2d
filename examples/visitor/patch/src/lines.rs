//! A patch, line by line.

use crate::{Error, Wrong};

/// The lines that aren't read yet.
pub(crate) struct Lines<'s> {
    rest: &'s str,
    number: u32,
}

impl<'s> Lines<'s> {
    pub(crate) fn new(text: &'s str) -> Self {
        Self {
            rest: text,
            number: 1,
        }
    }

    /// The next line, which stays the next one. After the last line there are empty ones.
    pub(crate) fn peek(&self) -> Cursor<'s> {
        let line = self.rest.split('\n').next().unwrap_or_default();
        Cursor {
            rest: line,
            line: self.number,
            column: 1,
        }
    }

    /// Whether the next line begins with `text`.
    pub(crate) fn starts_with(&self, text: &str) -> bool {
        self.rest.starts_with(text)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// Goes to the line after the next one.
    pub(crate) fn skip(&mut self) {
        self.rest = self.rest.split_once('\n').map_or("", |(_, rest)| rest);
        self.number = self.number.saturating_add(1);
    }
}

/// What isn't read yet of a line.
#[derive(Clone, Copy)]
pub(crate) struct Cursor<'s> {
    pub(crate) rest: &'s str,
    line: u32,
    column: u32,
}

impl Cursor<'_> {
    pub(crate) fn error(self, wrong: Wrong) -> Error {
        Error {
            line: self.line,
            column: self.column,
            wrong,
        }
    }

    /// Goes on after `text`, if it stands here.
    pub(crate) fn eat(&mut self, text: &str) -> bool {
        let found = self.rest.starts_with(text);
        if found {
            self.advance(text.len());
        }
        found
    }

    /// Goes on after `text`, which must stand here; `described` is how an error calls it.
    pub(crate) fn expect(&mut self, text: &str, described: &'static str) -> Result<(), Error> {
        if self.eat(text) {
            Ok(())
        } else {
            Err(self.error(Wrong::Expected(described)))
        }
    }

    /// Goes on after a number.
    pub(crate) fn number(&mut self) -> Result<u32, Error> {
        let is_digit = |c: char| c.is_ascii_digit();
        let length = self.rest.len() - self.rest.trim_start_matches(is_digit).len();
        let number = self.rest[..length]
            .parse()
            .map_err(|_| self.error(Wrong::Expected("a number")))?;
        self.advance(length);
        Ok(number)
    }

    fn advance(&mut self, length: usize) {
        let (read, rest) = self.rest.split_at(length);
        let characters = u32::try_from(read.chars().count()).unwrap_or(u32::MAX);
        self.column = self.column.saturating_add(characters);
        self.rest = rest;
    }
}
