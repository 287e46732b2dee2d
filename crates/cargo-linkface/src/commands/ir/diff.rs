//! `cargo linkface ir diff`.

mod machine;
pub(super) mod paint;
mod passes;
mod revision;
pub(super) mod version;

use super::input;
use crate::failure::Failure;
use crate::session::Session;
use std::path::PathBuf;
use std::process::ExitCode;
use version::{Compared, Version};

/// A function before and after optimisation, after each pass, or in two builds
///
/// Registers and labels of the second text have the names that they have in the first: LLVM numbers them
/// anew with every change. Where the second text has a name of its own, it ends in `'` if it would be the
/// same as another one. Numbers of metadata and debug locations are left out.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Without --release or --profile this is about the release profile; --against compares it with `dev`, and
`dev` with any other one.

Examples:
  cargo linkface ir diff parse                              before and after optimisation
  cargo linkface ir diff parse --passes                     which pass changed it, and its size then
  cargo linkface ir diff parse --pass inline                what one pass did
  cargo linkface ir diff parse --profile dev --against release
  cargo linkface ir diff parse --against-rev HEAD~1         the same function in an earlier commit
  cargo linkface ir diff parse --rev v1.0..main
  cargo linkface ir diff f --file a.ll --against-file b.ll")]
pub(crate) struct Args {
    /// The function: its path, or the end of it
    #[arg(value_name = "FN")]
    function: Option<String>,

    /// List the passes that changed the function, with its size after each
    #[arg(long, group = "ir-diff-mode")]
    passes: bool,
    /// Show what this pass did, each time it did something: `inline`, `sroa`, `InstCombinePass`
    #[arg(long, value_name = "PASS", group = "ir-diff-mode")]
    pass: Option<String>,
    /// Compare with the build of another profile
    #[arg(long, value_name = "PROFILE-NAME", group = "ir-diff-mode")]
    against: Option<String>,
    /// Compare a commit with what is in the working tree
    #[arg(long, value_name = "REV", group = "ir-diff-mode")]
    against_rev: Option<String>,
    /// Compare two commits
    #[arg(long, value_name = "A..B", group = "ir-diff-mode")]
    rev: Option<String>,
    /// Compare with this file of LLVM IR
    #[arg(
        long,
        value_name = "FILE.ll",
        group = "ir-diff-mode",
        requires = "file"
    )]
    against_file: Option<PathBuf>,

    /// How many lines to show around each change
    #[arg(short = 'U', long, value_name = "LINES", default_value_t = 3)]
    context: usize,
    /// Show the two texts beside each other
    #[arg(long)]
    side_by_side: bool,

    #[command(flatten)]
    input: input::Args,
}

pub(crate) fn run(args: &Args, session: &Session) -> Result<ExitCode, Failure> {
    if args.passes || args.pass.is_some() {
        return passes::run(args, session);
    }
    let (one, other) = version::both(args, session)?;
    let compared = version::compare(&one, &other, args.function.as_deref())?;
    write(&compared, &one, &other, args, session)?;
    Ok(ExitCode::SUCCESS)
}

fn write(
    compared: &Compared,
    one: &Version,
    other: &Version,
    args: &Args,
    session: &Session,
) -> Result<(), Failure> {
    if machine::wanted(session) {
        return machine::diff(compared, one, other, session);
    }
    paint::heading(
        &compared.path,
        &[&one.label, &other.label],
        &compared.diff,
        session.shell(),
    )?;
    for note in &compared.notes {
        session.shell().status("Note", note)?;
    }
    if compared.diff.is_same() {
        return paint::same(session.shell());
    }
    paint::hunks(
        &compared.diff,
        args.context,
        args.side_by_side,
        session.shell(),
    )
}

impl Args {
    /// What is to be built. What is optimised is what this is about mostly.
    fn build(&self, session: &Session) -> Result<linkface_prove::Build, Failure> {
        let mut build = input::build(&self.input, session)?;
        if !self.input.has_profile() && self.against.as_deref().is_none_or(is_dev) {
            "release".clone_into(&mut build.profile);
        }
        Ok(build)
    }
}

/// Whether it is the profile without optimisation, which Cargo builds with if none is named.
fn is_dev(profile: &str) -> bool {
    matches!(profile, "dev" | "debug")
}
