//! The shapes that linkface-traits' macros expand to: each file in `cases/` beside what rustc 1.95 shows
//! of its expansion. Whoever changes a macro sees here what becomes of everybody's code.
//!
//! `LINKFACE_BLESS=1 cargo test --test expansions` writes what is shown now: read the difference.

use linkface_tests::{Crate, Workspace};
use std::path::{Path, PathBuf};
use std::{env, fs};

#[test]
fn expansions_are_as_recorded() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/expansions/cases");
    let mut cases: Vec<PathBuf> = fs::read_dir(&folder)
        .expect("the folder of cases")
        .map(|entry| entry.expect("an entry").path())
        .filter(|file| !file.to_string_lossy().ends_with(".expanded.rs"))
        .collect();
    cases.sort();
    let names: Vec<String> = cases.iter().map(|file| name(file)).collect();
    let mut workspace = Workspace::new("expansions");
    for (name, file) in names.iter().zip(&cases) {
        let source = fs::read_to_string(file).expect("a case");
        workspace = workspace.member(Crate::lib(name).linkface().traits().source(&source));
    }
    let mut wrong = Vec::new();
    for (name, file) in names.iter().zip(&cases) {
        let shown = expanded(&workspace, name);
        let recorded = file.with_extension("expanded.rs");
        if env::var_os("LINKFACE_BLESS").is_some() {
            fs::write(&recorded, &shown).expect("a case can be written");
        } else if fs::read_to_string(&recorded).unwrap_or_default() != shown {
            wrong.push(format!("{name} expands to\n{shown}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(names.len() > 5, "only {names:?} were seen");
}

fn name(file: &Path) -> String {
    let stem = file.file_stem().expect("a file has a name");
    stem.to_string_lossy().into_owned()
}

/// What rustc shows to those who may ask (`RUSTC_BOOTSTRAP`), without the hashes in hidden names.
fn expanded(workspace: &Workspace, package: &str) -> String {
    let shown = workspace
        .cargo("rustc")
        .args(["--package", package, "--lib", "--profile", "check"])
        .args(["--", "-Zunpretty=expanded"])
        .env("RUSTC_BOOTSTRAP", "1")
        .run()
        .succeeds()
        .stdout;
    let mut out = String::with_capacity(shown.len());
    let mut rest = shown.as_str();
    while let Some((before, after)) = rest.split_once('_') {
        out.push_str(before);
        out.push('_');
        let digits = after.bytes().take_while(u8::is_ascii_hexdigit).count();
        rest = if digits == 16 {
            out.push_str("HASH");
            &after[digits..]
        } else {
            after
        };
    }
    out + rest
}
