//! What a maintainer of linkface runs: `cargo xtask --help`.
//!
//! One file for each command. A new one is a module, a `COMMAND` in it, and a line in [`COMMANDS`].
//!
//! | file | holds |
//! |---|---|
//! | `tour.rs`, `tour/` | `cargo tour` |
//! | `examples.rs` | `cargo xtask examples` |
//! | `forward.rs` | `matrix`, `bench`, `bless`: one call of Cargo each |
//! | `sanitize.rs` | `cargo xtask sanitize` |
//! | `cross.rs`, `cross/` | `cargo xtask cross` |
//! | `load.rs` | `cargo xtask load` |
//! | `ir_corpus.rs`, `ir_corpus/` | `cargo xtask ir-corpus` |
//! | `transcript.rs` | commands and what they print: the format of `expected-output.txt` |
//! | `readme.rs` | what a README quotes must be what is there |
//! | `linker.rs` | linker errors without their noise |
//! | `plain.rs` | texts without what differs from machine to machine |
//! | `diff.rs` | two texts, compared for a reader |
//! | `tool.rs` | programs, run in a clean environment |
//! | `style.rs` | colours |
//! | `files.rs`, `place.rs` | reading and writing; where things are |
#![forbid(unsafe_code)]

mod command;
mod cross;
mod diff;
mod examples;
mod files;
mod forward;
mod ir_corpus;
mod linker;
mod load;
mod place;
mod plain;
mod readme;
mod sanitize;
mod style;
mod tool;
mod tour;
mod transcript;

use command::{Command, Failure, Result};
use std::env;
use std::process::ExitCode;

const COMMANDS: &[Command] = &[
    tour::COMMAND,
    examples::COMMAND,
    cross::COMMAND,
    load::COMMAND,
    forward::MATRIX,
    sanitize::COMMAND,
    ir_corpus::COMMAND,
    forward::BENCH,
    forward::BLESS,
];

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    match dispatch(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::from(failure.exit_code())
        }
    }
}

fn dispatch(args: &[String]) -> Result {
    let Some((name, rest)) = args.split_first() else {
        print!("{}", help());
        return Ok(());
    };
    if is_help(name) {
        print!("{}", help());
        return Ok(());
    }
    let Some(command) = COMMANDS.iter().find(|command| command.name == name) else {
        let names: Vec<&str> = COMMANDS.iter().map(|command| command.name).collect();
        return Err(Failure::misuse(format!(
            "no such command: `{name}`; there are `{}`",
            names.join("`, `")
        )));
    };
    if rest.iter().any(|arg| is_help(arg)) {
        println!("{}\n\n{}", command.usage(), command.details.trim_end());
        return Ok(());
    }
    (command.run)(rest)
}

fn is_help(arg: &str) -> bool {
    ["-h", "--help", "help"].contains(&arg)
}

fn help() -> String {
    let width = COMMANDS.iter().map(|command| command.name.len()).max();
    let width = width.unwrap_or_default();
    let lines: Vec<String> = COMMANDS
        .iter()
        .map(|command| format!("  {:width$}  {}", command.name, command.summary))
        .collect();
    let lines = lines.join("\n");
    format!(
        "usage: cargo xtask <command>\n\n{lines}\n\n\
         `cargo xtask <command> --help` tells more. All exit with 0 if everything is as it should \
         be,\nwith 1 if something is not, and with 2 if they were called in a wrong way.\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_have_their_own_names_and_a_line_of_help() {
        for command in COMMANDS {
            let same = COMMANDS.iter().filter(|other| other.name == command.name);
            assert_eq!(same.count(), 1, "{}", command.name);
            assert!(help().contains(command.summary), "{}", command.name);
        }
    }
}
