//! How IR gets out of a Cargo build.
//!
//! [`Build`] says what to build, [`Build::run`] calls Cargo and gives back [`Built`]: the IR of the
//! root, and a [`Fidelity`] that says how this build compares with what is shipped. Nothing here prints
//! or exits; Cargo itself writes to standard error if [`Talk::Show`] lets it.
//!
//! Everything is compiled below the project's own `target/linkface-ir`, so that nothing the project has
//! built is touched, and no IR of an earlier build is read: what belongs to a build is decided by the
//! files that Cargo's JSON messages name, and by what rustc wrote after its last dep-info file.
//!
//! # What asking for IR changes
//!
//! Measured with rustc 1.95 on x86-64 Linux; the commands are in the README of this crate.
//!
//! * `--emit=llvm-ir` alone makes rustc compile the root as one codegen unit, whatever LTO is. A crate
//!   that is shipped as ten units is other code then: of 1512 functions of a sample, 602 had another size.
//! * `-C codegen-units=N --emit=llvm-ir` leaves N units, and one file for each. If the profile itself
//!   says N, the code is as shipped. If it says nothing, rustc first merges units until there are at most
//!   16, then the smallest ones; with a number it merges in another way. So with the number of the
//!   shipped build, a few functions lie in other units: 32 of the 1512 had another size.
//! * Asked for the IR of one unit, rustc leaves out the link-time optimisation within the crate.
//! * Line tables put a load of one byte into the C `main`, and change no other function.
//! * `-C save-temps` changes nothing. It leaves object files in which the two builds can be compared,
//!   function by function; that is what [`Fidelity`] does.
mod cargo;
mod code;
mod error;
mod fidelity;
mod host;
mod output;
mod select;

pub use code::FunctionCode;
pub use error::Error;
pub use fidelity::Fidelity;

use cargo::{Call, Wanted};
use code::Code;
use output::Output;
use rustc_hash::FxHasher;
use select::Selected;
use std::fs::{self, File};
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What to build, and how. [`Build::default`] is what `cargo build` would do in the current directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Build {
    /// Where Cargo runs: its configuration is looked for from here. None is the current directory.
    pub directory: Option<PathBuf>,
    /// `--manifest-path`.
    pub manifest: Option<PathBuf>,
    /// The package; needed if there are several.
    pub package: Option<String>,
    /// Which of the package's targets.
    pub root: Root,
    /// `dev`, `release`, or a profile of the project's own.
    pub profile: String,
    /// `--features`.
    pub features: Vec<String>,
    /// `--all-features`.
    pub all_features: bool,
    /// `--no-default-features`.
    pub no_default_features: bool,
    /// `--target`.
    pub target: Option<String>,
    /// Link-time optimisation, if it isn't to be as the profile has it.
    pub lto: Option<Lto>,
    /// Before or after LLVM's passes.
    pub stage: Stage,
    /// As how many codegen units the root is compiled.
    pub units: Units,
    /// Whose IR is wanted.
    pub crates: Crates,
    /// Adds line tables to every crate, so that instructions know where they come from.
    pub lines: bool,
    /// More arguments for the rustc that compiles the root.
    pub rustc: Vec<String>,
    /// More arguments for Cargo that all of its commands have: `--locked`, `--offline`, `--config …`.
    pub cargo: Vec<String>,
    /// `--target-dir`; none is what Cargo says.
    pub target_dir: Option<PathBuf>,
    /// Where Cargo's own words go.
    pub talk: Talk,
}

/// A target of a package: what is linked, or could be.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Root {
    /// The only program or library; `default-run` decides between programs.
    #[default]
    Only,
    /// The library.
    Lib,
    /// A program.
    Bin(String),
    /// An example.
    Example(String),
    /// A file of `tests/`.
    Test(String),
    /// A file of `benches/`.
    Bench(String),
}

/// Link-time optimisation, in the words of Cargo's profiles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Lto {
    /// `"off"`: none at all.
    Off,
    /// `false`: between the codegen units of one crate; Cargo's default.
    Local,
    /// `"thin"`: between crates, each unit for itself.
    Thin,
    /// `"fat"`: the whole program as one unit.
    Fat,
}

/// Before or after LLVM's passes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Stage {
    /// As machine code is made of it.
    #[default]
    Optimised,
    /// As rustc hands it to LLVM. What rustc does itself, inlining in MIR, is done.
    Unoptimised,
}

/// As how many codegen units the root is compiled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Units {
    /// As many as without asking for IR. Optimised code is compiled twice for it: as shipped, to count
    /// and to compare, then for the IR.
    #[default]
    AsShipped,
    /// One, in one build: faster, but other code than what is shipped.
    One,
}

