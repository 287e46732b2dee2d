//! Interfaces whose types aren't described, in a library that both share.

use linkface_tests::{Crate, Output, Tool, Workspace};
use std::fs;
use std::path::{Path, PathBuf};

/// With the mangling that is to come, in which symbols say nothing of layouts.
const DYNAMIC: &str = "-C prefer-dynamic -C symbol-mangling-version=v0";

struct Built(Workspace);

impl Built {
    fn new() -> Self {
        let case = Workspace::new("plugins/same_build")
            .member(
                Crate::lib("sb_engine")
                    .types(&["dylib", "rlib"])
                    .linkface()
                    .plugin(&["host"])
                    .source(include_str!("same_build/engine.rs")),
            )
            .member(
                Crate::lib("sb_mod")
                    .types(&["cdylib"])
                    .plugin(&[])
                    .dep("sb_engine")
                    .source(include_str!("same_build/plugin.rs")),
            )
            .member(
                Crate::bin("app")
                    .plugin(&["host"])
                    .dep("sb_engine")
                    .source(include_str!("same_build/app.rs")),
            );
        Self(case)
    }

    fn engine(&self, build: &str, fields: &str) {
        let text = include_str!("same_build/engine.rs")
            .replace("BUILD", build)
            .replace("// FIELDS", fields);
        fs::write(self.0.folder().join("sb_engine/src/lib.rs"), text).unwrap();
    }

    /// Builds all, and keeps what was built.
    fn build(&self, kept: &str, flags: &str, id: Option<&str>) -> PathBuf {
        let mut cargo = self
            .0
            .profiled("build")
            .arg("--workspace")
            .env("RUSTFLAGS", flags);
        if let Some(id) = id {
            cargo = cargo.env("LINKFACE_BUILD_ID", id);
        }
        cargo.run().succeeds();
        let folder = self.0.folder().join(kept);
        fs::create_dir_all(&folder).unwrap();
        for file in ["libsb_engine.so", "libsb_mod.so", "app"] {
            fs::copy(self.0.artifact(file), folder.join(file)).unwrap();
        }
        folder
    }

    /// A host, the library that it finds, and a plugin.
    fn run(&self, app: &Path, engine: &Path, plugin: &Path) -> Output {
        self.run_with(app, engine, &[plugin.join("libsb_mod.so")])
    }

    fn run_with(&self, app: &Path, engine: &Path, plugins: &[PathBuf]) -> Output {
        let std = Tool::rustc(self.0.folder())
            .args(["--print", "target-libdir"])
            .run()
            .succeeds();
        let libraries = format!("{}:{}", engine.display(), std.stdout.trim());
        Tool::new(app.join("app"), self.0.folder())
            .args(plugins)
            .env("LD_LIBRARY_PATH", libraries)
            .run()
            .succeeds()
    }
}

const ALL: &str = "1\n\
                   [7.0] {\"x\": 1} 6\n\
                   1 2\n\
                   [9.0, 2.0] true\n\
                   abc\n\
                   Some(3) text\n";
const OTHER_BUILD: &str = "it was compiled against another build of ModApi, which is `same_build`\n  \
                           = help: any type crosses there, so that both have to use one library: compile \
                           the plugin against the one that this program uses\n";
#[test]
fn same_build() {
    let built = Built::new();
    built.engine("first", "");
    let first = built.build("first", DYNAMIC, None);
    built.run(&first, &first, &first).prints(ALL);

    // Another build of the plugin has types of the same names.
    let mod_of_first = first.join("libsb_mod.so");
    let copy = first.join("other.so");
    fs::copy(&mod_of_first, &copy).unwrap();
    let at = mod_of_first.display().to_string();
    let same_types = format!(
        "its types could be taken for those of {at}, which is another build of the same crate"
    );
    built
        .run_with(&first, &first, &[mod_of_first, copy.clone()])
        .prints(&format!(
            "{ALL}cannot load {}: {same_types}\n  = help: give each build types of its own, by `-C \
             metadata=…` for the plugin, or vouch for them: `unsafe {{ host.trust_types() }}`\n\
             {same_types}\nabc\n",
            copy.display()
        ));

    // A field in front. Nothing but the number of the build tells: symbols don't.
    built.engine("second", "pub fog: f32,");
    fs::write(
        built.0.folder().join("app/src/main.rs"),
        include_str!("same_build/app.rs").replace("gravity: 1.0,", "fog: 0.0, gravity: 1.0,"),
    )
    .unwrap();
    let second = built.build("second", DYNAMIC, None);
    built.run(&second, &second, &second).prints(ALL);
    built.run(&second, &second, &first).prints(OTHER_BUILD);
    // This program's own calls are as wrong as those of the plugin would be: 5 for 1, silently.
    built.run(&first, &second, &first).prints("5\n").prints(
        "this program was compiled against another build of ModApi, which is `same_build`, than the one \
         that is mapped\n  = help: build this program again\n",
    );

    // The same compilation, but a copy of it in each image.
    let apart = built.build("static", "", None);
    built.run(&apart, &apart, &apart).prints(
        "it has the crate that declares ModApi, which is `same_build`, or the standard library in itself\n  \
         = help: any type crosses there, so that both have to share one library: make that crate a \
         `dylib`, `crate-type = [\"dylib\"]`, and compile this program and the plugin against it\n",
    );

    // A number of the builder's own, for builds that are to be the same.
    let told = built.build("told", DYNAMIC, Some("1.0"));
    built.engine("third", "pub fog: f32,");
    let again = built.build("again", DYNAMIC, Some("1.0"));
    built.run(&again, &again, &told).prints(ALL);
    let other = built.build("other", DYNAMIC, Some("1.1"));
    built.run(&other, &other, &again).prints(OTHER_BUILD);
}
