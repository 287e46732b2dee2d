//! `cargo linkface fix`.

mod calls;
mod qualify;

use crate::failure::Failure;
use crate::session::Session;
use calls::Call;
use guppy::graph::PackageGraph;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{ExitCode, Stdio};

/// Rewrite calls that an external impl refuses
///
/// After `#[mode(external)]` was put on an impl, its methods can't be called with a dot. This compiles
/// the workspace, and turns each call that rustc refuses for that reason into `q!(x.Trait::method())`.
/// The calls are named from where the impl stands: read what was changed before you commit it. Calls in
/// macros that can't be read as a list of expressions, and those of `fmt`, which several traits have, are
/// left to you: exit code 1.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  cargo linkface fix --qualified          rewrite all calls of the workspace
  cargo linkface fix --qualified -n       only say where they are")]
pub(crate) struct Args {
    /// Turn `x.method()` into `q!(x.Trait::method())`
    #[arg(long, required = true)]
    qualified: bool,
    /// Only say what would be done
    #[arg(short = 'n', long)]
    dry_run: bool,
}

/// rustc stops at the first kind of error, so that one run may uncover the next calls.
const RUNS: usize = 8;

/// Runs it.
pub(crate) fn run(args: &Args, session: &Session) -> Result<ExitCode, Failure> {
    let mut left = BTreeSet::new();
    let mut compiles = true;
    for _ in 0..RUNS {
        let found;
        (compiles, found) = compile(session)?;
        left = BTreeSet::new();
        let mut edited = false;
        for (file, calls) in by_file(found) {
            let source =
                fs::read_to_string(&file).map_err(|why| Failure::file("read", &file, why))?;
            let done = qualify::qualify(&source, &calls);
            let shown = session.display(&file);
            left.extend(done.left.iter().map(|call| {
                let why = if call.trait_name.is_none() {
                    "several traits may be meant"
                } else {
                    "it stands in a macro with a syntax of its own"
                };
                format!("{shown}:{}: {why}", call.line)
            }));
            if done.source == source {
                continue;
            }
            for call in calls.iter().filter(|call| !done.left.contains(call)) {
                let verb = if args.dry_run { "Would" } else { "Qualifying" };
                let what = if args.dry_run { "qualify a" } else { "the" };
                session
                    .shell()
                    .status(verb, &format!("{what} call at {shown}:{}", call.line))?;
            }
            if !args.dry_run {
                fs::write(&file, done.source).map_err(|why| Failure::file("write", &file, why))?;
                edited = true;
            }
        }
        if !edited {
            break;
        }
    }
    for place in &left {
        session
            .shell()
            .status("Left", &format!("a call at {place}"))?;
    }
    if !compiles && !args.dry_run && left.is_empty() {
        return Err(Failure::new("the workspace does not compile")
            .note("`cargo check` says why")
            .help(
                "calls with `q!` need the crate linkface-traits, and the trait in scope; a method \
                 that is named without a call, `Type::method`, is written `Trait::method`",
            ));
    }
    Ok(ExitCode::from(u8::from(!left.is_empty())))
}

/// Whether the workspace compiles, and what `cargo check` says of external calls.
fn compile(session: &Session) -> Result<(bool, Vec<(PathBuf, Call)>), Failure> {
    let flags = session.flags();
    let mut cargo = session.cargo()?;
    cargo.args(["check", "--all-targets", "--keep-going", "--quiet"]);
    cargo.arg("--message-format=json");
    let packages = &flags.packages;
    if packages.package.is_empty() {
        cargo.arg("--workspace");
    }
    let features = &flags.features;
    for (name, values) in [
        ("--package", &packages.package),
        ("--exclude", &packages.exclude),
        ("--features", &features.features),
        ("--target", &flags.target),
    ] {
        for value in values {
            cargo.arg(name).arg(value);
        }
    }
    for (given, name) in [
        (features.all_features, "--all-features"),
        (features.no_default_features, "--no-default-features"),
    ] {
        if given {
            cargo.arg(name);
        }
    }
    if let Some(path) = &flags.manifest.manifest_path {
        cargo.arg("--manifest-path").arg(path);
    }
    if let Some(folder) = &flags.target_dir {
        cargo.arg("--target-dir").arg(folder);
    }
    for (given, name) in [
        (flags.locked, "--locked"),
        (flags.offline, "--offline"),
        (flags.frozen, "--frozen"),
    ] {
        if given {
            cargo.arg(name);
        }
    }
    let program = cargo.get_program().display().to_string();
    let output = cargo
        .stderr(Stdio::inherit())
        .output()
        .map_err(|why| Failure::new(format!("cannot run `{program}`: {why}")))?;
    let said = String::from_utf8_lossy(&output.stdout);
    let graph = session.graph()?;
    let mut found = calls::read(&said, graph.workspace().root().as_std_path());
    // A macro of another crate is none of ours to edit.
    found.retain(|(file, _)| is_ours(graph, file));
    Ok((output.status.success(), found))
}

/// Whether a file belongs to a member of the workspace.
fn is_ours(graph: &PackageGraph, file: &Path) -> bool {
    let mut members = graph.workspace().iter();
    members.any(|member| {
        let folder = member.manifest_path().parent();
        folder.is_some_and(|folder| file.starts_with(folder))
    })
}

fn by_file(found: Vec<(PathBuf, Call)>) -> BTreeMap<PathBuf, BTreeSet<Call>> {
    let mut files = BTreeMap::<_, BTreeSet<_>>::new();
    for (file, call) in found {
        files.entry(file).or_default().insert(call);
    }
    files
}
