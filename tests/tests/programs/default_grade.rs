//! A default-grade provider answers until an ordinary one is there, whatever the order.

use linkface_tests::{Crate, Output, Profile, Workspace};

const API: &str = r"
use linkface::interface;
#[interface(default)] pub fn answer() -> u32;
#[interface(default)] pub static NAME: u32;
#[interface(pub Thing, default)]
pub trait ThingApi: Sized { fn new() -> Self; fn value(&self) -> u32; }
";

fn provider(name: &str, grade: &str, value: u32) -> Crate {
    let (with, alone) = if grade.is_empty() {
        (String::new(), String::new())
    } else {
        (format!(", {grade}"), format!("({grade})"))
    };
    let source = format!(
        "use linkface::implement;
         #[implement(api::answer{with})] fn mine() -> u32 {{ {value} }}
         #[implement(api::NAME{with})] static MINE: u32 = {value};
         struct Mine([u64; 2]);
         #[implement{alone}] impl api::ThingApi for Mine {{
             fn new() -> Self {{ Self([{value}; 2]) }}
             fn value(&self) -> u32 {{ self.0[1] as u32 }}
         }}"
    );
    Crate::lib(name).linkface().dep("api").source(&source)
}

fn app(name: &str, providers: &[&str]) -> Crate {
    let uses = providers
        .iter()
        .map(|name| format!("use {name} as _;\n"))
        .collect::<Vec<_>>()
        .concat();
    let source = format!(
        "{uses}
         use api::ThingApi;
         fn main() {{
             let thing = <api::Thing as ThingApi>::new();
             println!(\"{{}} {{}} {{}}\", api::answer(), api::NAME, ThingApi::value(&thing));
         }}"
    );
    let app = Crate::bin(name).dep("api");
    providers
        .iter()
        .fold(app, |app, name| app.dep(name))
        .source(&source)
}

fn check(profile: Profile) {
    let case = Workspace::new(&format!("default-grade-{}", profile.name()))
        .profile(profile)
        .member(Crate::lib("api").linkface().source(API))
        .member(provider("fallback", "default", 1))
        .member(provider("other_fallback", "default", 3))
        .member(provider("ordinary", "", 2))
        .member(app("alone", &["fallback"]))
        .member(app("before", &["ordinary", "fallback"]))
        .member(app("after", &["fallback", "ordinary"]))
        .member(app("none", &[]))
        .member(app("two", &["fallback", "other_fallback"]));
    case.run("alone").succeeds().prints("1 1 1\n");
    case.run("before").succeeds().prints("2 2 2\n");
    case.run("after").succeeds().prints("2 2 2\n");
    case.build_one("none").fails().says("api::answer::");
    let _: Output = case.build_one("two").fails().says("api::answer").says(
        "has two default implementations in this program: keep one default provider of api 0.1",
    );
}

#[test]
fn debug() {
    check(Profile::Debug);
}

#[test]
fn fat_lto() {
    check(Profile::Fat);
}
