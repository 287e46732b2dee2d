//! What a project may have around its code.

use crate::kit::{Workspace, defines};
use linkface_ir::prove::Path;
use linkface_prove::build::{Build, Crates, Root};
use linkface_prove::{Case, Question, Verdict};

const APP: &str = "[package]\nname = \"app\"\nedition = \"2024\"\n[workspace]\n";

#[test]
fn ir_of_an_earlier_build_is_never_read() {
    let manifest = format!("{APP}[profile.release]\ncodegen-units = 8\n");
    let before = "mod a { #[inline(never)] pub fn gone(x: u32) -> u32 { x ^ 1 } }\n\
                  mod b { #[inline(never)] pub fn stays(x: u32) -> u32 { crate::a::gone(x) + 1 } }\n\
                  mod c { #[inline(never)] pub fn more(x: u32) -> u32 { crate::b::stays(x) + 1 } }\n\
                  fn main() { println!(\"{}\", c::more(1)); }\n";
    let after = "#[inline(never)] fn stays(x: u32) -> u32 { x }\n\
                 fn main() { println!(\"{}\", stays(1)); }\n";
    let workspace = Workspace::new(&[("Cargo.toml", &manifest), ("src/main.rs", before)]);
    let first = workspace.run(Root::Only, "release");
    assert!(defines(&first, "gone"));
    workspace.write("src/main.rs", after);
    let second = workspace.run(Root::Only, "release");
    assert!(!defines(&second, "gone"), "{:?}", second.units);
    assert!(second.units.len() < first.units.len());
    // And back.
    workspace.write("src/main.rs", before);
    assert!(defines(&workspace.run(Root::Only, "release"), "gone"));
}

#[test]
fn ir_that_somebody_removed_is_made_again() {
    let source = "#[inline(never)] fn there(x: u32) -> u32 { x }\nfn main() { there(1); }\n";
    let workspace = Workspace::new(&[("Cargo.toml", APP), ("src/main.rs", source)]);
    let first = workspace.run(Root::Only, "dev");
    std::fs::remove_file(&first.units[0].file).expect("it was just read");
    assert!(defines(&workspace.run(Root::Only, "dev"), "there"));
}

#[test]
fn configuration_flags_build_scripts_and_macros() {
    let workspace = Workspace::new(&[
        (
            "Cargo.toml",
            "[package]\nname = \"app\"\nedition = \"2024\"\n[features]\nextra = []\n\
             [dependencies]\nmake = { path = \"make\" }\n[workspace]\n",
        ),
        (
            "build.rs",
            "fn main() { println!(\"cargo::rustc-cfg=scripted\"); println!(\"cargo::rustc-check-cfg=cfg(scripted, configured)\"); }\n",
        ),
        (
            "src/main.rs",
            "make::make!();\n\
             #[cfg(scripted)] #[inline(never)] fn from_script() {}\n\
             #[cfg(configured)] #[inline(never)] fn from_configuration() {}\n\
             #[cfg(feature = \"extra\")] #[inline(never)] fn from_feature() {}\n\
             fn main() { made(); from_script(); from_configuration(); from_feature(); }\n",
        ),
        (
            ".cargo/config.toml",
            "[build]\nrustflags = [\"--cfg\", \"configured\"]\ntarget-dir = \"else where\"\nbuild-dir = \"build\"\n",
        ),
        (
            "make/Cargo.toml",
            "[package]\nname = \"make\"\nedition = \"2024\"\n[lib]\nproc-macro = true\n",
        ),
        (
            "make/src/lib.rs",
            "extern crate proc_macro;\n#[proc_macro]\n\
             pub fn make(_: proc_macro::TokenStream) -> proc_macro::TokenStream {\n\
                 \"#[inline(never)] fn made() {}\".parse().unwrap()\n}\n",
        ),
    ]);
    for crates in [Crates::Root, Crates::All] {
        let what = Build {
            features: vec!["extra".to_owned()],
            crates,
            ..workspace.build()
        };
        let built = what.run().unwrap_or_else(|why| panic!("{why}"));
        for name in ["made", "from_script", "from_configuration", "from_feature"] {
            assert!(defines(&built, name), "no {name} with {crates:?}");
        }
        let dir = workspace.folder().join("else where/linkface-ir");
        assert!(
            built.units[0].file.starts_with(dir),
            "{:?}",
            built.units[0].file
        );
    }
    assert!(
        !workspace.folder().join("build").exists(),
        "nothing lies elsewhere"
    );
}

