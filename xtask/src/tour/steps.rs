//! What the tour shows.

use super::step::{Change, Expected, Step};
use linkface_symbol::{Compat, Item, Role, demangled};

const MAIN: &str = "app/src/main.rs";
const LINK: &str = "linkface::link!(plain);";

pub(super) fn all() -> Vec<Step> {
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
            changes: &[
                Change {
                    file: "app/Cargo.toml",
                    old: "plain.workspace = true",
                    new: &["framed.workspace = true"],
                },
                Change {
                    file: MAIN,
                    old: LINK,
                    new: &["linkface::link!(framed);"],
                },
            ],
            cargo: &["run"],
            expected: Expected::Prints("│ * Hello, world! │"),
            moral: "only the program changed; `framed` also overrides the default prompt",
        },
        Step {
            title: "No provider",
            folder: "3-no-provider",
            files: &[],
            changes: &[Change {
                file: MAIN,
                old: LINK,
                new: &[],
            }],
            cargo: &["run"],
            expected: Expected::Refuses(vec![sentence(Role::Required)]),
            moral: "the linker refuses the program, and says which line to write",
        },
        Step {
            title: "Two providers",
            folder: "4-two-providers",
            files: &[],
            changes: &[
                Change {
                    file: "app/Cargo.toml",
                    old: "plain.workspace = true",
                    new: &["plain.workspace = true", "framed.workspace = true"],
                },
                Change {
                    file: MAIN,
                    old: LINK,
                    new: &["linkface::link!(plain, framed);"],
                },
            ],
            cargo: &["run"],
            expected: Expected::Refuses(vec![
                sentence(Role::Unique),
                "libplain-".to_owned(),
                "libframed-".to_owned(),
            ]),
            moral: "neither wins silently: the linker refuses the program, and names both",
        },
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
    ]
}

/// What the linker must say about `console::print`.
fn sentence(role: Role) -> String {
    let version = Compat::of("0.1.0").expect("a version");
    demangled(&Item::new("console", version, ["print"], 0), role)
}
