//! Types of a description, as Rust writes them.

use super::{Description, Kind, Node, flag};
use core::fmt::Write as _;

/// As long as a name may get, and as deep.
const MOST_LONG: usize = 200;
const MOST_DEEP: u32 = 16;

impl Description {
    /// The type with this number, as Rust writes it: `Result<Stats, String>`. What is too long or too
    /// deep is cut.
    ///
    /// # Panics
    ///
    /// If there is no such type.
    #[must_use]
    pub fn type_name(&self, node: usize) -> String {
        let mut out = String::new();
        self.write_type(&mut out, node, 0);
        out
    }

    fn write_type(&self, out: &mut String, node: usize, depth: u32) {
        if depth == MOST_DEEP || out.len() > MOST_LONG {
            out.push('…');
            return;
        }
        let node = &self.nodes()[node];
        let around = match node.kind {
            Kind::Ref => ("&", ""),
            Kind::RefMut => ("&mut ", ""),
            Kind::Slice => ("&[", "]"),
            Kind::SliceMut => ("&mut [", "]"),
            Kind::Str => ("&str", ""),
            Kind::String => ("String", ""),
            Kind::Vec => ("Vec<", ">"),
            Kind::Box => ("Box<", ">"),
            Kind::Option => ("Option<", ">"),
            Kind::Result => ("Result<", ">"),
            Kind::Tuple if node.members.len() == 1 => ("(", ",)"),
            Kind::Tuple => ("(", ")"),
            Kind::Future => ("impl Future<Output = ", ">"),
            Kind::Array => {
                out.push('[');
                self.write_types(out, node, depth);
                let _ = write!(out, "; {}]", node.number);
                return;
            }
            Kind::Lent if node.is(flag::MUT) => ("&mut dyn ", ""),
            Kind::Lent => ("&dyn ", ""),
            Kind::Closure => return self.write_closure(out, node, depth),
            Kind::Primitive
            | Kind::Struct
            | Kind::Enum
            | Kind::Variant
            | Kind::Interface
            | Kind::Method
            | Kind::Opaque => return out.push_str(&node.name),
        };
        out.push_str(around.0);
        self.write_types(out, node, depth);
        out.push_str(around.1);
    }

    fn write_types(&self, out: &mut String, node: &Node, depth: u32) {
        for (n, member) in node.members.iter().enumerate() {
            if n != 0 {
                out.push_str(", ");
            }
            if out.len() > MOST_LONG {
                out.push('…');
                return;
            }
            self.write_type(out, member.node, depth + 1);
        }
    }

    /// `&mut dyn FnMut(u32) -> bool + Send`
    fn write_closure(&self, out: &mut String, node: &Node, depth: u32) {
        let (kind, borrow) = if node.is(flag::FN_ONCE) {
            ("FnOnce", "&mut ")
        } else if node.is(flag::FN_MUT) {
            ("FnMut", "&mut ")
        } else {
            ("Fn", "&")
        };
        let owned = node.is(flag::OWNED);
        out.push_str(if owned { "Box<dyn " } else { borrow });
        if !owned {
            out.push_str("dyn ");
        }
        out.push_str(kind);
        out.push('(');
        let Some((returned, parameters)) = node.members.split_last() else {
            out.push('…');
            return;
        };
        for (n, parameter) in parameters.iter().enumerate() {
            if n != 0 {
                out.push_str(", ");
            }
            self.write_type(out, parameter.node, depth + 1);
            if out.len() > MOST_LONG {
                break;
            }
        }
        out.push(')');
        if !self.is_unit(returned.node) {
            out.push_str(" -> ");
            self.write_type(out, returned.node, depth + 1);
        }
        for (bit, name) in [(flag::SEND, " + Send"), (flag::SYNC, " + Sync")] {
            if node.is(bit) {
                out.push_str(name);
            }
        }
        if owned {
            out.push('>');
        }
    }

    /// Whether it is `()`.
    pub(crate) fn is_unit(&self, node: usize) -> bool {
        let node = &self.nodes()[node];
        node.kind == Kind::Primitive && node.name == "()"
    }
}
