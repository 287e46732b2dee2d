//! `cargo xtask sanitize`: the programs of the tests, watched.

use crate::command::{Command, Failure, Result};
use crate::forward;
use std::path::Path;

pub(crate) const COMMAND: Command = Command {
    name: "sanitize",
    args: "[valgrind | address | thread]",
    summary: "runs the programs of the tests under valgrind, AddressSanitizer and ThreadSanitizer",
    details: "\
Without an argument all run, one after the other. A tool that isn't installed is skipped in words,
or, with CI=true, is an error. ThreadSanitizer needs a standard library that is compiled for it, with
Debian's compiler and sources.

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

/// A tool, what it needs, and where that comes from.
const TOOLS: &[(&str, &[&str], &str)] = &[
    ("valgrind", &["/usr/bin/valgrind"], "valgrind"),
    ("address", &[], ""),
    (
        "thread",
        &["/usr/bin/rustc", "/usr/lib/rustlib/src/rust/library"],
        "rustc-web rust-web-src",
    ),
];

fn run(args: &[String]) -> Result {
    let chosen = match args {
        [] => TOOLS,
        [one] => match TOOLS.iter().position(|(tool, ..)| tool == one) {
            Some(at) => &TOOLS[at..=at],
            None => return Err(COMMAND.unknown_arg(one)),
        },
        [_, other, ..] => return Err(COMMAND.unknown_arg(other)),
    };
    for (tool, needs, packages) in chosen {
        if let Some(missing) = needs.iter().find(|file| !Path::new(file).exists()) {
            let why = format!("there is no {missing}: `apt-get install {packages}`");
            if std::env::var_os("CI").is_some() {
                return Err(Failure::new(why));
            }
            println!("skipped: {tool}: {why}");
            continue;
        }
        println!("under {tool}:");
        watch(tool)?;
    }
    Ok(())
}

fn watch(tool: &str) -> Result {
    for (binary, tests) in [("programs", WATCHED), ("plugins", WATCHED_PLUGINS)] {
        // The others have no threads.
        if tool == "thread" && binary != "plugins" {
            continue;
        }
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
