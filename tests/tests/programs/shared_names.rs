//! Items that are named like something else: a macro, a crate, a type, a module beside them.

use linkface_tests::{Crate, Workspace};

/// `write!`, `print!`, `assert!`… stay what they are where an item of that name is imported.
#[test]
fn an_item_named_like_a_macro_leaves_the_macro_alone() {
    let api = "
        #[linkface::interface] pub fn write(bytes: &[u8]) -> usize { bytes.len() }
        #[linkface::interface] pub fn format(value: u32) -> u32 { value }
    ";
    let provider =
        "#[linkface::implement(api::write)] fn mine(bytes: &[u8]) -> usize { bytes.len() + 1 }";
    let app = r#"
        use api::{format, write};
        use provider as _;
        use std::fmt::Write;
        fn main() {
            let mut text = String::new();
            write!(text, "{}", write(b"abc")).unwrap();
            println!("{text} {} {}", format(2), format!("{}", 3));
        }
    "#;
    Workspace::new("names-of-macros")
        .member(Crate::lib("api").linkface().source(api))
        .member(
            Crate::lib("provider")
                .linkface()
                .dep("api")
                .source(provider),
        )
        .member(Crate::bin("app").dep("api").dep("provider").source(app))
        .run("app")
        .succeeds()
        .prints("4 2 3\n");
}

/// `implement_as` moves what an item has beside its function out of the way.
#[test]
fn an_item_beside_a_type_and_a_module_of_its_name() {
    let api = "
        pub mod clock { pub const RATE: u32 = 5; }
        #[linkface::interface(implement_as = clock_source)] pub fn clock() -> u32;
    ";
    let provider =
        "#[linkface::implement(api::clock_source)] fn mine() -> u32 { api::clock::RATE + 1 }";
    let app =
        "use provider as _;\nfn main() { println!(\"{} {}\", api::clock(), api::clock::RATE) }";
    Workspace::new("names-beside")
        .member(Crate::lib("api").linkface().source(api))
        .member(
            Crate::lib("provider")
                .linkface()
                .dep("api")
                .source(provider),
        )
        .member(Crate::bin("app").dep("api").dep("provider").source(app))
        .run("app")
        .succeeds()
        .prints("6 5\n");
}

/// An item of the same name as its façade, the commonest of small crates.
#[test]
fn an_item_named_like_its_crate() {
    let api = "#[linkface::interface] pub fn log(text: &str) -> usize;";
    let provider = "#[linkface::implement(log::log)] fn log(text: &str) -> usize { text.len() }";
    let app = "use provider as _;\nuse log::log;\nfn main() { println!(\"{} {}\", log(\"a\"), ::log::log(\"bc\")) }";
    Workspace::new("names-of-crates")
        .member(Crate::lib("log").linkface().source(api))
        .member(
            Crate::lib("provider")
                .linkface()
                .dep("log")
                .source(provider),
        )
        .member(Crate::bin("app").dep("log").dep("provider").source(app))
        .run("app")
        .succeeds()
        .prints("1 2\n");
}
