//! Rust calls what C implements: a required function and a required static.

use crate::{API, ARRIVALS, Language, Shape, compile, root};
use linkface_tests::{Crate, Profile, Workspace};

const SOURCE: &str = "
    unsigned foreign_required(unsigned value) { return value * 2; }
    extern const unsigned foreign_level;
    const unsigned foreign_level = 1000;
";
const APP: &str = "linkface::link!(extern api::required, extern api::LEVEL);\n\
                   fn main() { println!(\"{} {}\", api::sum(), api::required(4)) }";

fn check(language: Language, shape: Shape, profile: Profile) {
    let case = Workspace::new(&format!(
        "c-foreign-{language:?}-{shape:?}-{}",
        profile.name()
    ))
    .profile(profile)
    .member(
        Crate::lib("api")
            .linkface()
            .source(&API.replace("C_PREFIX", "foreign")),
    )
    .member(root("app", "foreign", shape, APP));
    compile(&case, "foreign", SOURCE, language, shape);
    case.run("app").succeeds().prints("1121 8\n");
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

/// A C archive works like any of a `-sys` crate's: a provider crate may carry it.
#[test]
fn a_provider_crate_carries_the_archive() {
    let script = "fn main() {
        let package = std::env::var(\"CARGO_MANIFEST_DIR\").unwrap();
        let folder = std::path::Path::new(&package).parent().unwrap().to_path_buf();
        println!(\"cargo:rustc-link-search=native={}\", folder.display());
        println!(\"cargo:rustc-link-lib=static=foreign\");
    }";
    let app = "use carrier as _;\nfn main() { println!(\"{}\", api::sum()) }";
    let case = Workspace::new("c-carrier")
        .member(
            Crate::lib("api")
                .linkface()
                .source(&API.replace("C_PREFIX", "foreign")),
        )
        .member(Crate::lib("carrier").source("").file("build.rs", script))
        .member(Crate::bin("app").dep("api").dep("carrier").source(app));
    compile(&case, "foreign", SOURCE, Language::C, Shape::Archive);
    case.run("app").succeeds().prints("1121\n");
}
