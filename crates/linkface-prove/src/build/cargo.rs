//! Calls of `cargo rustc`.

use super::output::{Found, Output};
use super::{Build, Crates, Error, Lto, Session, Talk, select};
use cargo_config2::Config;
use cargo_metadata::{Artifact, Message, TargetKind};
use std::env;
use std::ffi::OsString;
use std::io::{self, BufReader, Read};
use std::process::{ChildStderr, Command, Stdio};
use std::thread;

/// What is special about one call.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Call<'a> {
    /// Arguments for the rustc that compiles the root.
    pub(super) rustc: &'a [String],
    /// Arguments for every rustc of the wanted crates, the root's included.
    pub(super) everywhere: &'a [&'a str],
    /// In place of the build's.
    pub(super) lto: Option<Lto>,
    /// Whether line tables are added.
    pub(super) lines: bool,
    /// What the call is for.
    pub(super) wanted: Wanted,
}

/// What a call is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Wanted {
    /// What is built.
    #[default]
    Code,
    /// The IR, from here or from an earlier call.
    Ir,
    /// What rustc writes to standard error. Cargo doesn't keep it, so rustc has to run.
    Dump,
}

/// Cargo, where the build wants it: `$CARGO`, as Cargo sets it for its commands and tests.
pub(super) fn command(build: &Build) -> Command {
    let program = env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut cargo = Command::new(program);
    if let Some(directory) = &build.directory {
        cargo.current_dir(directory);
    }
    cargo.stdin(Stdio::null());
    cargo
}

pub(super) fn not_started(cargo: &Command, why: &io::Error) -> Error {
    Error::NoCargo {
        program: cargo.get_program().display().to_string(),
        why: why.to_string(),
    }
}

/// Builds, and finds what was built. Also what was said, if that is wanted.
pub(super) fn run(session: &Session<'_>, call: Call<'_>) -> Result<(Output, String), Error> {
    let (found, said) = once(session, call)?;
    let lacking = match call.wanted {
        Wanted::Code => false,
        Wanted::Ir => found.ir.is_empty(),
        Wanted::Dump => true,
    };
    if !lacking || !found.fresh {
        return Ok((Output::new(found, session)?, said));
    }
    // There was nothing to do, but what rustc wrote then is gone. Without its product Cargo calls it.
    found.remove_product()?;
    let (found, said) = once(session, call)?;
    Ok((Output::new(found, session)?, said))
}

fn once(session: &Session<'_>, call: Call<'_>) -> Result<(Found, String), Error> {
    let Session { build, dir, .. } = *session;
    let mut cargo = command(build);
    cargo.arg("rustc");
    select::manifest(build, &mut cargo);
    cargo.args(session.selected.flags());
    cargo.args(["--profile", &build.profile]);
    if !build.features.is_empty() {
        cargo.args(["--features", &build.features.join(",")]);
    }
    for (given, flag) in [
        (build.all_features, "--all-features"),
        (build.no_default_features, "--no-default-features"),
    ] {
        if given {
            cargo.arg(flag);
        }
    }
    if let Some(target) = &build.target {
        cargo.args(["--target", target]);
    }
    cargo.arg("--target-dir").arg(dir);
    // Nothing of it shall lie elsewhere, whatever the project's configuration says.
    cargo.env("CARGO_BUILD_BUILD_DIR", dir);
    // A unit that was compiled before would come with IR of another time.
    cargo.env("CARGO_INCREMENTAL", "0");
    let profile = &build.profile;
    if let Some(lto) = call.lto.or(build.lto) {
        let value = match lto {
            Lto::Off => "\"off\"",
            Lto::Local => "false",
            Lto::Thin => "\"thin\"",
            Lto::Fat => "\"fat\"",
        };
        cargo.arg("--config");
        cargo.arg(format!("profile.{profile}.lto={value}"));
    }
    if call.lines {
        cargo.arg("--config");
        cargo.arg(format!("profile.{profile}.debug=\"line-tables-only\""));
    }
    let mut everywhere: Vec<&str> = Vec::new();
    if build.crates == Crates::All && call.wanted == Wanted::Ir {
        everywhere.push("--emit=llvm-ir");
        everywhere.extend(call.everywhere);
        cargo.env("CARGO_ENCODED_RUSTFLAGS", flags(build, &everywhere)?);
    }
    if call.wanted == Wanted::Dump {
        cargo.args(["--jobs", "1"]);
    }
    cargo.args(["--message-format", "json-render-diagnostics"]);
    cargo.args(&build.cargo);
    cargo.arg("--").args(call.everywhere).args(call.rustc);
    let show = build.talk == Talk::Show && call.wanted != Wanted::Dump;
    spawn(&mut cargo, show, session)
}

