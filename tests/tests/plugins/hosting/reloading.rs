//! Plugins that are built anew while they are loaded, and images that are unmapped.

use linkface_tests::{Crate, Tool, Workspace};
use std::fs;

fn build(build: &str) -> Crate {
    let mut source = include_str!("counter.rs").replace("BUILD", build);
    if build == "bare" {
        let (before, rest) = source.split_once("// STATE").expect("marked");
        let (_, after) = rest.split_once("// END").expect("marked");
        let uses = ["use linkface_plugin::Reload;", "use std::error::Error;"];
        source = format!("{before}{after}");
        source = uses
            .iter()
            .fold(source, |source, line| source.replace(line, ""));
    }
    Crate::lib(&format!("reload_{build}"))
        .types(&["cdylib"])
        .plugin(&[])
        .dep("counter")
        .source(&source)
}

#[test]
fn reloading() {
    let case = Workspace::new("plugins/reloading")
        .member(Crate::lib("counter").linkface().plugin(&[]).source(
            "
            #[linkface::interface(loadable = LoadedCounter)]
            pub trait CounterApi: Send {
                fn count(&mut self) -> u32;
                fn build(&self) -> String;
            }
            ",
        ))
        .member(build("old"))
        .member(build("new"))
        .member(build("bare"))
        .member(
            Crate::bin("app")
                .plugin(&["host"])
                .dep("counter")
                .source(include_str!("reload_app.rs")),
        );
    case.build().succeeds();
    let folder = case.folder().join("plugins");
    fs::create_dir(&folder).unwrap();
    for build in ["old", "new", "bare"] {
        let file = format!("libreload_{build}.so");
        fs::copy(case.artifact(&file), folder.join(&file)).unwrap();
    }
    let run = |what| {
        let app = Tool::new(case.artifact("app"), case.folder());
        app.arg(what).arg(&folder).run().succeeds()
    };
    run("reloading").prints(
        "old 1\n\
         old 2\n\
         reloaded\n\
         new 3\n\
         not now\n\
         new 4\n\
         the one that it replaces panicked in `Reload::save`: no room\n\
         new 5\n\
         it doesn't take the state of the one that it replaces: it is from the future\n\
         new 6\n\
         it panicked in `Reload::restore`: no sense\n\
         new 7\n\
         new 8\n\
         it takes no state, and the one that it replaces has some\n  \
         = help: implement `linkface_plugin::Reload` for its implementor\n\
         new 9\n\
         bare 1\n\
         reloaded\n\
         bare 1\n\
         reloaded\n\
         new 1\n\
         Some(\"the end of the new one\")\n\
         old 10\n",
    );
    run("unloading")
        .prints("bare 1\nbare 1\nbare 1\n[true, false, true, false, true, false]\nmine 7\n");
}
