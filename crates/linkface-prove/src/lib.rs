//! Asserts in tests that a call is free.
#![forbid(unsafe_code)]

pub mod build;

pub use build::{Build, Built, Crates, Error, Fidelity, Lto, Root, Stage, Talk, Unit, Units};
