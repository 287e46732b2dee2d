//! `cargo linkface new`.

mod app;
mod draft;
mod facade;
mod manifest;
mod neighbours;
mod next;
mod plugin;
mod provider;
mod split;
mod template;

use super::facade::Facade;
use super::origin::Where;
use crate::failure::Failure;
use crate::session::Session;
use linkface_graph::facts::FacadeKey;
use linkface_symbol::Compat;
use manifest::Needed;
use std::cell::OnceCell;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Make a façade, a provider, a plugin or a program
///
/// Each is a crate that builds, tests and documents itself, made by `cargo new` and then filled: in
/// a workspace it becomes a member. Nothing is overwritten.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  cargo linkface new --facade console                       declares items, leaves them to providers
  cargo linkface new --facade console --default-provider    the same in three crates, with a default
  cargo linkface new --provider console --name uart         implements them, bodies to be written
  cargo linkface new --plugin greeter                       a plugin, its interface, a program
  cargo linkface new --plugin rain --interface ../weather   a plugin for an interface that is there
  cargo linkface new --app hello                            a program")]
pub(crate) struct Args {
    #[command(flatten)]
    what: What,
    /// With `--facade`: in three crates, so that there is a provider if the program chooses none
    #[arg(long, conflicts_with_all = ["app", "plugin", "provider"])]
    default_provider: bool,
    /// With `--provider`: its name [default: the façade's, and `-provider`]
    #[arg(long, value_name = "NAME", conflicts_with_all = ["app", "facade", "plugin"])]
    name: Option<String>,
    /// With `--plugin`: the folder of a crate with loadable interfaces, which it implements, bodies to be
    /// written [default: one is made beside it, and a program]
    #[arg(long, value_name = "DIR", conflicts_with_all = ["app", "facade", "provider"])]
    interface: Option<PathBuf>,
    /// The folder to make [default: the name]
    #[arg(long, value_name = "DIR")]
    path: Option<PathBuf>,
    /// Depend on the linkface in this folder: until linkface is published, and to try changes of it
    /// [default: what the workspace has, else the published one]
    #[arg(long, value_name = "DIR")]
    linkface_path: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
#[group(required = true, multiple = false)]
struct What {
    /// A crate that declares items
    #[arg(long, value_name = "NAME")]
    facade: Option<String>,
    /// A crate that implements the items of this façade, which the workspace (or `--manifest-path`)
    /// has or depends on
    #[arg(long, value_name = "FACADE")]
    provider: Option<String>,
    /// A library that programs load when they run, and what goes with it
    #[arg(long, value_name = "NAME")]
    plugin: Option<String>,
    /// A program
    #[arg(long, value_name = "NAME")]
    app: Option<String>,
}

/// What to do next, and the command or the file for it.
type Steps = Vec<(&'static str, String)>;

/// Runs it.
pub(crate) fn run(args: &Args, session: &Session) -> Result<ExitCode, Failure> {
    let folder = |name: &str| -> Result<PathBuf, Failure> {
        let path = args.path.as_deref().unwrap_or(Path::new(name));
        let folder = session.current_dir()?.join(path);
        if folder.exists() {
            return Err(Failure::new(format!("`{}` exists already", path.display()))
                .help("choose another folder: `--path DIR`"));
        }
        Ok(folder)
    };
    let registry = OnceCell::new();
    let linkface_at = |folder: &Path| {
        let at = linkface_at(args, session, folder)?;
        // Before there is something: afterwards the new packages are part of what is around them.
        let names = of_registry(&args.what, args.interface.is_some(), &at, session, folder)?;
        let _ = registry.set((at.clone(), names));
        Ok::<Where, Failure>(at)
    };
    let steps = match &args.what {
        What {
            facade: Some(name), ..
        } if args.default_provider => {
            let folder = folder(name)?;
            split::with_default(session, name, &folder, &linkface_at(&folder)?)?
        }
        What {
            facade: Some(name), ..
        } => {
            let folder = folder(name)?;
            facade::one(session, name, &folder, &linkface_at(&folder)?)?
        }
        What {
            app: Some(name), ..
        } => {
            let folder = folder(name)?;
            app::app(session, name, &folder, &linkface_at(&folder)?)?
        }
        What {
            plugin: Some(name), ..
        } => {
            let folder = folder(name)?;
            let at = linkface_at(&folder)?;
            match &args.interface {
                Some(interface) => {
                    let interface = session.current_dir()?.join(interface);
                    plugin::of_interface(session, name, &interface, &folder, &at)?
                }
                None => plugin::whole(session, name, &folder, &at)?,
            }
        }
        What {
            provider: Some(spec),
            ..
        } => {
            let facade = Facade::find(session.packages()?, spec)?;
            let default = format!("{}-provider", facade.package.name);
            let name = args.name.as_deref().unwrap_or(&default);
            let folder = folder(name)?;
            provider::provider(session, &facade, name, &folder, &linkface_at(&folder)?)?
        }
        // clap has seen to it that one of them is there.
        What { .. } => return Err(Failure::new("nothing to make: say what, `--facade NAME`")),
    };
    if let Some((Where::Version(version), names)) = registry.get()
        && !names.is_empty()
    {
        let names = names.join(" and ");
        session.shell().status(
            "Using",
            &format!(
                "{names} {version} of the registry: with `--linkface-path …/crates/linkface` it is that of a \
                 checkout"
            ),
        )?;
    }
    for (what, how) in steps {
        session.shell().status("Next", &format!("{what}: {how}"))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Where new packages have linkface from: where the packages around have it from, else the version
/// that this command belongs to.
fn linkface_at(args: &Args, session: &Session, folder: &Path) -> Result<Where, Failure> {
    let Some(path) = &args.linkface_path else {
        let known = if args.what.provider.is_some() {
            Where::of_linkface(session.packages()?, session)?
        } else {
            neighbours::linkface(session, folder)?
        };
        let version = env!("CARGO_PKG_VERSION");
        let compatible = Compat::of(version).map_or(version.to_owned(), |it| it.to_string());
        return Ok(known.unwrap_or(Where::Version(compatible)));
    };
    let folder = session.current_dir()?.join(path);
    let folder = folder
        .canonicalize()
        .map_err(|why| Failure::file("find linkface in", path, why))?;
    if !folder.join("Cargo.toml").is_file() {
        return Err(
            Failure::new(format!("there is no package in `{}`", path.display()))
                .help("name the folder of linkface itself: `--linkface-path …/crates/linkface`"),
        );
    }
    Ok(Where::Folder(folder))
}

/// The packages of linkface's that the new manifests take from the registry, and not from where the
/// workspace around them has them.
fn of_registry(
    what: &What,
    has_interface: bool,
    at: &Where,
    session: &Session,
    folder: &Path,
) -> Result<Vec<&'static str>, Failure> {
    if !matches!(at, Where::Version(_)) {
        return Ok(Vec::new());
    }
    let mut names = match what.plugin {
        Some(_) if has_interface => vec!["linkface-plugin"],
        Some(_) => vec!["linkface", "linkface-plugin"],
        None => vec!["linkface"],
    };
    let shared = manifest::shared_around(session, folder)?;
    names.retain(|name| !shared.iter().any(|known| known == name));
    Ok(names)
}

fn linkface(at: &Where, dev: bool) -> Needed {
    Needed {
        name: "linkface".to_owned(),
        from: at.clone(),
        dev,
        features: &[],
    }
}

/// `console@0.1`
fn key(name: &str, version: &str) -> Result<String, Failure> {
    let version = Compat::of(version)
        .map_err(|why| Failure::new(format!("cannot tell the version of `{name}`: {why}")))?;
    let name = name.to_owned();
    Ok(FacadeKey { name, version }.to_string())
}
