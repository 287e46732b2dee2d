//! What is wrong with who provides what: one file for each finding, with its explanation beside it.
//!
//! Rules decide nothing: the [`resolution`](crate::resolution) says who provides, a rule says what is
//! wrong with that and what to write instead.

mod candidates;
mod commands;
mod images;
pub(crate) mod items;
mod labels;
mod lf0001;
mod lf0002;
mod lf0003;
mod lf0004;
mod lf0005;
mod lf0006;
mod lf0007;
mod lf0008;
mod lf0009;
mod lf0010;
mod lf0011;
mod lf0012;
mod lf0013;
mod lf0014;
mod lf0015;
mod lf0016;
mod lf0017;
mod links;
mod plugins;
mod unlinked;
mod uses;
mod words;

use crate::finding::{Code, Finding};
use crate::manifest::profile::Aborting;
use crate::packages::Packages;
use crate::resolution::Resolution;
use std::collections::BTreeSet;

/// All that a rule may look at.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The packages, with what their manifests and their code say.
    pub packages: &'a Packages,
    /// Who gets what, in each configuration that was asked for.
    pub resolutions: &'a [Resolution],
    /// Linked files that were found, and what is undefined or defined twice in them.
    pub linked: &'a [Linked],
    /// The workspace's profiles with `panic = "abort"`.
    pub aborting: &'a [Aborting],
    /// The targets whose [flags](crate::packages::rustflags) say `-C prefer-dynamic`.
    pub dynamic: &'a [String],
}

/// What a linked file (program, cdylib, wasm module) says of our symbols.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linked {
    /// The file.
    pub file: std::path::PathBuf,
    /// The root it was linked from, if that is known: "bin `app`".
    pub root: Option<String>,
    /// Items that are used and that nothing in it defines.
    pub missing: Vec<linkface_symbol::Item>,
}

/// What every rule has: a number, a title, its long explanation, and the check.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its code.
    pub code: Code,
    /// In a few words: "no provider".
    pub title: &'static str,
    /// What, why, how to mend, an example: Markdown.
    pub explanation: &'static str,
    /// Finds.
    pub check: fn(Context<'_>) -> Vec<Finding>,
}

/// Every rule, in the order of codes.
pub static ALL: [Rule; Code::ALL.len()] = [
    lf0001::RULE,
    lf0002::RULE,
    lf0003::RULE,
    lf0004::RULE,
    lf0005::RULE,
    lf0006::RULE,
    lf0007::RULE,
    lf0008::RULE,
    lf0009::RULE,
    lf0010::RULE,
    lf0011::RULE,
    lf0012::RULE,
    lf0013::RULE,
    lf0014::RULE,
    lf0015::RULE,
    lf0016::RULE,
    lf0017::RULE,
];

impl Rule {
    /// The rule of a code.
    ///
    /// ```
    /// use linkface_graph::{finding::Code, rules::Rule};
    ///
    /// assert_eq!(Rule::of(Code::LF0001).title, "no provider");
    /// ```
    #[must_use]
    pub fn of(code: Code) -> &'static Self {
        // `ALL` is in the order of codes: a test says so.
        &ALL[code as usize]
    }
}

/// All findings of all rules, without those that the roots allow: each once, with the roots and
/// configurations that it holds for, in the order of file, line and code.
#[must_use]
pub fn run(context: Context<'_>) -> Vec<Finding> {
    let found = ALL.iter().flat_map(|rule| (rule.check)(context));
    let mut findings = merged(found.collect());
    findings.sort_by(|a, b| order(a).cmp(&order(b)));
    findings
}

/// One finding in place of several that say the same of different roots or configurations.
fn merged(findings: Vec<Finding>) -> Vec<Finding> {
    let mut merged: Vec<Finding> = Vec::new();
    for finding in findings {
        match merged
            .iter_mut()
            .find(|known| says_the_same(known, &finding))
        {
            Some(known) => {
                known.roots = union(&known.roots, finding.roots);
                known.configurations =
                    if known.configurations.is_empty() || finding.configurations.is_empty() {
                        Vec::new() // one of them holds for all
                    } else {
                        union(&known.configurations, finding.configurations)
                    };
            }
            None => merged.push(finding),
        }
    }
    merged
}

fn says_the_same(a: &Finding, b: &Finding) -> bool {
    (a.code, a.level, &a.message, &a.labels, &a.notes, &a.helps)
        == (b.code, b.level, &b.message, &b.labels, &b.notes, &b.helps)
}

fn union(known: &[String], more: Vec<String>) -> Vec<String> {
    let all: BTreeSet<String> = known.iter().cloned().chain(more).collect();
    all.into_iter().collect()
}

fn order(finding: &Finding) -> impl Ord {
    let label = finding.labels.first();
    let place = label.map(|label| label.place.clone());
    let key = label.and_then(|label| label.key.clone());
    (place, key, finding.code, finding.message.clone())
}
