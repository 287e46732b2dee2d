//! What every peer's case is made of: a *site*, the one function that makes the call.
//!
//! A case is measured from its site's first instruction to its last, with the callee's own work,
//! which is the same for all peers. The loop around it is the same for all, calls the site by pointer,
//! and is measured with sites that do nothing, so that it can be subtracted.

mod case;
mod program;
mod scenario;
mod work;

pub use case::{Case, EMPTY, bench_turns};
pub use program::program;
pub use scenario::Scenario;
pub use work::{mix, seen};
