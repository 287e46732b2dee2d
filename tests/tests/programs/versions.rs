//! Two versions of a façade in one program, each with a provider of its own.

use linkface_symbol::Role;
use linkface_tests::{Crate, Profile, Workspace, sentence};

// The very same items in both: only the version tells them apart.
const LOG: &str = r"
use linkface::interface;
#[interface] pub fn level() -> u32;
#[interface] pub fn limit() -> u32 { 1 }
#[interface] pub static NAME: u32;
#[interface(pub Sink)]
pub trait SinkApi: Sized { fn new() -> Self; fn value(&self) -> u32; }
";

fn provider(name: &str, folder: &str, value: u32) -> Crate {
    let source = format!(
        "use linkface::implement;
         #[implement(log::level)] fn level() -> u32 {{ {value} }}
         #[implement(log::limit)] fn limit() -> u32 {{ {value} }}
         #[implement(log::NAME)] static NAME: u32 = {value};
         struct Mine;
         #[implement] impl log::SinkApi for Mine {{
             fn new() -> Self {{ Self }}
             fn value(&self) -> u32 {{ {value} }}
         }}"
    );
    Crate::lib(name)
        .linkface()
        .dep_as("log", "log", folder)
        .source(&source)
}

const APP: &str = r#"
use {provider_04 as _, provider_05 as _};
macro_rules! print {
    ($log:ident) => {{
        use $log::SinkApi;
        let sink = <$log::Sink as SinkApi>::new();
        println!("{} {} {} {}", $log::level(), $log::limit(), $log::NAME, SinkApi::value(&sink));
    }};
}
fn main() {
    print!(log_04);
    print!(log_05);
}
"#;

fn case(name: &str, profile: Profile) -> Workspace {
    let log = || Crate::lib("log").apart().linkface().source(LOG);
    Workspace::new(name)
        .profile(profile)
        .member(log().folder("log-04").version("0.4.2"))
        .member(log().folder("log-05").version("0.5.0"))
        .member(provider("provider_04", "log-04", 4))
        .member(provider("provider_05", "log-05", 5))
        .member(
            Crate::bin("app")
                .dep_as("log_04", "log", "log-04")
                .dep_as("log_05", "log", "log-05")
                .dep("provider_04")
                .dep("provider_05")
                .source(APP),
        )
}

#[test]
fn both_are_answered_each_by_its_own() {
    let debug = case("versions-dev", Profile::Debug);
    debug.run("app").succeeds().prints("4 4 4 4\n5 5 5 5\n");
    let fat = case("versions-fat", Profile::Fat);
    fat.run("app").succeeds().prints("4 4 4 4\n5 5 5 5\n");
}

#[test]
fn a_provider_of_the_other_version_is_none() {
    let app = "use provider_05 as _;\nfn main() { println!(\"{}\", log::level()) }";
    case("versions-wrong", Profile::Debug)
        .member(
            Crate::bin("wrong")
                .dep_as("log", "log", "log-04")
                .dep("provider_05")
                .source(app),
        )
        .build_one("wrong")
        .fails()
        .says(&sentence(Role::Required, "log::level", "0.4.2"));
}
