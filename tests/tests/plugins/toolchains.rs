//! Plugins of other compilers and profiles, in one host.

use linkface_tests::{Crate, Tool, Workspace};
use std::env;
use std::path::PathBuf;

const API: &str = r"
    #![forbid(unsafe_code)]

    /// Crosses as it is.
    pub type Body = [f32; 3];

    #[linkface::interface(loadable = LoadedPhysics)]
    pub trait PhysicsApi: Send {
        fn step(&mut self, bodies: &mut [Body], dt: f32) -> Result<u64, String>;
        fn names(&self, first: Option<&str>) -> Vec<String>;
        fn log(&self, to: &mut dyn LogApi);
        fn panics(&self);
    }

    #[linkface::interface(loadable = LoadedLog)]
    pub trait LogApi {
        fn line(&mut self, text: &str);
    }
";

const PLUGIN: &str = r#"
    #![forbid(unsafe_code)]
    use api::{Body, LogApi, PhysicsApi};

    #[derive(Default)]
    struct Euler(u64);

    impl PhysicsApi for Euler {
        fn step(&mut self, bodies: &mut [Body], dt: f32) -> Result<u64, String> {
            if dt < 0.0 {
                return Err(format!("{dt} is in the past"));
            }
            self.0 += 1;
            bodies.iter_mut().for_each(|body| body[1] += dt * body[2]);
            Ok(self.0)
        }
        fn names(&self, first: Option<&str>) -> Vec<String> {
            first.into_iter().chain(["euler"]).map(str::to_owned).collect()
        }
        fn log(&self, to: &mut dyn LogApi) {
            to.line("from the plugin");
        }
        fn panics(&self) {
            let empty: Vec<u8> = Vec::new();
            assert!(!empty.is_empty(), "nothing there");
        }
    }

    linkface_plugin::export!(Euler);
"#;

const APP: &str = r#"
    use api::{LoadedPhysics, LogApi, PhysicsApi};
    use linkface_plugin::Host;
    use std::panic::{AssertUnwindSafe, catch_unwind};

    struct Log(Vec<String>);
    impl LogApi for Log {
        fn line(&mut self, text: &str) {
            self.0.push(text.to_owned());
        }
    }

    fn main() {
        let file = std::env::args().nth(1).unwrap();
        let accept = std::env::args().nth(2).is_some();
        let mut physics: LoadedPhysics = match Host::new().accept_abort(accept).load(file) {
            Ok(physics) => physics,
            Err(error) => return println!("{}", error.to_string().split_once(": ").unwrap().1),
        };
        let mut bodies: [api::Body; 2] = [[1.0, 2.0, 3.0]; 2];
        println!("{:?} {:?}", physics.step(&mut bodies, 0.5), bodies[1]);
        println!("{:?}", physics.step(&mut bodies, -1.0));
        println!("{:?}", physics.names(Some("first")));
        let mut log = Log(Vec::new());
        physics.log(&mut log);
        println!("{:?}", log.0);
        let payload = catch_unwind(AssertUnwindSafe(|| physics.panics())).unwrap_err();
        println!("{}", payload.downcast_ref::<String>().unwrap());
    }
"#;

const CALLS: &str = "Ok(1) [1.0, 3.5, 3.0]\n\
                     Err(\"-1 is in the past\")\n\
                     [\"first\", \"euler\"]\n\
                     [\"from the plugin\"]\n";
const PANICS: &str = "nothing there\n";

/// A compiler, and how it is asked for.
struct Toolchain {
    name: &'static str,
    rustc: PathBuf,
}

impl Toolchain {
    /// Those that are here. Others are skipped, in words.
    fn all(case: &Workspace) -> Vec<Self> {
        let nightly =
            Tool::new("rustup", case.folder()).args(["which", "--toolchain", "nightly", "rustc"]);
        let nightly = nightly.try_run().filter(linkface_tests::Output::success);
        let debian = PathBuf::from("/usr/bin/rustc");
        let found = [
            (
                "nightly",
                nightly.map(|output| PathBuf::from(output.stdout.trim())),
            ),
            ("Debian's", debian.exists().then_some(debian)),
        ];
        let found = found.into_iter().filter_map(|(name, rustc)| {
            if let Some(rustc) = rustc {
                Some(Self { name, rustc })
            } else {
                println!("skipped: there's no {name} rustc");
                None
            }
        });
        found.collect()
    }
}

fn case(name: &str) -> Workspace {
    Workspace::new(name)
        .member(Crate::lib("api").linkface().plugin(&[]).source(API))
        .member(
            Crate::lib("toolchains_euler")
                .types(&["cdylib"])
                .plugin(&[])
                .dep("api")
                .source(PLUGIN),
        )
        .member(Crate::bin("app").plugin(&["host"]).dep("api").source(APP))
}

#[test]
fn toolchains_and_profiles() {
    let case = case("plugins/toolchains");
    case.build().succeeds();
    let host = |plugin: PathBuf| Tool::new(case.artifact("app"), case.folder()).arg(plugin);
    let plugin = "libtoolchains_euler.so";
    host(case.artifact(plugin))
        .run()
        .succeeds()
        .prints(CALLS)
        .prints(PANICS);

    // By this compiler and others, each in a folder of its own, with another profile each.
    let made = |target: &PathBuf, folder: &str| target.join(folder).join(plugin);
    let build = |target: &PathBuf| {
        case.cargo("build")
            .args(["--package", "toolchains_euler"])
            .env("CARGO_TARGET_DIR", target)
            .env("CARGO_BUILD_BUILD_DIR", target.join("build"))
    };
    let this = case.folder().join("release");
    build(&this).arg("--release").run().succeeds();
    host(made(&this, "release"))
        .run()
        .succeeds()
        .prints(CALLS)
        .prints(PANICS);

    let aborting = case.folder().join("abort");
    build(&aborting)
        .env("CARGO_PROFILE_DEV_PANIC", "abort")
        .run()
        .succeeds();
    let aborting = made(&aborting, "debug");
    host(aborting.clone())
        .run()
        .succeeds()
        .prints("it was compiled with `panic = \"abort\"`: a panic in it would end this program\n");
    host(aborting)
        .arg("accept")
        .run()
        .fails()
        .prints(CALLS)
        .says("nothing there");

    for Toolchain { name, rustc } in Toolchain::all(&case) {
        let target = case.folder().join(name);
        // Each in one of the two, and in both with `LINKFACE_MATRIX=full`.
        let profiles = [("debug", None), ("release", Some("--release"))];
        let is_full = env::var("LINKFACE_MATRIX").is_ok_and(|choice| choice == "full");
        for (folder, release) in profiles {
            if !is_full && release.is_some() != (name == "nightly") {
                continue;
            }
            build(&target)
                .args(release)
                .env("RUSTC", &rustc)
                .run()
                .succeeds();
            host(made(&target, folder))
                .run()
                .succeeds()
                .prints(CALLS)
                .prints(PANICS);
        }
    }
}