fn spawn(cargo: &mut Command, show: bool, session: &Session<'_>) -> Result<(Found, String), Error> {
    cargo.stdout(Stdio::piped());
    if show {
        cargo.stderr(Stdio::inherit());
    } else {
        cargo.stderr(Stdio::piped());
    }
    let mut child = cargo.spawn().map_err(|why| not_started(cargo, &why))?;
    let said = child
        .stderr
        .take()
        .map(|stderr| thread::spawn(|| all(stderr)));
    let messages = child.stdout.take().map(BufReader::new);
    let mut artifacts: Vec<Artifact> = Vec::new();
    for message in messages.into_iter().flat_map(Message::parse_stream) {
        // Other lines are of build scripts and the like.
        if let Ok(Message::CompilerArtifact(artifact)) = message {
            artifacts.push(artifact);
        }
    }
    let status = child.wait();
    let said = said.and_then(|thread| thread.join().ok());
    let said = said.unwrap_or_default();
    let status = status.map_err(|why| not_started(cargo, &why))?;
    if !status.success() {
        return Err(Error::Cargo {
            said,
            code: status.code(),
        });
    }
    let is_root = |artifact: &Artifact| {
        artifact.package_id == session.selected.id
            && artifact.target.name == session.selected.name
            && !artifact.target.kind.contains(&TargetKind::CustomBuild)
    };
    let at = artifacts.iter().rposition(is_root);
    let root = at.map(|at| artifacts.remove(at)).ok_or_else(|| {
        let name = &session.selected.name;
        Error::Unexpected(format!("Cargo doesn't say where it has built `{name}`"))
    })?;
    Ok((Found::new(root, artifacts)?, said))
}

/// What is said while the messages are read: neither pipe may fill up.
fn all(mut stderr: ChildStderr) -> String {
    let mut bytes = Vec::new();
    // What was said before it broke is better than nothing.
    let _ = stderr.read_to_end(&mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The project's own flags for rustc, then `more`: they'd replace each other, wherever they come from.
fn flags(build: &Build, more: &[&str]) -> Result<String, Error> {
    let unclear = |why: cargo_config2::Error| {
        Error::Unexpected(format!("cannot read Cargo's configuration: {why}"))
    };
    let dir = match &build.directory {
        Some(dir) => dir.clone(),
        None => env::current_dir().map_err(|why| Error::file("enter", ".".as_ref(), &why))?,
    };
    let config = Config::load_with_cwd(dir).map_err(unclear)?;
    let targets = config
        .build_target_for_cli(&build.target)
        .map_err(unclear)?;
    let target = match &*targets {
        [target, ..] => target.clone(),
        [] => config.host_triple().map_err(unclear)?.to_owned(),
    };
    let own = config.rustflags(&*target).map_err(unclear)?;
    let own = own.map(|flags| flags.flags).unwrap_or_default();
    let own = own.iter().map(String::as_str);
    Ok(own
        .chain(more.iter().copied())
        .collect::<Vec<_>>()
        .join("\u{1f}"))
}
