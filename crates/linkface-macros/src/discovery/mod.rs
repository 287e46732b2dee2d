//! Which crates a program holds, what they declare and implement, and what follows: for `link!()`.
//!
//! | module | holds |
//! |---|---|
//! | `files` | the compiled crates, found through rustc's arguments |
//! | `file_name`, `hash` | what the names of compiled files say |
//! | `metadata` | which crates a compiled crate was compiled with |
//! | `unread` | what couldn't be read |
//! | `program` | the crates, and how they depend on each other |
//! | `verdict` | who implements what, and what is wrong |
//! | `missing`, `refusal`, `words` | what is wrong, in words |
//! | `root` | who asks |
//! | `manifest` | what manifests say of it |
//!
//! Nothing here knows tokens, so all of it is tested on its own.

mod file_name;
mod files;
mod hash;
mod manifest;
mod metadata;
mod missing;
mod program;
mod refusal;
mod root;
mod unread;
mod verdict;
mod words;

pub(crate) use files::{Blind, find};
pub(crate) use manifest::Manifest;
pub(crate) use missing::{Missing, missing};
pub(crate) use program::Program;
pub(crate) use refusal::refusals;
pub(crate) use root::Root;
pub(crate) use verdict::{Grade, Verdict};
