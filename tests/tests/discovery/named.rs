//! `link!(provider)`: no discovery, and what is named is looked at.

use crate::{app, case, provider};
use linkface_tests::Crate;

#[test]
fn what_is_not_named_is_not_looked_at() {
    let app = app()
        .dep("provider")
        .dep("second")
        .source("linkface::link!(second); fn main() { user::show() }");
    case("named-one")
        .member(provider("second", 2))
        .member(app)
        .run("app")
        .succeeds()
        .prints("2 2\n");
}

#[test]
fn two_that_are_named() {
    let app = app()
        .dep("provider")
        .dep("second")
        .source("linkface::link!(second, provider); fn main() { user::show() }");
    case("named-two")
        .member(provider("second", 2))
        .member(app)
        .check()
        .fails()
        .says("[LF0002] two providers for `api` 0.1: `provider` and `second`");
}

#[test]
fn one_that_implements_nothing() {
    let app = app()
        .dep("provider")
        .source("linkface::link!(user); fn main() { user::show() }");
    case("named-none")
        .member(app)
        .check()
        .fails()
        .says("error: `user` implements nothing, and no crate that it depends on does")
        .says("app/src/main.rs:1:17");
}

/// A root's platform crate may name its providers.
#[test]
fn by_a_library() {
    let platform = Crate::lib("platform")
        .linkface()
        .dep("provider")
        .source("linkface::link!(provider);");
    case("named-platform")
        .member(platform)
        .member(
            app()
                .dep("platform")
                .source("linkface::link!(platform); fn main() { user::show() }"),
        )
        .run("app")
        .succeeds()
        .prints("42 42\n");
}
