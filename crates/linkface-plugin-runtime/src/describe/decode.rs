//! From another image's bytes to a description.

use super::Kind;
use super::encode::MOST;
use crate::bytes::{Reader, Unreadable};
use core::fmt;

/// What another image says of an interface: its nodes, by number; the first is the interface.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Description {
    nodes: Vec<Node>,
}

/// A [`Type`](super::Type) that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// What it describes.
    pub kind: Kind,
    /// The bits in [`flag`](super::flag).
    pub flags: u32,
    /// As in [`Type`](super::Type).
    pub number: u64,
    /// In bytes; 0 for what is converted.
    pub size: u64,
    /// In bytes; 0 for what is converted.
    pub align: u64,
    /// Without a path.
    pub name: String,
    /// Fields, variants, methods, parameters, type arguments.
    pub members: Vec<Member>,
}

/// A part of a [`Node`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// As it is declared.
    pub name: String,
    /// A field's offset, a variant's discriminant.
    pub number: i128,
    /// The number of the node that it is.
    pub node: usize,
}

/// Why bytes are no description.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DecodeError {
    /// The bytes end too early.
    Truncated,
    /// There are bytes behind the end.
    TooLong,
    /// A name isn't text, or has characters that would command a terminal.
    NotText,
    /// There are more types than [`encode`](super::encode) ever writes.
    TooMany(u32),
    /// A kind that this version doesn't know.
    UnknownKind(u8),
    /// A member leads to a node that isn't there.
    NoSuchNode(u32),
    /// There is no node at all.
    Empty,
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Truncated => f.write_str("the description ends too early"),
            Self::TooLong => f.write_str("there are bytes behind the description"),
            Self::NotText => f.write_str("a name in the description is not text"),
            Self::TooMany(count) => {
                write!(f, "the description has {count} types, more than any has")
            }
            Self::UnknownKind(kind) => write!(
                f,
                "the description has a kind of type, {kind}, that this version of linkface-plugin \
                 doesn't know"
            ),
            Self::NoSuchNode(node) => {
                write!(
                    f,
                    "the description names a type, number {node}, that it doesn't have"
                )
            }
            Self::Empty => f.write_str("the description is empty"),
        }
    }
}

impl core::error::Error for DecodeError {}

impl From<Unreadable> for DecodeError {
    fn from(why: Unreadable) -> Self {
        match why {
            Unreadable::Truncated => Self::Truncated,
            Unreadable::NotText => Self::NotText,
        }
    }
}

impl Description {
    /// Reads what [`encode`](super::encode) wrote.
    ///
    /// # Errors
    ///
    /// If the bytes are anything else. Any bytes are safe to give.
    pub fn decode(bytes: &[u8]) -> Result<Self, DecodeError> {
        let mut reader = Reader { rest: bytes };
        let count = reader.u32()?;
        if count == 0 {
            return Err(DecodeError::Empty);
        }
        if count as usize > MOST {
            return Err(DecodeError::TooMany(count));
        }
        // No capacity from a number that could be anything.
        let mut nodes = Vec::new();
        for _ in 0..count {
            nodes.push(reader.node(count)?);
        }
        if !reader.rest.is_empty() {
            return Err(DecodeError::TooLong);
        }
        Ok(Self { nodes })
    }

    #[cfg(test)]
    pub(crate) fn of_nodes(nodes: Vec<Node>) -> Self {
        Self { nodes }
    }

    /// What is described.
    #[must_use]
    pub fn root(&self) -> &Node {
        &self.nodes[0]
    }

    /// The node that a member leads to.
    ///
    /// # Panics
    ///
    /// If `member` is of another description.
    #[must_use]
    pub fn node(&self, member: &Member) -> &Node {
        &self.nodes[member.node]
    }

    /// All nodes, by number.
    #[must_use]
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }
}

impl Node {
    /// Whether all bits of `flags` are set.
    #[must_use]
    pub fn is(&self, flags: u32) -> bool {
        self.flags & flags == flags
    }
}

impl Reader<'_> {
    fn node(&mut self, count: u32) -> Result<Node, DecodeError> {
        let [kind] = self.array()?;
        let kind = Kind::from_number(kind).ok_or(DecodeError::UnknownKind(kind))?;
        let (flags, number, size, align) = (self.u32()?, self.u64()?, self.u64()?, self.u64()?);
        let name = self.text()?;
        let members = (0..self.u16()?)
            .map(|_| {
                let name = self.text()?;
                let number = i128::from_le_bytes(self.array()?);
                let node = self.u32()?;
                if node >= count {
                    return Err(DecodeError::NoSuchNode(node));
                }
                let node = node as usize;
                Ok(Member { name, number, node })
            })
            .collect::<Result<_, _>>()?;
        Ok(Node {
            kind,
            flags,
            number,
            size,
            align,
            name,
            members,
        })
    }
}

impl Kind {
    fn from_number(number: u8) -> Option<Self> {
        const ALL: [Kind; 22] = [
            Kind::Primitive,
            Kind::Struct,
            Kind::Enum,
            Kind::Variant,
            Kind::Array,
            Kind::Ref,
            Kind::RefMut,
            Kind::Slice,
            Kind::SliceMut,
            Kind::Str,
            Kind::String,
            Kind::Vec,
            Kind::Box,
            Kind::Option,
            Kind::Result,
            Kind::Tuple,
            Kind::Closure,
            Kind::Future,
            Kind::Interface,
            Kind::Method,
            Kind::Opaque,
            Kind::Lent,
        ];
        ALL.into_iter().find(|kind| *kind as u8 == number)
    }
}
