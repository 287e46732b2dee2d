//! Changes of an interface, and what is said of them: each change made once, and loaded in both roles,
//! a plugin of the new interface in a host of the old one, and the other way.

mod described;
mod table;

use linkface_tests::{Crate, Tool, Workspace};
use std::fmt::Write as _;

/// The interface before any change, with an implementor.
const BASE: &str = r#"
    laid_out! {
        #[repr(C)]
        pub struct World { pub pos: f32, pub speed: f32, pub id: u64 }
    }
    laid_out! {
        #[repr(u8)]
        pub enum Event { Start, Stop }
    }
    converted! { pub struct Report { pub name: String, pub lines: Vec<String> } }

    #[interface(loadable = LoadedWatch)]
    pub trait WatchApi {
        fn seen(&mut self, event: Event) -> u32;
    }

    #[interface(loadable = LoadedPhysics, version = 1)]
    pub trait PhysicsApi: Send {
        fn step(&mut self, world: &World, dt: f32) -> f32;
        fn reset(&mut self, worlds: &[World]) -> bool;
        fn name(&self, long: bool) -> String;
        fn event(&self, event: Event) -> u32;
        fn report(&self) -> Result<Report, String>;
        fn watch(&mut self, watch: &mut dyn WatchApi) -> u32;
        fn pick<'a>(&self, one: &'a str, other: &str) -> &'a str;
        fn optional(&self) -> u32 { 0 }
    }

    #[derive(Default)]
    pub struct Euler;

    impl PhysicsApi for Euler {
        fn step(&mut self, world: &World, dt: f32) -> f32 { let _ = (world, dt); 1.5 }
        fn reset(&mut self, worlds: &[World]) -> bool { worlds.is_empty() }
        fn name(&self, long: bool) -> String { if long { "euler" } else { "e" }.to_owned() }
        fn event(&self, event: Event) -> u32 { event as u32 }
        fn report(&self) -> Result<Report, String> { Err("none".to_owned()) }
        fn watch(&mut self, watch: &mut dyn WatchApi) -> u32 { let _ = watch; 0 }
        fn pick<'a>(&self, one: &'a str, other: &str) -> &'a str { let _ = (one, other); "" }
        fn optional(&self) -> u32 { 1 }
    }
"#;

/// A change of the interface, and what comes of it.
struct Change {
    name: &'static str,
    /// What is replaced by what, everywhere.
    edits: &'static [(&'static str, &'static str)],
    /// Of a plugin with the new interface in a host with the old one: what the first line says behind
    /// the file's name, or `loads`, with what the calls of the old interface return.
    new_plugin: &'static str,
    /// The other way.
    old_plugin: &'static str,
}

fn edited(change: &Change) -> String {
    let mut text = BASE.to_owned();
    for (from, to) in change.edits {
        assert!(text.contains(from), "{}: {from}", change.name);
        text = text.replace(from, to);
    }
    text
}

/// One crate: the host is its program, and each plugin one of its examples, which are `cdylib`s.
fn workspace() -> Workspace {
    let mut package = Crate::bin("changes").linkface().plugin(&["host"]);
    let mut main = String::from("mod base;\n");
    let mut calls = String::new();
    let mut targets = String::new();
    let head = "use linkface::interface;\nuse linkface_plugin::Shared;\n\
                use linkface_plugin::describe::{Kind, Member, Type, TypeRef, id};\n";
    let base = Change {
        name: "base",
        edits: &[],
        new_plugin: "",
        old_plugin: "",
    };
    for change in table::CHANGES.iter().chain([&base]) {
        let name = change.name;
        let text = format!(
            "#![allow(dead_code)]\n{head}{}{}",
            described::DESCRIBED,
            edited(change)
        );
        package = package.file(&format!("src/{name}.rs"), &text).file(
            &format!("plugins/{name}.rs"),
            &format!(
                "#[path = \"../src/{name}.rs\"] mod api; linkface_plugin::export!(api::Euler);"
            ),
        );
        write!(
            targets,
            "[[example]]\nname = {name:?}\npath = \"plugins/{name}.rs\"\ncrate-type = [\"cdylib\"]\n"
        )
        .expect("a string takes all");
        if name != "base" {
            writeln!(main, "mod {name};").expect("a string takes all");
            let call = if text.contains("fn fly") {
                "p.fly()"
            } else if text.contains("fn optional") {
                "p.optional()"
            } else {
                "drop(p); 0"
            };
            write!(
                calls,
                "    new_plugin({name:?});
                 println!(\"{name} old: {{}}\", said(host().load::<{name}::LoadedPhysics>(\"./libbase.so\"), |p| {{ use {name}::PhysicsApi as _; {call} }}));\n"
            )
            .expect("a string takes all");
        }
    }
    main += "
        use linkface_plugin::check::{Difference, DifferenceKind};
        use linkface_plugin::{Host, LoadError};
        use std::fmt::Debug;
        fn host() -> Host { Host::new() }
        fn said<L: Debug>(loaded: Result<L, LoadError>, call: impl FnOnce(L) -> u32) -> String {
            match loaded {
                Ok(loaded) => {
                    let debug = format!(\"{loaded:?}\");
                    let lacks = |method: &str| debug.contains(&format!(\"defaults: [\\\"{method}\\\"]\"));
                    let loads = format!(\"loads {}\", call(loaded));
                    // What a default body returns.
                    assert_eq!(lacks(\"fly\"), loads == \"loads 4\", \"{debug}\");
                    assert_eq!(lacks(\"optional\"), loads == \"loads 0\", \"{debug}\");
                    loads
                }
                Err(error) => {
                    let text = error.to_string();
                    assert!(text.lines().count() <= 5, \"{text}\");
                    let missing = |d: &Difference| d.kind() == DifferenceKind::MethodMissing;
                    let or = error.differences().iter().all(missing);
                    assert_eq!(text.contains(\"= help: or build `changes` \"), or, \"{text}\");
                    error.reason()
                }
            }
        }
        fn new_plugin(name: &str) {
            let loaded = host().load::<base::LoadedPhysics>(format!(\"./lib{name}.so\"));
            println!(\"{name} new: {}\", said(loaded, |p| { use base::PhysicsApi; p.optional() }));
        }
        fn main() {\n";
    main += &calls;
    main += "}\n";
    Workspace::new("plugins/changes").member(package.manifest(&targets).source(&main))
}

#[test]
fn every_change_in_both_directions() {
    let case = workspace();
    case.profiled("build")
        .arg("--bins")
        .arg("--examples")
        .run()
        .succeeds();
    let out = Tool::new(case.artifact("changes"), &case.artifact("examples"))
        .run()
        .succeeds();
    let mut expected = String::new();
    for Change {
        name,
        new_plugin,
        old_plugin,
        ..
    } in table::CHANGES
    {
        writeln!(
            expected,
            "{name} new: {new_plugin}\n{name} old: {old_plugin}"
        )
        .expect("a string takes all");
    }
    out.prints(&expected);
}
