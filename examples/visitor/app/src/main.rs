//! Looks at a patch.

mod find;
mod show;

use patch::Error;
use std::process::ExitCode;
use std::{env, fs};

const USAGE: &str = "\
usage: app show <patch>          the first changes in each file, and how many more there are
       app find <text> <patch>   added lines with that text";

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args[..] {
        ["show", name] => run(name, show::show),
        ["find", text, name] => run(name, |patch| find::find(patch, text)),
        _ => {
            eprintln!("{USAGE}");
            ExitCode::FAILURE
        }
    }
}

fn run(name: &str, command: impl FnOnce(&str) -> Result<(), Error>) -> ExitCode {
    let patch = match fs::read_to_string(name) {
        Ok(patch) => patch,
        Err(error) => {
            eprintln!("{name}: {error}");
            return ExitCode::FAILURE;
        }
    };
    match command(&patch) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{name}:{error}");
            ExitCode::FAILURE
        }
    }
}
