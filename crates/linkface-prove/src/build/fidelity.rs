//! How a build for IR compares with what is shipped, in words.

use super::code::{Comparison, FunctionCode};
use super::output::Output;
use super::select::Selected;
use super::{Build, Lto, Stage};
use serde::Serialize;
use std::fmt;

/// How a build for IR compares with what is shipped.
///
/// It says what was done, not what to think of it: [`Fidelity::is_exact`] holds only if nothing is known
/// that differs. `Display` writes all of it, one sentence on a line.
#[derive(Clone, Debug, Serialize)]
pub struct Fidelity {
    profile: String,
    opt_level: String,
    stage: Stage,
    lto: Option<Lto>,
    lto_given: bool,
    units_shipped: Option<usize>,
    units_built: Option<usize>,
    lines_added: bool,
    flags_added: Vec<String>,
    linked: bool,
    code: Option<Comparison>,
}

impl Fidelity {
    pub(super) fn new(build: &Build, selected: &Selected) -> Self {
        Self {
            profile: build.profile.clone(),
            opt_level: String::new(),
            stage: build.stage,
            lto: build.lto,
            lto_given: build.lto.is_some(),
            units_shipped: None,
            units_built: None,
            lines_added: build.lines,
            flags_added: build.rustc.clone(),
            linked: selected.linked,
            code: None,
        }
    }

    pub(super) fn optimised(&mut self, output: &Output) {
        self.opt_level.clone_from(&output.opt_level);
    }

    pub(super) fn lto(&mut self, lto: Option<Lto>) {
        self.lto = self.lto.or(lto);
    }

    pub(super) fn one_unit(&mut self) {
        self.units_built = Some(1);
    }

    pub(super) fn units(&mut self, shipped: usize, built: usize) {
        self.units_shipped = Some(shipped);
        self.units_built = Some(built);
    }

    pub(super) fn code(&mut self, code: Option<Comparison>) {
        self.code = code;
    }

    /// The profile's `opt-level`, as Cargo says it: `0`, `3`, `s`.
    #[must_use]
    pub fn opt_level(&self) -> &str {
        &self.opt_level
    }

    /// Before or after LLVM's passes.
    #[must_use]
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// Which link-time optimisation there was; none if it isn't known.
    #[must_use]
    pub fn link_time(&self) -> Option<Lto> {
        self.lto
    }

    /// As how many codegen units the root is shipped; none if that was not looked at.
    #[must_use]
    pub fn units_shipped(&self) -> Option<usize> {
        self.units_shipped
    }

    /// As how many codegen units the root was compiled for the IR.
    #[must_use]
    pub fn units_built(&self) -> Option<usize> {
        self.units_built
    }

