//! Plugin crates in `list` and `why`.

use crate::kit::Workspace;

const PHYSICS: &str = "\
#[linkface::interface(pub Physics, loadable = LoadedPhysics)]
pub trait PhysicsApi {
    fn step(&mut self, by: f32) -> f32;
}
";

const EULER: &str = "\
use physics::PhysicsApi;

#[derive(Default)]
pub struct Euler;

impl PhysicsApi for Euler {
    fn step(&mut self, by: f32) -> f32 {
        by
    }
}

linkface_plugin::export!(Euler, mod physics::units);
";

/// An interface, a plugin, and a program that could load it.
pub(crate) fn workspace() -> Workspace {
    let workspace = Workspace::empty();
    for (name, dependencies, file, source) in [
        (
            "physics",
            &["linkface", "linkface-plugin"][..],
            "lib.rs",
            PHYSICS,
        ),
        ("euler", &["physics", "linkface-plugin"], "lib.rs", EULER),
        (
            "host",
            &["physics"],
            "main.rs",
            "use physics as _;\n\nfn main() {}\n",
        ),
    ] {
        workspace.package(name, dependencies);
        workspace.write(&format!("{name}/src/{file}"), source);
    }
    workspace.append("euler/Cargo.toml", "\n[lib]\ncrate-type = [\"cdylib\"]\n");
    workspace.write(
        "Cargo.toml",
        "[workspace]\nresolver = \"3\"\nmembers = [\"physics\", \"euler\", \"host\"]\n",
    );
    workspace
}

#[test]
fn list_names_plugins_beside_their_interfaces() {
    let answer = workspace().run(&["list"]);
    assert_eq!(
        answer.out,
        "\
physics@0.1 (physics 0.1.0)
  pub trait PhysicsApi
      can be loaded while the program runs, physics/src/lib.rs:2
  plugin euler 0.1.0: PhysicsApi by Euler, euler/src/lib.rs:12

plugin euler 0.1.0: mod physics::units, euler/src/lib.rs:12
"
    );
    let answer = workspace().run(&["list", "--message-format", "short"]);
    assert_eq!(
        answer.out,
        "physics/src/lib.rs:2:11: physics@0.1 PhysicsApi (can be loaded while the program runs): \
         euler (plugin)\n"
    );
}

#[test]
fn without_plugins_there_is_no_provider() {
    let workspace = workspace();
    workspace.write("euler/src/lib.rs", "pub use physics::PhysicsApi;\n");
    let answer = workspace.run(&["list"]);
    answer.check(0, &["  no provider\n"], &[]);
    assert!(!answer.out.contains("plugin"), "{}", answer.out);
}

#[test]
fn why_names_who_can_be_loaded() {
    for name in ["physics", "PhysicsApi"] {
        let answer = workspace().run(&["why", name, "-p", "host"]);
        assert_eq!(
            answer.out,
            "\
physics@0.1 in bin `host`, unit tests of `host`: whoever is loaded while the program runs
  required by host → physics 0.1.0
  items       PhysicsApi: whoever is loaded while the program runs, declared at physics/src/lib.rs:2
  plugin      euler 0.1.0 exports Euler as PhysicsApi, euler/src/lib.rs:12
"
        );
    }
}
