//! `cargo xtask sanitize`: the programs of the tests, watched.

use crate::command::{Command, Failure, Result};
use crate::forward;

pub(crate) const COMMAND: Command = Command {
    name: "sanitize",
    args: "[valgrind | address]",
    summary: "runs the programs of the tests under valgrind and AddressSanitizer",
    details: "\
Without an argument both run, one after the other. A tool that isn't installed is skipped in words,
or, with CI=true, is an error.

What these tools can't see (padding, provenance, `noundef`) is asserted on the emitted LLVM IR, by
`cargo test -p linkface-tests --test codegen`.",
    run,
};

/// The tests whose programs hold values in proxies, read statics, unwind, and drop.
const WATCHED: &[&str] = &[
    "soundness",
    "proxies",
    "statics",
    "traits",
    "supertraits",
    "facade_types",
    "alloc",
    "delegation",
    "dynamic::every_signature",
    "dynamic::what_is_linked_comes_first",
];

/// The tests whose hosts and plugins exchange all that can cross.
const WATCHED_PLUGINS: &[&str] = &["threads_and_memory"];

fn run(args: &[String]) -> Result {
    let tools: Vec<&str> = match args {
        [] => vec!["valgrind", "address"],
        [one] if ["valgrind", "address"].contains(&one.as_str()) => vec![one],
        [other, ..] => return Err(COMMAND.unknown_arg(other)),
    };
    for tool in tools {
        if tool == "valgrind" && !has_valgrind() {
            if std::env::var_os("CI").is_some() {
                return Err(Failure::new(
                    "valgrind is not installed: `apt-get install valgrind`",
                ));
            }
            println!("skipped: valgrind is not installed (`apt-get install valgrind`)");
            continue;
        }
        println!("under {tool}:");
        watch(tool)?;
    }
    Ok(())
}

fn has_valgrind() -> bool {
    std::process::Command::new("valgrind")
        .arg("--version")
        .output()
        .is_ok()
}

fn watch(tool: &str) -> Result {
    for (binary, tests) in [("programs", WATCHED), ("plugins", WATCHED_PLUGINS)] {
        let mut words = vec![
            "test",
            "--quiet",
            "-p",
            "linkface-tests",
            "--test",
            binary,
            "--",
        ];
        words.extend(tests);
        forward::cargo(&words, &[("LINKFACE_UNDER", tool)])?;
    }
    Ok(())
}
