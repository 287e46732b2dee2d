//! `delegate!`, `#[delegate]` and `#[delegatable]`.

#![deny(warnings, clippy::pedantic, missing_docs, unreachable_pub)]
#![forbid(unsafe_code)]

mod article;
mod fields;
mod foreign;
mod functions;
mod generics;
mod inherent;
mod traits;
