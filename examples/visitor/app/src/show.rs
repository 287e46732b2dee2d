//! `app show`: the changes in each file, abridged.

use linkface_traits::sam;
use patch::{Change, Error, File, Files, Line, Resume, Visitor};
use std::fmt;
use std::ops::ControlFlow::{Break, Continue};

/// How many lines of a file are shown.
const SHOWN: usize = 4;

#[derive(Default)]
struct Count {
    files: usize,
    added: usize,
    removed: usize,
}

pub(crate) fn show(patch: &str) -> Result<(), Error> {
    let mut total = Count::default();
    let mut files = sam!(
        impl Files<'s> [total: &mut Count] |file: File<'s>, changes: impl Resume<'s>| {
            println!("{}", name(file));
            total.files += 1;
            abridge(changes, total)
        }
    );
    patch::parse(patch, &mut files)?;
    println!("{} files, {total}", total.files);
    Ok(())
}

/// One visitor shows lines and pauses, another one counts what it left.
fn abridge<'s>(changes: impl Resume<'s>, total: &mut Count) -> Result<(), Error> {
    let mut changes = patch::changed(changes);
    let mut shown = 0;
    changes.resume(&mut Visitor(|line| {
        show_line(line);
        total.add(line);
        shown += 1;
        if shown < SHOWN {
            Continue(())
        } else {
            Break(())
        }
    }))?;

    let mut more = Count::default();
    changes.resume(&mut Visitor(|line| {
        total.add(line);
        more.add(line);
        Continue(())
    }))?;
    if more.added + more.removed > 0 {
        println!("     … {more}");
    }
    Ok(())
}

fn show_line(line: Line<'_>) {
    let sign = match line.change {
        Change::Kept => ' ',
        Change::Removed => '-',
        Change::Added => '+',
    };
    println!("{:6} {sign} {}", line.number, line.text);
}

fn name(file: File<'_>) -> String {
    match file {
        File::Added(name) => format!("{name}, a new file"),
        File::Deleted(name) => format!("{name}, deleted"),
        File::Changed { old, new } if old == new => new.to_owned(),
        File::Changed { old, new } => format!("{new}, once {old}"),
    }
}

impl Count {
    fn add(&mut self, line: Line<'_>) {
        match line.change {
            Change::Kept => {}
            Change::Removed => self.removed += 1,
            Change::Added => self.added += 1,
        }
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} added, {} removed", self.added, self.removed)
    }
}
