//! What Cargo has added: a provider, a façade, or something else?

use super::Args;
use crate::commands::facade::{crate_name, is_library};
use crate::failure::Failure;
use crate::session::Session;
use annotate_snippets::{Group, Level};
use linkface_graph::packages::read::may_have_facts;
use linkface_graph::packages::{Package, Packages};
use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::PathBuf;

/// The files that `cargo add` changes, as they were.
pub(super) struct Before(Vec<(PathBuf, Option<Vec<u8>>)>);

impl Before {
    /// # Errors
    ///
    /// If Cargo doesn't know where the workspace is.
    pub(super) fn of(package: &Package, session: &Session) -> Result<Self, Failure> {
        let root = session.graph()?.workspace().root().as_std_path();
        let files = [package.manifest_path.clone(), root.join("Cargo.lock")];
        let files = files.into_iter().map(|file| {
            let content = fs::read(&file).ok();
            (file, content)
        });
        Ok(Self(files.collect()))
    }

    /// Takes everything back, and says why.
    pub(super) fn restore(self, session: &Session, why: Failure) -> Failure {
        for (file, content) in self.0 {
            let restored = match content {
                Some(content) => fs::write(&file, content),
                None if file.exists() => fs::remove_file(&file),
                None => Ok(()),
            };
            if let Err(why) = restored {
                return Failure::file("restore", &file, why);
            }
        }
        match session.shell().status("Restored", "the manifest as it was") {
            Ok(()) => why,
            Err(error) => error.into(),
        }
    }
}

/// The package that the argument has turned out to mean.
pub(super) fn package<'a>(
    args: &Args,
    to: &Package,
    packages: &'a Packages,
) -> Option<&'a Package> {
    let to = packages.get(&to.id)?;
    to.dependencies.iter().find_map(|edge| {
        let package = packages.get(&edge.package)?;
        let is_it = match &args.rename {
            Some(name) => edge.name == crate_name(name),
            None => crate_name(&package.name) == crate_name(args.name()),
        };
        is_it.then_some(package)
    })
}

/// Warns if neither the package nor what it depends on implements anything, and says whether it did.
///
/// # Errors
///
/// If standard error can't be written to.
pub(super) fn warn(
    args: &Args,
    to: &Package,
    added: &Package,
    packages: &Packages,
    session: &Session,
) -> Result<bool, Failure> {
    if leads_to_provider(added, packages) {
        return Ok(false);
    }
    let title = format!(
        "`{}` is no provider: neither it nor what it depends on implements an item of a façade",
        added.label()
    );
    let name = args.rename.as_deref().unwrap_or(&added.name);
    let dev = if args.dev { " --dev" } else { "" };
    let mut helps = vec![format!(
        "take it back: `cargo remove {name}{dev} --package {}`",
        to.name
    )];
    if args.path.is_none() && args.git.is_none() {
        helps.push(format!(
            "if you mean one that isn't published, say where it is: `cargo linkface add {}{dev} --path DIR`",
            args.name()
        ));
    }
    let helps = helps.iter().map(|help| Level::HELP.message(help));
    let group = Group::with_title(Level::WARNING.primary_title(title))
        .element(Level::NOTE.message("it was added to the manifest, and isn't linked"))
        .elements(helps);
    let report = [group];
    let shell = session.shell();
    writeln!(shell.err(), "{}", shell.renderer().render(&report))?;
    Ok(true)
}

/// What isn't known doesn't count against it.
fn leads_to_provider(package: &Package, packages: &Packages) -> bool {
    let mut seen = BTreeSet::new();
    let mut next = vec![package];
    while let Some(package) = next.pop() {
        if !seen.insert(&package.id) {
            continue;
        }
        if may_implement(package, packages) {
            return true;
        }
        let edges = package.dependencies.iter().filter(|edge| edge.normal);
        next.extend(edges.filter_map(|edge| packages.get(&edge.package)));
    }
    false
}

fn may_implement(package: &Package, packages: &Packages) -> bool {
    if !package.manifest.provides.is_empty() {
        return true;
    }
    let mut libraries = package.crates.iter().filter(|of| is_library(of));
    may_have_facts(package, packages)
        && libraries.any(|library| {
            library.facts.as_ref().is_none_or(|facts| {
                let mut implemented = facts.implemented.iter();
                !facts.unread.is_empty() || implemented.any(|item| !item.only_in_tests)
            })
        })
}
