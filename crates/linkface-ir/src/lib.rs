//! LLVM IR as rustc writes it: read, verified, drawn, explained, compared, run.
//!
//! Data in, data out: nothing here prints, exits, spawns a process, reads a file or looks at the
//! environment. `cargo linkface ir` does that, and hands over what it read.
//!
//! ```
//! use linkface_ir::Module;
//!
//! let module = Module::new("define i32 @square(i32 %x) {\n  %1 = mul i32 %x, %x\n  ret i32 %1\n}\n");
//! let function = module.function("square").unwrap().parse();
//! assert_eq!(function.blocks().len(), 1);
//! assert_eq!(function.instructions().len(), 2);
//! assert!(function.problems().is_empty());
//! ```
//!
//! | module | holds |
//! |---|---|
//! | [`span`] | places in the text |
//! | [`lex`] | tokens |
//! | [`model`] | types, values, instructions, functions: what the text says |
//! | [`module`](mod@module) | one file: where its functions and other items are |
//! | [`metadata`] | `!0 = …`: debug locations, scopes and what else hangs off instructions |
//! | [`parse`] | from text to the model |
//! | [`print`](mod@print) | from the model to text, as LLVM writes it |
//! | [`verify`] | what LLVM would refuse: SSA form, types, numbers of unnamed values |
//! | [`cfg`](mod@cfg) | control flow, dominators, loops, blocks that only lead to `unreachable` |
//! | [`step`] | unreachable code eliminated, SSA form constructed, one step at a time |
//! | [`block_args`] | phi nodes as arguments of blocks |
//! | [`diff`] | two texts of one function, or one function after each pass, side by side |
//! | [`draw`] | graphs as pictures: in the terminal, SVG, HTML, DOT |
//! | [`explain`] | what each word means, and what an instruction does, in sentences |
//! | [`listing`] | a function as people read it: names demangled, the rest folded away |
//! | [`lookup`] | which function is meant by a path or the end of one; the census of all |
//! | [`prove`] | what became of each call, and what is proven of a function's calls |
//! | [`run`] | an interpreter with poison and undefined behaviour |
//! | [`problem`] | what is wrong with the text, and what to write instead |
#![forbid(unsafe_code)]

/// The README's example runs.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;

pub mod block_args;
pub mod cfg;
pub mod diff;
pub mod draw;
pub mod explain;
pub mod lex;
pub mod listing;
pub mod lookup;
pub mod metadata;
pub mod model;
pub mod module;
pub mod parse;
pub mod print;
pub mod problem;
pub mod prove;
pub mod run;
pub mod span;
pub mod step;
pub mod verify;

pub use model::Function;
pub use module::Module;
