//! What the macros write must work in scopes that they don't know, and leave no trace in the lints
//! of crates that forbid almost everything.

mod light;
mod lints;
mod scopes;
mod shared;
