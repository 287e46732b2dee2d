//! The same without closures: a struct for each continuation, and one for each visitor in it.

use crate::changes::Changes;
use crate::lines::Lines;
use crate::{Change, Error, Files, Line, Resume, Visitor, head};
use core::ops::ControlFlow;

/// [`crate::parse`]
///
/// # Errors
///
/// The same.
pub fn parse<'s>(patch: &'s str, files: &mut impl Files<'s>) -> Result<(), Error> {
    let mut lines = Lines::new(patch);
    while let Some(file) = head::file(&mut lines)? {
        let mut changes = Changes::new(&mut lines);
        files.file(file, Rest(&mut changes))?;
        changes.visit(&mut Ignore)?;
    }
    Ok(())
}

struct Rest<'c, 'l, 's>(&'c mut Changes<'l, 's>);

impl<'s> Resume<'s> for Rest<'_, '_, 's> {
    fn resume(&mut self, visitor: &mut impl Visitor<'s>) -> Result<(), Error> {
        self.0.visit(visitor)
    }
}

struct Ignore;

impl<'s> Visitor<'s> for Ignore {
    fn line(&mut self, _line: Line<'s>) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

/// [`crate::changed`]
pub fn changed<'s>(changes: impl Resume<'s>) -> impl Resume<'s> {
    Changed { changes }
}

struct Changed<R> {
    changes: R,
}

impl<'s, R: Resume<'s>> Resume<'s> for Changed<R> {
    fn resume(&mut self, visitor: &mut impl Visitor<'s>) -> Result<(), Error> {
        self.changes.resume(&mut IfChanged { visitor })
    }
}

struct IfChanged<'v, V> {
    visitor: &'v mut V,
}

impl<'s, V: Visitor<'s>> Visitor<'s> for IfChanged<'_, V> {
    fn line(&mut self, line: Line<'s>) -> ControlFlow<()> {
        match line.change {
            Change::Kept => ControlFlow::Continue(()),
            Change::Removed | Change::Added => self.visitor.line(line),
        }
    }
}
