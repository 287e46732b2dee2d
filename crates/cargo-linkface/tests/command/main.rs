//! The real binary, on small workspaces.

mod answers;
mod colours;
mod compiled;
mod files;
mod flags;
mod garbage;
mod json;
mod kit;
mod names;
mod plugins;
mod programs;
mod tree;
