//! `cargo linkface`: which provider each program gets, and why.
#![forbid(unsafe_code)]

fn main() {}
