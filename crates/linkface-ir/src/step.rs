//! The passes of the tutorial, one inspectable step at a time: unreachable code, SSA construction.

pub mod dce;
mod edit;
mod number;
mod plain;
pub mod ssa;

pub use plain::without_metadata;
