//! A graph as a picture: one standalone SVG, for light and dark surroundings, whose text can be selected
//! and searched.
//!
//! Nobody knows with which fonts it will be shown, so columns get the room that the widest common
//! monospaced face needs. What colours say, words, labels or dashes say, too.

mod legend;
mod scene;

use super::graph::Graph;
use super::xml::escape;
pub use scene::{Picture, picture};

const MARGIN: i64 = 28;
/// From the top to the graph: title and legend.
const TOP: i64 = 84;

/// How much of each box is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Lines of a box, at most.
    pub lines: usize,
    /// Columns of a line, at most.
    pub columns: usize,
}

impl Options {
    /// All of a small graph, less of a large one, so that it stays a picture: what is left out is said,
    /// and shown when one points at it.
    #[must_use]
    pub fn fitting(graph: &Graph) -> Self {
        let (lines, columns) = match graph.nodes.len() {
            0..=40 => (40, 64),
            41..=100 => (16, 48),
            101..=250 => (8, 36),
            _ => (5, 30),
        };
        Self { lines, columns }
    }
}

/// Draws a graph. None if it has so many edges that nobody could look at it; see
/// [`layout`](super::layout::layout()).
#[must_use]
pub fn draw(graph: &Graph, options: Options) -> Option<String> {
    let picture = picture(graph, options)?;
    let legend = legend::draw(graph);
    let name = escape(&graph.name);
    let width = (picture.width + 2 * MARGIN).max(legend.width + 2 * MARGIN);
    let height = picture.height + TOP + MARGIN;
    let style = include_str!("svg/picture.css");
    let count = legend::count(graph);
    let (legend, body) = (legend.body, picture.body);
    Some(format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="group" aria-labelledby="title">
<title id="title">{name}</title>
<style>
{style}</style>
<rect class="paper" width="100%" height="100%"/>
<text class="title" x="{MARGIN}" y="34">{name}<tspan class="faint" dx="12">{count}</tspan></text>
{legend}<g transform="translate({MARGIN} {TOP})">
{body}</g>
</svg>
"#
    ))
}
