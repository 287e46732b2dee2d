//! LF0008: declared and implemented by the same crate.

use crate::kit::{Build, package, world};
use linkface_graph::facts::{Grade, Need};
use linkface_graph::finding::Code;
use linkface_graph::manifest::Manifest;
use linkface_graph::packages::Package;

fn at_home(grade: Grade) -> Package {
    let console = package("console").declares("raw::write", Need::Required);
    console.implements("crate::raw::write", grade)
}

#[test]
fn nobody_else_can_implement_it() {
    world([at_home(Grade::Ordinary)]).check(
        "
warning[LF0008]: `console` declares `raw::write` and implements it itself
--> /w/console/src/lib.rs:4: no other crate can implement it now
::: /w/console/src/lib.rs:3: `raw::write` is declared here, for everybody
note: every provider for `raw::write` is a second one beside this, and cannot be linked
help: make it the default, which a provider replaces, with its body at the declaration
    #[linkface::interface]
    pub fn write() { … }
help: or keep it to the crate's tests
    #[cfg(test)]
help: or move it to a provider of its own
    cargo linkface new --provider console
",
    );
}

#[test]
fn what_leaves_room_for_others_is_fine() {
    world([at_home(Grade::Default)]).check("");
    world([at_home(Grade::Ordinary).facts(|facts| facts.declared[0].public = false)]).check("");
    world([at_home(Grade::Ordinary).facts(|facts| facts.implemented[0].only_in_tests = true)])
        .check("");
    let other = package("console").declares("raw::write", Need::Required);
    world([other.implements("crate::write", Grade::Ordinary)]).check("");
}

#[test]
fn a_program_does_as_it_likes() {
    let program = package("app").bin().declares("write", Need::Required);
    world([program.implements("crate::write", Grade::Ordinary)]).check("");
}

#[test]
fn what_is_allowed_or_not_ours_is_not_reported() {
    let allowed = at_home(Grade::Ordinary).allow(Code::LF0008, None);
    let named = |manifest: &mut Manifest| manifest.facade = Some("console".into());
    world([allowed.manifest(named)]).check("");
    world([at_home(Grade::Ordinary).outside()]).check("");
}
