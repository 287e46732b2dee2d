//! What programs and plugins such as `{{plugin}}` know of each other.
//!
//! A program loads an implementor from a file; what is written against the trait serves linked and
//! loaded ones.
//!
//! ```
//! use {{crate}}::{Greeter, LoadedGreeter};
//!
//! struct Polite;
//! impl Greeter for Polite {
//!     fn greet(&mut self, whom: &str) -> String {
//!         format!("Good day, {whom}.")
//!     }
//! }
//!
//! let mut greeter = LoadedGreeter::new(Polite);
//! assert_eq!(greeter.greet("world"), "Good day, world.");
//! ```
#![forbid(unsafe_code)]

use linkface::interface;

/// Greets.
///
/// Methods that come later say so, `#[since(2)]`, and have a body: it runs for plugins that don't have
/// them yet.
#[interface(loadable = LoadedGreeter, version = 1)]
pub trait Greeter: Send {
    /// One greeting.
    fn greet(&mut self, whom: &str) -> String;
}
