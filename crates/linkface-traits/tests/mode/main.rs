//! `#[mode]`: who can call what, and how.

#![deny(warnings, clippy::pedantic, missing_docs, unreachable_pub)]
#![forbid(unsafe_code)]

mod article;
mod default;
mod external;
mod hostile;
mod internal;
mod migration;
mod shared;
