//! `delegate!`, `#[delegate]` and `#[delegatable]`.

#![deny(warnings, clippy::pedantic, missing_docs, unreachable_pub)]
#![forbid(unsafe_code)]

mod article;
mod conditions;
mod fields;
mod foreign;
mod functions;
mod generics;
mod hostile;
mod inherent;
mod macros;
mod names;
mod traits;
mod variants;
