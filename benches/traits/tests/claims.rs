//! What the guide's page on other crates claims: each cell of its tables is a program in `cases/` that
//! compiles and runs, or doesn't compile; and each program belongs to a cell.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

/// The page.
const PAGE: &str = include_str!("../../../crates/linkface-traits/src/guide/comparison.md");

/// What a crate can do compiles and runs.
#[test]
fn works() {
    trybuild::TestCases::new().pass("cases/works/*.rs");
}

/// What it can't do is refused, by it or by the compiler, for the recorded reason.
#[test]
fn fails() {
    trybuild::TestCases::new().compile_fail("cases/fails/*.rs");
}

/// A cell says "yes" where a program works, "no" where one fails, and "partly" where there are both.
#[test]
fn cells_and_cases_agree() {
    let mut of_cells = BTreeMap::new();
    for table in tables().filter(|table| table[0].last() == Some(&"case")) {
        let crates = &table[0][1..table[0].len() - 1];
        for row in &table[2..] {
            let case = row[row.len() - 1].trim_matches('`');
            for (name, cell) in crates.iter().zip(&row[1..]) {
                let program = format!("{}_{case}", short(name));
                let evidence = match *cell {
                    "yes" => (true, false),
                    "no" => (false, true),
                    "partly" => (true, true),
                    // What a crate is not about.
                    "–" => continue,
                    other => panic!("{case}, {name}: `{other}`"),
                };
                assert_eq!(
                    of_cells.insert(program.clone(), evidence),
                    None,
                    "{program}"
                );
            }
        }
    }

    let works = programs("works");
    // What is refused on purpose is something that works.
    let fails: BTreeSet<_> = programs("fails")
        .into_iter()
        .filter(|name| {
            let shown = name.strip_suffix("_refused");
            shown.is_none_or(|shown| !works.contains(shown))
        })
        .collect();
    let of_cases: BTreeMap<_, _> = works
        .union(&fails)
        .map(|name| (name.clone(), (works.contains(name), fails.contains(name))))
        .collect();
    assert!(!of_cases.is_empty());
    for name in of_cells.keys().chain(of_cases.keys()) {
        let (cell, case) = (of_cells.get(name), of_cases.get(name));
        assert_eq!(
            cell, case,
            "{name}: (works, fails) of its cell, and of its programs"
        );
    }
}

/// The versions are those that the cases are compiled with, and the numbers of crates are Cargo's.
#[test]
fn versions_and_sizes() {
    let mut rows = 0;
    for table in tables().filter(|table| table[0].contains(&"crates to build")) {
        for row in &table[2..] {
            let (version, crates) = built_with(row[0]);
            assert_eq!(
                (row[1], row[2]),
                (&*version, &*crates.to_string()),
                "{}",
                row[0]
            );
            rows += 1;
        }
    }
    assert_eq!(rows, 11);
}

/// The page's tables: rows of cells.
fn tables() -> impl Iterator<Item = Vec<Vec<&'static str>>> {
    PAGE.split("\n\n")
        .filter(|part| part.starts_with('|'))
        .map(|part| {
            part.lines()
                .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
                .collect()
        })
}

/// A crate's name as the files of cases have it.
fn short(name: &str) -> String {
    name.strip_suffix("-traits")
        .unwrap_or(name)
        .replace('-', "_")
}

fn programs(folder: &str) -> BTreeSet<String> {
    std::fs::read_dir(format!("{}/cases/{folder}", env!("CARGO_MANIFEST_DIR")))
        .unwrap()
        .filter_map(|entry| {
            Some(
                entry
                    .unwrap()
                    .file_name()
                    .to_str()?
                    .strip_suffix(".rs")?
                    .to_owned(),
            )
        })
        .collect()
}

/// A crate's version, and how many crates are built for it, itself included.
fn built_with(name: &str) -> (String, usize) {
    let tree = Command::new(env!("CARGO"))
        .args(["tree", "--locked", "--prefix", "none", "--no-dedupe"])
        .args(["--edges", "normal,build,dev", "--package", name])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let tree = String::from_utf8(tree.stdout).unwrap();
    let crates: BTreeSet<Vec<&str>> = tree
        .lines()
        .map(|line| line.split(' ').take(2).collect())
        .collect();
    let version = tree.lines().next().and_then(|line| line.split(" v").nth(1));
    let version = version.and_then(|version| version.split(' ').next());
    (version.unwrap_or_default().to_owned(), crates.len())
}
