//! `app find`: added lines with a text in them.

use linkface_traits::sam;
use patch::{Change, Error, File, Files, Hunk, Line, Resume, Visitor};
use std::ops::ControlFlow;

pub(crate) fn find(patch: &str, wanted: &str) -> Result<(), Error> {
    let mut files = sam!(
        impl Files<'s> [wanted: &str] |file: File<'s>, changes: impl Resume<'s>| match file {
            File::Added(name) | File::Changed { new: name, .. } => find_in(name, changes, wanted),
            // Nothing is added to it: its changes are skipped.
            File::Deleted(_) => Ok(()),
        }
    );
    patch::parse(patch, &mut files)
}

/// Pauses at each line that is found, so the parser looks like an iterator.
fn find_in<'s>(name: &str, mut changes: impl Resume<'s>, wanted: &str) -> Result<(), Error> {
    let mut section = "";
    loop {
        let mut found = None;
        changes.resume(&mut Next {
            wanted,
            section: &mut section,
            found: &mut found,
        })?;
        let Some(line) = found else {
            return Ok(());
        };
        println!("{name}:{}: {}", line.number, line.text.trim());
        if !section.is_empty() {
            println!("    in {section}");
        }
    }
}

struct Next<'v, 's> {
    wanted: &'v str,
    section: &'v mut &'s str,
    found: &'v mut Option<Line<'s>>,
}

impl<'s> Visitor<'s> for Next<'_, 's> {
    fn hunk(&mut self, hunk: Hunk<'s>) -> ControlFlow<()> {
        *self.section = hunk.section;
        ControlFlow::Continue(())
    }

    fn line(&mut self, line: Line<'s>) -> ControlFlow<()> {
        if line.change == Change::Added && line.text.contains(self.wanted) {
            *self.found = Some(line);
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }
}
