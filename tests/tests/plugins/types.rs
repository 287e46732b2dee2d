//! What crosses, and what it is on the other side.

use linkface_tests::{Crate, Tool, Workspace};

#[test]
fn text_and_numbers() {
    let case = Workspace::new("plugins/text_and_numbers")
        .member(Crate::lib("api").linkface().plugin(&[]).source(
            r"
            #[linkface::interface(pub Text, loadable = LoadedText)]
            pub trait TextApi {
                fn longer(&mut self, text: &str, by: u32) -> Result<String, String>;
            }
            ",
        ))
        .member(
            Crate::lib("loud")
                .types(&["cdylib"])
                .plugin(&[])
                .dep("api")
                .source(
                    r#"
                    #![forbid(unsafe_code)]
                    #[derive(Default)]
                    struct Loud;
                    impl api::TextApi for Loud {
                        fn longer(&mut self, text: &str, by: u32) -> Result<String, String> {
                            if by == 0 { return Err("no longer".to_owned()) }
                            Ok(format!("{text}{}", "!".repeat(by as usize)))
                        }
                    }
                    linkface_plugin::export!(Loud);
                    "#,
                ),
        )
        // Nothing is missing: what is loaded needs no provider.
        .member(
            Crate::bin("app")
                .linkface()
                .plugin(&["host"])
                .dep("api")
                .source(
                    r#"
                use api::{LoadedText, TextApi};
                linkface::link!();
                fn main() {
                    let file = std::env::args().nth(1).unwrap();
                    let mut text: LoadedText = linkface_plugin::Host::new().load(file).unwrap();
                    println!("{:?} {:?}", text.longer("hey", 2), text.longer("hey", 0));
                }
                "#,
                ),
        );
    case.build().succeeds();
    Tool::new(case.artifact("app"), case.folder())
        .arg(case.artifact("libloud.so"))
        .run()
        .succeeds()
        .prints("Ok(\"hey!!\") Err(\"no longer\")");
}

/// Every interface is used directly, behind its loaded type in one image, and loaded: all that is seen
/// is the same.
#[test]
fn all_that_crosses() {
    let case = Workspace::new("plugins/all_that_crosses")
        .member(
            Crate::lib("api")
                .linkface()
                .plugin(&[])
                .source(include_str!("types/api.rs"))
                .file("src/closures.rs", include_str!("types/closures.rs"))
                .file("src/objects.rs", include_str!("types/objects.rs"))
                .file("src/futures.rs", include_str!("types/futures.rs"))
                .file("src/values.rs", include_str!("types/values.rs")),
        )
        .member(
            Crate::lib("crosses")
                .types(&["cdylib"])
                .plugin(&[])
                .dep("api")
                .source(include_str!("types/plugin.rs")),
        )
        .member(
            Crate::bin("app")
                .plugin(&["host"])
                .dep("api")
                .source(include_str!("types/host.rs")),
        );
    case.build().succeeds();
    let run = Tool::new(case.artifact("app"), case.folder())
        .arg(case.artifact("libcrosses.so"))
        .run()
        .succeeds();
    run.prints(include_str!("types/expected.txt"));
}

#[test]
fn hostile_scopes_conditional_methods_and_lifetimes() {
    let case = Workspace::new("plugins/hostile_scopes")
        .member(
            Crate::bin("odd")
                .linkface()
                .plugin(&[])
                .source(include_str!("types/hostile.rs")),
        )
        .member(
            Crate::bin("lifetimes")
                .linkface()
                .plugin(&[])
                .source(include_str!("types/lifetimes.rs")),
        );
    case.run("odd")
        .succeeds()
        .prints("1 10 new 5 5 ('c', 10) 4 3 later 1 2 9\n1\n");
    case.run("lifetimes")
        .succeeds()
        .prints("xt\n[\"ext\"]\n[1, 9, 3] t\n1 Some(\"y\") 2 2\ns 3\nReady(\"ext\")\n");
}

/// A plugin may implement two interfaces of one name: the one that fits is meant.
#[test]
fn interfaces_of_one_name() {
    let case = Workspace::new("plugins/one_name")
        .member(Crate::lib("api").linkface().plugin(&[]).source(
            r"
            macro_rules! declare {
                ($module:ident, $ty:ty) => {
                    pub mod $module {
                        #[linkface::interface(loadable = Loaded)]
                        pub trait Api {
                            fn twice(&self, value: $ty) -> $ty;
                        }
                    }
                };
            }
            declare!(numbers, u32);
            declare!(texts, String);
            ",
        ))
        .member(
            Crate::lib("both")
                .types(&["cdylib"])
                .plugin(&[])
                .dep("api")
                .source(
                    r"
                    use api::{numbers, texts};
                    #[derive(Default)]
                    struct Both;
                    // As generated code could call its own.
                    const HEADER: Both = Both;
                    fn new0() -> Both { HEADER }
                    impl numbers::Api for Both {
                        fn twice(&self, value: u32) -> u32 { value * 2 }
                    }
                    impl texts::Api for Both {
                        fn twice(&self, value: String) -> String { value.repeat(2) }
                    }
                    linkface_plugin::export!(Both as texts::Loaded = new0(), Both as numbers::Loaded = |_: linkface_plugin::PluginHost<'_>| HEADER);
                    ",
                ),
        )
        .member(Crate::bin("app").plugin(&["host"]).dep("api").source(
            r#"
                use api::{numbers, texts};
                use linkface_plugin::Host;
                fn main() {
                    let file = std::env::args().nth(1).unwrap();
                    let number: numbers::Loaded = Host::new().load(&file).unwrap();
                    let text: texts::Loaded = Host::new().load_named(&file, "Both").unwrap();
                    use numbers::Api as _;
                    use texts::Api as _;
                    println!("{} {}", number.twice(4), text.twice("ab".to_owned()));
                    println!("{:?}", Host::exports::<numbers::Loaded>(&file).unwrap());
                }
                "#,
        ));
    case.build().succeeds();
    Tool::new(case.artifact("app"), case.folder())
        .arg(case.artifact("libboth.so"))
        .run()
        .succeeds()
        .prints("8 abab\n[\"Both\"]\n");
}
