//! Asserts in tests that a call is free.
#![forbid(unsafe_code)]
