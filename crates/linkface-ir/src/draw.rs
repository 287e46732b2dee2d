//! Pictures: a graph of boxes laid out, in the terminal, as SVG, HTML and DOT.
//!
//! | module | holds |
//! |---|---|
//! | [`graph`] | what is drawn: boxes with text, and edges |
//! | [`layout`](mod@layout) | where boxes and edges are |
//! | [`svg`] | as a picture |
//! | [`dot`] | for Graphviz |
//! | [`measure`] | how much room a text needs |

pub mod dot;
pub mod graph;
pub mod layout;
pub mod measure;
pub mod svg;
mod xml;
