//! What `cargo linkface new` writes: crates that are built, tested and documented here, by Cargo.

#[path = "new/case.rs"]
mod case;

use case::Case;

/// What each package has to pass: no warnings, not even pedantic ones, and its tests.
const STRICT: &[&[&str]] = &[
    &["fmt", "--check"],
    &[
        "clippy",
        "--workspace",
        "--all-targets",
        "--",
        "-Dwarnings",
        "-Dclippy::pedantic",
        "-Dmissing_docs",
    ],
    &["test", "--workspace"],
    &["doc", "--workspace", "--no-deps"],
];

#[test]
fn a_path_that_goes_up_first() {
    let case = Case::new("up-first");
    let name = case.folder().file_name().unwrap().to_str().unwrap();
    case.new_crate(&["--app", "hello", "--path", &format!("../{name}/hello")]);
    case.passes("hello", &[&["check"]]);
}

#[test]
fn a_facade_alone() {
    let case = Case::new("facade-alone");
    case.linkface(&["new", "--facade", "my-console", "--vcs-is-cargos"])
        .fails()
        .says("unexpected argument '--vcs-is-cargos'");
    case.new_crate(&["--facade", "my-console"])
        .says("Creating library `my-console` package")
        .says(
            "Next write a provider: cargo linkface new --provider my-console \
             --manifest-path my-console/Cargo.toml\n",
        );
    assert_eq!(
        case.read("my-console/Cargo.toml"),
        "[package]\n\
         name = \"my-console\"\n\
         version = \"0.1.0\"\n\
         edition = \"2024\"\n\
         description = \"What programs need of `my-console`, and leave to a provider\"\n\n\
         [package.metadata.linkface]\n\
         facade = \"my-console\"\n\
         suggest = []\n\n\
         [dependencies]\n\
         linkface = { path = \"<linkface>\" }\n"
    );
    case.passes("my-console", STRICT);
}

#[test]
fn a_facade_with_a_default_provider() {
    let case = Case::new("facade-default");
    case.new_crate(&["--facade", "console", "--default-provider"])
        .says("Next say what happens by default: console/console-default/src/lib.rs");
    assert_eq!(
        case.read("console/Cargo.toml"),
        "[workspace]\nresolver = \"3\"\n\
         members = [\"console\", \"console-core\", \"console-default\"]\n"
    );
    assert!(
        case.read("console/console-default/Cargo.toml")
            .contains("provides = [\"console-core@0.1\"]\n")
    );
    case.passes("console", STRICT);
}

#[test]
fn a_program_that_adds_nothing_yet() {
    let case = Case::new("app");
    case.new_crate(&["--app", "hello"]);
    case.passes("hello", STRICT);
    case.cargo("hello", &["run", "--quiet"])
        .succeeds()
        .prints("Hello, world!\n");
}

/// A workspace's formatting and comments stay, and what it shares is taken over.
#[test]
fn members_of_a_workspace() {
    let case = Case::new("workspace");
    case.write(
        "Cargo.toml",
        "# ours\n[workspace]\nresolver = \"3\"\nmembers = [ ] # none yet\n\n\
         [workspace.package]\nversion = \"2.3.4\"\nedition = \"2024\"\n\n\
         [workspace.dependencies]\nlinkface = { path = \"<linkface>\" }\n\n\
         [workspace.lints.clippy]\npedantic = \"warn\"\n",
    );
    case.new_crate(&[
        "--facade",
        "console",
        "--default-provider",
        "--path",
        "crates/console",
    ]);
    case.new_crate(&["--app", "hello"]);
    let root = case.read("Cargo.toml");
    assert!(
        root.starts_with("# ours\n[workspace]\n") && root.contains("# none yet"),
        "{root}"
    );
    for name in ["console", "console-core", "console-default"] {
        assert!(
            root.contains(&format!("\"crates/console/{name}\"")),
            "{root}"
        );
    }
    assert!(
        case.read("hello/Cargo.toml")
            .contains("linkface.workspace = true\n")
    );
    assert!(
        case.read("crates/console/console-default/Cargo.toml")
            .contains("provides = [\"console-core@2\"]\n")
    );
    assert!(!case.folder().join("crates/console/Cargo.toml").exists());
    case.passes(".", STRICT);
}

