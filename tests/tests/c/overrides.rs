//! C overrides a default. A weak default keeps linkers from searching archives, so an override in
//! one used to be ignored in silence: it must work, or be refused in words.

use crate::{API, ARRIVALS, Language, Shape, compile, root};
use linkface_tests::{Crate, Profile, Workspace};

const SOURCE: &str = "
    unsigned override_required(unsigned value) { return value * 2; }
    unsigned override_default(unsigned value) { return value + 3; }
    extern const unsigned override_level;
    const unsigned override_level = 1000;
";

fn check(language: Language, shape: Shape, profile: Profile) {
    // The override stands in an object of its own, which nothing else pulls out of the archive.
    let app = "linkface::link!(extern api::required, extern api::LEVEL, extern api::defaulted);\n\
               fn main() { println!(\"{} {}\", api::sum(), api::defaulted(4)) }";
    let case = Workspace::new(&format!(
        "c-override-{language:?}-{shape:?}-{}",
        profile.name()
    ))
    .profile(profile)
    .member(
        Crate::lib("api")
            .linkface()
            .source(&API.replace("C_PREFIX", "override")),
    )
    .member(root("app", "override", shape, app));
    compile(&case, "override", SOURCE, language, shape);
    case.run("app").succeeds().prints("1123 7\n");
}

#[test]
fn debug() {
    for (language, shape) in ARRIVALS {
        check(language, shape, Profile::Debug);
    }
}

/// LTO doesn't see the language.
#[test]
fn fat_lto() {
    check(Language::C, Shape::Object, Profile::Fat);
    check(Language::C, Shape::Archive, Profile::Fat);
}

/// The override is all that its archive member holds.
#[test]
fn alone_in_its_archive() {
    let api = "#[linkface::interface(abi = \"C\", symbol = unsafe(\"lonely_default\"))]\n\
               pub fn defaulted(value: u32) -> u32 { value + 1 }";
    let app = "linkface::link!(extern api::defaulted);\n\
               fn main() { println!(\"{}\", api::defaulted(4)) }";
    let case = Workspace::new("c-override-alone")
        .member(Crate::lib("api").linkface().source(api))
        .member(root("app", "lonely", Shape::Archive, app));
    let source = "unsigned lonely_default(unsigned value) { return value + 3; }";
    compile(&case, "lonely", source, Language::C, Shape::Archive);
    case.run("app").succeeds().prints("7\n");
}
