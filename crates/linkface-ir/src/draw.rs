//! Pictures: a graph of boxes laid out, in the terminal, as SVG, HTML and DOT.
//!
//! | module | holds |
//! |---|---|
//! | [`graph`] | what is drawn: boxes with text, and edges |
//! | [`control_flow`] | from a function to graphs |
//! | [`brief`] | instructions in one short line each |
//! | [`layout`](mod@layout) | where boxes and edges are |
//! | [`terminal`] | with characters |
//! | [`svg`] | as a picture |
//! | [`html`] | as a page with source and IR |
//! | [`dot`] | for Graphviz |
//! | [`measure`] | how much room a text needs |

pub mod brief;
pub mod control_flow;
pub mod dot;
pub mod graph;
pub mod html;
pub mod layout;
pub mod measure;
pub mod svg;
pub mod terminal;
mod xml;

pub use control_flow::ControlFlow;
