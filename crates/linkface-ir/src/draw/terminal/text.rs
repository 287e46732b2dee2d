//! Lines of a drawing, with styles.

use super::Charset;
use crate::draw::graph::{EdgeKind, Mark, Node};
use crate::draw::measure::printable;

/// Text in one style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// What it is.
    pub style: Style,
    /// Without control characters.
    pub text: String,
}

/// What a text is, for whoever gives it a colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Style {
    /// Instructions.
    #[default]
    Plain,
    /// The name of a box.
    Name,
    /// The name of the box where everything begins.
    Entry,
    /// The name of a box where a loop begins.
    Loop,
    /// The name of a box where the function returns.
    Return,
    /// The name of a box that changed.
    Changed,
    /// Borders, counts, boxes that only lead to `unreachable`.
    Faint,
    /// An edge that is taken if a condition is true.
    True,
    /// An edge that is taken if a condition is false.
    False,
    /// An edge of a `switch`.
    Case,
    /// Any other edge.
    Edge,
    /// An edge that is taken if a call panics.
    Unwind,
}

impl Style {
    /// Of an edge.
    #[must_use]
    pub fn of_edge(kind: EdgeKind) -> Self {
        match kind {
            EdgeKind::Plain | EdgeKind::Dominates => Self::Edge,
            EdgeKind::True => Self::True,
            EdgeKind::False => Self::False,
            EdgeKind::Case | EdgeKind::Default => Self::Case,
            EdgeKind::Unwind => Self::Unwind,
        }
    }

    /// Of a box's name.
    #[must_use]
    pub fn of_node(node: &Node) -> Self {
        let styles = [
            (Mark::Changed, Self::Changed),
            (Mark::Doomed, Self::Faint),
            (Mark::Unreached, Self::Faint),
            (Mark::LoopHeader, Self::Loop),
            (Mark::Return, Self::Return),
            (Mark::Entry, Self::Entry),
        ];
        let own = styles.into_iter().find(|(mark, _)| node.is(*mark));
        own.map_or(Self::Name, |(_, style)| style)
    }
}

/// A line of a drawing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line(pub Vec<Span>);

impl Line {
    /// Without styles.
    #[must_use]
    pub fn plain(&self) -> String {
        self.0.iter().map(|span| span.text.as_str()).collect()
    }

    pub(super) fn add(&mut self, style: Style, text: &str) {
        if text.is_empty() {
            return;
        }
        let text = printable(text);
        match self.0.last_mut() {
            Some(last) if last.style == style => last.text += &text,
            _ => self.0.push(Span {
                style,
                text: text.into_owned(),
            }),
        }
    }

    /// In these characters.
    pub(super) fn spelled(mut self, charset: Charset) -> Self {
        if charset == Charset::Ascii {
            for span in &mut self.0 {
                span.text = span.text.chars().map(ascii).collect();
            }
        }
        self
    }
}

/// The ASCII character that looks most like one of ours.
fn ascii(character: char) -> char {
    match character {
        '│' | '┆' => '|',
        '─' | '┄' => '-',
        '┌' | '┐' | '└' | '┘' | '├' | '┤' | '┬' | '┴' | '┼' => '+',
        '▼' | '↓' => 'v',
        '↑' => '^',
        '→' | '›' => '>',
        '·' | '⋮' => ':',
        '…' => '~',
        other if other.is_ascii() => other,
        _ => '?',
    }
}

/// What boxes are, in few words: `loop, return`. Entry and panics need none in some drawings.
pub(super) fn words(node: &Node) -> String {
    let words: Vec<_> = node.marks.iter().map(|mark| short(*mark)).collect();
    words.join(", ")
}

fn short(mark: Mark) -> &'static str {
    match mark {
        Mark::Doomed => "dead end",
        Mark::Unwind => "unwinding",
        mark => mark.words(),
    }
}

/// What the words mean that aren't plain.
pub(super) fn legend<'g>(nodes: impl IntoIterator<Item = &'g Node>) -> Option<Line> {
    let doomed = nodes.into_iter().any(|node| node.is(Mark::Doomed));
    doomed.then(|| {
        let mut line = Line::default();
        line.add(Style::Faint, "dead end: only leads to `unreachable`");
        line
    })
}
