//! Which package and which of its targets: what `cargo metadata` says there is.

use super::{Build, Error, Root, Talk, cargo};
use cargo_metadata::{CrateType, Metadata, Package, PackageId, Target, TargetKind};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What is to be built.
#[derive(Clone, Debug)]
pub(super) struct Selected {
    pub(super) package: String,
    pub(super) id: PackageId,
    pub(super) root: Root,
    /// The name of the target; the crate's is the same with `_`.
    pub(super) name: String,
    /// Whether something is linked.
    pub(super) linked: bool,
    pub(super) target_dir: PathBuf,
}

impl Selected {
    /// The crate, as paths name it.
    pub(super) fn krate(&self) -> String {
        self.name.replace('-', "_")
    }

    /// The flags that select it.
    pub(super) fn flags(&self) -> Vec<String> {
        let mut flags = vec!["--package".to_owned(), self.id.repr.clone()];
        flags.extend(flags_of(&self.root));
        flags
    }
}

/// Asks Cargo what there is, and decides.
pub(super) fn select(build: &Build) -> Result<Selected, Error> {
    let metadata = metadata(build)?;
    let package = package(build, &metadata)?;
    let target = target(build, package)?;
    let linked = target.crate_types.iter().any(|kind| {
        matches!(
            kind,
            CrateType::Bin | CrateType::CDyLib | CrateType::DyLib | CrateType::StaticLib
        )
    });
    let target_dir = build.target_dir.clone();
    Ok(Selected {
        package: package.name.to_string(),
        id: package.id.clone(),
        root: root(target),
        name: target.name.clone(),
        linked,
        target_dir: target_dir.unwrap_or_else(|| metadata.target_directory.into_std_path_buf()),
    })
}

fn metadata(build: &Build) -> Result<Metadata, Error> {
    let mut cargo = cargo::command(build);
    cargo.args(["metadata", "--format-version=1", "--no-deps"]);
    manifest(build, &mut cargo);
    cargo.args(&build.cargo);
    if build.talk == Talk::Show {
        cargo.stderr(Stdio::inherit());
    }
    let output = cargo
        .output()
        .map_err(|why| cargo::not_started(&cargo, &why))?;
    if !output.status.success() {
        return Err(Error::Cargo {
            said: String::from_utf8_lossy(&output.stderr).into_owned(),
            code: output.status.code(),
        });
    }
    serde_json::from_slice(&output.stdout)
        .map_err(|why| Error::Unexpected(format!("cannot understand `cargo metadata`: {why}")))
}

/// Says which manifest.
pub(super) fn manifest(build: &Build, cargo: &mut Command) {
    if let Some(manifest) = &build.manifest {
        cargo.arg("--manifest-path").arg(manifest);
    }
}

fn package<'m>(build: &Build, metadata: &'m Metadata) -> Result<&'m Package, Error> {
    let members = metadata.workspace_packages();
    let names = |packages: &[&Package]| {
        let names = packages
            .iter()
            .map(|package| format!("-p {}", package.name));
        names.collect::<Vec<_>>()
    };
    if let Some(name) = &build.package {
        let found = members.iter().find(|package| {
            *package.name == **name
                || package.id.repr == *name
                || format!("{}@{}", package.name, package.version) == *name
        });
        return found.copied().ok_or_else(|| Error::Unclear {
            message: format!("no package of the workspace is named `{name}`"),
            choices: names(&members),
        });
    }
    let here = build.manifest.clone().or_else(|| nearest_manifest(build));
    let here = here.and_then(|manifest| manifest.canonicalize().ok());
    let is_here = |package: &&&Package| {
        let manifest = package.manifest_path.canonicalize().ok();
        manifest.is_some() && manifest == here
    };
    if let Some(package) = members.iter().find(is_here) {
        return Ok(package);
    }
    let mut default = members.clone();
    if metadata.workspace_default_members.is_available() {
        let ids = &metadata.workspace_default_members;
        default.retain(|package| ids.contains(&package.id));
    }
    match *default {
        [package] => Ok(package),
        _ => Err(Error::Unclear {
            message: "the workspace has several packages".to_owned(),
            choices: names(&default),
        }),
    }
}

/// The manifest that Cargo finds from where it runs.
fn nearest_manifest(build: &Build) -> Option<PathBuf> {
    let dir = build.directory.clone().unwrap_or_else(|| ".".into());
    let dir = dir.canonicalize().ok()?;
    let mut manifests = dir.ancestors().map(|dir| dir.join("Cargo.toml"));
    manifests.find(|manifest: &PathBuf| Path::is_file(manifest))
}

fn target<'p>(build: &Build, package: &'p Package) -> Result<&'p Target, Error> {
    let all = || package.targets.iter().filter(|target| !is_inner(target));
    let choices = |targets: &mut dyn Iterator<Item = &Target>| {
        let flags = targets.map(|target| flags_of(&root(target)).join(" "));
        flags.collect::<Vec<_>>()
    };
    if build.root != Root::Only {
        let found = all().find(|target| root(target) == build.root);
        return found.ok_or_else(|| Error::Unclear {
            message: format!(
                "package `{}` has no target `{}`",
                package.name,
                flags_of(&build.root).join(" ")
            ),
            choices: choices(&mut all()),
        });
    }
    let named = package.default_run.as_ref();
    if let Some(target) = all().find(|target| target.is_bin() && Some(&target.name) == named) {
        return Ok(target);
    }
    let shipped = |target: &&Target| matches!(root(target), Root::Lib | Root::Bin(_));
    let found: Vec<&Target> = all().filter(shipped).collect();
    match *found {
        [target] => Ok(target),
        [] => Err(Error::Unclear {
            message: format!("package `{}` has neither program nor library", package.name),
            choices: choices(&mut all()),
        }),
        _ => Err(Error::Unclear {
            message: format!(
                "package `{}` has several programs or libraries",
                package.name
            ),
            choices: choices(&mut found.iter().copied()),
        }),
    }
}

/// Whether it is for builds only.
fn is_inner(target: &Target) -> bool {
    target.is_custom_build() || target.is_proc_macro()
}

fn root(target: &Target) -> Root {
    let name = target.name.clone();
    let is = |kind: TargetKind| target.kind.contains(&kind);
    if is(TargetKind::Bin) {
        Root::Bin(name)
    } else if is(TargetKind::Example) {
        Root::Example(name)
    } else if is(TargetKind::Test) {
        Root::Test(name)
    } else if is(TargetKind::Bench) {
        Root::Bench(name)
    } else {
        Root::Lib
    }
}

fn flags_of(root: &Root) -> Vec<String> {
    let named = |flag: &str, name: &String| vec![flag.to_owned(), name.clone()];
    match root {
        Root::Only => Vec::new(),
        Root::Lib => vec!["--lib".to_owned()],
        Root::Bin(name) => named("--bin", name),
        Root::Example(name) => named("--example", name),
        Root::Test(name) => named("--test", name),
        Root::Bench(name) => named("--bench", name),
    }
}
