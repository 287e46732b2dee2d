//! Names that a package has in one place, and another in the next.

use crate::kit::Workspace;

#[test]
fn findings_are_about_the_crate_as_its_dependent_calls_it() {
    let workspace = Workspace::with(&[]);
    workspace.append(
        "app/Cargo.toml",
        "out = { package = 'plain', path = '../plain' }\n",
    );
    workspace.run(&["check"]).check(0, &[], &["no findings"]);
    workspace.run(&["why", "print", "-p", "app"]).check(
        0,
        &["bin `app`, unit tests of `app`: plain\n"],
        &[],
    );
}

#[test]
fn linkface_can_be_renamed() {
    let workspace = Workspace::with(&["plain"]);
    let manifest = workspace.folder().join("plain/Cargo.toml");
    let text = std::fs::read_to_string(manifest).expect("it was written");
    workspace.write(
        "plain/Cargo.toml",
        text.replace("linkface = {", "join = { package = 'linkface',"),
    );
    workspace.write(
        "plain/src/lib.rs",
        "#[join::implement(console::print)]\nfn print(_: &str) {}\n",
    );
    workspace.run(&["check"]).check(0, &[], &["no findings"]);
}
