//! Control flow: against the definitions, on graphs of every shape.

mod dominators;
mod graph;
mod loops;
mod scale;
