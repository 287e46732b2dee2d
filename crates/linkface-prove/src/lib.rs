//! Asserts in tests that a call is free.
//!
//! A [`Proof`] builds the program apart from what the project builds, reads its LLVM IR and its machine
//! code, and answers questions about one function: is a call of an item left, can it panic, can it
//! allocate? What was not seen is never proven.
//!
//! ```no_run
//! use linkface_prove::{Lto, Proof};
//!
//! #[test]
//! fn writing_costs_no_call() {
//!     Proof::of("app::greet")
//!         .through("console::write")
//!         .release()
//!         .lto(Lto::Fat)
//!         .no_call()
//!         .assert();
//! }
//!
//! #[test]
//! fn the_hot_loop_is_calm() {
//!     Proof::of("app::hot").release().no_panic().no_alloc().assert();
//! }
//! # fn main() {}
//! ```
//!
//! The function has to have code of its own: one that is inlined wherever it is called, has none.
//! `#[inline(never)]` keeps it.
//!
//! | module | holds |
//! |---|---|
//! | [`build`] | how IR gets out of a Cargo build, and how that compares with what is shipped |
//! | [`proof`] | questions about a function of a build |
//! | [`case`] | what a build gave, read once for any number of questions |
//! | [`outcome`] | the answers, and their text |
//! | [`evidence`] | what the linked program itself says |
//!
//! How the IR is judged is in [`linkface_ir::prove`], with what counts as a panic and as an allocation.
#![forbid(unsafe_code)]

/// The README's example compiles.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;

pub mod build;
pub mod case;
pub mod evidence;
pub mod outcome;
pub mod proof;

pub use build::{Build, Built, Crates, Error, Fidelity, Lto, Root, Stage, Talk, Unit, Units};
pub use case::Case;
pub use linkface_ir::prove::{Question, Verdict};
pub use outcome::Outcome;
pub use proof::Proof;