/// Members have one linkface, and so has the next.
#[test]
fn linkface_is_the_neighbours() {
    let case = Case::new("neighbours");
    case.write(
        "Cargo.toml",
        "[workspace]\nresolver = \"3\"\nmembers = []\n",
    );
    case.new_crate(&["--facade", "console"])
        .says("cargo linkface new --provider console\n");
    case.linkface(&["new", "--app", "hello"])
        .succeeds()
        .says("cargo linkface add PROVIDER --package hello\n");
    case.linkface(&["new", "--provider", "console"])
        .succeeds()
        .says("cargo linkface add console-provider --package PROGRAM\n");
    for name in ["hello", "console-provider"] {
        assert!(
            case.read(&format!("{name}/Cargo.toml"))
                .contains("linkface = { path = \"<linkface>\" }\n")
        );
    }
}

#[test]
fn refusals() {
    let case = Case::new("refusals");
    case.write("there/file", "");
    for (args, says) in [
        (
            &["new"][..],
            "the following required arguments were not provided",
        ),
        (
            &["new", "--facade", "a", "--app", "b"],
            "cannot be used with",
        ),
        (
            &["new", "--app", "a", "--default-provider"],
            "cannot be used with",
        ),
        (
            &["new", "--facade", "there"],
            "error: `there` exists already",
        ),
        (
            &["new", "--facade", "a", "--path", "there"],
            "error: `there` exists already",
        ),
        (
            &["new", "--facade", "fn"],
            "error: invalid package name `fn`: it is a Rust keyword",
        ),
        (
            &["new", "--facade", "two words"],
            "invalid character ` ` in package name",
        ),
        (
            &["new", "--facade", "test"],
            "it conflicts with Rust's built-in test library",
        ),
        (
            &["new", "--facade", "a", "--linkface-path", "nowhere"],
            "error: cannot find linkface in `nowhere`",
        ),
        (
            &["new", "--facade", "a", "--linkface-path", "there"],
            "error: there is no package in `there`",
        ),
    ] {
        case.linkface(args).fails().says(says);
    }
    assert_eq!(case.read("there/file"), "");
    assert!(!case.folder().join("a").exists());
}

/// Every kind of item, with types from everywhere.
const FACADE: &str = "//! A façade.
mod error;
pub mod raw;
pub use error::Error;
use core::ffi::c_int;
use linkface::interface;

/// A place.
#[derive(Clone, Copy, Debug)]
pub struct Place(pub u32);

/// Writes.
#[interface]
pub fn write(bytes: &[u8], at: Place) -> Result<usize, Error>;

/// Counts.
#[interface(implement_as = count_impl)]
pub fn count(each: impl FnMut(&crate::Place), code: c_int) -> Option<self::Place>;

/// Is there.
#[interface]
pub fn prefix() -> &'static str {
    \"> \"
}

/// Of the machine.
#[interface]
pub static NAME: &'static str;

/// Of the machine.
#[interface]
pub static SIZES: [(u8, bool); 2];

/// A disk.
#[interface(pub Disk)]
pub trait DiskApi: Sized + Send + core::fmt::Debug {
    /// Opens one.
    fn open(at: Place) -> Result<Self, Error>;
    /// Reads.
    fn read(
        &self,
        into: &mut [u8],
    ) -> usize;
    /// Has a body.
    fn label(&self) -> &'static str {
        \"disk\"
    }
}

/// Another.
#[interface]
pub type SystemDisk: DiskApi;

/// For logs.
#[interface]
pub mod log {
    use super::Place;
    /// Writes.
    pub fn line(text: &str, at: Place);
    /// Is there.
    pub fn flush() {}
    /// How much.
    pub static LEVEL: u8;
}
";

