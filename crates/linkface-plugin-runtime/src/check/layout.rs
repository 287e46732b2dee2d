//! Structs and enums: their fields and variants, and where those are.

use super::difference::DifferenceKind;
use super::walk::{Causes, Pair, Walk};
use crate::describe::{DecodedMember as Member, Node};
use core::fmt::Write as _;
use std::collections::HashMap;

/// As many fields and variants are named that are on one side only.
const NAMED: usize = 3;

/// `16 bytes, aligned to 8`
pub(super) fn size(node: &Node) -> String {
    match (node.size, node.align) {
        (0, 0) => "converted".to_owned(),
        (1, align) => format!("1 byte, aligned to {align}"),
        (size, align) => format!("{size} bytes, aligned to {align}"),
    }
}

/// Whether it crosses as it is.
fn is_laid_out(node: &Node) -> bool {
    (node.size, node.align) != (0, 0)
}

/// How a member is called: fields of tuples by their number.
fn name((n, member): (usize, &Member)) -> String {
    if member.name.is_empty() {
        n.to_string()
    } else {
        member.name.clone()
    }
}

/// Members of two nodes, by name.
struct Matched<'a> {
    /// In both, with their places in the lists.
    both: Vec<(String, [(usize, &'a Member); 2])>,
    /// In one, with their place there.
    only: [Vec<(String, usize)>; 2],
}

impl<'a> Matched<'a> {
    fn new([a, b]: [&'a Node; 2]) -> Self {
        let mut of_b: HashMap<String, (usize, &Member)> = b
            .members
            .iter()
            .enumerate()
            .map(|member| (name(member), member))
            .collect();
        let mut both = Vec::new();
        let mut only = [Vec::new(), Vec::new()];
        for (n, member) in a.members.iter().enumerate() {
            let name = name((n, member));
            match of_b.remove(&name) {
                Some(other) => both.push((name, [(n, member), other])),
                None => only[0].push((name, n)),
            }
        }
        let mut rest: Vec<_> = of_b.into_iter().map(|(name, (n, _))| (name, n)).collect();
        rest.sort_by_key(|(_, n)| *n);
        only[1] = rest;
        Self { both, only }
    }

    /// One is gone and one has come at the same place.
    fn renamed(&self) -> Option<[&str; 2]> {
        match &self.only {
            [a, b] if a.len() == 1 && b.len() == 1 && a[0].1 == b[0].1 => Some([&a[0].0, &b[0].0]),
            _ => None,
        }
    }
}

impl Walk<'_> {
    pub(super) fn structs(&mut self, path: &str, pair: Pair) -> Causes {
        let [a, b] = self.nodes(pair);
        if is_laid_out(a) != is_laid_out(b) {
            return self.layout(path, [a, b]);
        }
        let causes = self.fields(path, "", pair, is_laid_out(a));
        if causes.is_empty() {
            self.layout(path, [a, b])
        } else {
            causes
        }
    }

    /// Of a struct or of a variant, which `of` names then.
    fn fields(&mut self, path: &str, of: &str, pair: Pair, has_offsets: bool) -> Causes {
        let nodes = self.nodes(pair);
        let matched = Matched::new(nodes);
        if let Some([a, b]) = matched.renamed() {
            let text = format!("{of}field is called {}", self.each([a, b]));
            return self.report(DifferenceKind::FieldRenamed, path, text);
        }
        let mut causes =
            self.only_in_one(path, &matched, DifferenceKind::FieldOnlyInOne, |n, side| {
                let offset = nodes[side].members[n].number;
                if has_offsets {
                    format!("{of}field {{}} at offset {offset}")
                } else {
                    format!("{of}field {{}}")
                }
            });
        if !causes.is_empty() {
            return causes;
        }
        for (name, [(_, x), (_, y)]) in &matched.both {
            let inner = Pair {
                nodes: [x.node, y.node],
                receiver: pair.receiver,
            };
            let what = format!("{of}field {name}");
            let mut found = self.slot(path, &what, "is", inner);
            if found.is_empty() && !has_offsets {
                found = self.lifetimes(path, &what, [x.number, y.number]);
            }
            causes.extend(found);
        }
        if !causes.is_empty() {
            return causes;
        }
        // Places that moved because of another field's size were explained by that.
        for (name, [(n, x), (m, y)]) in &matched.both {
            if x.number == y.number && n == m {
                continue;
            }
            let text = if x.number == y.number || !has_offsets {
                let places = [n + 1, m + 1].map(|n| n.to_string());
                format!(
                    "{of}field {name} is number {}",
                    self.each([&places[0], &places[1]])
                )
            } else {
                let offsets = [x.number, y.number].map(|n| n.to_string());
                format!(
                    "{of}field {name} at offset {}",
                    self.each([&offsets[0], &offsets[1]])
                )
            };
            return self.report(DifferenceKind::FieldMoved, path, text);
        }
        causes
    }

    pub(super) fn enums(&mut self, path: &str, pair: Pair) -> Causes {
        let nodes = self.nodes(pair);
        let matched = Matched::new(nodes);
        let renamed = matched.renamed().map(|names| names.map(str::to_owned));
        if let Some([a, b]) = renamed {
            let text = format!("variant is called {}", self.each([&a, &b]));
            return self.report(DifferenceKind::VariantRenamed, path, text);
        }
        let mut causes =
            self.only_in_one(path, &matched, DifferenceKind::VariantOnlyInOne, |_, _| {
                "variant {}".to_owned()
            });
        if !causes.is_empty() {
            return causes;
        }
        for (name, [(_, x), (_, y)]) in &matched.both {
            if x.number != y.number {
                let numbers = [x.number, y.number].map(|n| n.to_string());
                let text = format!(
                    "variant {name} is {}",
                    self.each([&numbers[0], &numbers[1]])
                );
                return self.report(DifferenceKind::Discriminant, path, text);
            }
        }
        for (name, [(_, x), (_, y)]) in &matched.both {
            if !self.may_go_on() {
                return causes;
            }
            let inner = Pair {
                nodes: [x.node, y.node],
                receiver: pair.receiver,
            };
            let of = format!("variant {name}, ");
            causes.extend(self.fields(path, &of, inner, is_laid_out(nodes[0])));
        }
        // What follows from nothing that was said; nothing may differ silently.
        let mut pairs = vec![nodes];
        pairs.extend(matched.both.iter().map(|(_, [(_, x), (_, y)])| {
            let nodes = [x.node, y.node];
            self.nodes(Pair { nodes, ..pair })
        }));
        for pair in pairs {
            if causes.is_empty() {
                causes = self.layout(path, pair);
            }
        }
        causes
    }

    /// Everything of a node but its members.
    fn layout(&mut self, path: &str, [a, b]: [&Node; 2]) -> Causes {
        let text = if (a.size, a.align) != (b.size, b.align) {
            let [a, b] = [a, b].map(size);
            format!("is {}", self.each([&a, &b]))
        } else if (a.kind, a.flags, a.number) != (b.kind, b.flags, b.number) {
            let [first, second] = self.names;
            format!("crosses in another way in {first} than in {second}")
        } else {
            return Causes::new();
        };
        self.report(DifferenceKind::Layout, path, text)
    }

    /// Reports members that are on one side only; `words` has `{}` for the name.
    fn only_in_one(
        &mut self,
        path: &str,
        matched: &Matched<'_>,
        kind: DifferenceKind,
        words: impl Fn(usize, usize) -> String,
    ) -> Causes {
        let mut causes = Causes::new();
        for (side, only) in matched.only.iter().enumerate() {
            let Some(((first, n), rest)) = only.split_first() else {
                continue;
            };
            let mut names = first.clone();
            for (name, _) in rest.iter().take(NAMED - 1) {
                names += ", ";
                names += name;
            }
            if only.len() > NAMED {
                let _ = write!(names, " and {} more", only.len() - NAMED);
            }
            let words = if rest.is_empty() {
                words(*n, side)
            } else {
                // Without a place, which is each one's own.
                words(*n, side)
                    .split(" at ")
                    .next()
                    .unwrap_or_default()
                    .replace(" {}", "s {}")
            };
            let text = format!("{} {}", words.replace("{}", &names), self.only(side == 0));
            causes.extend(self.report(kind, path, text));
        }
        causes
    }
}
