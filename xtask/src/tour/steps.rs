//! What the tour shows.

use super::step::{Change, Expected, Step};
use linkface_symbol::{Compat, Item, Role, demangled};

const MAIN: &str = "app/src/main.rs";
const LINK: &str = "linkface::link!();";
const APP: &str = "app/Cargo.toml";
const PLAIN: &str = "plain.workspace = true";

pub(super) fn all() -> Vec<Step> {
    let mut steps = chosen_by_link();
    steps.extend(beside_link());
    steps
}

/// The root says `link!()`.
fn chosen_by_link() -> Vec<Step> {
    vec![
        Step {
            title: "An interface, a provider, a library, a program",
            folder: "1-quickstart",
            files: &[
                ("console/src/lib.rs", "declares"),
                ("plain/src/lib.rs", "implements"),
                ("greeting/src/lib.rs", "calls"),
                (MAIN, "chooses"),
            ],
            changes: &[],
            cargo: &["run"],
            expected: Expected::Prints("> Hello, world!"),
            moral: "`greeting` called `console::print`, and the linker joined it with `plain`'s",
        },
        Step {
            title: "Another provider",
            folder: "2-another-provider",
            files: &[("framed/src/lib.rs", "implements, too")],
            changes: &[Change {
                file: APP,
                old: PLAIN,
                new: &["framed.workspace = true"],
            }],
            cargo: &["run"],
            expected: Expected::Prints("│ * Hello, world! │"),
            moral: "one line of the program's manifest; `framed` also overrides the default prompt",
        },
        Step {
            title: "No provider",
            folder: "3-no-provider",
            files: &[],
            changes: &[Change {
                file: APP,
                old: PLAIN,
                new: &[],
            }],
            cargo: &["check"],
            expected: Expected::Refuses(vec![
                "[LF0001] no provider for `console` 0.1".to_owned(),
                "required by app → greeting → console".to_owned(),
                "cargo add framed".to_owned(),
            ]),
            moral: "`cargo check` says who needs what, and which line to write",
        },
        Step {
            title: "Two providers",
            folder: "4-two-providers",
            files: &[],
            changes: &[Change {
                file: APP,
                old: PLAIN,
                new: &[PLAIN, "framed.workspace = true"],
            }],
            cargo: &["check"],
            expected: Expected::Refuses(vec![
                "[LF0002] two providers for `console` 0.1".to_owned(),
                "app → plain".to_owned(),
                "app → framed".to_owned(),
            ]),
            moral: "neither wins silently: `cargo check` names both",
        },
    ]
}

/// What is said elsewhere: at the provider, by the linker, by the command.
fn beside_link() -> Vec<Step> {
    vec![
        Step {
            title: "A provider of the wrong type",
            folder: "5-wrong-type",
            files: &[],
            changes: &[Change {
                file: "plain/src/lib.rs",
                old: "fn print(line: &str) {",
                new: &["fn print(line: String) {"],
            }],
            cargo: &["check", "--package", "plain"],
            expected: Expected::Refuses(vec![
                "E0053".to_owned(),
                "plain/src/lib.rs:6:16".to_owned(),
                "expected `&str`, found `String`".to_owned(),
            ]),
            moral: "the provider's own `cargo check` refuses it, at the provider's own line",
        },
        Step {
            title: "Without `link!()`",
            folder: "6-without-link",
            files: &[],
            changes: &[Change {
                file: MAIN,
                old: LINK,
                new: &[],
            }],
            cargo: &["build"],
            expected: Expected::Refuses(vec![sentence(Role::Required)]),
            moral: "rustc leaves out what nothing names; then the linker says it, in words",
        },
        Step {
            title: "Who gets what",
            folder: "7-tree",
            files: &[],
            changes: &[],
            cargo: &["linkface", "tree"],
            expected: Expected::Prints("console"),
            moral: "the façade, and under it the provider that this program gives it",
        },
    ]
}

/// What the linker must say about `console::print`.
fn sentence(role: Role) -> String {
    let version = Compat::of("0.1.0").expect("a version");
    demangled(&Item::new("console", version, ["print"], 0), role)
}
