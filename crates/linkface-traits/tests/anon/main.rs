//! Anonymous impls, run: every form, every rule, every kind of method.
#![deny(warnings, clippy::pedantic, missing_docs, unreachable_pub)]
#![forbid(unsafe_code)]

mod article;
mod captures;
mod traits;
