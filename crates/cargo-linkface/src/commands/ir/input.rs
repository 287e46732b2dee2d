//! Where the IR comes from: a file, or a build of the package.

use super::text;
use crate::failure::Failure;
use crate::session::Session;
use crate::shell::Verbosity;
use clap::ValueEnum;
use linkface_prove::build::{Build, Built, Crates, Error, Fidelity, Lto, Root, Stage, Talk, Units};
use std::path::{Path, PathBuf};

/// Where the IR comes from.
#[derive(Clone, Debug, Default, clap::Args)]
#[group(id = "ir-input")]
#[command(next_help_heading = "Input")]
#[expect(clippy::struct_excessive_bools, reason = "Cargo has as many flags")]
pub(crate) struct Args {
    /// Read this file of LLVM IR, `-` for standard input, instead of building the package
    #[arg(long, value_name = "FILE.ll", conflicts_with_all = FOR_BUILDS)]
    pub(crate) file: Option<PathBuf>,

    /// Build the library
    #[arg(long, group = "ir-root")]
    lib: bool,
    /// Build this program
    #[arg(long, value_name = "NAME", group = "ir-root")]
    bin: Option<String>,
    /// Build this example
    #[arg(long, value_name = "NAME", group = "ir-root")]
    example: Option<String>,
    /// Build this test target
    #[arg(long, value_name = "NAME", group = "ir-root")]
    test: Option<String>,
    /// Build this bench target
    #[arg(long, value_name = "NAME", group = "ir-root")]
    bench: Option<String>,

    /// Build with the release profile
    #[arg(short, long, conflicts_with = "profile")]
    release: bool,
    /// Build with this profile; the default is `dev`
    #[arg(long, value_name = "PROFILE-NAME")]
    profile: Option<String>,
    /// Link-time optimisation, if it isn't to be as the profile has it
    #[arg(long, value_name = "WHEN")]
    lto: Option<LinkTime>,
    /// Take the IR as rustc hands it to LLVM, before LLVM's passes
    #[arg(long, visible_alias = "unoptimized")]
    unoptimised: bool,
    /// Take the IR of all that the package depends on, too
    #[arg(long)]
    all_crates: bool,
    /// Compile the package as one codegen unit: faster, but perhaps not the code that is shipped
    #[arg(long)]
    one_unit: bool,
}

/// What a file needs no words for.
const FOR_BUILDS: [&str; 7] = [
    "ir-root",
    "release",
    "profile",
    "lto",
    "unoptimised",
    "all_crates",
    "one_unit",
];

/// Link-time optimisation, in the words of Cargo's profiles.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum LinkTime {
    /// None at all.
    Off,
    /// Within each crate: what Cargo does if a profile says nothing, `lto = false`.
    Local,
    /// Between crates, unit by unit.
    Thin,
    /// The whole program as one unit.
    Fat,
}

/// One file of LLVM IR.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    /// What to call it: a path as people write it, or the codegen unit.
    pub(crate) name: String,
    /// Its text.
    pub(crate) text: String,
}

/// All that was read.
#[derive(Clone, Debug)]
#[allow(dead_code, reason = "which of it is needed depends on the command")]
pub(crate) struct Input {
    /// The IR; that of the root comes first.
    pub(crate) sources: Vec<Source>,
    /// The crate of the root, as paths name it; none if it is a file.
    pub(crate) krate: Option<String>,
    /// How the build compares with what is shipped; none if it is a file.
    pub(crate) fidelity: Option<Fidelity>,
}

/// Reads it.
pub(crate) fn read(args: &Args, session: &Session) -> Result<Vec<Source>, Failure> {
    Ok(input(args, session)?.sources)
}

/// Reads it, with what there is to know of it.
pub(crate) fn input(args: &Args, session: &Session) -> Result<Input, Failure> {
    if let Some(file) = &args.file {
        return Ok(Input {
            sources: vec![source(file)?],
            krate: None,
            fidelity: None,
        });
    }
    let build = build(args, session)?;
    let build = Build {
        // Without them an optimised function has no source beside it. Debug builds have more than these.
        lines: !matches!(&*build.profile, "dev" | "test"),
        ..build
    };
    Ok(sources(run(&build, session)?))
}

/// The IR of a build.
pub(crate) fn sources(built: Built) -> Input {
    let sources = built.units.into_iter().map(|unit| Source {
        name: unit.name,
        text: unit.text,
    });
    Input {
        sources: sources.collect(),
        krate: Some(built.krate),
        fidelity: Some(built.fidelity),
    }
}

