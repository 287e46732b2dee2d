//! Facts from compiled crates and linked files.
//!
//! | module | holds |
//! |---|---|
//! | `compiled` | `.rlib` and `.rmeta`: what a crate declares and implements, exactly |
//! | `linked` | programs, shared objects, wasm modules: what is in them, and what isn't |

mod compiled;
mod linked;

pub use compiled::facts;
pub use linked::{FileError, LinkedFile, missing};
