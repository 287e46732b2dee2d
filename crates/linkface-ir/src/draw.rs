//! Pictures: a graph of boxes laid out, in the terminal, as SVG, HTML and DOT.
//!
//! ```
//! use linkface_ir::Module;
//! use linkface_ir::draw::terminal::{self, Charset, Options};
//! use linkface_ir::draw::{ControlFlow, svg};
//!
//! let text = "define i8 @f(i1 %c) {\na:\n  br i1 %c, label %b, label %b\nb:\n  ret i8 1\n}\n";
//! let module = Module::new(text);
//! let function = module.function("f").unwrap().parse();
//! let flow = ControlFlow::new(&module, &function);
//! let graph = flow.graph(&function, "f");
//!
//! let picture = svg::draw(&graph, svg::Options::fitting(&graph)).unwrap();
//! assert!(picture.starts_with("<svg "));
//!
//! let options = Options { width: 80, charset: Charset::Unicode };
//! let lines = terminal::draw(&graph, &flow.immediate_dominators(), options);
//! assert!(lines[0].plain().contains("─ %a ─"));
//! ```
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
