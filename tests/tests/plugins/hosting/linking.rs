//! Libraries that plugins need: beside them, missing, or not what they were.

use linkface_tests::{Crate, Tool, Workspace};
use std::fs;

#[test]
fn libraries_of_plugins() {
    let case = Workspace::new("plugins/linking")
        .member(Crate::lib("api").linkface().plugin(&[]).source(
            "#[linkface::interface(loadable = LoadedC)] pub trait CApi { fn c(&self) -> u32; }",
        ))
        .member(
            Crate::lib("linking_rust")
                .types(&["cdylib"])
                .plugin(&[])
                .dep("api")
                .source(
                    r#"
                    #[link(name = "linking_c")]
                    unsafe extern "C" {
                        safe fn linking_c() -> u32;
                    }
                    #[derive(Default)]
                    struct C;
                    impl api::CApi for C {
                        fn c(&self) -> u32 {
                            linking_c()
                        }
                    }
                    linkface_plugin::export!(C);
                    "#,
                )
                .file(
                    "build.rs",
                    r#"
                    fn main() {
                        let here = std::env::var("CARGO_MANIFEST_DIR").unwrap();
                        println!("cargo::rustc-link-search=native={here}");
                        println!("cargo::rustc-link-arg=-Wl,-rpath,$ORIGIN");
                    }
                    "#,
                )
                .file("linking_c.c", "unsigned linking_c(void) { return 7; }")
                .file("another.c", "unsigned another(void) { return 8; }"),
        )
        .member(Crate::bin("app").plugin(&["host"]).dep("api").source(
            r#"
            use api::{CApi, LoadedC};
            fn main() {
                let file = std::env::args().nth(1).unwrap();
                let host = linkface_plugin::Host::new();
                match host.load::<LoadedC>(&file) {
                    Ok(loaded) => println!("{}", loaded.c()),
                    Err(error) => println!("{}", error.to_string().split_once(": ").unwrap().1),
                }
            }
            "#,
        ));
    let at = case.folder().join("linking_rust");
    let c = |source: &str, to: &std::path::Path| {
        let cc = Tool::cc(&at).args(["-shared", "-fPIC", "-o"]).arg(to);
        cc.arg(source).run().succeeds();
    };
    c("linking_c.c", &at.join("liblinking_c.so"));
    case.build().succeeds();

    let with = |name: &str, source: Option<&str>| {
        let folder = case.folder().join(name);
        fs::create_dir(&folder).unwrap();
        let plugin = folder.join("plugin.so");
        fs::copy(case.artifact("liblinking_rust.so"), &plugin).unwrap();
        if let Some(source) = source {
            c(source, &folder.join("liblinking_c.so"));
        }
        Tool::new(case.artifact("app"), case.folder())
            .arg(plugin)
            .run()
            .succeeds()
    };
    with("beside", Some("linking_c.c")).prints("7\n");
    with("missing", None).prints(
        "it needs the library liblinking_c.so, which isn't found (No such file or directory): the \
         system's loader looks where the plugin's run path, `LD_LIBRARY_PATH` and the system say, and \
         takes one that this program has loaded\n",
    );
    with("other", Some("another.c")).prints(
        "it needs `linking_c`, which none of its libraries has here: it was linked against another \
         build of one of them\n",
    );
}
