//! The roots of a package, and `link!()` in them.

use super::Args;
use super::source::{self, Edit};
use crate::commands::facade::crate_name;
use crate::failure::Failure;
use crate::session::Session;
use linkface_graph::packages::{Crate, Package};
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

/// The targets that are to link a new provider: programs and C libraries; with `dev` what only
/// developers run.
pub(super) fn roots(package: &Package, dev: bool) -> Vec<&Crate> {
    let kinds: &[&str] = if dev {
        &["test", "example", "bench"]
    } else {
        &["bin", "cdylib", "staticlib"]
    };
    let is_root = |of: &&Crate| of.kinds.iter().any(|kind| kinds.contains(&kind.as_str()));
    package.crates.iter().filter(is_root).collect()
}

/// What has to change in the sources of these roots.
///
/// # Errors
///
/// If one can't be read, or isn't Rust.
pub(super) fn edits(
    args: &Args,
    session: &Session,
    roots: &[&Crate],
    linkface: &str,
) -> Result<BTreeMap<PathBuf, Edit>, Failure> {
    let name = crate_name(args.rename.as_deref().unwrap_or(args.name()));
    let mut edits = BTreeMap::new();
    for root in roots {
        let file = &root.source;
        let text = fs::read_to_string(file).map_err(|why| Failure::file("read", file, why))?;
        let edit = source::link(&text, &name, linkface, args.dev).map_err(|why| {
            let start = why.span().start();
            let shown = session.display(file);
            let (line, column) = (start.line, start.column + 1);
            Failure::new(format!("cannot read `{shown}`: {why}"))
                .note(format!("at {shown}:{line}:{column}"))
                .help("mend it, and try again: nothing was changed")
        })?;
        edits.insert(file.clone(), edit);
    }
    Ok(edits)
}

/// Writes them, and says so.
///
/// # Errors
///
/// If a file can't be written.
pub(super) fn write(
    args: &Args,
    session: &Session,
    edits: &BTreeMap<PathBuf, Edit>,
) -> Result<(), Failure> {
    let shell = session.shell();
    for (file, edit) in edits {
        let shown = session.display(file);
        match edit {
            Edit::Nothing => {}
            Edit::Text(text) => {
                if !args.dry_run {
                    fs::write(file, text).map_err(|why| Failure::file("write", file, why))?;
                }
                shell.status("Linking", &format!("it in {shown}"))?;
            }
            Edit::Implements => shell.status(
                "Skipping",
                &format!("{shown}: it implements items itself; write `link!()` if it needs the provider, too"),
            )?,
            Edit::Conditional => shell.status(
                "Skipping",
                &format!("{shown}: its `link!` stands under a `cfg`; add the provider's name yourself"),
            )?,
        }
    }
    if args.dry_run {
        shell.status("Dry run:", "nothing was changed")?;
    }
    Ok(())
}
