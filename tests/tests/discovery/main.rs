//! `link!()` without names: what it finds, and what it says. Texts are rustc 1.95's.

mod blind;
mod defaults;
mod dependencies;
mod extremes;
mod mistakes;
mod named;
mod real_life;
mod roots;
mod unhashed;
mod versions;

use linkface_tests::{Crate, Workspace};

const API: &str = r"
use linkface::interface;
#[interface] pub fn answer() -> u32;
#[interface] pub fn limit() -> u32 { 1 }
";
/// Calls the façade and knows no provider.
const USER: &str = "pub fn show() { println!(\"{} {}\", api::answer(), api::limit()) }";
const MAIN: &str = "linkface::link!(); fn main() { user::show() }";
const TEST: &str =
    "linkface::link!(); #[test] fn shows() { user::show(); assert_eq!(api::answer(), 42) }";

/// Three crates that know nothing of each other but the façade.
fn case(name: &str) -> Workspace {
    Workspace::new(&format!("discovery-{name}"))
        .member(api())
        .member(user())
        .member(provider("provider", 42))
}

fn api() -> Crate {
    Crate::lib("api").linkface().source(API)
}

fn user() -> Crate {
    Crate::lib("user").dep("api").source(USER)
}

fn provider(name: &str, value: u32) -> Crate {
    Crate::lib(name).linkface().dep("api").source(&format!(
        "use linkface::implement;
         #[implement(api::answer)] fn answer() -> u32 {{ {value} }}
         #[implement(api::limit)] fn limit() -> u32 {{ {value} }}"
    ))
}

fn app() -> Crate {
    Crate::bin("app").linkface().dep("user").source(MAIN)
}