#[test]
fn builds_at_the_same_time_do_not_mix() {
    let root = |name: &str| {
        format!(
            "#[inline(never)] fn of_{name}(x: u32) -> u32 {{ x ^ 1 }}\nfn main() {{ of_{name}(1); }}\n"
        )
    };
    let names = ["one", "two", "three"];
    let workspace = Workspace::new(&[
        ("Cargo.toml", APP),
        ("src/bin/one.rs", &root("one")),
        ("src/bin/two.rs", &root("two")),
        ("src/bin/three.rs", &root("three")),
    ]);
    std::thread::scope(|scope| {
        for _ in 0..2 {
            for name in names {
                let workspace = &workspace;
                scope.spawn(move || {
                    let built = workspace.run(Root::Bin(name.to_owned()), "dev");
                    for other in names {
                        assert_eq!(defines(&built, &format!("of_{other}")), name == other);
                    }
                });
            }
        }
    });
}

/// Other builds, of tests in other processes, link into the same file.
#[test]
fn the_program_is_read_while_nobody_else_builds() {
    let source = "#[inline(never)] fn there(x: u32) -> u32 { x }\nfn main() { there(1); }\n";
    let workspace = Workspace::new(&[("Cargo.toml", APP), ("src/main.rs", source)]);
    let what = Build {
        lines: true,
        ..workspace.build()
    };
    let built = what.run().unwrap_or_else(|why| panic!("{why}"));
    let program = built.executable.as_ref().expect("it is a program");
    std::fs::write(program, "another").expect("it was just built");
    let outcome = Case::new(&built, None)
        .judge(&Path::new("there"), None, &[Question::NoCall])
        .expect("it has code");
    assert_eq!(outcome.silent, None);
}

/// Of a crate that a build script uses, too, there is IR of two kinds: only one is linked.
#[test]
fn what_only_a_build_script_uses_is_not_of_the_program() {
    let dependency = |features: &str| format!("dep = {{ path = \"dep\"{features} }}\n");
    let workspace = Workspace::new(&[
        (
            "Cargo.toml",
            &format!(
                "{APP}[dependencies]\n{}[build-dependencies]\nmiddle = {{ path = \"middle\" }}\n{}",
                dependency(", features = [\"linked\"]"),
                dependency("")
            ),
        ),
        ("build.rs", "fn main() { middle::f(); dep::other(1); }\n"),
        (
            "src/main.rs",
            "#[inline(never)] fn caller(x: u8) -> u8 { dep::mangled(); dep::called(x) }\n\
             fn main() { caller(std::env::args().count() as u8); }\n",
        ),
        (
            "middle/Cargo.toml",
            "[package]\nname = \"middle\"\nedition = \"2024\"\n[dependencies]\ndep = { path = \"../dep\" }\n",
        ),
        ("middle/src/lib.rs", "pub fn f() { dep::mangled() }\n"),
        (
            "dep/Cargo.toml",
            "[package]\nname = \"dep\"\nedition = \"2024\"\n[features]\nlinked = []\n",
        ),
        (
            "dep/src/lib.rs",
            "#[inline(never)] pub fn mangled() {}\n#[inline(never)] pub fn other(_: u8) {}\n\
             #[unsafe(no_mangle)] #[inline(never)] pub extern \"C\" fn called(x: u8) -> u8 {\n\
                 if cfg!(feature = \"linked\") { [1, 2][usize::from(x)] } else { x }\n}\n",
        ),
    ]);
    let what = Build {
        crates: Crates::All,
        lines: true,
        ..workspace.build()
    };
    let built = what.run().unwrap_or_else(|why| panic!("{why}"));
    let units = built.units.iter().filter(|unit| unit.krate == "dep");
    assert_eq!(units.count(), 1);
    let outcome = Case::new(&built, None)
        .judge(&Path::new("caller"), None, &[Question::NoPanic])
        .expect("it has code");
    assert_eq!(outcome.verdict(), Verdict::Refuted);
}
