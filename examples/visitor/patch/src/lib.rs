//! Reads patches as `git diff` writes them, and tells visitors what they say.
//!
//! Nothing is allocated, and all that is told is borrowed from the patch. The changes in a file are
//! told when somebody asks: [`Files::file`] is handed the rest of the parse, and may [resume] it with
//! a visitor, with several after each other, or not at all.
//!
//! [resume]: Resume::resume
#![no_std]

pub mod by_hand;
mod changes;
mod error;
mod head;
mod lines;
mod model;
pub mod no_dyn;

pub use error::{Error, Wrong};
pub use model::{Change, File, Hunk, Line};

use changes::Changes;
use core::ops::ControlFlow;
use lines::Lines;
use linkface_traits::attr::sam;

/// Is told the changes in a file.
#[sam]
pub trait Visitor<'s> {
    /// A line of a hunk. `Break` pauses.
    fn line(&mut self, line: Line<'s>) -> ControlFlow<()>;

    /// The head of a hunk, whose lines follow. `Break` pauses.
    fn hunk(&mut self, hunk: Hunk<'s>) -> ControlFlow<()> {
        let _ = hunk;
        ControlFlow::Continue(())
    }
}

/// The rest of the changes in a file.
#[sam]
pub trait Resume<'s> {
    /// Tells them to `visitor` until it pauses. The next visitor goes on from there.
    ///
    /// # Errors
    ///
    /// If the changes are malformed.
    fn resume(&mut self, visitor: &mut impl Visitor<'s>) -> Result<(), Error>;
}

/// Is told the files of a patch.
#[sam(static)]
pub trait Files<'s> {
    /// A file, and how to get at its changes. What is left of them afterwards is skipped.
    ///
    /// # Errors
    ///
    /// If resuming them fails.
    fn file(&mut self, file: File<'s>, changes: impl Resume<'s>) -> Result<(), Error>;
}

/// Reads a patch.
///
/// Files whose text stays as it is, which are renamed or get another mode, aren't told.
///
/// # Errors
///
/// If the patch is malformed. `files` are told what comes before that.
pub fn parse<'s>(patch: &'s str, files: &mut impl Files<'s>) -> Result<(), Error> {
    let mut lines = Lines::new(patch);
    while let Some(file) = head::file(&mut lines)? {
        let mut changes = Changes::new(&mut lines);
        files.file(file, Resume(|visitor| changes.visit(visitor)))?;
        changes.visit(&mut Visitor(|_| ControlFlow::Continue(())))?;
    }
    Ok(())
}

/// The lines of `changes` that aren't kept, without hunks.
pub fn changed<'s>(mut changes: impl Resume<'s>) -> impl Resume<'s> {
    Resume(move |visitor| {
        changes.resume(&mut Visitor(|line| match line.change {
            Change::Kept => ControlFlow::Continue(()),
            Change::Removed | Change::Added => visitor.line(line),
        }))
    })
}
