//! A default provider crate: the façade is a core, which declares, and a front, which links the default.

use linkface_tests::{Crate, Profile, Workspace};

fn case(name: &str) -> Workspace {
    let core = Crate::lib("rng-core").linkface().source(
        "#[linkface::interface(default)] pub fn next() -> u32;
         #[linkface::interface] pub fn bound() -> u32 { 10 }",
    );
    let os = Crate::lib("rng-os")
        .linkface()
        .dep("rng-core")
        .source("#[linkface::implement(rng_core::next, default)] fn next() -> u32 { 1 }");
    let front = Crate::lib("rng")
        .dep("rng-core")
        .dep("rng-os")
        .manifest("[package.metadata.linkface]\nfacade = 'rng'\ndefault = 'rng-os'")
        .source("pub use rng_core::*; use rng_os as _;");
    let seeded = Crate::lib("rng-seeded").linkface().dep("rng").source(
        "#[linkface::implement(rng::next)] fn next() -> u32 { 4 }
         #[linkface::implement(rng::bound)] fn bound() -> u32 { 6 }",
    );
    let dice = Crate::lib("dice")
        .dep("rng")
        .source("pub fn roll() { println!(\"{} of {}\", rng::next(), rng::bound()) }");
    Workspace::new(&format!("discovery-defaults-{name}"))
        .member(core)
        .member(os)
        .member(front)
        .member(seeded)
        .member(dice)
}

fn app() -> Crate {
    Crate::bin("app")
        .linkface()
        .dep("dice")
        .source("linkface::link!(); fn main() { dice::roll() }")
}

#[test]
fn the_default_is_there_without_a_word() {
    for profile in [Profile::Debug, Profile::Fat] {
        let case = case(&format!("used-{}", profile.name()))
            .profile(profile)
            .member(app());
        case.check().succeeds();
        case.run("app").succeeds().prints("1 of 10\n");
    }
}

#[test]
fn another_provider_overrides_it() {
    for profile in [Profile::Debug, Profile::Fat] {
        let case = case(&format!("overridden-{}", profile.name()))
            .profile(profile)
            .member(app().dep("rng-seeded"));
        case.check().succeeds();
        case.run("app").succeeds().prints("4 of 6\n");
    }
}

#[test]
fn the_root_overrides_it_by_itself() {
    let app = app().dep("rng").source(
        "linkface::link!();
         #[linkface::implement(rng::next)] fn next() -> u32 { 5 }
         fn main() { dice::roll() }",
    );
    case("own")
        .member(app)
        .run("app")
        .succeeds()
        .prints("5 of 10\n");
}

#[test]
fn two_defaults_are_one_too_many() {
    let second = Crate::lib("rng-second")
        .linkface()
        .dep("rng-core")
        .source("#[linkface::implement(rng_core::next, default)] fn next() -> u32 { 2 }");
    let case = case("two").member(second).member(app().dep("rng-second"));
    case.check()
        .fails()
        .says(
            "[LF0002] two providers for `rng_core` 0.1: `rng-os` and `rng_second` implement `next`",
        )
        .says("note: app → dice → rng → rng-os\n");
}

/// Both define the label of their grade, whatever goes before them.
#[test]
fn two_defaults_are_one_too_many_even_if_overridden() {
    let second = Crate::lib("rng-second")
        .linkface()
        .dep("rng-core")
        .source("#[linkface::implement(rng_core::next, default)] fn next() -> u32 { 2 }");
    let app = app().dep("rng-second").dep("rng-seeded");
    let unchecked = app
        .clone()
        .source("use rng_second as _; use rng_seeded as _; fn main() { dice::roll() }");
    let case = case("two-overridden").member(second).member(unchecked);
    case.build_one("app")
        .fails()
        .says("has two default implementations in this program");
    let case = case.member(app);
    case.check().fails().says(
        "[LF0002] two providers for `rng_core` 0.1: `rng-os` and `rng_second` implement `next`",
    );
}

#[test]
fn the_root_must_not_bring_a_second_default() {
    let app = app().dep("rng").source(
        "linkface::link!();
         #[linkface::implement(rng::next, default)] fn next() -> u32 { 5 }
         fn main() { dice::roll() }",
    );
    case("own-default")
        .member(app)
        .check()
        .fails()
        .says("error[E0283]: type annotations needed")
        .says("required by a bound in `rng_os_implements_rng_core_already`");
}

/// Without the front nobody links the default.
#[test]
fn the_core_alone_needs_a_provider() {
    let app = Crate::bin("app")
        .linkface()
        .dep("rng-core")
        .source("linkface::link!(); fn main() { println!(\"{}\", rng_core::next()) }");
    case("core")
        .member(app)
        .check()
        .fails()
        .says("[LF0001] no provider for `rng_core` 0.1");
}
