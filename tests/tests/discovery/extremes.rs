//! Programs of unusual shapes and sizes.

use crate::{app, case, provider};
use linkface_tests::Crate;
use std::fmt::Write as _;

/// Its declaration is longer than any marker.
#[test]
fn a_trait_of_very_many_methods() {
    let mut methods = String::new();
    for i in 0..1200 {
        writeln!(
            methods,
            "fn method_number_{i}(first: u64, second: &str) -> usize;"
        )
        .unwrap();
    }
    let wide = Crate::lib("wide").linkface().source(&format!(
        "#[linkface::interface(pub Wide)] pub trait WideApi {{ {methods} }}"
    ));
    case("wide-trait")
        .member(wide)
        .member(app().dep("provider").dep("wide"))
        .check()
        .fails()
        .says("[LF0001] no provider for `wide` 0.1");
}

/// What a dev-dependency needs of the crate under test is another build of it: a second provider, which
/// nobody smuggles in.
#[test]
fn a_provider_below_its_own_dev_dependency() {
    let platform = Crate::lib("platform")
        .dep("circular")
        .source("pub use circular as provider;");
    let circular = provider("circular", 3)
        .dev_dep("platform")
        .file("tests/outside.rs", "linkface::link!(); #[test] fn runs() { platform::provider::f(); assert_eq!(api::answer(), 3) }")
        .file(
            "src/lib.rs",
            "#[linkface::implement(api::answer)] fn answer() -> u32 { 3 }
             pub fn f() {}
             #[cfg(test)] mod tests { linkface::link!(); #[test] fn runs() {} }",
        );
    let case = case("circular").member(platform).member(circular);
    let test = |what: &str| {
        case.cargo("check")
            .args(["--package", "circular", what])
            .args((what == "--test").then_some("outside"))
            .run()
    };
    test("--test").succeeds();
    test("--tests")
        .fails()
        .says("error[E0283]: type annotations needed")
        .says("circular_implements_api_already")
        .says_no("LF0004");
}

/// Layers of crates that all lead to the façade: the error takes no longer than the rest.
#[test]
fn many_ways_to_a_facade() {
    let mut case = case("layers");
    let mut below = vec!["api".to_owned()];
    for layer in 0..6 {
        let names: Vec<String> = (0..6).map(|n| format!("layer{layer}_{n}")).collect();
        for name in &names {
            let uses: Vec<String> = below
                .iter()
                .map(|name| format!("pub use {name} as _{name};"))
                .collect();
            let library = below
                .iter()
                .fold(Crate::lib(name), |library, name| library.dep(name));
            case = case.member(library.source(&uses.concat()));
        }
        below = names;
    }
    let app = below.iter().fold(app(), |app, name| app.dep(name));
    case.member(app)
        .check()
        .fails()
        .says("= note: required by app → user → api\n")
        .says("= note: required by app → layer5_0 → layer4_0 → layer3_0 → layer2_0 → layer1_0 → layer0_0 → api\n")
        .says("= note: and by 4 more");
}

/// Whoever writes what linkface writes is taken at their word, until the linker knows better.
#[test]
fn a_crate_that_forges_what_link_reads() {
    let forged = |word: &str, rest: &str| {
        format!(
            "pub const _{word}: &str = \"~linkface:1:{word}\\x1fgho st{{}}\\x1f0.1\\x1fb-o Ⓐ²\\x1f7\\x1f{rest}\\x03\";\n"
        )
    };
    let writer = Crate::lib("forger").dep("api").source(&format!(
        "#![allow(non_upper_case_globals)] pub use api as used;\n{}{}",
        forged(
            "declares",
            "fn\\x1frequired\\x1fpub\\x1fx.rs\\x1f1\\x1f1\\x1f\\x1f\\x1ftext"
        ),
        forged("implements", "ordinary\\x1fx\\x1f1\\x1f1"),
    ));
    case("forged")
        .member(writer)
        .member(
            app()
                .dep("provider")
                .dep("forger")
                .manifest("[package.metadata.linkface]\nallow = [\"LF0004\"]"),
        )
        .check()
        .succeeds()
        .says_no("panicked");
}

/// It is no linkface that couldn't be read.
#[test]
fn another_crate_called_linkface() {
    let other = Crate::lib("not-linkface")
        .source("")
        .manifest("[lib]\nname = 'linkface'");
    let between = Crate::lib("between")
        .dep_as("other", "not-linkface", "not-linkface")
        .source("pub use other as used;");
    case("called-linkface")
        .member(other)
        .member(between)
        .member(app().dep("provider").dep("between"))
        .check()
        .succeeds();
}
