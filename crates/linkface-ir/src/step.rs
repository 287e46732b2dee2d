//! The passes of the tutorial, one inspectable step at a time: unreachable code, SSA construction.

pub mod dce;
mod edit;
mod number;
pub mod ssa;
