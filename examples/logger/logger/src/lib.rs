//! The façade: libraries log through it, the program says how much and where to.
//!
//! * [`MAX_LEVEL`] must be implemented: how much is said in this program at all.
//! * [`sink`] may be implemented by a provider: it takes the records. If none does, they go nowhere.
#![no_std]

mod macros;
mod record;

pub use record::{Level, Record};

use linkface::interface;

/// The most talkative level of this program.
///
/// It is a static and has no default, so that link-time optimisation sees its value: then calls of
/// more talkative levels are not in the program.
#[interface]
pub static MAX_LEVEL: Level;

/// Where records go. One provider implements all of it.
#[interface]
pub mod sink {
    use crate::{Level, Record};

    /// Takes a record. Called by the macros, for records that are [`enabled`].
    pub fn log(record: &Record<'_>) {
        // Nobody listens.
        let _ = record;
    }

    /// Whether a record of that level and target would be looked at.
    pub fn enabled(level: Level, target: &str) -> bool {
        let _ = (level, target);
        true
    }

    /// Writes out what is buffered.
    pub fn flush() {}
}
