//! Questions about a function of a build.

mod cache;

use crate::build::{Build, Crates, Error, Lto, Root, Stage, Talk, Units};
use crate::case::Case;
use crate::outcome::Outcome;
use linkface_ir::prove::{Path, Question, Refusal, Verdict};
use std::env;
use std::fmt;
use std::path::PathBuf;

/// What is claimed of a function, in a build.
///
/// Without questions [`Proof::check`] only says what became of the calls.
#[derive(Clone, Debug)]
#[must_use = "nothing is proven before `assert` or `check`"]
pub struct Proof {
    caller: String,
    through: Option<String>,
    questions: Vec<Question>,
    build: Build,
}

/// Why there is no outcome.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Failure {
    /// The program couldn't be built.
    Build(Error),
    /// It isn't clear which function is meant, or it has no code.
    Function(Refusal),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Build(why) => {
                why.fmt(f)?;
                if let Error::Unclear { choices, .. } = why
                    && !choices.is_empty()
                {
                    f.write_str("\nin a test: `.package(…)`, `.lib()`, `.bin(…)`, `.example(…)`")?;
                }
                Ok(())
            }
            Self::Function(why) => {
                why.fmt(f)?;
                let (word, paths) = match why {
                    Refusal::Ambiguous { paths, .. } => ("choose one of", paths),
                    Refusal::Missing { near, .. } => ("near are", near),
                };
                if !paths.is_empty() {
                    write!(f, "\n{word} `{}`", paths.join("`, `"))?;
                }
                if matches!(why, Refusal::Missing { before: true, .. }) {
                    f.write_str(
                        "\n`#[inline(never)]` on it keeps it, and whatever calls it must be used",
                    )?;
                } else if matches!(why, Refusal::Missing { .. }) {
                    f.write_str(
                        "\nwhat is small, generic or `#[inline]` in a library has code where it is \
                         used only: `#[inline(never)]` gives it code of its own",
                    )?;
                }
                Ok(())
            }
        }
    }
}

impl std::error::Error for Failure {}

impl Proof {
    /// About the function of this path, or of a path that ends with it: `app::main`, `Parser::next`.
    ///
    /// It is looked for in the package that is being tested; see [`Proof::manifest_path`].
    pub fn of(caller: impl Into<String>) -> Self {
        // Cargo says where the tested package is; where it doesn't, the current directory decides.
        let manifest =
            env::var_os("CARGO_MANIFEST_DIR").map(|dir| PathBuf::from(dir).join("Cargo.toml"));
        let build = Build {
            manifest,
            crates: Crates::All,
            lines: true,
            talk: Talk::Keep,
            ..Build::default()
        };
        Self::in_build(caller, build)
    }

    /// About a function of this very build, which should add line tables ([`Build::lines`]) and emit the
    /// IR of all crates ([`Build::crates`]).
    pub fn in_build(caller: impl Into<String>, build: Build) -> Self {
        Self {
            caller: caller.into(),
            through: None,
            questions: Vec::new(),
            build,
        }
    }

    /// Only of what goes through this item: a function, or an item that linkface joins with its
    /// implementation.
    pub fn through(mut self, item: impl Into<String>) -> Self {
        self.through = Some(item.into());
        self
    }

    /// No call is left in it: of the item, or, without one, of anything.
    pub fn no_call(self) -> Self {
        self.question(Question::NoCall)
    }

    /// No call through a pointer is left in it.
    pub fn no_indirect(self) -> Self {
        self.question(Question::NoIndirect)
    }

    /// It reaches no allocator.
    pub fn no_alloc(self) -> Self {
        self.question(Question::NoAlloc)
    }

    /// It reaches nothing that panics or aborts.
    pub fn no_panic(self) -> Self {
        self.question(Question::NoPanic)
    }

    /// This question.
    pub fn question(mut self, question: Question) -> Self {
        self.questions.push(question);
        self
    }

    /// With profile `release`.
    pub fn release(self) -> Self {
        self.profile("release")
    }

    /// With this profile; without it, `dev`.
    pub fn profile(mut self, name: impl Into<String>) -> Self {
        self.build.profile = name.into();
        self
    }

