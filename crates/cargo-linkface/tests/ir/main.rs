//! `cargo linkface ir`: what its commands say.

mod cfg;
mod bisect;
mod diff;
mod input;
#[path = "../command/kit.rs"]
#[allow(
    dead_code,
    reason = "each group of tests uses what it needs of the kit"
)]
mod kit;
mod step;
mod list;
mod show;
mod run;
mod prove;
