//! What is drawn: boxes with text, and edges between them. Nothing here knows LLVM.

/// Boxes and edges.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Graph {
    /// What it is of: the demangled name of a function.
    pub name: String,
    /// The boxes; the first one is where everything begins.
    pub nodes: Vec<Node>,
    /// The edges, in the order in which they are written.
    pub edges: Vec<Edge>,
}

/// A box.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Node {
    /// Its name: `%bb3`.
    pub title: String,
    /// What it is, as words and colours say it.
    pub marks: Vec<Mark>,
    /// What is in it.
    pub lines: Vec<Line>,
}

/// A line of text in a box.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The text.
    pub text: String,
    /// All of it, if `text` is shortened; shown when one points at it.
    pub full: String,
    /// The position of its instruction in the function, if it is one.
    pub instruction: Option<u32>,
}

impl Line {
    /// Of this text, all of it.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        Self {
            full: text.clone(),
            text,
            instruction: None,
        }
    }
}

/// What a box is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mark {
    /// Where everything begins.
    Entry,
    /// Where a loop begins.
    LoopHeader,
    /// Where the function returns.
    Return,
    /// Where a panic goes on, or comes in.
    Unwind,
    /// It only leads to `unreachable`.
    Doomed,
    /// Nothing leads here.
    Unreached,
    /// It is in one of two versions only, or changed between them.
    Changed,
}

impl Mark {
    /// In words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Entry => "entry",
            Self::LoopHeader => "loop",
            Self::Return => "return",
            Self::Unwind => "unwinding",
            Self::Doomed => "only leads to unreachable",
            Self::Unreached => "never reached",
            Self::Changed => "changed",
        }
    }

    /// In one word, for styles and programs.
    #[must_use]
    pub fn class(self) -> &'static str {
        match self {
            Self::Entry => "entry",
            Self::LoopHeader => "loop",
            Self::Return => "return",
            Self::Unwind => "unwind",
            Self::Doomed => "doomed",
            Self::Unreached => "unreached",
            Self::Changed => "changed",
        }
    }
}

impl Node {
    /// Whether it is that.
    #[must_use]
    pub fn is(&self, mark: Mark) -> bool {
        self.marks.contains(&mark)
    }

    /// What it is, in words: `entry, loop`.
    #[must_use]
    pub fn words(&self) -> String {
        let words: Vec<_> = self.marks.iter().map(|mark| mark.words()).collect();
        words.join(", ")
    }
}

/// An edge.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edge {
    /// From this box.
    pub from: usize,
    /// To this one.
    pub to: usize,
    /// When it is taken.
    pub kind: EdgeKind,
    /// What stands beside it: `true`, `1, 2`, `else`. May be empty.
    pub label: String,
}

/// When an edge is taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EdgeKind {
    /// Always, or whenever something returns.
    #[default]
    Plain,
    /// If a condition is true.
    True,
    /// If a condition is false.
    False,
    /// If a value is one of some.
    Case,
    /// If it is none of them.
    Default,
    /// If a call panics.
    Unwind,
    /// It isn't taken: the one box dominates the other.
    Dominates,
}

impl EdgeKind {
    /// In one word, for styles and programs.
    #[must_use]
    pub fn class(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::True => "true",
            Self::False => "false",
            Self::Case => "case",
            Self::Default => "default",
            Self::Unwind => "unwind",
            Self::Dominates => "dominates",
        }
    }
}

impl Graph {
    /// The edges whose ends exist: all, unless it was put together wrongly.
    pub fn sound_edges(&self) -> impl Iterator<Item = (usize, &Edge)> {
        let count = self.nodes.len();
        self.edges
            .iter()
            .enumerate()
            .filter(move |(_, edge)| edge.from < count && edge.to < count)
    }

    /// The edges that leave each box: indices into [`Graph::edges`].
    #[must_use]
    pub fn leaving(&self) -> Vec<Vec<usize>> {
        let mut leaving = vec![Vec::new(); self.nodes.len()];
        for (index, edge) in self.sound_edges() {
            leaving[edge.from].push(index);
        }
        leaving
    }
}
