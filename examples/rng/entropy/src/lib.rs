//! A façade: random bytes. This half is for those who want some: the declaration from
//! `entropy-core`, and `entropy-os` for programs that choose no provider.
#![no_std]
#![forbid(unsafe_code)]

pub use entropy_core::{Error, fill};

// Links the default. It is default-grade, so another provider wins.
use entropy_os as _;
