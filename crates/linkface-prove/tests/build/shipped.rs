//! What is before and after optimisation, and how it compares with what is shipped.

use crate::kit::{Workspace, defines};
use linkface_prove::build::{Build, Crates, FunctionCode, Lto, Root, Stage, Units};

const APP: &str = "\
mod one { #[inline(never)] pub fn first(x: u32) -> u32 { tiny::half(x) + 7 } }
mod two { #[inline(never)] pub fn second(x: u32) -> u32 { crate::one::first(x) * 3 } }
mod three { #[inline(never)] pub fn third(x: u32) -> u32 { crate::two::second(x) ^ 1 } }
fn main() { println!(\"{}\", three::third(std::env::args().count() as u32)); }
";
const TINY: &str = "#[inline]\npub fn half(x: u32) -> u32 { x / 2 }\n\
                    #[inline(never)]\npub fn kept(x: u32) -> u32 { x.rotate_left(3) }\n";

fn workspace(profile: &str) -> Workspace {
    let manifest = format!(
        "[package]\nname = \"app\"\nedition = \"2024\"\n\
         [dependencies]\ntiny = {{ path = \"tiny\" }}\n[workspace]\n{profile}"
    );
    Workspace::new(&[
        ("Cargo.toml", &manifest),
        ("src/main.rs", APP),
        (
            "tiny/Cargo.toml",
            "[package]\nname = \"tiny\"\nedition = \"2024\"\n",
        ),
        ("tiny/src/lib.rs", TINY),
    ])
}

/// The text of the function whose name has this in it.
fn body<'t>(built: &'t linkface_prove::build::Built, part: &str) -> &'t str {
    let mut texts = built.units.iter().map(|unit| &*unit.text);
    let body = texts.find_map(|text| {
        let head = text
            .lines()
            .find(|line| line.starts_with("define ") && line.contains(part))?;
        let start = text.find(head)?;
        let end = text[start..].find("\n}")?;
        Some(&text[start..start + end])
    });
    body.unwrap_or_else(|| panic!("no {part}"))
}

#[test]
fn a_small_crate_is_one_unit_and_the_same_code() {
    let built = workspace("").run(Root::Only, "release");
    assert_eq!(built.fidelity.units_shipped(), Some(1));
    assert_eq!(built.units.len(), 1, "{:?}", built.units);
    assert!(
        built.fidelity.is_exact(),
        "{}\n{:?}",
        built.fidelity,
        built.fidelity.differing()
    );
    assert!(!body(&built, "first").contains("half"), "it is inlined");
}

#[test]
fn units_that_the_profile_asks_for_are_left() {
    let workspace = workspace(
        "[profile.release]\ncodegen-units = 8\n[profile.my-own]\ninherits = \"release\"\n",
    );
    for profile in ["release", "my-own"] {
        let built = workspace.run(Root::Only, profile);
        let shipped = built.fidelity.units_shipped();
        assert!(shipped > Some(2), "{shipped:?}");
        assert_eq!(shipped, built.fidelity.units_built());
        assert_eq!(
            built
                .units
                .iter()
                .filter(|unit| unit.krate == "app")
                .count(),
            shipped.unwrap_or(0)
        );
        assert!(
            built.fidelity.is_exact(),
            "{}\n{:?}",
            built.fidelity,
            built.fidelity.differing()
        );
        let sentences = built.fidelity.to_string();
        assert!(
            sentences.contains(&format!("profile `{profile}`, opt-level 3")),
            "{sentences}"
        );
        assert!(
            sentences.contains("functions is the same as shipped"),
            "{sentences}"
        );
    }
    // Once more, when there is nothing to compile.
    let built = workspace.run(Root::Only, "release");
    assert!(built.fidelity.is_exact(), "{}", built.fidelity);
    let one = Build {
        profile: "release".to_owned(),
        units: Units::One,
        ..workspace.build()
    };
    let one = one.run().expect("it is there");
    assert_eq!(one.units.len(), 1);
    assert!(!one.fidelity.is_exact());
    assert_eq!(one.fidelity.function("main"), None);
}

#[test]
fn before_optimisation_calls_are_there() {
    let workspace = workspace("");
    let before = Build {
        profile: "release".to_owned(),
        stage: Stage::Unoptimised,
        ..workspace.build()
    };
    let before = before.run().expect("it is there");
    assert!(
        body(&before, "second").contains("call"),
        "{}",
        body(&before, "second")
    );
    assert!(body(&before, "second").contains("alloca") || !body(&before, "third").is_empty());
    assert_eq!(before.fidelity.stage(), Stage::Unoptimised);
    assert!(!defines(&before, "kept"), "it is of another crate");
    let all = Build {
        profile: "release".to_owned(),
        stage: Stage::Unoptimised,
        crates: Crates::All,
        ..workspace.build()
    };
    let all = all.run().expect("it is there");
    assert!(defines(&all, "kept"));
    assert_eq!(all.units[0].krate, "app");
    assert_eq!(all.units[1].krate, "tiny");
}

#[test]
fn line_tables_name_the_crate_they_come_from() {
    let workspace = workspace("");
    let what = Build {
        profile: "release".to_owned(),
        lines: true,
        ..workspace.build()
    };
    let built = what.run().expect("it is there");
    assert!(built.units[0].text.contains("inlinedAt:"));
    assert!(
        built.units[0].text.contains("tiny/src"),
        "the file of the dependency"
    );
    // What keeps the debugger's scripts; no other code has changed.
    let differing = built.fidelity.differing();
    assert_eq!(differing, ["main", "std::rt::lang_start"]);
    assert_eq!(built.fidelity.function("main"), Some(FunctionCode::Differs));
    let sentences = built.fidelity.to_string();
    assert!(
        sentences.contains("other code: `main`; only in this build: `std::rt::lang_start`"),
        "{sentences}"
    );
    let brief = built.fidelity.brief().expect("it is optimised");
    assert!(
        brief.ends_with("; 1 with other code; 1 only in this build"),
        "{brief}"
    );
}

/// A library that is loaded, without the standard library, which would be optimised with it.
fn loaded(profile: &str) -> Workspace {
    let manifest = format!(
        "[package]\nname = \"app\"\nedition = \"2024\"\n[lib]\ncrate-type = [\"cdylib\"]\n\
         [dependencies]\ntiny = {{ path = \"tiny\" }}\n[workspace]\n\
         [profile.release]\npanic = \"abort\"\n{profile}"
    );
    Workspace::new(&[
        ("Cargo.toml", &manifest),
        (
            "src/lib.rs",
            "#![no_std]\n\
             #[panic_handler]\nfn panic(_: &core::panic::PanicInfo) -> ! { loop {} }\n\
             #[unsafe(no_mangle)]\n\
             pub extern \"C\" fn entry(x: u32) -> u32 { tiny::half(tiny::kept(x)) }\n",
        ),
        (
            "tiny/Cargo.toml",
            "[package]\nname = \"tiny\"\nedition = \"2024\"\n",
        ),
        ("tiny/src/lib.rs", &format!("#![no_std]\n{TINY}")),
    ])
}

#[test]
fn with_fat_lto_the_whole_program_is_one_unit() {
    let workspace = loaded("");
    let what = Build {
        profile: "release".to_owned(),
        lto: Some(Lto::Fat),
        ..workspace.build()
    };
    let built = what.run().expect("it is there");
    assert_eq!(built.units.len(), 1);
    assert_eq!(built.fidelity.link_time(), Some(Lto::Fat));
    assert!(defines(&built, "kept"), "the other crate is in it");
    assert!(
        built.fidelity.is_exact(),
        "{}\n{:?}",
        built.fidelity,
        built.fidelity.differing()
    );
    // The profile's own, and what we were asked for, are told apart.
    let sentences = built.fidelity.to_string();
    assert!(
        sentences.contains("link-time optimisation is as asked for"),
        "{sentences}"
    );
}

#[test]
fn with_thin_lto_each_crate_is_a_unit() {
    let workspace = loaded("lto = \"thin\"\n");
    let built = workspace.run(Root::Only, "release");
    assert_eq!(built.fidelity.link_time(), Some(Lto::Thin));
    let crates: Vec<&str> = built.units.iter().map(|unit| &*unit.krate).collect();
    assert_eq!(crates[0], "app");
    assert!(
        crates.contains(&"tiny") && crates.contains(&"core"),
        "{crates:?}"
    );
    assert!(
        built.fidelity.is_exact(),
        "{}\n{:?}",
        built.fidelity,
        built.fidelity.differing()
    );
    let sentences = built.fidelity.to_string();
    assert!(!sentences.contains("as asked for"), "{sentences}");
}
