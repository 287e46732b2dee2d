//! Which package, which target, and which of rustc's files belong to it.

use crate::kit::{Workspace, defines};
use linkface_prove::build::{Build, Error, Root};

const MANIFEST: &str = "[package]\nname = \"my-app\"\nedition = \"2024\"\n[workspace]\n";
const PRINTS: &str = "#[inline(never)]\nfn own_part(x: u32) -> u32 { x ^ 0x55 }\n\
                      fn main() { println!(\"{}\", own_part(std::env::args().count() as u32)); }\n";

#[test]
fn the_only_program() {
    let workspace = Workspace::new(&[("Cargo.toml", MANIFEST), ("src/main.rs", PRINTS)]);
    let built = workspace.run(Root::Only, "dev");
    assert_eq!((&*built.package, &*built.krate), ("my-app", "my_app"));
    assert_eq!(built.root, Root::Bin("my-app".to_owned()));
    assert!(defines(&built, "own_part"));
    assert!(built.executable.is_some_and(|file| file.is_file()));
    assert_eq!(built.fidelity.opt_level(), "0");
    assert!(
        built.units[0]
            .file
            .starts_with(workspace.folder().join("target/linkface-ir"))
    );
}

#[test]
fn every_kind_of_root() {
    let part = |name: &str| format!("#[inline(never)]\npub fn {name}(x: u32) -> u32 {{ x ^ 3 }}\n");
    let workspace = Workspace::new(&[
        ("Cargo.toml", MANIFEST),
        ("src/lib.rs", &part("of_lib")),
        ("src/main.rs", PRINTS),
        (
            "examples/ex.rs",
            &format!("{}fn main() {{ of_ex(1); }}", part("of_ex")),
        ),
        (
            "tests/it.rs",
            &format!("{}#[test] fn t() {{ of_it(1); }}", part("of_it")),
        ),
    ]);
    let both = workspace.build().run().expect_err("there are two");
    assert_eq!(
        both.to_string(),
        "package `my-app` has several programs or libraries: choose one of --lib, --bin my-app"
    );
    for (root, name) in [
        (Root::Lib, "of_lib"),
        (Root::Bin("my-app".to_owned()), "own_part"),
        (Root::Example("ex".to_owned()), "of_ex"),
        (Root::Test("it".to_owned()), "of_it"),
    ] {
        let built = workspace.run(root.clone(), "dev");
        assert_eq!(built.root, root);
        assert!(defines(&built, name), "no {name} in {root:?}");
    }
    let none = Build {
        root: Root::Bin("other".to_owned()),
        ..workspace.build()
    };
    assert_eq!(
        none.run().expect_err("there is none").to_string(),
        "package `my-app` has no target `--bin other`: choose one of --lib, --bin my-app, \
         --example ex, --test it"
    );
}

#[test]
fn libraries_for_others_to_load_have_no_hash_in_their_names() {
    let lib = "#[unsafe(no_mangle)]\npub extern \"C\" fn exported(x: u32) -> u32 { x * 2 }\n";
    for kinds in ["\"cdylib\"", "\"staticlib\"", "\"cdylib\", \"rlib\""] {
        let manifest = format!("{MANIFEST}[lib]\ncrate-type = [{kinds}]\n");
        let workspace = Workspace::new(&[("Cargo.toml", &manifest), ("src/lib.rs", lib)]);
        for profile in ["dev", "release", "dev"] {
            let built = workspace.run(Root::Only, profile);
            assert!(defines(&built, "exported"), "{kinds} {profile}");
        }
    }
}

#[test]
fn packages_of_a_workspace() {
    let package = |name: &str| format!("[package]\nname = \"{name}\"\nedition = \"2024\"\n");
    let lib = |name: &str| format!("pub fn {name}(x: u32) -> u32 {{ x ^ 1 }}\n");
    let workspace = Workspace::new(&[
        (
            "Cargo.toml",
            "[workspace]\nresolver = \"3\"\nmembers = [\"one\", \"two\"]\n",
        ),
        ("one/Cargo.toml", &package("one")),
        ("one/src/lib.rs", &lib("of_one")),
        ("two/Cargo.toml", &package("two")),
        ("two/src/lib.rs", &lib("of_two")),
    ]);
    let several = workspace.build().run().expect_err("there are two");
    let choices = vec!["-p one".to_owned(), "-p two".to_owned()];
    assert!(
        matches!(&several, Error::Unclear { choices: found, .. } if *found == choices),
        "{several:?}"
    );
    let two = Build {
        package: Some("two".to_owned()),
        ..workspace.build()
    };
    assert!(defines(&two.run().expect("it is there"), "of_two"));
    let here = Build {
        directory: Some(workspace.folder().join("one/src")),
        ..workspace.build()
    };
    assert!(defines(&here.run().expect("it is there"), "of_one"));
}

#[test]
fn what_cargo_says_is_passed_on() {
    let workspace = Workspace::new(&[
        ("Cargo.toml", MANIFEST),
        ("src/main.rs", "fn main() { 1 + }\n"),
    ]);
    let Err(Error::Cargo { said, code }) = workspace.build().run() else {
        panic!("it can't be compiled");
    };
    assert_eq!(code, Some(101));
    assert!(said.contains("expected expression, found `}`"), "{said}");
    let workspace = Workspace::new(&[("Cargo.toml", "[package]\n"), ("src/main.rs", PRINTS)]);
    let Err(Error::Cargo { said, .. }) = workspace.build().run() else {
        panic!("it is no manifest");
    };
    assert!(said.contains("missing field `package.name`"), "{said}");
}
