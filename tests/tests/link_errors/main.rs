//! Programs that must not come to be: nobody implements an item, or two crates do.
//!
//! Each is an error for every kind of item, root, profile and linker, and the error is a sentence
//! that says what to do. Debug and fat LTO by default, `LINKFACE_MATRIX=full` for all profiles and
//! linkers.

mod linkers;
mod one_item;
mod roots;

use linkface_tests::{Output, Profile, Workspace};
use roots::{MISTAKES, Mistake, ROOTS, words};

#[test]
fn missing_and_duplicate_implementations_are_told_by_the_linker() {
    let profiles = Profile::chosen(&[Profile::Debug, Profile::Fat], Profile::USUAL);
    let all = profiles.len() > 2;
    let mut wrongs = Vec::new();
    for profile in &profiles {
        let workspace = roots::workspace(*profile);
        // LTO is slow, and what it makes of these differs in the first two at most.
        let roots = if profile.is_lto() && !all {
            &ROOTS[..2]
        } else {
            ROOTS
        };
        for root in roots {
            for mistake in MISTAKES {
                let package = format!("{}_{}", mistake.name, root.name);
                let command = if root.is_test { "test" } else { "build" };
                let output = workspace
                    .profiled(command)
                    .args(["--package", &package])
                    .run();
                let output = roots::link_if_archive(&workspace, root, &package, output);
                let said = wrong_kinds(&output, mistake);
                if !said.is_empty() {
                    wrongs.push(format!("{}, {package}: {said:?}\n{output}", profile.name()));
                }
            }
        }
    }
    assert!(wrongs.is_empty(), "\n{}", wrongs.join("\n"));
}

/// What `output` should say about each kind of item and doesn't.
pub(crate) fn wrong_kinds(output: &Output, mistake: &Mistake) -> Vec<String> {
    if output.success() {
        return vec!["no error at all".to_owned()];
    }
    if is_told_by_lto(output) {
        return Vec::new();
    }
    let words = words(mistake.role);
    let untold = mistake.items.iter().filter(|item| {
        let mut lines = output.stderr.lines();
        !lines.any(|line| line.contains(**item) && line.contains(&words))
    });
    untold
        .map(|item| format!("`{item} … {words}` is not said"))
        .collect()
}

/// Two strong definitions in two bitcode files meet in rustc's LTO before any linker sees them. It
/// stops at the first and prints the symbol as it is, from which a reader gets the item's path and
/// the words, run together.
fn is_told_by_lto(output: &Output) -> bool {
    output
        .stderr
        .lines()
        .any(|line| line.contains("symbol multiply defined") && line.contains("6le_api"))
}

/// The workspace's folder name must tell whose it is.
pub(crate) fn workspace(name: &str, profile: Profile) -> Workspace {
    Workspace::new(&format!("link-errors-{name}-{}", profile.name())).profile(profile)
}
