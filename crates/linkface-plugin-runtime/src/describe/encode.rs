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
use crate::bytes::Writer;

/// More types in one interface than anybody declares; const evaluation needs an end.
pub(super) const MOST: usize = 4096;
/// Places in the table of nodes: twice as many, so that few have to be tried. A power of two.
const PLACES: usize = 8192;

/// The nodes, in the order of their numbers.
struct Nodes {
    all: [TypeRef; MOST],
    count: usize,
    /// By [`Type::id`]: a node's number and 1, at the first place that was free from the id's own on.
    /// Const evaluation of what takes long is refused (`long_running_const_eval`), so that looking at
    /// all nodes for each member would be too much for a big interface.
    places: [u16; PLACES],
}

impl Nodes {
    #[expect(
        clippy::large_stack_arrays,
        reason = "there is no stack in const evaluation"
    )]
    const fn of(root: TypeRef) -> Self {
        let mut this = Self {
            all: [root; MOST],
            count: 0,
            places: [0; PLACES],
        };
        this.number(root);
        let mut next = 0;
        while next < this.count {
            let ty = this.all[next].get();
            assert!(
                is_same_build(root.get()) || !is_same_build(ty),
                "an interface mentions one that is `same_build`: it has to be `same_build`, too"
            );
            let members = ty.members;
            let mut n = 0;
            while n < members.len() {
                this.number(members[n].ty);
                n += 1;
            }
            next += 1;
        }
        this
    }

    /// The number of a node, which it is given if it is a new one.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a hash's low bits; there are 4096 nodes at most"
    )]
    const fn number(&mut self, ty: TypeRef) -> usize {
        let mut place = ty.get().id as usize % PLACES;
        while self.places[place] != 0 {
            let number = self.places[place] as usize - 1;
            if is_same(self.all[number].get(), ty.get()) {
                return number;
            }
            place = (place + 1) % PLACES;
        }
        assert!(
            self.count < MOST,
            "an interface reaches more than 4096 types: split it"
        );
        self.all[self.count] = ty;
        self.count += 1;
        self.places[place] = self.count as u16;
        self.count - 1
    }
}

/// Whether two are one. An id says it, unless it is made of the same path in two versions of a crate,
/// or of two types in functions of one module: what is in them may differ then.
const fn is_same(one: &Type, other: &Type) -> bool {
    if one.id != other.id
        || one.kind as u8 != other.kind as u8
        || one.flags != other.flags
        || one.number != other.number
        || one.size != other.size
        || one.align != other.align
        || one.members.len() != other.members.len()
    {
        return false;
    }
    let mut n = 0;
    while n < one.members.len() {
        let (one, other) = (&one.members[n], &other.members[n]);
        if one.number != other.number
            || one.ty.get().id != other.ty.get().id
            || !is_same_text(one.name, other.name)
        {
            return false;
        }
        n += 1;
    }
    true
}

const fn is_same_text(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut n = 0;
    while n < one.len() {
        if one[n] != other[n] {
            return false;
        }
        n += 1;
    }
    true
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
        len += node_len(nodes.all[n].get());
        n += 1;
    }
    len
}

/// The bytes of a description; `N` is its [`encoded_len`].
///
/// # Panics
///
/// If `N` is another number.
#[expect(
    clippy::cast_possible_truncation,
    reason = "there are `MOST` nodes at most"
)]
#[must_use]
pub const fn encode<const N: usize>(root: TypeRef) -> [u8; N] {
    let mut nodes = Nodes::of(root);
    let mut out = Writer::<N>::new();
    out.put(&(nodes.count as u32).to_le_bytes());
    let mut n = 0;
    while n < nodes.count {
        let ty = nodes.all[n].get();
        out.put(&[ty.kind as u8]);
        out.put(&ty.flags.to_le_bytes());
        out.put(&ty.number.to_le_bytes());
        out.put(&ty.size.to_le_bytes());
        out.put(&ty.align.to_le_bytes());
        out.text(ty.name);
        out.len(ty.members.len());
        let mut m = 0;
        while m < ty.members.len() {
            let member = &ty.members[m];
            out.text(member.name);
            out.put(&member.number.to_le_bytes());
            out.put(&(nodes.number(member.ty) as u32).to_le_bytes());
            m += 1;
        }
        n += 1;
    }
    out.finish()
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
