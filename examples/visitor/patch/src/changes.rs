//! The changes in a file, and how far they are read.

use crate::lines::Lines;
use crate::{Change, Error, Line, Visitor, Wrong, head};
use core::ops::ControlFlow;

/// What is to come of a file. Where a visitor pauses, the next one goes on.
pub(crate) struct Changes<'l, 's> {
    lines: &'l mut Lines<'s>,
    old: Side,
    new: Side,
}

/// Where we are in the old file, or in the new one.
#[derive(Default)]
struct Side {
    /// The number of the next line.
    number: u32,
    /// How many lines of the hunk are to come.
    left: u32,
}

impl<'l, 's> Changes<'l, 's> {
    pub(crate) fn new(lines: &'l mut Lines<'s>) -> Self {
        Self {
            lines,
            old: Side::default(),
            new: Side::default(),
        }
    }

    /// Goes on until the visitor pauses, or to the file's end.
    pub(crate) fn visit(&mut self, visitor: &mut (impl Visitor<'s> + ?Sized)) -> Result<(), Error> {
        loop {
            let flow = if self.old.left > 0 || self.new.left > 0 {
                visitor.line(self.line()?)
            } else if self.lines.starts_with("@") {
                self.hunk(visitor)?
            } else {
                return self.end();
            };
            if flow == ControlFlow::Break(()) {
                return Ok(());
            }
        }
    }

    fn hunk(
        &mut self,
        visitor: &mut (impl Visitor<'s> + ?Sized),
    ) -> Result<ControlFlow<()>, Error> {
        let hunk = head::hunk(self.lines.peek())?;
        self.lines.skip();
        self.old = Side {
            number: hunk.old_start,
            left: hunk.old_lines,
        };
        self.new = Side {
            number: hunk.new_start,
            left: hunk.new_lines,
        };
        Ok(visitor.hunk(hunk))
    }

    fn line(&mut self) -> Result<Line<'s>, Error> {
        let cursor = self.lines.peek();
        let (old, new) = (&mut self.old, &mut self.new);
        let (change, number) = match cursor.rest.bytes().next() {
            Some(b' ') if old.left > 0 && new.left > 0 => {
                old.take();
                (Change::Kept, new.take())
            }
            Some(b'-') if old.left > 0 => (Change::Removed, old.take()),
            Some(b'+') if new.left > 0 => (Change::Added, new.take()),
            _ => {
                let (old, new) = (old.left, new.left);
                return Err(cursor.error(Wrong::Lacks { old, new }));
            }
        };
        self.lines.skip();
        // `\ No newline at end of file` is about the line before.
        if self.lines.starts_with("\\") {
            self.lines.skip();
        }
        Ok(Line {
            change,
            number,
            text: &cursor.rest[1..],
        })
    }

    /// What follows a hunk is another one, or the head of a file.
    fn end(&self) -> Result<(), Error> {
        let goes_on = [" ", "+", "-"].iter().any(|it| self.lines.starts_with(it));
        if goes_on && !self.lines.starts_with("--- ") {
            return Err(self.lines.peek().error(Wrong::TooMany));
        }
        Ok(())
    }
}

impl Side {
    /// The number of the next line, which is taken.
    fn take(&mut self) -> u32 {
        let number = self.number;
        self.number += 1;
        self.left -= 1;
        number
    }
}