/// What the flags say is to be built. `--file` isn't looked at.
pub(crate) fn build(args: &Args, session: &Session) -> Result<Build, Failure> {
    let flags = session.flags();
    let package = match &*flags.packages.package {
        // Not `--all`, Cargo's old word for it: here it is a flag of `list`, for all functions.
        [] if flags.packages.workspace => {
            return Err(Failure::new("LLVM IR is read of one package at a time")
                .help("name it with `-p` instead of `--workspace`"));
        }
        [] => None,
        [package] => Some(package.clone()),
        _ => return Err(Failure::new("LLVM IR is read of one package at a time")),
    };
    let target = match &*flags.target {
        [] => None,
        [target] => Some(target.clone()),
        _ => return Err(Failure::new("LLVM IR is read for one target at a time")),
    };
    let mut cargo = Vec::new();
    for (given, flag) in [
        (flags.locked, "--locked"),
        (flags.offline, "--offline"),
        (flags.frozen, "--frozen"),
        (flags.quiet, "--quiet"),
    ] {
        if given {
            cargo.push(flag.to_owned());
        }
    }
    if let Some(color) = flags.color {
        cargo.push(format!("--color={color}"));
    }
    Ok(Build {
        directory: None,
        manifest: flags.manifest.manifest_path.clone(),
        package,
        root: args.root(),
        profile: args.profile().to_owned(),
        features: flags.features.features.clone(),
        all_features: flags.features.all_features,
        no_default_features: flags.features.no_default_features,
        target,
        lto: args.lto.map(LinkTime::lto),
        stage: if args.unoptimised {
            Stage::Unoptimised
        } else {
            Stage::Optimised
        },
        units: if args.one_unit {
            Units::One
        } else {
            Units::AsShipped
        },
        crates: if args.all_crates {
            Crates::All
        } else {
            Crates::Root
        },
        cargo,
        target_dir: flags.target_dir.clone(),
        talk: Talk::Show,
        ..Build::default()
    })
}

/// Builds, with Cargo's progress on standard error, and says how it compares with what is shipped.
pub(crate) fn run(what: &Build, session: &Session) -> Result<Built, Failure> {
    let built = what.run().map_err(failure)?;
    let shell = session.shell();
    let all = match shell.verbosity() {
        Verbosity::Verbose => built.fidelity.sentences(),
        _ => built.fidelity.brief().into_iter().collect(),
    };
    for sentence in all {
        shell.status("Note", &sentence)?;
    }
    Ok(built)
}

/// Why there is no build.
pub(crate) fn failure(error: Error) -> Failure {
    match error {
        Error::Cargo { said, .. } if said.is_empty() => Failure::Reported,
        Error::Unclear { message, choices } => {
            Failure::new(message).helps((!choices.is_empty()).then(|| {
                let choices: Vec<String> =
                    choices.iter().map(|choice| format!("`{choice}`")).collect();
                format!("say which: {}", choices.join(", "))
            }))
        }
        Error::NoCargo { .. } => Failure::new(error.to_string())
            .help("install Cargo, or name it in the environment variable `CARGO`"),
        other => Failure::new(other.to_string()),
    }
}

impl Args {
    /// The profile: `dev` as with Cargo, if none is given.
    pub(crate) fn profile(&self) -> &str {
        match &self.profile {
            Some(profile) => profile,
            None if self.release => "release",
            None => "dev",
        }
    }

    /// Whether a profile is given.
    pub(crate) fn has_profile(&self) -> bool {
        self.release || self.profile.is_some()
    }

    fn root(&self) -> Root {
        let named = |name: &Option<String>, root: fn(String) -> Root| name.clone().map(root);
        named(&self.bin, Root::Bin)
            .or_else(|| named(&self.example, Root::Example))
            .or_else(|| named(&self.test, Root::Test))
            .or_else(|| named(&self.bench, Root::Bench))
            .unwrap_or(if self.lib { Root::Lib } else { Root::Only })
    }
}

impl LinkTime {
    fn lto(self) -> Lto {
        match self {
            Self::Off => Lto::Off,
            Self::Local => Lto::Local,
            Self::Thin => Lto::Thin,
            Self::Fat => Lto::Fat,
        }
    }
}

/// Reads a file.
pub(crate) fn source(file: &Path) -> Result<Source, Failure> {
    Ok(Source {
        name: file.display().to_string(),
        text: text::read(file)?,
    })
}
