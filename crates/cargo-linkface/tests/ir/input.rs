//! Where the IR comes from.

use crate::kit::Workspace;

const MANIFEST: &str = "[package]\nname = \"app\"\nedition = \"2024\"\n[workspace]\n";
const LIB: &str = "#[inline(never)]\npub fn double(x: u32) -> u32 { x * 2 }\n";
const MAIN: &str =
    "#[inline(never)]\nfn triple(x: u32) -> u32 { x * 3 }\nfn main() { triple(1); }\n";

#[test]
fn what_is_built_has_to_be_clear() {
    let files = Workspace::empty();
    files.write("Cargo.toml", MANIFEST);
    files.write("src/lib.rs", LIB);
    files.write("src/main.rs", MAIN);
    files.run(&["ir", "diff", "double"]).check(
        2,
        &[],
        &[
            "error: package `app` has several programs or libraries",
            "= help: say which: `--lib`, `--bin app`",
        ],
    );
    files.run(&["ir", "diff", "double", "--bin", "ap"]).check(
        2,
        &[],
        &[
            "error: package `app` has no target `--bin ap`",
            "`--bin app`",
        ],
    );
    files.run(&["ir", "diff", "double", "-p", "other"]).check(
        2,
        &[],
        &[
            "error: no package of the workspace is named `other`",
            "`-p app`",
        ],
    );
    files.run(&["ir", "diff", "double", "--lib", "-q"]).check(
        0,
        &["app::double: before optimisation → after (release)"],
        &[],
    );
}

#[test]
fn a_name_means_the_function_of_the_package_before_those_of_std() {
    let files = Workspace::empty();
    files.write("Cargo.toml", MANIFEST);
    files.write(
        "src/lib.rs",
        "#[inline(never)]\npub fn sum(v: &[u32]) -> u32 { v.iter().sum() }\n",
    );
    let listed = files.run(&["ir", "list", "sum", "--all", "-q"]);
    listed.check(0, &["app::sum", "Iterator::sum"], &[]);
    let answer = files.run(&["ir", "show", "sum", "-q"]);
    answer.check(0, &["define i32 @app::sum("], &[]);
}

#[test]
fn a_library_without_code_says_why() {
    let files = Workspace::empty();
    files.write("Cargo.toml", MANIFEST);
    files.write("src/lib.rs", "pub fn twice(x: u32) -> u32 { x * 2 }\n");
    files
        .run(&["ir", "show", "twice", "--release", "-q"])
        .check(
            2,
            &[],
            &["no function in this IR", "`#[inline(never)]` gives a"],
        );
}

#[test]
fn errors_of_cargo_are_its_own() {
    let files = Workspace::empty();
    files.write("Cargo.toml", MANIFEST);
    files.write("src/lib.rs", "pub fn double(x: u32) -> u32 { x * }\n");
    let answer = files.run(&["ir", "diff", "double"]);
    answer.check(
        2,
        &[],
        &[
            "error: expected expression, found `}`",
            "--> src/lib.rs:1:36",
        ],
    );
    assert_eq!(
        answer.err.matches("error: could not compile").count(),
        1,
        "said once"
    );
}

#[test]
fn a_file_is_not_built() {
    let files = Workspace::empty();
    for flag in ["--release", "--lib", "--all-crates", "--unoptimised"] {
        files
            .run(&["ir", "diff", "f", "--file", "a.ll", flag])
            .check(2, &[], &["'--file <FILE.ll>' cannot be used with", flag]);
    }
    files
        .run(&[
            "ir",
            "diff",
            "f",
            "--file",
            "none.ll",
            "--against-file",
            "none.ll",
        ])
        .check(2, &[], &["cannot read `none.ll`"]);
}
