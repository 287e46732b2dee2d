//! Files that are no plugins, that are damaged, or that change while they are read.

mod changing;
mod damaged;
mod edited;
mod no_plugins;
mod regions;
mod regressions;

use linkface_tests::Crate;

const API: &str = "
    #[linkface::interface(loadable = LoadedText)]
    pub trait TextApi {
        fn longer(&mut self, text: &str, by: u32) -> Result<String, String>;
    }
    #[linkface::interface(loadable = LoadedOther)]
    pub trait OtherApi {
        fn other(&self);
    }
";

/// Ends whatever loads it.
const ARMED: &str = r#"
    #[used]
    #[unsafe(link_section = ".init_array")]
    static BOMB: extern "C" fn() = bomb;
    extern "C" fn bomb() { std::process::abort() }
    #[derive(Default)]
    struct Armed;
    impl api::OtherApi for Armed {
        fn other(&self) {}
    }
    linkface_plugin::export!(Armed);
"#;

const LOUD: &str = r#"
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
"#;

fn api() -> Crate {
    Crate::lib("api").linkface().plugin(&[]).source(API)
}

fn plugin(name: &str) -> Crate {
    Crate::lib(name).types(&["cdylib"]).plugin(&[]).dep("api")
}
