//! The committed corpus in `fixtures/ir` is read without loss.

mod check;

use check::{Wanted, check};
use std::fs;
use std::path::{Path, PathBuf};

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../fixtures/ir")
        .join(folder);
    let entries = fs::read_dir(folder).expect("the corpus is there");
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "ll"))
        .collect();
    files.sort();
    files
}

fn is_read(folder: &str, wanted: Wanted, functions: usize) {
    let mut found = 0;
    let mut complaints = Vec::new();
    for file in files(folder) {
        let text = fs::read_to_string(&file).expect("a file of the corpus");
        let report = check(&text, wanted);
        found += report.functions;
        complaints.extend(
            report
                .complaints
                .iter()
                .map(|complaint| format!("{}: {complaint}", file.display())),
        );
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
    assert!(found >= functions, "{folder} has {found} functions");
}

const STRICT: Wanted = Wanted {
    known: true,
    canonical: true,
};

#[test]
fn rustc_1_95() {
    is_read("rustc-1.95", STRICT, 150);
}

#[test]
fn nightly() {
    is_read("rustc-nightly", STRICT, 20);
}

#[test]
fn clang() {
    is_read("clang-22", STRICT, 30);
}

#[test]
fn what_llvm_makes_of_what_is_written_by_hand() {
    is_read("llvm-22", STRICT, 20);
}

#[test]
fn what_is_written_by_hand() {
    let wanted = Wanted {
        known: true,
        canonical: false,
    };
    is_read("by-hand", wanted, 20);
}
