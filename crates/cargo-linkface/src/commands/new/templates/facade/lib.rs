//! What programs need of `{{name}}`, and leave to a provider: a façade.
//!
//! Libraries depend on this crate alone, and call its items. A provider implements them; the program
//! chooses the provider by depending on it.
//!
//! ```
//! // A provider, in a crate of its own:
//! #[linkface::implement({{crate}}::write)]
//! fn write(bytes: &[u8]) -> usize {
//!     bytes.len()
//! }
//!
//! // A library, or the program:
//! fn main() {
//!     assert_eq!({{crate}}::write(b"hello"), 5);
//!     assert_eq!({{crate}}::prefix(), "> ");
//! }
//! ```
#![no_std]

use linkface::interface;

/// Writes as much of `bytes` as there is room for; returns how many that was.
#[interface{{default}}]
pub fn write(bytes: &[u8]) -> usize;

/// What stands before each line. With a provider that doesn't say, this one.
#[interface]
pub fn prefix() -> &'static str {
    "> "
}
