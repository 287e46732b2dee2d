//! What rustc says of a target.

use crate::failure::Failure;
use cargo_config2::Config;
use guppy::platform::Platform;
use linkface_graph::packages::platform::platform;
use linkface_graph::packages::rustflags::prefer_dynamic;
use linkface_graph::scan::Cfg;
use std::io;
use std::process::Command;
use std::sync::Arc;

/// A target triple, and what is `cfg` for it.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    /// `x86_64-unknown-linux-gnu`
    pub(crate) triple: String,
    /// What conditions in manifests are decided by.
    pub(crate) platform: Arc<Platform>,
    /// What conditions in code are decided by.
    pub(crate) cfg: Cfg,
    /// Whether rustc's flags for it say `-C prefer-dynamic`.
    pub(crate) prefers_dynamic: bool,
}

/// The targets of a run.
#[derive(Debug)]
pub(crate) struct Targets {
    /// What is built for: `--target`, else `CARGO_BUILD_TARGET` or `build.target`, else the host.
    pub(crate) selected: Vec<Target>,
    /// Where build scripts and proc macros run.
    pub(crate) host: Target,
}

impl Targets {
    /// Asks rustc.
    pub(super) fn read(config: &Config, given: &[String]) -> Result<Self, Failure> {
        let triples = config
            .build_target_for_cli(given)
            .map_err(|why| Failure::new(why.to_string()))?;
        let host = read(config, host_triple(config)?)?;
        let mut selected: Vec<Target> = Vec::new();
        for triple in triples {
            if triple == host.triple {
                selected.push(host.clone());
            } else if !selected.iter().any(|known| known.triple == triple) {
                selected.push(read(config, triple)?);
            }
        }
        if selected.is_empty() {
            selected.push(host.clone());
        }
        Ok(Self { selected, host })
    }
}

/// Where rustc itself runs. (Cargo knows it, too, but takes ten times as long to say it, with all else
/// that it says of its machine.)
fn host_triple(config: &Config) -> Result<String, Failure> {
    let mut rustc = Command::from(config.rustc());
    let output = rustc.arg("-vV").output();
    let output = output.map_err(|why| not_started(&rustc, &why))?;
    let said = String::from_utf8_lossy(&output.stdout);
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| {
        let program = rustc.get_program().display();
        Failure::new(format!("`{program} -vV` doesn't say what its host is"))
    })
}

fn not_started(rustc: &Command, why: &io::Error) -> Failure {
    let program = rustc.get_program().display();
    Failure::new(format!("cannot run `{program}`: {why}"))
        .help("install rustc, or name it in the environment variable `RUSTC`")
}

/// Calls rustc as Cargo does: the configured one, by its wrapper, with the configured flags.
fn read(config: &Config, triple: String) -> Result<Target, Failure> {
    let mut rustc = Command::from(config.rustc());
    rustc.args(["--print", "cfg", "--target", &triple]);
    let flags = config.rustflags(&*triple).map_err(|why| {
        Failure::new(format!(
            "cannot read the rustflags of target `{triple}`: {why}"
        ))
    })?;
    let flags: Vec<String> = flags.into_iter().flat_map(|flags| flags.flags).collect();
    rustc.args(&flags);
    let output = rustc.output().map_err(|why| not_started(&rustc, &why))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        let said = said
            .lines()
            .next()
            .unwrap_or_default()
            .trim_start_matches("error: ");
        return Err(
            Failure::new(format!("rustc doesn't take target `{triple}`: {said}"))
                .help("`rustc --print target-list` prints those it knows"),
        );
    }
    let cfg = String::from_utf8_lossy(&output.stdout);
    Ok(Target {
        platform: Arc::new(platform(&triple, &cfg).map_err(|why| Failure::new(why.to_string()))?),
        cfg: Cfg::from_rustc(&cfg).map_err(|why| Failure::new(why.to_string()))?,
        prefers_dynamic: prefer_dynamic(flags.iter().map(String::as_str)),
        triple,
    })
}
