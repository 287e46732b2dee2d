//! C calls what Rust implements, and what Rust has a default for.

use crate::{API, ARRIVALS, Language, Shape, compile, root};
use linkface_tests::{Crate, Profile, Tool, Workspace};

const CALLER: &str = "
    unsigned rust_required(unsigned value);
    unsigned rust_default(unsigned value);
    extern const unsigned rust_level;
    unsigned call(void) { return rust_required(10) + rust_default(100) + rust_level; }
";
const PROVIDER: &str = r"
use linkface::implement;
#[implement(api::required)] fn required(value: u32) -> u32 { value * 2 }
#[implement(api::LEVEL)] static LEVEL: u32 = 1000;
";
const OVERRIDE: &str = "#[implement(api::defaulted)] fn defaulted(value: u32) -> u32 { value + 3 }";
const APP: &str = r#"
use provider as _;
unsafe extern "C" { safe fn call() -> u32; }
fn main() { println!("{} {}", call(), api::sum()) }
"#;

fn case(name: &str, provider: &str) -> Workspace {
    Workspace::new(name)
        .member(
            Crate::lib("api")
                .linkface()
                .source(&API.replace("C_PREFIX", "rust")),
        )
        .member(
            Crate::lib("provider")
                .linkface()
                .dep("api")
                .source(provider),
        )
}

fn check(language: Language, shape: Shape, profile: Profile) {
    let tag = format!("{language:?}-{shape:?}-{}", profile.name());
    let with_default = case(&format!("c-calls-default-{tag}"), PROVIDER)
        .profile(profile)
        .member(root("app", "caller", shape, APP).dep("provider"));
    compile(&with_default, "caller", CALLER, language, shape);
    with_default.run("app").succeeds().prints("1121 1121\n");

    let overridden = case(
        &format!("c-calls-overridden-{tag}"),
        &format!("{PROVIDER}{OVERRIDE}"),
    )
    .profile(profile)
    .member(root("app", "caller", shape, APP).dep("provider"));
    compile(&overridden, "caller", CALLER, language, shape);
    overridden.run("app").succeeds().prints("1123 1123\n");
}

#[test]
fn debug() {
    for (language, shape) in ARRIVALS {
        check(language, shape, Profile::Debug);
    }
}

#[test]
fn fat_lto() {
    check(Language::C, Shape::Object, Profile::Fat);
    check(Language::Cxx, Shape::Archive, Profile::Fat);
}

/// C is the root: everything of Rust is a static library.
#[test]
fn a_c_program_links_the_static_library() {
    let library = "use provider as _;\npub use api;";
    let case = case("c-main", PROVIDER).member(
        Crate::lib("whole")
            .types(&["staticlib"])
            .dep("api")
            .dep("provider")
            .source(library),
    );
    let _: linkface_tests::Output = case.build_one("whole").succeeds();
    let main = format!(
        "#include <stdio.h>\n{CALLER}\nint main(void) {{ printf(\"%u\\n\", call()); return 0; }}"
    );
    std::fs::write(case.folder().join("main.c"), main).expect("the case's folder is writable");
    let _: linkface_tests::Output = Tool::cc(case.folder())
        .args(["main.c", "-o", "main"])
        .arg(case.artifact("libwhole.a"))
        .args(["-lgcc_s", "-lpthread", "-lm", "-ldl"])
        .run()
        .succeeds();
    Tool::new(case.folder().join("main"), case.folder())
        .run()
        .succeeds()
        .prints("1121\n");
}

/// Types that C cannot hold are refused at the declaration.
#[test]
fn what_c_cannot_hold_is_refused() {
    for (name, item) in [
        ("slice", "pub fn text(bytes: &[u8]) -> usize;"),
        ("string", "pub fn name() -> &'static str;"),
        ("tuple", "pub fn pair() -> (u8, u8);"),
    ] {
        let api = format!("#[linkface::interface(abi = \"C\")] {item}");
        Workspace::new(&format!("c-refused-{name}"))
            .member(Crate::lib("api").linkface().source(&api))
            .check()
            .fails()
            .says("api/src/lib.rs")
            .says("abi = \"C\"");
    }
}
