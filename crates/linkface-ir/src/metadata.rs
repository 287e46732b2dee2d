//! `!0 = …`: debug locations, scopes and what else hangs off instructions.

use crate::model::value::Meta;
use crate::span::Span;
use rustc_hash::FxHashSet;

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
    /// The directory from which that path starts.
    pub directory: Option<&'a str>,
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
        let mut chain = Vec::new();
        let mut passed = FxHashSet::default();
        let mut next = Some(id);
        while let Some(id) = next.take().filter(|id| passed.insert(*id)) {
            let Some(node) = self.special(id, "DILocation") else {
                break;
            };
            let scope = node.node("scope");
            let file = scope.and_then(|scope| self.file_of(scope));
            chain.push(Location {
                line: node.number("line"),
                column: node.number("column"),
                file: file.and_then(|file| file.0),
                directory: file.and_then(|file| file.1),
                function: scope.and_then(|scope| self.function_of(scope)),
            });
            if chain.len() == LIMIT {
                break;
            }
            next = node.node("inlinedAt");
        }
        chain
    }

    /// The function of the source in which a scope (`!DISubprogram`, `!DILexicalBlock`) is.
    #[must_use]
    pub fn function_of(&self, scope: u32) -> Option<Subprogram<'a>> {
        let mut id = scope;
        for _ in 0..LIMIT {
            let node = Special::of(self.node(id)?)?;
            if node.name == "DISubprogram" {
                let file = node.node("file").and_then(|file| self.file(file));
                return Some(Subprogram {
                    id,
                    name: node.text("name").unwrap_or_default(),
                    linkage_name: node.text("linkageName"),
                    file: file.and_then(|file| file.0),
                    directory: file.and_then(|file| file.1),
                    line: node.number("line"),
                });
            }
            id = node.node("scope")?;
        }
        None
    }

    /// The names of the namespaces and types around a node with a `scope`, from the outside in: the first
    /// is the crate.
    #[must_use]
    pub fn scopes(&self, id: u32) -> Vec<&'a str> {
        let mut names = Vec::new();
        let mut next = self.special_any(id).and_then(|node| node.node("scope"));
        // A wrong file may have scopes that lie in each other.
        for _ in 0..LIMIT {
            let Some(node) = next.take().and_then(|id| self.special_any(id)) else {
                break;
            };
            if let Some(name) = node.text("name") {
                names.push(name);
            }
            next = node.node("scope");
        }
        names.reverse();
        names
    }

    /// The path and directory of the file of a scope.
    fn file_of(&self, scope: u32) -> Option<(Option<&'a str>, Option<&'a str>)> {
        let mut id = scope;
        for _ in 0..LIMIT {
            let node = self.special_any(id)?;
            if let Some(file) = node.node("file") {
                return self.file(file);
            }
            id = node.node("scope")?;
        }
        None
    }

    fn file(&self, id: u32) -> Option<(Option<&'a str>, Option<&'a str>)> {
        let node = self.special(id, "DIFile")?;
        Some((node.text("filename"), node.text("directory")))
    }

    fn special_any(&self, id: u32) -> Option<Special<'a>> {
        Special::of(self.node(id)?)
    }

    fn special(&self, id: u32, name: &str) -> Option<Special<'a>> {
        self.special_any(id).filter(|node| node.name == name)
    }
}

/// How long a chain of scopes or of calls may be. Metadata may go round in a circle.
const LIMIT: usize = 1000;

/// A node with named fields.
struct Special<'a> {
    name: &'a str,
    fields: Vec<(&'a str, Field<'a>)>,
}

impl<'a> Special<'a> {
    fn of(node: Node<'a>) -> Option<Self> {
        match node.kind {
            NodeKind::Special { name, fields } => Some(Self { name, fields }),
            _ => None,
        }
    }

    fn field(&self, name: &str) -> Option<&Field<'a>> {
        self.fields
            .iter()
            .find(|(field, _)| *field == name)
            .map(|(_, content)| content)
    }

    /// The number of this field; 0, as LLVM has it, if there is none.
    fn number(&self, name: &str) -> u32 {
        match self.field(name) {
            Some(Field::Number(digits)) => digits.parse().unwrap_or(0),
            _ => 0,
        }
    }

    fn text(&self, name: &str) -> Option<&'a str> {
        match self.field(name) {
            Some(Field::Text(text)) => Some(text),
            _ => None,
        }
    }

    fn node(&self, name: &str) -> Option<u32> {
        match self.field(name) {
            Some(Field::Meta(Meta::Node(id))) => Some(*id),
            _ => None,
        }
    }
}