    /// Whether the machine code of every function that is shipped is the same here, and was compared.
    /// There may be more functions here: ones that nothing uses.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.code.as_ref().is_some_and(Comparison::is_same)
    }

    /// How the machine code of one function compares, by its symbol; none if it was not compared.
    #[must_use]
    pub fn function(&self, symbol: &str) -> Option<FunctionCode> {
        Some(self.code.as_ref()?.function(symbol))
    }

    /// The functions whose machine code is not the one that is shipped, demangled: those with other
    /// instructions, those that only the shipped build has, and those that only this one has.
    #[must_use]
    pub fn differing(&self) -> Vec<&str> {
        let code = self.code.iter();
        let names = code.flat_map(|code| [&code.differ, &code.shipped, &code.built]);
        names.flatten().map(String::as_str).collect()
    }

    /// The one thing to say: how the machine code compares. None if there is nothing that could be
    /// other than expected: before optimisation, and without it. Functions are counted, not named.
    #[must_use]
    pub fn brief(&self) -> Option<String> {
        let plain = self.stage == Stage::Unoptimised || self.opt_level == "0";
        (!plain).then(|| self.code_sentence(&counted))
    }

    /// All of it, a sentence each.
    #[must_use]
    pub fn sentences(&self) -> Vec<String> {
        let mut out = Vec::new();
        let profile = &self.profile;
        match self.stage {
            Stage::Unoptimised => {
                out.push(format!(
                    "this is what rustc hands to LLVM with profile `{profile}`, before LLVM's passes; \
                     rustc's own inlining is done"
                ));
            }
            Stage::Optimised => {
                out.push(self.how());
                out.extend(self.units_sentence());
                out.push(self.code_sentence(&named));
            }
        }
        if self.lto_given && self.stage == Stage::Optimised {
            out.push(
                "link-time optimisation is as asked for, whatever the profile says".to_owned(),
            );
        }
        if !self.linked && matches!(self.lto, Some(Lto::Thin | Lto::Fat)) {
            out.push(
                "a library isn't linked: link-time optimisation of the program that uses it is not \
                 in this"
                    .to_owned(),
            );
        }
        if self.lines_added {
            out.push(
                "line tables are added to every crate; that puts a load of one byte into the C `main`, \
                 and changes nothing else"
                    .to_owned(),
            );
        }
        if !self.flags_added.is_empty() {
            let flags = self.flags_added.join(" ");
            out.push(format!("rustc got more flags than usual: {flags}"));
        }
        out
    }

    fn how(&self) -> String {
        let lto = match self.lto {
            Some(Lto::Off) => ", no link-time optimisation",
            Some(Lto::Local) => ", link-time optimisation within the crate",
            Some(Lto::Thin) => ", thin link-time optimisation",
            Some(Lto::Fat) => ", fat link-time optimisation",
            None => "",
        };
        let level = match &*self.opt_level {
            "" => String::new(),
            level => format!(", opt-level {level}"),
        };
        format!("profile `{}`{level}{lto}", self.profile)
    }

    fn units_sentence(&self) -> Option<String> {
        let count = |count: usize| match count {
            1 => "one codegen unit".to_owned(),
            count => format!("{count} codegen units"),
        };
        Some(match (self.units_shipped, self.units_built?) {
            (Some(1), 1) if self.lto == Some(Lto::Local) => {
                "one codegen unit, as shipped; rustc leaves out the link-time optimisation within the \
                 crate where it is asked for the IR of one unit"
                    .to_owned()
            }
            (Some(1), 1) => "one codegen unit, as shipped".to_owned(),
            (Some(shipped), built) if shipped == built => format!(
                "{built} codegen units, as shipped; which functions share one may differ, if the \
                 profile doesn't say how many there are"
            ),
            (Some(shipped), built) => {
                format!("{}; shipped as {}", count(built), count(shipped))
            }
            (None, 1) if self.opt_level == "0" => {
                "one codegen unit; without optimisation nothing depends on it".to_owned()
            }
            (None, built) => {
                format!(
                    "{}; as how many it is shipped was not looked at",
                    count(built)
                )
            }
        })
    }

    /// `tell` says of functions what they have in common.
    fn code_sentence(&self, tell: &dyn Fn(&[String], &str) -> String) -> String {
        let Some(code) = &self.code else {
            return "the machine code was not compared with what is shipped".to_owned();
        };
        let all = code.same + code.differ.len() + code.shipped.len();
        let mut parts = vec![if code.is_same() && all == 1 {
            "the machine code of its only function is the same as shipped".to_owned()
        } else if code.is_same() {
            format!("the machine code of all {all} functions is the same as shipped")
        } else {
            let same = code.same;
            format!("the machine code of {same} of {all} functions is the same as shipped")
        }];
        let differ: &[(&[String], &str)] = &[
            (&code.differ, "with other code"),
            (&code.shipped, "only in what is shipped"),
            (&code.built, "only in this build"),
        ];
        for (names, what) in differ {
            if !names.is_empty() {
                parts.push(tell(names, what));
            }
        }
        parts.join("; ")
    }
}

fn counted(names: &[String], what: &str) -> String {
    format!("{} {what}", names.len())
}

fn named(names: &[String], what: &str) -> String {
    format!("{what}: {}", some(names))
}

/// The first names, and how many more there are.
fn some(names: &[String]) -> String {
    const SHOWN: usize = 3;
    let shown: Vec<String> = names
        .iter()
        .take(SHOWN)
        .map(|name| format!("`{name}`"))
        .collect();
    match names.len().saturating_sub(SHOWN) {
        0 => shown.join(", "),
        more => format!("{} and {more} more", shown.join(", ")),
    }
}

impl fmt::Display for Fidelity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentences().join("\n"))
    }
}
