//! `cargo linkface ir`: what its commands say.

mod bisect;
mod cfg;
mod diff;
mod input;
mod json;
#[path = "../command/kit.rs"]
#[allow(
    dead_code,
    reason = "each group of tests uses what it needs of the kit"
)]
mod kit;
mod list;
mod prove;
mod run;
mod show;
mod step;
