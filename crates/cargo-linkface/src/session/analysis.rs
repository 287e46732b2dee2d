//! Where `linkface-graph` is asked: everything that it says about the workspace.

use super::compiled::library::Libraries;
use super::compiled::linked;
use super::facts::Reader;
use super::progress::Progress;
use super::target::Targets;
use super::{Session, merge, selection};
use crate::failure::Failure;
use linkface_graph::facts::PackageId;
use linkface_graph::manifest::Manifest;
use linkface_graph::manifest::profile::{self, Aborting};
use linkface_graph::packages::build::{Build, Options};
use linkface_graph::packages::features::Features;
use linkface_graph::packages::{Packages, read, resolver};
use linkface_graph::resolution::{Builds, Configuration, Resolution, resolve};
use linkface_graph::rules::Linked;
use std::collections::BTreeSet;
use std::fs;
use std::sync::Arc;

/// What is known of the workspace, for all configurations that were asked for.
#[derive(Debug)]
pub(crate) struct Analysis {
    /// The packages, with what their manifests and their code say in any of the configurations.
    pub(crate) packages: Packages,
    /// Who gets what, in each configuration.
    pub(crate) resolutions: Vec<Resolution>,
    /// What Cargo would build, in each configuration.
    pub(crate) built: Vec<Built>,
    /// Linked files that are there.
    pub(crate) linked: Vec<Linked>,
    /// The workspace's profiles with `panic = "abort"`.
    pub(crate) aborting: Vec<Aborting>,
    /// The targets whose flags say `-C prefer-dynamic`.
    pub(crate) dynamic: Vec<String>,
}

/// What Cargo would build.
#[derive(Debug)]
pub(crate) struct Built {
    members: BTreeSet<PackageId>,
    plain: Build,
    dev: Build,
}

impl Built {
    /// As `linkface-graph` asks for it.
    pub(crate) fn builds(&self) -> Builds<'_> {
        Builds {
            members: &self.members,
            plain: &self.plain,
            dev: &self.dev,
        }
    }
}

/// Reads what is needed, and decides.
pub(super) fn analyse(session: &Session, sets: &[Features]) -> Result<Analysis, Failure> {
    let graph = session.graph()?;
    let flags = session.flags();
    let root = graph.workspace().root().as_std_path();
    let target_dir = graph.workspace().target_directory().as_std_path();
    let members = selection::members(graph, &flags.packages)?;
    let Targets { selected, host } = session.targets()?;
    let resolver = resolver(session)?;
    let progress = Progress::new("reading", session.shell());
    let mut all = Vec::new();
    let mut files = Vec::new();
    let mut resolutions = Vec::new();
    let mut simulated = Vec::new();
    let configurations = sets
        .iter()
        .flat_map(|features| selected.iter().map(move |target| (features, target)));
    for (features, target) in configurations {
        let build = |dev| {
            let options = Options {
                resolver,
                target: Arc::clone(&target.platform),
                host: Arc::clone(&host.platform),
                members: members.clone(),
                features: features.clone(),
                dev,
            };
            Build::simulate(graph, &options).map_err(|why| Failure::new(why.to_string()))
        };
        let configured = Built {
            members: members.clone(),
            plain: build(false)?,
            dev: build(true)?,
        };
        let mut packages = read(graph, &Manifest::read);
        let reader = Reader {
            build: &configured.dev,
            target,
            host,
            libraries: &Libraries::new(target_dir, target, host, root),
        };
        reader.read(&mut packages, &|name| progress.at(name));
        let configuration = Configuration {
            target: target.triple.clone(),
            features: features.to_string(),
        };
        let resolution = resolve(&packages, configured.builds(), configuration);
        files.extend(linked::read(&resolution, target_dir, target, host, root));
        resolutions.push(resolution);
        simulated.push(configured);
        all.push(packages);
    }
    Ok(Analysis {
        packages: merge::packages(all),
        resolutions,
        built: simulated,
        linked: files,
        aborting: aborting(session)?,
        dynamic: selected
            .iter()
            .filter(|target| target.prefers_dynamic)
            .map(|target| target.triple.clone())
            .collect(),
    })
}

/// `cargo metadata` doesn't tell it.
fn resolver(session: &Session) -> Result<guppy::graph::cargo::CargoResolverVersion, Failure> {
    let file = session.graph()?.workspace().root().join("Cargo.toml");
    let text =
        fs::read_to_string(&file).map_err(|why| Failure::file("read", file.as_std_path(), why))?;
    resolver::read(&text).map_err(|why| Failure::file("understand", file.as_std_path(), why))
}

fn aborting(session: &Session) -> Result<Vec<Aborting>, Failure> {
    let file = session.graph()?.workspace().root().join("Cargo.toml");
    let file = file.as_std_path();
    let text = fs::read_to_string(file).map_err(|why| Failure::file("read", file, why))?;
    profile::aborting(file, &text).map_err(|why| Failure::file("understand", file, why))
}

/// What `--features a,b` and `-F "a b"` ask for.
pub(super) fn features(flags: &clap_cargo::Features) -> Features {
    let named = flags
        .features
        .iter()
        .flat_map(|names| names.split([',', ' ']));
    Features {
        all: flags.all_features,
        no_default: flags.no_default_features,
        named: named
            .filter(|name| !name.is_empty())
            .map(str::to_owned)
            .collect(),
    }
}
