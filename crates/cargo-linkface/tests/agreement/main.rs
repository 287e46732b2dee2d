//! rustc, through `link!()`, and `cargo linkface check` judge the same programs alike.
//!
//! Random workspaces, the same for the same seed. All of one run are members of one Cargo workspace,
//! whose packages have the seed in their names: so linkface is compiled once, and Cargo runs once.
//! `LINKFACE_SEEDS=1000..1400` tries others than the few that are always tried.
//!
//! Compared is, for each root, which of LF0001 to LF0004 is said of which façade. How the two may differ
//! is told in `linking.md`; none of that is generated here.

mod generate;
mod judges;
mod model;
mod random;

use judges::{Said, Verdicts};
use model::Package;
use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// Tried in every run.
const ALWAYS: Range<u64> = 0..40;
/// In one Cargo workspace.
const AT_ONCE: usize = 50;

#[test]
fn both_judges_agree() {
    let seeds = env::var("LINKFACE_SEEDS").map_or(ALWAYS, |text| {
        let (first, end) = text.split_once("..").expect("LINKFACE_SEEDS=1000..1400");
        let number = |text: &str| text.parse().expect("a number");
        number(first)..number(end)
    });
    let seeds: Vec<u64> = seeds.collect();
    let mut disagreements = Vec::new();
    for chunk in seeds.chunks(AT_ONCE) {
        disagreements.extend(judge(chunk));
    }
    for text in &disagreements {
        eprintln!("{text}");
    }
    assert!(
        disagreements.is_empty(),
        "{} of {} workspaces are judged differently",
        disagreements.len(),
        seeds.len()
    );
}

/// Where the workspaces are, outside of the repository's own.
fn place() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("agreement")
}

fn linkface() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("linkface")
}

/// A text for each seed whose workspace is judged differently.
fn judge(seeds: &[u64]) -> Vec<String> {
    let workspaces: BTreeMap<u64, Vec<Package>> = seeds
        .iter()
        .map(|seed| (*seed, generate::workspace(*seed)))
        .collect();
    let folder = place().join("all");
    let all: Vec<&Package> = workspaces.values().flatten().collect();
    model::write_workspace(&folder, &all, &linkface());
    // The second looks at the sources only: what is compiled is nowhere that it looks.
    let ours = judges::linkface(&folder, &place().join("nothing"));
    let theirs = judges::rustc(&folder, &place().join("target"));
    let mut texts = Vec::new();
    for (seed, packages) in &workspaces {
        let differing: Vec<String> = roots(packages)
            .into_iter()
            .filter_map(|root| compare(&root, &theirs, &ours))
            .collect();
        if !differing.is_empty() {
            let alone = place().join(format!("seed-{seed}"));
            let packages: Vec<&Package> = packages.iter().collect();
            model::write_workspace(&alone, &packages, &linkface());
            let shown = packages.iter().map(|one| one.show(&linkface()));
            texts.push(format!(
                "##### seed {seed}: {}\n{}\n{}",
                alone.display(),
                shown.collect::<String>(),
                differing.join("\n")
            ));
        }
    }
    texts
}

/// The names of all targets that call `link!()`.
fn roots(packages: &[Package]) -> BTreeSet<String> {
    let mut roots = BTreeSet::new();
    for package in packages {
        if let Some((_, true)) = package.library {
            roots.insert(package.name.replace('-', "_"));
        }
        roots.extend(package.programs.iter().map(|(name, ..)| name.clone()));
        roots.extend(package.tests.iter().map(|(name, _)| name.clone()));
    }
    roots
}

/// What is different in the judgement of a root, if something is.
fn compare(root: &str, theirs: &Verdicts, ours: &Verdicts) -> Option<String> {
    let of = |verdicts: &Verdicts| verdicts.said.get(root).cloned().unwrap_or_default();
    let (rustc, linkface) = (of(theirs), of(ours));
    let judged = theirs.judged.contains(root);
    if judged && agree(&rustc, &linkface) {
        return None;
    }
    let words = |verdicts: &Verdicts| verdicts.words.get(root).cloned().unwrap_or_default();
    Some(format!(
        "@@@@@ {root}{}\nrustc: {rustc:?}\nlinkface: {linkface:?}\n{}\n{}",
        if judged { "" } else { " was not compiled" },
        words(theirs),
        words(ours)
    ))
}

/// Where the root implements what a dependency does, rustc names the façade without its version.
fn agree(rustc: &Said, linkface: &Said) -> bool {
    let covers = |(code, facade): &(String, String), (other, of): &(String, String)| {
        code == other && (facade == of || facade.ends_with('@') && of.starts_with(facade.as_str()))
    };
    rustc
        .iter()
        .all(|one| linkface.iter().any(|other| covers(one, other)))
        && linkface
            .iter()
            .all(|other| rustc.iter().any(|one| covers(one, other)))
}