#[test]
fn a_provider_of_all_kinds_of_items() {
    let case = Case::new("provider");
    case.write(
        "Cargo.toml",
        "[workspace]\nresolver = \"3\"\nmembers = []\n",
    );
    case.new_crate(&["--facade", "console"]);
    case.write("console/src/lib.rs", FACADE);
    case.write(
        "console/src/error.rs",
        "/// An error.\n#[derive(Debug)]\npub struct Error;\n",
    );
    case.write(
        "console/src/raw.rs",
        "//! Raw.\nuse crate::error::Error;\nuse linkface::interface;\n\n/// Raw.\n#[interface]\n\
         pub fn poke(at: super::Place) -> Result<(), Error>;\n",
    );
    std::fs::remove_dir_all(case.folder().join("console/tests")).expect("it is there");
    case.new_crate(&["--provider", "console", "--name", "uart-console"])
        .says("Next replace each `todo!`: uart-console/src/lib.rs");
    let source = case.read("uart-console/src/lib.rs");
    for part in [
        "#[implement(console::write)]\n\
         fn write(bytes: &[u8], at: console::Place) -> Result<usize, console::Error> {\n    \
         todo!(\"console::write\")\n}\n",
        "#[implement(console::count_impl)]\n",
        "each: impl FnMut(&console::Place)",
        "code: core::ffi::c_int",
        "fn poke(at: console::Place) -> Result<(), console::Error> {",
        "// #[implement(console::prefix)]\n// fn prefix() -> &'static str {\n",
        "static NAME: &str = \"\";\n",
        "static SIZES: [(u8, bool); 2] = [(0, false); 2];\n",
        "#[derive(Debug)]\npub struct Disk;\n",
        "type SystemDiskHere = Disk;\n",
        "#[implement(console::log)]\nmod log {\n",
    ] {
        assert!(source.contains(part), "{part}\n{source}");
    }
    assert!(
        case.read("uart-console/Cargo.toml")
            .contains("console = { path = \"../console\" }\n")
    );
    let files = ["uart-console/src/lib.rs", "uart-console/tests/links.rs"];
    case.program(
        "rustfmt",
        &[&["--edition=2024", "--check"], &files[..]].concat(),
    )
    .succeeds();
    case.passes(".", &[&["test", "-p", "uart-console"]]);
    case.passes(
        "uart-console",
        &[&[
            "clippy",
            "--all-targets",
            "--",
            "-Dwarnings",
            "-Dclippy::pedantic",
            "-Dmissing_docs",
        ]],
    );
}

#[test]
fn a_provider_of_a_facade_elsewhere() {
    let case = Case::new("provider-elsewhere");
    case.new_crate(&["--facade", "console", "--path", "there"]);
    // Without `--linkface-path`: the façade's.
    case.linkface(&[
        "new",
        "--provider",
        "console",
        "--manifest-path",
        "there/Cargo.toml",
    ])
    .succeeds()
    .says("cargo linkface add console-provider --path <case>/console-provider\n");
    assert!(
        case.read("console-provider/Cargo.toml")
            .contains("provides = [\"console@0.1\"]\n")
    );
    case.passes("console-provider", STRICT);
}

/// An interface, a plugin, and a program that loads it.
#[test]
fn a_plugin_and_what_goes_with_it() {
    let case = Case::new("plugin");
    case.new_crate(&["--plugin", "my-greeter"])
        .says("Creating library `my-greeter-api` package")
        .says("Next say what plugins do: my-greeter/my-greeter-api/src/lib.rs\n")
        .says(
            "Next build the plugin: cargo build --package my-greeter \
             --manifest-path my-greeter/my-greeter/Cargo.toml\n",
        )
        .says(
            "Next load it: cargo run --package my-greeter-host \
             --manifest-path my-greeter/my-greeter/Cargo.toml -- \
             my-greeter/target/debug/libmy_greeter.so\n",
        );
    assert_eq!(
        case.read("my-greeter/Cargo.toml"),
        "[workspace]\nresolver = \"3\"\n\
         members = [\"my-greeter\", \"my-greeter-api\", \"my-greeter-host\"]\n"
    );
    let manifest = case.read("my-greeter/my-greeter/Cargo.toml");
    assert!(
        manifest.contains("[lib]\ncrate-type = [\"cdylib\"]\n"),
        "{manifest}"
    );
    case.passes("my-greeter", STRICT);
    case.passes("my-greeter", &[&["build"]]);
    let file = case.built("libmy_greeter.so");
    let file = file.to_str().expect("a path in UTF-8");
    case.cargo("my-greeter", &["run", "--quiet", "--", file])
        .succeeds()
        .prints("Hello, world! You are number 1.\n");
    case.cargo("my-greeter", &["run", "--quiet"])
        .finds()
        .says("usage: my-greeter-host PLUGIN…\n");
    case.linkface(&["check", "--manifest-path", "my-greeter/Cargo.toml"])
        .succeeds()
        .says("no findings");
}

