//! Which crates a program holds, what they declare and implement, and what follows: for `link!()`.
//!
//! | module | holds |
//! |---|---|
//! | `files` | the compiled crates, found through rustc's arguments |
//! | `program` | the crates, and how they depend on each other |
//! | `verdict` | who implements what, and what is wrong |
//! | `text` | what is wrong, in words |
//! | `manifest` | what manifests say of it |
//!
//! Nothing here knows tokens, so all of it is tested on its own.

mod files;
mod manifest;
mod program;
mod text;
mod verdict;

pub(crate) use files::{Blind, find};
pub(crate) use manifest::Manifest;
pub(crate) use program::Program;
pub(crate) use text::{Missing, Root, missing, refusals};
pub(crate) use verdict::{Grade, Verdict};
