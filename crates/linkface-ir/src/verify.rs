//! What LLVM would refuse: names defined twice, uses before definitions, phis that miss a predecessor.
//!
//! The rules are those of LLVM's reader and of its verifier, as far as they concern one function
//! ([LangRef, Well-Formedness](https://llvm.org/docs/LangRef.html#well-formedness)). What is a problem
//! here is one for LLVM too; LLVM knows more rules than these, above all about intrinsics, attributes
//! and metadata.
//!
//! ```
//! use linkface_ir::{Module, verify::verify};
//!
//! let text = "define i32 @twice(i32 %x) {\n  %r = add i32 %r, %x\n  ret i32 %r\n}\n";
//! let module = Module::new(text);
//! let function = module.function("twice").unwrap().parse();
//! let problems = verify(&function, Some(&module));
//! assert_eq!(problems[0].message, "`%r` is computed from itself");
//! assert_eq!(problems[0].span.of(text), "%r");
//! ```
//!
//! | file | holds |
//! |---|---|
//! | `context.rs` | what all rules share: places, types of registers |
//! | `names.rs` | names that are missing, taken, or of the wrong kind |
//! | `numbers.rs` | the order of unnamed values |
//! | `blocks.rs` | ends of blocks, the first block, what has to stand first in a block |
//! | `pads.rs` | where panics land |
//! | `phis.rs` | one value for each way into the block |
//! | `dominance.rs` | values exist where they are used |
//! | `results.rs` | the type of what an instruction makes |
//! | `operands.rs` | each value has the type that is written before it |
//! | `instructions.rs`, `casts.rs`, `memory.rs`, `aggregates.rs`, `calls.rs` | the types that each instruction takes |
//! | `lints.rs` | what LLVM accepts, and what can't be meant |

mod aggregates;
mod blocks;
mod calls;
mod casts;
mod context;
mod dominance;
mod instructions;
mod lints;
mod memory;
mod names;
mod numbers;
mod operands;
mod pads;
mod phis;
mod results;

use crate::model::{Function, Signature, Type};
use crate::module::Module;
use crate::problem::Problem;
use context::Check;
use rustc_hash::FxHashMap;

/// The most problems that are reported of one function: more are hardly read.
const LIMIT: usize = 100;

/// Verifies functions of one module: the module's types and functions are looked up once.
#[derive(Debug, Default)]
pub struct Verifier<'m> {
    text: Option<&'m str>,
    types: FxHashMap<&'m str, &'m Type<'m>>,
    declarations: FxHashMap<&'m str, &'m Signature<'m>>,
}

impl<'m> Verifier<'m> {
    /// For functions of `module`. Without one, places are whole instructions, and fields of named types
    /// are not looked into.
    #[must_use]
    pub fn new(module: Option<&'m Module<'_>>) -> Self {
        let Some(module) = module else {
            return Self::default();
        };
        let outline = module.outline();
        let types = outline.types.iter().map(|(name, ty)| (name.key(), ty));
        let declarations = outline.declarations.iter();
        Self {
            text: Some(module.text()),
            types: types.collect(),
            declarations: declarations
                .map(|declaration| (declaration.name.key(), declaration))
                .collect(),
        }
    }

    /// What LLVM would refuse in `function`, in the order of the text; the first hundred.
    ///
    /// What couldn't be read at all is in [`Function::problems`], not here.
    #[must_use]
    pub fn verify(&self, function: &Function<'_>) -> Vec<Problem> {
        let mut check = Check::new(self, function);
        check.numbers();
        check.names();
        check.blocks();
        check.pads();
        check.phis();
        check.dominance();
        check.instructions();
        let mut problems = check.problems;
        problems.sort_by_key(|problem| problem.span);
        problems.truncate(LIMIT);
        problems
    }

    /// What LLVM accepts, though it can't be meant: behaviour that is undefined whenever it matters.
    #[must_use]
    pub fn lints(&self, function: &Function<'_>) -> Vec<Problem> {
        let mut check = Check::new(self, function);
        check.lints();
        let mut problems = check.problems;
        problems.sort_by_key(|problem| problem.span);
        problems.truncate(LIMIT);
        problems
    }
}

/// What LLVM would refuse in `function`: see [`Verifier::verify`], which is faster for many functions
/// of one module.
#[must_use]
pub fn verify(function: &Function<'_>, module: Option<&Module<'_>>) -> Vec<Problem> {
    Verifier::new(module).verify(function)
}

/// What LLVM accepts in `function`, though it can't be meant: see [`Verifier::lints`].
#[must_use]
pub fn lints(function: &Function<'_>, module: Option<&Module<'_>>) -> Vec<Problem> {
    Verifier::new(module).lints(function)
}
