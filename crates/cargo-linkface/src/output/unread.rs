//! What could not be read: then facts may be missing, and silence means less.

use crate::failure::Failure;
use crate::session::Session;
use annotate_snippets::{Group, Level};
use linkface_graph::packages::Packages;
use std::collections::BTreeMap;
use std::io::Write;

/// Tells it on standard error. It is no finding: what rustc has to say of such a file, it says better.
pub(crate) fn warn(packages: &Packages, session: &Session) -> Result<(), Failure> {
    let unread: BTreeMap<_, _> = packages
        .values()
        .flat_map(|package| &package.crates)
        .filter_map(|krate| krate.facts.as_ref())
        .flat_map(|facts| &facts.unread)
        .map(|unread| (&unread.file, &unread.why))
        .collect();
    let shell = session.shell();
    for (file, why) in unread {
        let title = format!("cannot read `{}`: {why}", session.display(file));
        let note = "what it declares and implements isn't known";
        let title = Level::WARNING.primary_title(title);
        let report = [Group::with_title(title).element(Level::NOTE.message(note))];
        writeln!(shell.err(), "{}\n", shell.renderer().render(&report))?;
    }
    Ok(())
}
