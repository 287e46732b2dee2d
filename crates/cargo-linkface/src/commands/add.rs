//! `cargo linkface add`.

mod added;
mod candidates;
mod dependency;
mod nearby;
mod roots;
mod source;
mod target;

use super::quote::quoted;
use crate::failure::Failure;
use crate::session::Session;
use std::path::PathBuf;
use std::process::ExitCode;

/// Add a provider to a program: the dependency, and `link!()`
///
/// Calls `cargo add`, adds linkface itself if it is missing, and writes `linkface::link!();` into
/// each program of the package (with --dev: into its tests, examples and benchmarks) that has none.
/// A `link!` with names gets one more name. For a façade it says which providers there are. What turns
/// out to be no provider isn't linked: exit code 1.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  cargo linkface add console-uart                     from the registry, or a member of the workspace
  cargo linkface add console-uart --path ../uart      from a folder
  cargo linkface add console-mock --dev               for tests, examples and benchmarks
  cargo linkface add console                          a façade: lists its providers")]
pub(crate) struct Args {
    /// The provider: `NAME` or `NAME@VERSION`
    provider: String,
    /// For tests, examples and benchmarks only
    #[arg(long)]
    dev: bool,
    /// Only say what would be done
    #[arg(short = 'n', long)]
    dry_run: bool,
    /// The folder of the provider
    #[arg(long, value_name = "DIR", conflicts_with = "git")]
    path: Option<PathBuf>,
    /// The repository of the provider
    #[arg(long, value_name = "URI")]
    git: Option<String>,
    /// A branch of the repository
    #[arg(long, requires = "git")]
    branch: Option<String>,
    /// A tag of the repository
    #[arg(long, requires = "git")]
    tag: Option<String>,
    /// A commit of the repository
    #[arg(long, requires = "git")]
    rev: Option<String>,
    /// Another registry
    #[arg(long, value_name = "NAME")]
    registry: Option<String>,
    /// Another name for the dependency
    #[arg(long, value_name = "NAME")]
    rename: Option<String>,
    /// More arguments for `cargo add`, behind `--`
    #[arg(last = true, value_name = "ARGS")]
    cargo: Vec<String>,
}

/// Runs it.
pub(crate) fn run(args: &Args, session: &Session) -> Result<ExitCode, Failure> {
    let packages = session.packages()?;
    candidates::refuse_named(args, packages)?;
    let package = target::target(session, packages)?;
    nearby::refuse(args, session, packages, package)?;
    let roots = roots::roots(package, args.dev);
    if roots.is_empty() {
        return Err(no_roots(args, &package.name));
    }
    // What can't be edited is told before anything is changed.
    let linkface = dependency::name_of_linkface(package, args.dev);
    let edits = roots::edits(args, session, &roots, &linkface)?;
    if args.dry_run {
        dependency::add_provider(args, session, package)?;
        dependency::add_linkface(args, session, packages, package)?;
        roots::write(args, session, &edits)?;
        return Ok(ExitCode::SUCCESS);
    }
    let before = added::Before::of(package, session)?;
    dependency::add_provider(args, session, package)?;
    // Only now it is known what the name means.
    let session = session.again();
    let found = session.packages().and_then(|packages| {
        let added = added::package(args, package, packages);
        if let Some(added) = added {
            candidates::refuse_facade(args, added, packages)?;
        }
        Ok((packages, added))
    });
    let (packages, added) = match found {
        Ok(found) => found,
        Err(why) => return Err(before.restore(&session, why)),
    };
    if let Some(added) = added
        && added::warn(args, package, added, packages, &session)?
    {
        return Ok(ExitCode::FAILURE);
    }
    dependency::add_linkface(args, &session, packages, package)
        .map_err(|why| before.restore(&session, why))?;
    roots::write(args, &session, &edits)?;
    Ok(ExitCode::SUCCESS)
}

impl Args {
    /// The provider's name.
    fn name(&self) -> &str {
        self.provider.split('@').next().unwrap_or_default()
    }

    /// The provider as it was given, with its folder or repository.
    fn placed(&self) -> String {
        let path = self.path.as_ref().map(|path| path.display().to_string());
        let place = match (path, &self.git) {
            (Some(path), _) => format!(" --path {}", quoted(&path)),
            (None, Some(git)) => format!(" --git {git}"),
            (None, None) => String::new(),
        };
        format!("{}{place}", self.provider)
    }
}

fn no_roots(args: &Args, package: &str) -> Failure {
    if args.dev {
        return Failure::new(format!(
            "`{package}` has no tests, examples or benchmarks in files of their own"
        ))
        .help("make one, like `tests/it.rs`, and try again");
    }
    Failure::new(format!(
        "`{package}` is a library, and programs choose providers"
    ))
    .note("a provider among a library's dependencies would be in every program above it")
    .help(format!(
        "add it to the program: `cargo linkface add {} --package PROGRAM`",
        args.placed()
    ))
    .help(format!(
        "or for the library's own tests: `cargo linkface add {} --dev`",
        args.placed()
    ))
}
