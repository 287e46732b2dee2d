//! Texts to begin with: the committed corpus, in pieces.

use linkface_ir::Module;
use std::fs;
use std::path::{Path, PathBuf};

/// No piece is longer: short ones are changed more thoroughly in the same time.
const LENGTH: usize = 6_000;

/// Functions, and what lies between them.
pub(crate) fn all() -> Vec<String> {
    let mut seeds = Vec::new();
    for file in files() {
        let text = fs::read_to_string(&file).expect("a file of the corpus");
        let module = Module::new(&text);
        let entries = module.functions().iter();
        seeds.extend(
            entries
                .filter(|entry| entry.text().len() <= LENGTH)
                .map(|entry| entry.text().to_owned()),
        );
        let mut between = String::new();
        let mut at = 0;
        for entry in module.functions() {
            between.push_str(&text[at..entry.span.range().start]);
            at = entry.span.range().end;
        }
        between.push_str(&text[at..]);
        let lines: Vec<&str> = between.lines().collect();
        seeds.extend(
            lines
                .chunks(20)
                .map(|lines| lines.join("\n"))
                .filter(|text| text.len() <= LENGTH),
        );
    }
    assert!(seeds.len() > 100, "the corpus is there");
    seeds
}

/// Whole files that LLVM takes, and that are short.
pub(crate) fn small() -> Vec<String> {
    let texts = files()
        .into_iter()
        .map(|file| fs::read_to_string(file).expect("a file of the corpus"));
    let seeds: Vec<String> = texts.filter(|text| text.len() <= LENGTH).collect();
    assert!(seeds.len() > 3, "the corpus is there");
    seeds
}

fn files() -> Vec<PathBuf> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/ir");
    let mut files = Vec::new();
    let mut folders = vec![corpus];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the corpus is there") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "ll") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}