/// Whose IR is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Crates {
    /// The root's: with everything generic and inline that it uses, and with thin or fat LTO with
    /// everything else.
    #[default]
    Root,
    /// The root's and that of all that it depends on, but the standard library.
    All,
}

/// Where Cargo's own words go: what it compiles, warnings, errors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Talk {
    /// Into [`Error::Cargo`] if it fails, else nowhere: for tests.
    #[default]
    Keep,
    /// To standard error: for commands.
    Show,
}

/// What a build gave.
#[derive(Clone, Debug)]
pub struct Built {
    /// The package of the root.
    pub package: String,
    /// The crate of the root, as paths name it.
    pub krate: String,
    /// The target of the root.
    pub root: Root,
    /// The IR, the root's units first.
    pub units: Vec<Unit>,
    /// What was linked: a program, or the files of a library.
    pub files: Vec<PathBuf>,
    /// The program, if the root is one.
    pub executable: Option<PathBuf>,
    /// How this compares with what is shipped.
    pub fidelity: Fidelity,
    /// The program's bytes, if it is to be asked what the IR has become: another build may write into the
    /// file as soon as this one is done.
    program: Option<Result<Arc<[u8]>, String>>,
    /// What rustc wrote for the root.
    written: Vec<PathBuf>,
}

/// The IR of one codegen unit.
#[derive(Clone, Debug)]
pub struct Unit {
    /// The crate, as paths name it.
    pub krate: String,
    /// What to call the unit: the crate, and a number if there are several.
    pub name: String,
    /// Where the IR is.
    pub file: PathBuf,
    /// The IR.
    pub text: String,
}

impl Default for Build {
    fn default() -> Self {
        Self {
            directory: None,
            manifest: None,
            package: None,
            root: Root::Only,
            profile: "dev".to_owned(),
            features: Vec::new(),
            all_features: false,
            no_default_features: false,
            target: None,
            lto: None,
            stage: Stage::Optimised,
            units: Units::AsShipped,
            crates: Crates::Root,
            lines: false,
            rustc: Vec::new(),
            cargo: Vec::new(),
            target_dir: None,
            talk: Talk::Keep,
        }
    }
}

impl Build {
    /// Builds it, and reads the IR.
    ///
    /// # Errors
    /// If Cargo can't be called or fails, if the root isn't clear, or if files can't be read.
    pub fn run(&self) -> Result<Built, Error> {
        let selected = select::select(self)?;
        let dir = self.dir(&selected);
        let _lock = lock(&dir)?;
        let session = Session {
            build: self,
            selected: &selected,
            dir: &dir,
        };
        match (self.stage, self.units) {
            (Stage::Unoptimised, _) => session.unoptimised(),
            (Stage::Optimised, Units::One) => session.one_unit(),
            (Stage::Optimised, Units::AsShipped) => session.as_shipped(),
        }
    }

    /// Builds it as it is shipped but for [`Build::rustc`], and gives what rustc itself wrote to standard
    /// error: dumps that `-C llvm-args` asked LLVM for. There is IR only if [`Build::rustc`] asks for it.
    ///
    /// rustc runs even if there is nothing to do, and works on one codegen unit at a time: several would
    /// write into each other's lines.
    ///
    /// # Errors
    /// As [`Build::run`].
    pub fn dump(&self) -> Result<(Built, String), Error> {
        let selected = select::select(self)?;
        let dir = self.dir(&selected);
        let _lock = lock(&dir)?;
        let session = Session {
            build: self,
            selected: &selected,
            dir: &dir,
        };
        let call = Call {
            rustc: &self.rustc,
            lines: self.lines,
            wanted: Wanted::Dump,
            ..Call::default()
        };
        let (output, said) = cargo::run(&session, call)?;
        let mut fidelity = Fidelity::new(self, &selected);
        fidelity.optimised(&output);
        let units = if output.has_ir() {
            output.units(&session)?
        } else {
            Vec::new()
        };
        Ok((session.built(output, units, fidelity), said))
    }

    /// Which program or library this would build: the package, and the target.
    ///
    /// # Errors
    /// If Cargo can't be called or fails, or if the root isn't clear.
    pub fn select(&self) -> Result<(String, Root), Error> {
        let selected = select::select(self)?;
        Ok((selected.package, selected.root))
    }

    /// Where it is compiled: apart from what the project builds, and apart for what Cargo would rebuild
    /// everything for.
    fn dir(&self, selected: &Selected) -> PathBuf {
        let mut hasher = FxHasher::default();
        (&self.profile, &self.features, self.all_features).hash(&mut hasher);
        (self.no_default_features, &self.target, self.lto).hash(&mut hasher);
        (self.crates, &self.cargo).hash(&mut hasher);
        let name = format!("{:016x}", hasher.finish());
        selected.target_dir.join("linkface-ir").join(name)
    }
}

