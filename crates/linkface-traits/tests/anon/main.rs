//! Anonymous impls, run: every form, every rule, every kind of method.
#![deny(warnings, clippy::pedantic, missing_docs, unreachable_pub)]
#![forbid(unsafe_code)]
#![allow(
    clippy::clone_on_copy,
    clippy::elidable_lifetime_names,
    clippy::iter_nth_zero,
    clippy::trivially_copy_pass_by_ref,
    clippy::used_underscore_binding,
    clippy::items_after_statements,
    clippy::let_and_return,
    clippy::match_single_binding,
    clippy::needless_arbitrary_self_type,
    clippy::never_loop,
    clippy::redundant_closure_call,
    clippy::redundant_pattern,
    reason = "what is written in odd ways here is written so to be tested"
)]

mod annotated;
mod article;
mod captures;
mod hostile;
mod methods;
mod objects;
mod rewriting;
mod traits;
mod unseen;
