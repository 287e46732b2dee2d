//! Colours and links, decided as Cargo decides them.

use crate::kit::{Answer, Workspace};

const RED: &str = "\u{1b}[";
const LINK: &str = "\u{1b}]8;;";

#[track_caller]
fn check(args: &[&str], environment: &[(&str, &str)], coloured: bool) {
    let workspace = Workspace::with(&[]);
    let mut command = workspace.command(&[&["check"], args].concat());
    command.envs(environment.iter().copied());
    let answer = workspace.answer(&mut command);
    assert_eq!(answer.code, Some(1), "{answer:#?}");
    assert_eq!(answer.out.contains(RED), coloured, "{answer:#?}");
    assert_eq!(answer.err.contains(RED), coloured, "{answer:#?}");
}

#[test]
fn a_pipe_has_none() {
    check(&[], &[], false);
    check(&["--color", "auto"], &[], false);
}

#[test]
fn flags_are_stronger_than_the_environment() {
    check(
        &["--color", "always"],
        &[("CARGO_TERM_COLOR", "never")],
        true,
    );
    check(
        &["--color", "never"],
        &[("CARGO_TERM_COLOR", "always")],
        false,
    );
    check(&["--color", "never"], &[("CLICOLOR_FORCE", "1")], false);
    check(&["--color", "always"], &[("NO_COLOR", "1")], true);
}

#[test]
fn the_environment_is_asked() {
    check(&[], &[("CARGO_TERM_COLOR", "always")], true);
    check(&[], &[("CLICOLOR_FORCE", "1")], true);
    check(&[], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], false);
    check(
        &[],
        &[("CLICOLOR_FORCE", "1"), ("CARGO_TERM_COLOR", "never")],
        false,
    );
}

#[test]
fn json_has_no_colours() {
    let workspace = Workspace::with(&[]);
    let answer = workspace.run(&["check", "--color=always", "--message-format=json"]);
    assert!(!answer.out.contains(RED), "{}", answer.out);
    assert!(!answer.out.contains("\\u001b"), "{}", answer.out);
}

fn run(command: &str, environment: &[(&str, &str)]) -> Answer {
    let workspace = Workspace::with(&[]);
    let mut command = workspace.command(&[command, "--color=always"]);
    command.envs(environment.iter().copied());
    workspace.answer(&mut command)
}

#[test]
fn files_and_codes_are_links_where_the_terminal_knows_them() {
    let check = |environment: &[(&str, &str)], links| {
        for command in ["list", "check"] {
            let answer = run(command, environment);
            assert_eq!(answer.out.contains(LINK), links, "{command}: {answer:#?}");
        }
    };
    check(&[], false);
    check(&[("CARGO_TERM_HYPERLINKS", "true")], true);
    check(&[("FORCE_HYPERLINK", "1")], true);
    check(
        &[("FORCE_HYPERLINK", "1"), ("CARGO_TERM_HYPERLINKS", "false")],
        false,
    );
}