/// One run, with what it is about.
#[derive(Clone, Copy, Debug)]
struct Session<'a> {
    build: &'a Build,
    selected: &'a Selected,
    dir: &'a Path,
}

impl Session<'_> {
    fn unoptimised(&self) -> Result<Built, Error> {
        let (output, _) = cargo::run(
            self,
            Call {
                rustc: &self.with_own(&["--emit=llvm-ir"]),
                everywhere: &["-Cno-prepopulate-passes", "-Ccodegen-units=1"],
                // Cargo's default: then symbols are those of the default profiles.
                lto: Some(Lto::Local),
                // Where the calls are written that optimisation lets lead elsewhere.
                lines: self.build.lines,
                wanted: Wanted::Ir,
            },
        )?;
        let units = output.units(self)?;
        let mut fidelity = Fidelity::new(self.build, self.selected);
        fidelity.optimised(&output);
        Ok(self.built(output, units, fidelity))
    }

    fn one_unit(&self) -> Result<Built, Error> {
        let (output, _) = self.emit(1, false)?;
        let units = output.units(self)?;
        let mut fidelity = Fidelity::new(self.build, self.selected);
        fidelity.optimised(&output);
        fidelity.one_unit();
        Ok(self.built(output, units, fidelity))
    }

    fn as_shipped(&self) -> Result<Built, Error> {
        if matches!(&*self.build.profile, "dev" | "test") {
            let built = self.one_unit()?;
            // Without optimisation nothing depends on what shares a unit.
            if built.fidelity.opt_level() == "0" {
                return Ok(built);
            }
        }
        let (shipped, _) = cargo::run(
            self,
            Call {
                rustc: &self.with_own(&["-Csave-temps"]),
                ..Call::default()
            },
        )?;
        let count = shipped.count().max(1);
        let lto = shipped.lto();
        let before = Code::read(&shipped.objects())?;
        shipped.shrink();
        let (output, _) = self.emit(count, true)?;
        let after = Code::read(&output.objects())?;
        output.shrink();
        let units = output.units(self)?;
        let mut fidelity = Fidelity::new(self.build, self.selected);
        fidelity.optimised(&output);
        fidelity.lto(lto);
        fidelity.units(count, output.count().max(1));
        fidelity.code(before.compare(&after));
        Ok(self.built(output, units, fidelity))
    }

    /// Asks for IR.
    fn emit(&self, units: usize, temporaries: bool) -> Result<(Output, String), Error> {
        let count = format!("-Ccodegen-units={units}");
        let mut flags = vec!["--emit=llvm-ir", &count];
        if temporaries {
            flags.push("-Csave-temps");
        }
        cargo::run(
            self,
            Call {
                rustc: &self.with_own(&flags),
                lines: self.build.lines,
                wanted: Wanted::Ir,
                ..Call::default()
            },
        )
    }

    /// The build's own arguments for rustc, then these.
    fn with_own(&self, flags: &[&str]) -> Vec<String> {
        let own = self.build.rustc.iter().cloned();
        own.chain(flags.iter().map(ToString::to_string)).collect()
    }

    fn built(&self, output: Output, units: Vec<Unit>, fidelity: Fidelity) -> Built {
        let wanted = self.build.lines && self.build.stage == Stage::Optimised;
        let program = output.executable.as_deref().filter(|_| wanted);
        Built {
            program: program.map(|file| {
                let bytes = fs::read(file).map_err(|why| why.to_string())?;
                Ok(bytes.into())
            }),
            package: self.selected.package.clone(),
            krate: self.selected.krate(),
            root: self.selected.root.clone(),
            units,
            written: output.written(),
            files: output.files,
            executable: output.executable,
            fidelity,
        }
    }
}

impl Built {
    /// The linked program, as it was when the build was done.
    pub(crate) fn program(&self) -> Result<Arc<[u8]>, String> {
        match (&self.program, &self.executable) {
            (Some(program), _) => program.clone(),
            (None, Some(file)) => fs::read(file)
                .map(Into::into)
                .map_err(|why| why.to_string()),
            (None, None) => Err("nothing was linked".to_owned()),
        }
    }

    /// Removes what rustc wrote for the root: of a build that nobody will ask for again. The program
    /// stays under the name that [`Built::executable`] has.
    pub fn forget(self) {
        for file in self.written {
            // What stays takes space, and nothing else.
            let _ = fs::remove_file(file);
        }
    }
}

/// Two builds in one folder at the same time would take each other's files for their own.
fn lock(dir: &Path) -> Result<File, Error> {
    let failed = |why| Error::file("lock", &dir.join("lock"), &why);
    fs::create_dir_all(dir).map_err(failed)?;
    let file = File::create(dir.join("lock")).map_err(failed)?;
    file.lock().map_err(failed)?;
    Ok(file)
}
