//! From a description to bytes, while a crate is compiled.
//!
//! ```text
//! description = count:u32 node*             little-endian; the first node is what is described
//! node        = kind:u8 flags:u32 number:u64 size:u64 align:u64 text members:u16 member*
//! member      = text number:i128 node-index:u32
//! text        = length:u16 UTF-8
//! ```
//!
//! Nodes are numbered as they are met, breadth first: one description has one encoding.

use super::{Kind, Type, TypeRef, flag};

/// More types in one interface than anybody declares; const evaluation needs an end.
pub(super) const MOST: usize = 1024;

/// The nodes, in the order of their numbers.
struct Nodes {
    nodes: [TypeRef; MOST],
    count: usize,
}

impl Nodes {
    const fn of(root: TypeRef) -> Self {
        let mut this = Self {
            nodes: [root; MOST],
            count: 1,
        };
        let mut next = 0;
        while next < this.count {
            let ty = this.nodes[next].get();
            assert!(
                is_same_build(root.get()) || !is_same_build(ty),
                "an interface mentions one that is `same_build`: it has to be `same_build`, too"
            );
            let members = ty.members;
            let mut n = 0;
            while n < members.len() {
                this.add(members[n].ty);
                n += 1;
            }
            next += 1;
        }
        this
    }

    const fn add(&mut self, ty: TypeRef) {
        if self.find(ty.get().id) == self.count {
            assert!(
                self.count < MOST,
                "an interface reaches more than 1024 types: split it"
            );
            self.nodes[self.count] = ty;
            self.count += 1;
        }
    }

    /// The number of the node, or the count.
    const fn find(&self, id: u64) -> usize {
        let mut n = 0;
        while n < self.count && self.nodes[n].get().id != id {
            n += 1;
        }
        n
    }
}

const fn is_same_build(ty: &Type) -> bool {
    matches!(ty.kind, Kind::Interface) && ty.flags & flag::SAME_BUILD != 0
}

const fn node_len(ty: &Type) -> usize {
    let mut len = 1 + 4 + 8 + 8 + 8 + 2 + ty.name.len() + 2;
    let mut n = 0;
    while n < ty.members.len() {
        len += 2 + ty.members[n].name.len() + 16 + 4;
        n += 1;
    }
    len
}

/// How many bytes [`encode`] makes.
#[must_use]
pub const fn encoded_len(root: TypeRef) -> usize {
    let nodes = Nodes::of(root);
    let mut len = 4;
    let mut n = 0;
    while n < nodes.count {
        len += node_len(nodes.nodes[n].get());
        n += 1;
    }
    len
}

/// The bytes of a description; `N` is its [`encoded_len`].
///
/// # Panics
///
/// If `N` is another number.
#[must_use]
pub const fn encode<const N: usize>(root: TypeRef) -> [u8; N] {
    let nodes = Nodes::of(root);
    let mut out = Writer::<N> {
        bytes: [0; N],
        at: 0,
    };
    out.put(&(length(nodes.count, u32::MAX as usize) as u32).to_le_bytes());
    let mut n = 0;
    while n < nodes.count {
        let ty = nodes.nodes[n].get();
        out.put(&[ty.kind as u8]);
        out.put(&ty.flags.to_le_bytes());
        out.put(&ty.number.to_le_bytes());
        out.put(&ty.size.to_le_bytes());
        out.put(&ty.align.to_le_bytes());
        out.text(ty.name);
        out.put(&(length(ty.members.len(), u16::MAX as usize) as u16).to_le_bytes());
        let mut m = 0;
        while m < ty.members.len() {
            let member = &ty.members[m];
            out.text(member.name);
            out.put(&member.number.to_le_bytes());
            out.put(&(nodes.find(member.ty.get().id) as u32).to_le_bytes());
            m += 1;
        }
        n += 1;
    }
    assert!(out.at == N, "`N` is the description's `encoded_len`");
    out.bytes
}

const fn length(value: usize, most: usize) -> usize {
    assert!(
        value <= most,
        "a name or a list in an interface is too long"
    );
    value
}

struct Writer<const N: usize> {
    bytes: [u8; N],
    at: usize,
}

impl<const N: usize> Writer<N> {
    const fn put(&mut self, bytes: &[u8]) {
        let mut n = 0;
        while n < bytes.len() {
            self.bytes[self.at] = bytes[n];
            self.at += 1;
            n += 1;
        }
    }

    const fn text(&mut self, text: &str) {
        self.put(&(length(text.len(), u16::MAX as usize) as u16).to_le_bytes());
        self.put(text.as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::describe::Member;

    const fn interface(flags: u32, id: u64, members: &'static [Member]) -> Type {
        Type {
            name: "Api",
            flags,
            ..Type::converted(Kind::Interface, id, members)
        }
    }

    static SAME: Type = interface(flag::SAME_BUILD, 1, &[]);
    static OTHER: Type = interface(0, 2, &[]);

    #[test]
    fn an_interface_of_one_build_mentions_any() {
        static MENTIONS: [Member; 2] = [
            Member::nameless(0, TypeRef::new(&SAME)),
            Member::nameless(0, TypeRef::new(&OTHER)),
        ];
        static ROOT: Type = interface(flag::SAME_BUILD, 3, &MENTIONS);
        assert!(encoded_len(TypeRef::new(&ROOT)) > 0);
    }

    #[test]
    #[should_panic(expected = "it has to be `same_build`, too")]
    fn another_mentions_none_of_one_build() {
        static MENTIONS: [Member; 1] = [Member::nameless(0, TypeRef::new(&SAME))];
        static ROOT: Type = interface(0, 3, &MENTIONS);
        let _ = encoded_len(TypeRef::new(&ROOT));
    }
}
