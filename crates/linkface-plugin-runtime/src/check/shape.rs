//! Types as they are written: how far two are the same, down to the named types in them.

use super::walk::{Pair, Walk};
use crate::describe::Kind;

/// As deep as anybody writes a type.
const MOST_DEEP: u32 = 64;

impl Walk<'_> {
    /// Whether both are built alike, and the named types that have to be compared then. The error is
    /// the first place where they aren't.
    pub(super) fn shape(
        &mut self,
        pair: Pair,
        named: &mut Vec<Pair>,
        depth: u32,
    ) -> Result<(), Pair> {
        let [a, b] = self.nodes(pair);
        if depth == MOST_DEEP || a.kind != b.kind || a.name != b.name {
            return Err(pair);
        }
        match a.kind {
            Kind::Struct | Kind::Enum | Kind::Interface => {
                named.push(pair);
                return Ok(());
            }
            // No types.
            Kind::Method | Kind::Variant => return Err(pair),
            _ => {}
        }
        let same = (a.flags, a.number, a.size, a.align) == (b.flags, b.number, b.size, b.align)
            && a.members.len() == b.members.len();
        if !same {
            return Err(pair);
        }
        let last = a.members.len().saturating_sub(1);
        for (n, (in_a, in_b)) in a.members.iter().zip(&b.members).enumerate() {
            if in_a.number != in_b.number {
                return Err(pair);
            }
            if !self.may_go_on() {
                return Ok(());
            }
            let mut inner = Pair {
                nodes: [in_a.node, in_b.node],
                receiver: pair.receiver,
            };
            match a.kind {
                // Who has the closure calls it: its arguments go the other way.
                Kind::Closure if n != last => inner.receiver = pair.receiver.other(),
                // What is put there goes back.
                Kind::RefMut | Kind::SliceMut => {
                    self.shape(inner, named, depth + 1)?;
                    inner.receiver = pair.receiver.other();
                }
                _ => {}
            }
            self.shape(inner, named, depth + 1)?;
        }
        Ok(())
    }

    /// `arg 2 is f32 in host, f64 in plugin`, for types that differ `at` some place in them.
    pub(super) fn unlike(&self, what: &str, is: &str, pair: Pair, at: Pair) -> String {
        let print = |pair: Pair| [0, 1].map(|side| self.sides[side].type_name(pair.nodes[side]));
        let subject = format!("{what} {is}");
        let subject = subject.trim();
        let [a, b] = print(pair);
        if a != b {
            return format!("{subject} {}", self.each([&a, &b]));
        }
        // They are written alike.
        let [x, y] = self.nodes(at);
        let name = &print(at)[0];
        if (x.size, x.align) != (y.size, y.align) {
            let layout = [x, y].map(super::layout::size);
            return format!(
                "{subject} {a}: {name} is {}",
                self.each([&layout[0], &layout[1]])
            );
        }
        let [first, second] = self.names;
        format!("{subject} {a}: {name} crosses in another way in {first} than in {second}")
    }
}
