//! The default provider of `{{front}}`: used by programs that choose no other.
//!
//! Each implementation says `default`, so that any other provider replaces it.

use linkface::implement;
use std::io::Write as _;

linkface::provider!({{core_crate}});

/// To standard error, all of it.
#[implement({{core_crate}}::write, default)]
fn write(bytes: &[u8]) -> usize {
    match std::io::stderr().write_all(bytes) {
        Ok(()) => bytes.len(),
        Err(_) => 0,
    }
}
