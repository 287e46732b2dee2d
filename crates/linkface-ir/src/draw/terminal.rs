//! Graphs for terminals: boxes and arrows while they fit, else a list.
//!
//! | module | holds |
//! |---|---|
//! | [`text`] | lines with styles, which somebody else makes colours of |
//! | [`boxes`] | boxes and arrows |
//! | [`list`] | one line for each box |
//! | [`tree`] | the dominator tree |

pub mod boxes;
mod grid;
pub mod list;
pub mod text;
pub mod tree;

use super::graph::Graph;
use text::{Line, Style};

/// How to draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Columns of the terminal.
    pub width: usize,
    /// With which characters.
    pub charset: Charset,
}

/// Which characters a drawing is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Charset {
    /// `┌─┐`
    #[default]
    Unicode,
    /// `+-+`
    Ascii,
}

impl Charset {
    /// What terminals with this locale can show. Without one nobody has said that they couldn't.
    #[must_use]
    pub fn of_locale(locale: Option<&str>) -> Self {
        let utf8 = locale.is_none_or(|locale| {
            let locale = locale.to_ascii_lowercase();
            locale.contains("utf-8") || locale.contains("utf8")
        });
        if utf8 { Self::Unicode } else { Self::Ascii }
    }
}

/// Boxes and arrows if they fit into the width, with shorter lines if need be; else the list.
#[must_use]
pub fn draw(graph: &Graph, dominators: &[Option<usize>], options: Options) -> Vec<Line> {
    boxes::draw(graph, options).unwrap_or_else(|| {
        let mut lines = list::draw(graph, dominators, options);
        let mut hint = Line::default();
        hint.add(
            Style::Faint,
            "boxes and arrows don't fit: `--svg FILE` and `--html FILE` draw them",
        );
        lines.extend([Line::default(), hint]);
        lines
    })
}
