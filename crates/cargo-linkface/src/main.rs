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

use failure::Failure;
use std::panic::{self, AssertUnwindSafe};
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};

fn main() -> ExitCode {
    let cli = cli::parse();
    let shell = shell::Shell::new(&cli.flags);
    let session = session::Session::new(cli.flags, shell);
    // A mistake of ours, or of a library: guppy panics on a graph that it takes for impossible. Nobody
    // can do anything with a backtrace.
    let place = Arc::new(Mutex::new(String::new()));
    let noted = Arc::clone(&place);
    panic::set_hook(Box::new(move |info| {
        *noted.lock().unwrap_or_else(PoisonError::into_inner) = info.to_string();
    }));
    let run = AssertUnwindSafe(|| cli.command.run(&session));
    let done = panic::catch_unwind(run).unwrap_or_else(|_| {
        let what = place.lock().unwrap_or_else(PoisonError::into_inner);
        Err(Failure::unexpected(&what))
    });
    match done {
        Ok(code) => code,
        Err(failure) => failure.report(session.shell()),
    }
}
