//! `{{name}}`: loads the plugins that are named on its command line, and lets each greet.
#![forbid(unsafe_code)]

use {{api_crate}}::{Greeter, LoadedGreeter};
use linkface_plugin::Host;
use std::env;
use std::process::ExitCode;

fn main() -> ExitCode {
    let host = Host::new();
    let files = env::args_os().skip(1);
    if files.len() == 0 {
        eprintln!("usage: {{name}} PLUGIN…");
        return ExitCode::FAILURE;
    }
    for file in files {
        match host.load::<LoadedGreeter>(&file) {
            Ok(mut greeter) => println!("{}", greeting(&mut greeter)),
            Err(error) => {
                eprintln!("{error}");
                return ExitCode::FAILURE;
            }
        }
    }
    ExitCode::SUCCESS
}

/// The same for greeters that are loaded and for those that are linked.
fn greeting(greeter: &mut impl Greeter) -> String {
    greeter.greet("world")
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Short;

    impl Greeter for Short {
        fn greet(&mut self, whom: &str) -> String {
            format!("Hi {whom}")
        }
    }

    #[test]
    fn loaded_and_linked() {
        assert_eq!(greeting(&mut Short), "Hi world");
        assert_eq!(greeting(&mut LoadedGreeter::new(Short)), "Hi world");
    }

    #[test]
    fn what_is_no_plugin_is_refused() {
        let program = env::current_exe().expect("this is a program");
        assert!(Host::new().load::<LoadedGreeter>(program).is_err());
    }
}
