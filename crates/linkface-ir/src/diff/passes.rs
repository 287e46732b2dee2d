//! What LLVM prints after each pass that changed something: `-print-changed=quiet`.
//!
//! rustc hands LLVM's options on: `-C llvm-args=-print-changed=quiet`. With
//! `-C llvm-args=-filter-print-funcs=SYMBOL` only one function is printed, with
//! `-C llvm-args=-print-loop-func-scope` all of it for passes over loops, too, and with
//! `-C llvm-args=-print-before=ee-instrument` once before all passes. [`FLAGS`] has all but the symbol.

use crate::module::Module;

/// LLVM's options for a dump that [`dumps`] reads, but for `-filter-print-funcs=SYMBOL`.
///
/// `ee-instrument` is the first pass over functions in every pipeline, and changes nothing where no
/// instrumentation is asked for.
pub const FLAGS: [&str; 3] = [
    "-print-changed=quiet",
    "-print-before=ee-instrument",
    "-print-loop-func-scope",
];

/// What was printed at one place of the pipeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dump<'t> {
    /// The pass, as its class is called: `InlinerPass`.
    pub pass: &'t str,
    /// Whether this is before the pass; else after it.
    pub before: bool,
    /// What the pass worked on: `[module]`, a function, `(…)` for functions that call each other,
    /// `loop %x in function f`.
    pub on: &'t str,
    /// The functions.
    pub text: &'t str,
}

/// Reads what was printed. Whatever else is in `text` is passed over.
#[must_use]
pub fn dumps(text: &str) -> Vec<Dump<'_>> {
    let mut found: Vec<(Dump<'_>, usize)> = Vec::new();
    let mut at = 0;
    let mut ends = Vec::new();
    for line in text.split_inclusive('\n') {
        if let Some(dump) = heading(line.trim_end()) {
            ends.push(at);
            found.push((dump, at + line.len()));
        }
        at += line.len();
    }
    ends.push(text.len());
    let ends = ends.into_iter().skip(1);
    found
        .into_iter()
        .zip(ends)
        .map(|((dump, start), end)| Dump {
            text: text.get(start..end).unwrap_or_default(),
            ..dump
        })
        // Machine code is printed in the same way.
        .filter(|dump| dump.text.lines().any(|line| line.starts_with("define ")))
        .collect()
}

/// `*** IR Dump After InlinerPass on (f) ***`, `; *** IR Dump Before SROAPass on f ***`.
fn heading(line: &str) -> Option<Dump<'_>> {
    let line = line.strip_prefix("; ").unwrap_or(line);
    let line = line.strip_prefix("*** IR Dump ")?.strip_suffix(" ***")?;
    let (before, line) = match line.strip_prefix("Before ") {
        Some(line) => (true, line),
        None => (false, line.strip_prefix("After ")?),
    };
    // Without `quiet` there are also `omitted because no change` and `filtered out`: nothing follows.
    let (pass, on) = line.split_once(" on ")?;
    let nothing = ["omitted because no change", "filtered out", "ignored"];
    let is_nothing = nothing.iter().any(|end| on.ends_with(end));
    (!is_nothing).then_some(Dump {
        pass,
        before,
        on,
        text: "",
    })
}

impl<'t> Dump<'t> {
    /// What is in it.
    #[must_use]
    pub fn module(&self) -> Module<'t> {
        Module::new(self.text)
    }

    /// What LLVM's options and `opt -passes=` call the pass: `inline`, `sroa`, `function-attrs`.
    #[must_use]
    pub fn name(&self) -> String {
        name(self.pass)
    }

    /// Whether people may mean this pass by `word`: its class, or its name, with or without hyphens.
    #[must_use]
    pub fn is(&self, word: &str) -> bool {
        let plain = |word: &str| {
            let letters = word.chars().filter(|letter| !matches!(letter, '-' | '_'));
            letters.collect::<String>().to_lowercase()
        };
        let word = plain(word);
        let class = plain(self.pass);
        word == plain(&self.name()) || word == class || class.strip_suffix("pass") == Some(&word)
    }
}

/// Passes whose name isn't their class in other letters
/// (`llvm/lib/Passes/PassRegistry.def` has the list).
const NAMES: &[(&str, &str)] = &[
    ("AlwaysInliner", "always-inline"),
    ("ArgumentPromotion", "argpromotion"),
    ("CorrelatedValuePropagation", "correlated-propagation"),
    ("DeadArgumentElimination", "deadargelim"),
    ("EarlyCSE", "early-cse"),
    ("EntryExitInstrumenter", "ee-instrument"),
    ("GlobalOpt", "globalopt"),
    ("GlobalDCE", "globaldce"),
    ("IndVarSimplify", "indvars"),
    ("InstCombine", "instcombine"),
    ("InstSimplify", "instsimplify"),
    ("Inliner", "inline"),
    ("InferFunctionAttrs", "inferattrs"),
    ("LoopFullUnroll", "loop-unroll-full"),
    ("LoopIdiomRecognize", "loop-idiom"),
    ("LoopSimplifyCFG", "loop-simplifycfg"),
    ("LowerExpectIntrinsic", "lower-expect"),
    ("MemCpyOpt", "memcpyopt"),
    ("MergedLoadStoreMotion", "mldst-motion"),
    ("PostOrderFunctionAttrs", "function-attrs"),
    ("ReversePostOrderFunctionAttrs", "rpo-function-attrs"),
    ("SimpleLoopUnswitch", "simple-loop-unswitch"),
    ("SimplifyCFG", "simplifycfg"),
    ("SLPVectorizer", "slp-vectorizer"),
    ("TailCallElim", "tailcallelim"),
];

fn name(class: &str) -> String {
    let class = class.strip_suffix("Pass").unwrap_or(class);
    if let Some((_, name)) = NAMES.iter().find(|(known, _)| *known == class) {
        return (*name).to_owned();
    }
    if class.chars().all(|letter| !letter.is_lowercase()) {
        return class.to_lowercase();
    }
    let mut name = String::new();
    for letter in class.chars() {
        if letter.is_uppercase() && !name.is_empty() {
            name.push('-');
        }
        name.extend(letter.to_lowercase());
    }
    name
}