    /// With this link-time optimisation, whatever the profile says.
    pub fn lto(mut self, lto: Lto) -> Self {
        self.build.lto = Some(lto);
        self
    }

    /// Of the workspace or package with this manifest.
    pub fn manifest_path(mut self, path: impl Into<PathBuf>) -> Self {
        self.build.manifest = Some(path.into());
        self
    }

    /// Of this package of the workspace.
    pub fn package(mut self, name: impl Into<String>) -> Self {
        self.build.package = Some(name.into());
        self
    }

    /// Of this program of the package.
    pub fn bin(self, name: impl Into<String>) -> Self {
        self.root(Root::Bin(name.into()))
    }

    /// Of this example of the package.
    pub fn example(self, name: impl Into<String>) -> Self {
        self.root(Root::Example(name.into()))
    }

    /// Of the package's library. What is only inlined or generic has no code there.
    pub fn lib(self) -> Self {
        self.root(Root::Lib)
    }

    /// Of this target of the package.
    pub fn root(mut self, root: Root) -> Self {
        self.build.root = root;
        self
    }

    /// With these features.
    pub fn features<S: Into<String>>(mut self, features: impl IntoIterator<Item = S>) -> Self {
        self.build
            .features
            .extend(features.into_iter().map(Into::into));
        self
    }

    /// For this target triple.
    pub fn target(mut self, triple: impl Into<String>) -> Self {
        self.build.target = Some(triple.into());
        self
    }

    /// Compiles the root as one codegen unit, in one build: faster, but other code than what is shipped if
    /// that has several.
    pub fn one_unit(mut self) -> Self {
        self.build.units = Units::One;
        self
    }

    /// Puts what is compiled into this folder instead of the project's target folder.
    pub fn target_dir(mut self, dir: impl Into<PathBuf>) -> Self {
        self.build.target_dir = Some(dir.into());
        self
    }

    /// Builds, unless this process has built the same before, and answers.
    ///
    /// # Errors
    /// If the program can't be built, or if it isn't clear which function is meant.
    pub fn check(&self) -> Result<Outcome, Failure> {
        let before = cache::get(&self.unoptimised()).map_err(Failure::Build)?;
        let after = cache::get(&self.build).map_err(Failure::Build)?;
        let through = self.through.as_deref().map(Path::new);
        Case::with(&after.built, Some(&before.built), after.linked)
            .judge(&Path::new(&self.caller), through.as_ref(), &self.questions)
            .map_err(Failure::Function)
    }

    /// Checks, and panics with the report if not all of it is proven.
    ///
    /// # Panics
    /// If something is refuted, open, or can't be found out, or if nothing was asked: such a test could
    /// not fail.
    #[track_caller]
    pub fn assert(&self) {
        assert!(
            !self.questions.is_empty(),
            "nothing is asked of `{}`: add `.no_call()`, `.no_indirect()`, `.no_alloc()` or `.no_panic()`",
            self.caller
        );
        match self.check() {
            Ok(outcome) if outcome.verdict() == Verdict::Proven => {}
            Ok(outcome) => panic!("{outcome}"),
            Err(why) => panic!("nothing is proven of `{}`: {why}", self.caller),
        }
    }

    /// The same before LLVM's passes. It is the same for all kinds of link-time optimisation.
    fn unoptimised(&self) -> Build {
        Build {
            stage: Stage::Unoptimised,
            units: Units::One,
            lto: None,
            ..self.build.clone()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[should_panic(expected = "nothing is asked of `app::main`")]
    fn a_test_that_could_not_fail_fails() {
        Proof::of("app::main").release().assert();
    }

    #[test]
    fn a_root_that_is_not_clear_is_chosen_in_the_test() {
        let why = Failure::Build(Error::Unclear {
            message: "package `app` has several programs or libraries".to_owned(),
            choices: vec!["--lib".to_owned(), "--bin app".to_owned()],
        });
        let said = why.to_string();
        assert!(said.contains("`.lib()`, `.bin(…)`"), "{said}");
    }
}
