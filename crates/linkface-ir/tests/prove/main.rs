//! Call edges and what follows from them, on small modules that are written by hand.

mod callers;
mod edges;
mod kit;
mod questions;
mod through;
