//! `cargo linkface plugin`: what is said of plugins that were built just now.

#[path = "../new/case.rs"]
mod case;

use case::Case;
use serde_json::Value;

const API: &str = "
#[linkface::interface(loadable = LoadedText, version = 1)]
pub trait TextApi: Send {
    /// Longer text.
    fn longer(&mut self, text: &str, by: u32) -> Result<String, String>;
}
";

const LOUD: &str = "
#[derive(Default)]
struct Loud;
impl api::TextApi for Loud {
    fn longer(&mut self, text: &str, _: u32) -> Result<String, String> { Ok(text.to_owned()) }
}
linkface_plugin::export!(Loud);
";

/// Builds the plugin with this interface, as `<name>.so`.
fn plugin(case: &Case, name: &str, api: &str, loud: &str) {
    case.write(
        "Cargo.toml",
        "[workspace]\nresolver = \"3\"\nmembers = [\"api\", \"loud\"]\n",
    );
    let manifest = |name: &str, more: &str| {
        format!(
            "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n{more}\n[dependencies]\n\
             linkface-plugin = {{ path = \"<linkface>-plugin\" }}\n"
        )
    };
    let needs = "linkface = { path = \"<linkface>\", features = [\"alloc\"] }\n";
    case.write("api/Cargo.toml", &(manifest("api", "") + needs));
    case.write("api/src/lib.rs", api);
    let cdylib = manifest("loud", "[lib]\ncrate-type = [\"cdylib\"]");
    case.write(
        "loud/Cargo.toml",
        &(cdylib + "api = { path = \"../api\" }\n"),
    );
    case.write("loud/src/lib.rs", loud);
    case.cargo(".", &["build", "--target-dir", "target"])
        .succeeds();
    let built = case.folder().join("target/debug/libloud.so");
    std::fs::copy(built, case.folder().join(name)).expect("it was built");
}

/// What a description has for the two images alone isn't shown.
#[test]
fn inspect_reads_as_rust() {
    let case = Case::new("plugin_as_rust");
    let api = "
use std::future::Future;
#[linkface::interface(loadable = LoadedText, version = 1)]
pub trait TextApi: Send {
    async fn later(&self, by: u32) -> String;
    async fn nothing(&mut self);
    fn now(&self) -> impl Future<Output = u8> + Send;
}
#[linkface_plugin::attr::export]
pub mod time {
    pub struct Clock(u8);
    impl Clock {
        pub fn new(start: u8) -> Self { Self(start) }
        pub fn read(&self) -> u8 { self.0 }
    }
}
";
    let loud = "
#[derive(Default)]
struct Loud;
impl api::TextApi for Loud {
    async fn later(&self, by: u32) -> String { by.to_string() }
    async fn nothing(&mut self) {}
    async fn now(&self) -> u8 { 1 }
}
linkface_plugin::export!(Loud, mod api::time);
";
    plugin(&case, "loud.so", api, loud);
    let out = case.linkface(&["plugin", "inspect", "loud.so"]).succeeds();
    let text = out.out();
    for trait_ in [
        "trait TextApi: Send {\n    \
            async fn later(&self, by: u32) -> String;\n    \
            async fn nothing(&mut self);\n    \
            fn now(&self) -> impl Future<Output = u8>;\n\
        }\n",
        "trait Clock {\n    \
            fn read(&self) -> u8;\n\
        }\n",
    ] {
        assert!(text.contains(trait_), "{trait_}, in {text}");
    }
}

#[test]
fn inspect_diff_and_header() {
    let case = Case::new("plugin");
    plugin(&case, "old.so", API, LOUD);
    let newer = |text: &str| {
        text.replace("by: u32", "by: u64")
            .replace("_: u32", "_: u64")
    };
    plugin(&case, "new.so", &newer(API), &newer(LOUD));

    let shown = "implements TextApi, version 1, as Loud\n\n\
        #[interface(version = 1)]\n\
        trait TextApi: Send {\n    \
            fn longer(&mut self, text: &str, by: u32) -> Result<String, String>;\n\
        }\n";
    let out = case.linkface(&["plugin", "inspect", "old.so"]).succeeds();
    let text = out.out();
    assert!(text.starts_with("loud 0.1.0\n  compiler  rustc "), "{text}");
    assert!(text.ends_with(shown), "{text}");

    case.linkface(&["plugin", "diff", "old.so", "old.so"])
        .succeeds()
        .prints(
            "the new plugin loads in programs with the old interfaces\n\
         the old plugin loads in programs with the new interfaces\n",
        );
    let diff = case
        .linkface(&["plugin", "diff", "old.so", "new.so"])
        .finds();
    diff.prints(
        "the new plugin does not load in programs with the old interfaces\n  \
         TextApi::longer differs — arg 2 is u32 in host, u64 in plugin\n\
         the old plugin does not load in programs with the new interfaces\n  \
         TextApi::longer differs — arg 2 is u64 in host, u32 in plugin\n",
    );

    let schema: Value =
        serde_json::from_str(include_str!("../../docs/schema-v1.json")).expect("JSON");
    let schema = jsonschema::validator_for(&schema).expect("a schema");
    for args in [
        &["plugin", "inspect", "old.so", "--json"][..],
        &["plugin", "diff", "old.so", "new.so", "--json"],
    ] {
        let out = case.linkface(args).out();
        let lines: Vec<&str> = out.lines().collect();
        assert_eq!(lines.len(), 2, "{out}");
        for line in lines {
            let value: Value = serde_json::from_str(line).expect("each line is JSON");
            assert!(schema.is_valid(&value), "{line}");
        }
    }

    case.linkface(&["plugin", "header", "old.so", "-o", "loud.h"])
        .succeeds()
        .prints("");
    for (compiler, standard, language) in [("cc", "-std=c11", "c"), ("c++", "-std=c++17", "c++")] {
        let strict = [
            standard,
            "-Wall",
            "-Wextra",
            "-Werror",
            "-fsyntax-only",
            "-x",
            language,
        ];
        case.program(compiler, &[&strict[..], &["loud.h"]].concat())
            .succeeds();
    }
}

/// What isn't a plugin is said to be what it is, and what to write.
#[test]
fn no_plugins() {
    let case = Case::new("no_plugin");
    case.write(
        "text",
        "no plugin at all, but some lines of text that are long enough\n",
    );
    case.write("empty", "");
    let made = "help: a plugin is made of a crate whose crate-type is `cdylib`, with \
                `linkface_plugin::export!(Type);`";
    let program = std::env::current_exe().expect("this is a program");
    let program = program.to_str().expect("Cargo made its name");
    for (file, text, help) in [
        (
            "none.so",
            "No such file or directory (os error 2)",
            "help: `cargo build` makes `target/debug/libname.so` of a crate whose crate-type is `cdylib`",
        ),
        (
            ".",
            "it is not a file, but a folder, a pipe or a device",
            "help: name the plugin's own file",
        ),
        (
            "text",
            "it is not a shared library: it doesn't begin like one",
            made,
        ),
        (
            "empty",
            "it is not a shared library: it doesn't begin like one",
            made,
        ),
        (program, "it is a program, not a shared library", made),
    ] {
        for args in [
            &["plugin", "inspect", file][..],
            &["plugin", "diff", file, file],
            &["plugin", "header", file],
        ] {
            case.linkface(args)
                .fails()
                .says(&format!("error: cannot read `{file}`: {text}\n"))
                .says(help);
        }
    }
}
