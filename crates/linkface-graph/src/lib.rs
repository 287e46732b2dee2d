//! Who declares, who implements, what follows: the façades and providers of a Cargo workspace.
//!
//! Data in, data out: nothing here prints, exits, spawns a process, reads a file or looks at the
//! environment. `cargo linkface` does that, and hands over what it read.
//!
//! | module | holds |
//! |---|---|
//! | [`facts`] | what the code of one crate declares and implements |
//! | [`scan`] | facts from source text |
//! | [`artifact`] | facts from compiled crates and linked files |
//! | [`manifest`] | `[package.metadata.linkface]` |
//! | [`packages`] | the packages, features and edges of one build, from `cargo metadata` |
//! | [`plugins`](mod@plugins) | which crates of the workspace export what to hosts |
//! | [`resolution`] | which provider each root gets, and why |
//! | [`rules`] | one file for each finding |
//! | [`finding`] | what a rule says |
//! | [`header`](mod@header) | a C header of a façade's C items |
//! | [`tree`] | what is linked into a root, each façade with its provider under it: drawings |
#![forbid(unsafe_code)]

pub mod artifact;
pub mod facts;
pub mod finding;
pub mod header;
pub mod manifest;
pub mod packages;
pub mod plugins;
pub mod resolution;
pub mod rules;
pub mod scan;
pub mod tree;
