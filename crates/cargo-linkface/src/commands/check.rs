//! `cargo linkface check`.

use crate::failure::Failure;
use crate::output::summary::Summary;
use crate::output::{self, unread};
use crate::session::Session;
use linkface_graph::rules::{self, Context};
use std::process::ExitCode;

/// All findings for every program of the workspace
///
/// Looks at every root (programs, tests, examples, benchmarks, libraries that are loaded by others), and
/// says what is missing, double, of another version, or not what its manifest says. Nothing is compiled;
/// compiled files are looked at where they are there and not older than their sources.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Exit codes:
  0  no findings
  1  findings: errors, or warnings
  2  it could not run: wrong arguments, no workspace, an error of Cargo's

Findings go to standard output, all else to standard error.

Examples:
  cargo linkface check
  cargo linkface check --workspace --all-features
  cargo linkface check --compare-features
  cargo linkface check --target x86_64-unknown-linux-gnu --target wasm32-wasip1
  cargo linkface check --message-format json")]
pub(crate) struct Args {
    /// Look at the builds with default features, with none, and with all, too
    #[arg(long)]
    compare_features: bool,
}

/// Runs all rules.
pub(crate) fn run(args: &Args, session: &Session) -> Result<ExitCode, Failure> {
    let compared;
    let analysis = if args.compare_features {
        compared = session.analysis_of_features()?;
        &compared
    } else {
        session.analysis()?
    };
    unread::warn(&analysis.packages, session)?;
    let findings = rules::run(Context {
        packages: &analysis.packages,
        resolutions: &analysis.resolutions,
        linked: &analysis.linked,
        aborting: &analysis.aborting,
        dynamic: &analysis.dynamic,
    });
    output::findings(&findings, session)?;
    Summary::new(&analysis.resolutions, &findings).write(session.shell())?;
    Ok(if findings.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(1)
    })
}
