//! The head of the command line.

use crate::commands::Command;
use crate::flags::{Flags, MessageFormat};
use clap::error::ErrorKind;
use clap::{ColorChoice, CommandFactory, FromArgMatches, Parser};
use std::env;
use std::ffi::OsString;

/// Which provider each program of this workspace gets, and why
#[derive(Debug, Parser)]
#[command(
    name = "cargo-linkface",
    bin_name = "cargo linkface",
    version,
    styles = clap_cargo::style::CLAP_STYLING,
    arg_required_else_help = true,
    after_help = "\
Exit codes:
  0  no findings; the command did what it was asked to do
  1  findings
  2  it could not run: wrong arguments, no workspace, an error of Cargo's

Examples:
  cargo linkface check                      all findings, for every program of the workspace
  cargo linkface why console                which provider implements `console`, and why it
  cargo linkface explain LF0001             what a finding means, and how to mend it",
    max_term_width = 100
)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
    #[command(flatten)]
    pub(crate) flags: Flags,
}

/// Reads the command line, or ends the process: with help, or with 2 and what is wrong.
pub(crate) fn parse() -> Cli {
    let matches = command().get_matches_from(arguments(env::args_os()));
    let cli = Cli::from_arg_matches(&matches).map(|mut cli| {
        if cli.flags.json {
            cli.flags.message_format = MessageFormat::Json;
        }
        cli
    });
    match cli {
        Ok(cli) if cli.flags.message_format == MessageFormat::Json && !cli.command.answers() => {
            let why = "`--message-format json` is for commands that answer: `check`, `tree`, `why`, \
                       `list`, `explain`, `ir`, `plugin inspect` and `plugin diff`";
            command().error(ErrorKind::ArgumentConflict, why).exit()
        }
        Ok(cli) => cli,
        Err(error) => error.format(&mut command()).exit(),
    }
}

/// The flags are global: they may stand before and after the command, as Cargo's do.
fn command() -> clap::Command {
    Cli::command()
        .mut_args(|arg| arg.global(true))
        .color(color(env::var("CARGO_TERM_COLOR").ok().as_deref()))
}

/// What Cargo was told about colours holds for help texts, too.
fn color(term_color: Option<&str>) -> ColorChoice {
    match term_color {
        Some("always") => ColorChoice::Always,
        Some("never") => ColorChoice::Never,
        _ => ColorChoice::Auto,
    }
}

/// Cargo calls `cargo-linkface linkface check`; called directly it is `cargo-linkface check`.
fn arguments(all: impl Iterator<Item = OsString>) -> Vec<OsString> {
    let mut all: Vec<OsString> = all.collect();
    if all.get(1).is_some_and(|first| first == "linkface") {
        all.remove(1);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        command().debug_assert();
    }

    #[track_caller]
    fn check(given: &[&str], expected: &[&str]) {
        let given = given.iter().map(OsString::from);
        assert_eq!(arguments(given), expected);
    }

    #[test]
    fn cargo_adds_the_name_of_the_command() {
        check(
            &["cargo-linkface", "linkface", "check"],
            &["cargo-linkface", "check"],
        );
        check(&["cargo-linkface", "check"], &["cargo-linkface", "check"]);
        check(
            &["cargo-linkface", "why", "linkface"],
            &["cargo-linkface", "why", "linkface"],
        );
        check(&["cargo-linkface"], &["cargo-linkface"]);
        check(&[], &[]);
    }
}
