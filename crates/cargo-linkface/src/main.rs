//! `cargo linkface`: which provider each program gets, and why.
//!
//! The only crate of linkface that prints, spawns and exits. What it knows comes from
//! `linkface-graph`, which gets everything from here as data.
//!
//! | module | holds |
//! |---|---|
//! | [`cli`], [`flags`] | the command line: its head, and the flags that all commands have |
//! | [`commands`] | one file for each command |
//! | [`session`] | one run: what Cargo, rustc and the sources say, read when it is asked for |
//! | [`shell`] | where output goes, and whether it has colours and links |
//! | [`output`] | findings for people and for programs |
//! | [`failure`] | what stopped us |
#![forbid(unsafe_code)]

mod cli;
mod commands;
mod failure;
mod flags;
mod output;
mod session;
mod shell;

use std::process::ExitCode;

fn main() -> ExitCode {
    let cli = cli::parse();
    let shell = shell::Shell::new(&cli.flags);
    let session = session::Session::new(cli.flags, shell);
    match cli.command.run(&session) {
        Ok(code) => code,
        Err(failure) => failure.report(session.shell()),
    }
}
