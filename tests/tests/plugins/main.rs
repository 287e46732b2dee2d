//! Interfaces that are loaded: hosts and plugins, built and run.

mod checked;
mod derived;
mod exported;
mod hostile;
mod hosting;
mod same_build;
mod threads;
mod toolchains;
mod types;
