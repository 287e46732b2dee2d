//! The same with `sam!`, which is told what a closure captures. Its method stays generic.

use crate::changes::Changes;
use crate::lines::Lines;
use crate::{Change, Error, Files, Resume, Visitor, head};
use core::ops::ControlFlow;
use linkface_traits::sam;

/// [`crate::parse`]
///
/// # Errors
///
/// The same.
pub fn parse<'s>(patch: &'s str, files: &mut impl Files<'s>) -> Result<(), Error> {
    let mut lines = Lines::new(patch);
    while let Some(file) = head::file(&mut lines)? {
        let mut changes = Changes::new(&mut lines);
        let rest = sam!(impl Resume<'s> [changes: &mut Changes<'_, 's>] |visitor| {
            changes.visit(visitor)
        });
        files.file(file, rest)?;
        changes.visit(&mut Visitor(|_| ControlFlow::Continue(())))?;
    }
    Ok(())
}

/// [`crate::changed`]
pub fn changed<'s>(changes: impl Resume<'s>) -> impl Resume<'s> {
    sam!(impl Resume<'s> [mut changes: impl Resume<'s>] |visitor| {
        changes.resume(&mut Visitor(|line| match line.change {
            Change::Kept => ControlFlow::Continue(()),
            Change::Removed | Change::Added => visitor.line(line),
        }))
    })
}
