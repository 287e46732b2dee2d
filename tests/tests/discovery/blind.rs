//! Where `link!()` cannot see, it says nothing. For builds without Cargo see `build_systems`.

use linkface_tests::{Crate, Workspace};

/// A dylib's metadata is compressed: what it holds isn't known, so nothing is missing for sure.
#[test]
fn a_dylib_may_hold_the_provider() {
    let api = Crate::lib("api")
        .linkface()
        .source("#[linkface::interface] pub fn answer() -> u32;");
    let engine = Crate::lib("engine")
        .types(&["dylib"])
        .dep("api")
        .linkface()
        .source(
            "pub use api;
         #[linkface::implement(api::answer)] fn own() -> u32 { 8 }
         pub fn run() { println!(\"{}\", api::answer()) }",
        );
    let user = Crate::lib("user")
        .dep("api")
        .source("pub fn answer() -> u32 { api::answer() }");
    let app = |name: &str| Crate::bin(name).linkface().dep("user");
    let case = Workspace::new("discovery-dylib")
        .member(api)
        .member(engine)
        .member(user)
        .member(
            app("app")
                .dep("engine")
                .source("linkface::link!(); fn main() { engine::run(); user::answer(); }"),
        )
        .member(app("lonely").source("linkface::link!(); fn main() { user::answer(); }"));
    case.build_one("app").succeeds();
    // It would have been found.
    case.build_one("lonely").fails().says("LF0001");
}
