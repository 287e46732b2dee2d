//! A module of items is a group: one provider implements all of it.

use linkface_tests::{Crate, Workspace};

const LOG: &str = r"
use linkface::interface;

pub struct Record { pub level: u8 }

#[interface]
pub mod logger {
    use super::Record;

    pub fn log(r: &Record) -> u32;
    pub fn flush() -> u32 { 7 }
    pub static MAX: u8;
}
";

const APP: &str = r#"
use provider as _;
fn main() {
    let record = api::Record { level: 3 };
    println!("{} {} {}", api::logger::log(&record), api::logger::flush(), api::logger::MAX);
}
"#;

fn case(name: &str, provider: &str) -> Workspace {
    Workspace::new(name)
        .member(Crate::lib("api").linkface().source(LOG))
        .member(
            Crate::lib("provider")
                .linkface()
                .dep("api")
                .source(provider),
        )
        .member(Crate::bin("app").dep("api").dep("provider").source(APP))
}

#[test]
fn one_module_implements_the_group() {
    let provider = r"
        use linkface::implement;
        #[implement(api::logger)]
        mod mine {
            pub fn log(r: &api::Record) -> u32 { u32::from(r.level) + 10 }
            pub static MAX: u8 = 5;
        }
    ";
    case("group", provider)
        .run("app")
        .succeeds()
        .prints("13 7 5\n");
}

#[test]
fn the_groups_default_is_overridden() {
    let provider = r"
        use linkface::implement;
        #[implement(api::logger)]
        mod mine {
            pub fn log(r: &api::Record) -> u32 { u32::from(r.level) + 10 }
            pub fn flush() -> u32 { 8 }
            pub static MAX: u8 = 5;
        }
    ";
    case("group-overridden", provider)
        .run("app")
        .succeeds()
        .prints("13 8 5\n");
}

#[test]
fn half_a_group_is_an_error_at_the_provider() {
    let provider = r"
        use linkface::implement;
        #[implement(api::logger)]
        mod mine {
            pub fn log(r: &api::Record) -> u32 { u32::from(r.level) }
        }
    ";
    case("group-half", provider)
        .check()
        .fails()
        .says("MAX")
        .says("provider/src/lib.rs");
}
