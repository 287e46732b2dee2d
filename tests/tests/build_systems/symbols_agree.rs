//! Crates of Cargo and crates of another build system join: their symbols are the same when the
//! façade's name and version agree.

use crate::{API, Bare, PROVIDER};
use linkface_symbol::is_ours;
use linkface_tests::{Crate, Output, Symbol, Workspace, symbols};
use std::collections::BTreeSet;
use std::path::Path;

/// The names about the façade that leave their crate.
fn names(file: &Path) -> BTreeSet<Symbol> {
    symbols(file)
        .into_iter()
        .filter(|symbol| is_ours(&symbol.name))
        .collect()
}

#[test]
fn cargo_and_rustc_agree() {
    // The manifest says another version of the same compatible set.
    let case = Workspace::new("agree")
        .member(
            Crate::lib("console")
                .version("0.1.7")
                .linkface()
                .source(API),
        )
        .member(
            Crate::lib("uart")
                .linkface()
                .dep("console")
                .source(PROVIDER),
        );
    let _: Output = case.build().succeeds();
    let bare = Bare::new(&case);
    bare.libraries(&[]);
    for library in ["libconsole.rlib", "libuart.rlib"] {
        let with_cargo = names(&case.artifact(library));
        let without = names(&case.folder().join(library));
        assert!(!with_cargo.is_empty(), "{library} holds none");
        assert_eq!(with_cargo, without, "{library}");
    }
}