/// Where linkface comes from is said, unless it is what was asked for or what the workspace has.
#[test]
fn the_registry_is_named() {
    let case = Case::new("registry");
    let of = |names: &str| {
        format!(
            "       Using {names} 0.1 of the registry: with `--linkface-path …/crates/linkface` it is that of a \
             checkout\n"
        )
    };
    case.linkface(&["new", "--plugin", "rain"])
        .succeeds()
        .says(&of("linkface and linkface-plugin"));
    let manifest = case.read("rain/rain-api/Cargo.toml");
    assert!(
        manifest.ends_with("linkface = \"0.1\"\nlinkface-plugin = \"0.1\"\n"),
        "{manifest}"
    );
    case.linkface(&["new", "--plugin", "snow", "--interface", "rain/rain-api"])
        .succeeds()
        .says(&of("linkface-plugin"));
    for what in [["--facade", "console"], ["--app", "hello"]] {
        let args = [&["new"], &what[..]].concat();
        case.linkface(&args).succeeds().says(&of("linkface"));
    }
    case.write(
        "shared/Cargo.toml",
        "[workspace]\nresolver = \"3\"\nmembers = []\n\n\
         [workspace.dependencies]\nlinkface = \"0.1\"\n",
    );
    let at = ["--path", "shared/fog"];
    case.linkface(&[&["new", "--plugin", "fog"], &at[..]].concat())
        .succeeds()
        .says(&of("linkface-plugin"));
    case.new_crate(&["--app", "local"])
        .says_not("of the registry");
    case.linkface(&["new", "--quiet", "--app", "quiet"])
        .succeeds()
        .says_not("of the registry");
}

/// For an interface that is there, in a workspace of its own.
#[test]
fn a_plugin_for_an_interface() {
    let case = Case::new("plugin-of-interface");
    case.new_crate(&["--plugin", "first"]);
    case.write(
        "first/first-api/src/lib.rs",
        "//! Weather.\n\n\
         /// Sees ahead.\n\
         #[linkface::interface(pub Forecast, loadable = LoadedForecast)]\n\
         pub trait ForecastApi: Send {\n    \
             /// Whether it rains.\n    \
             fn rains(&self, days: u32) -> Option<bool>;\n    \
             /// Not to be written.\n    \
             fn snows(&self) -> bool {\n        false\n    }\n\
         }\n",
    );
    case.linkface(&["new", "--plugin", "rain", "--interface", "first/first-host"])
        .fails();
    case.new_crate(&["--plugin", "rain", "--interface", "first/first-api"])
        .says("Next replace each `todo!`: rain/src/lib.rs\n");
    assert_eq!(
        case.read("rain/src/lib.rs"),
        "//! A plugin that implements what `first-api` declares.\n\
         #![expect(unused_variables, reason = \"the bodies are not written yet\")]\n\
         #![forbid(unsafe_code)]\n\n\
         /// Sees ahead.\n\
         /// Implements `first_api::ForecastApi`.\n\
         #[derive(Default)]\n\
         struct Forecast;\n\n\
         impl first_api::ForecastApi for Forecast {\n    \
             fn rains(&self, days: u32) -> Option<bool> {\n        \
                 todo!(\"first_api::ForecastApi::rains\")\n    }\n\
         }\n\n\
         linkface_plugin::export!(Forecast);\n"
    );
    case.passes("rain", STRICT);
}
