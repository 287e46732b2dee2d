//! A description as Rust: the trait, and the types that it reaches, with their layouts.

use super::{DecodedMember as Member, Description, Kind, Node, flag};
use core::fmt::Write as _;

impl Description {
    /// The interface and its types as Rust would declare them, with sizes and offsets beside them. For
    /// reading: what has no syntax is said in comments.
    #[must_use]
    pub fn to_rust(&self) -> String {
        let mut out = String::new();
        for (n, node) in self.nodes().iter().enumerate() {
            match node.kind {
                Kind::Interface => self.write_interface(&mut out, node),
                Kind::Struct => self.write_struct(&mut out, node),
                Kind::Enum => self.write_enum(&mut out, node),
                _ => continue,
            }
            if n + 1 < self.nodes().len() {
                out.push('\n');
            }
        }
        out.truncate(out.trim_end().len());
        out.push('\n');
        out
    }

    /// `fn step(&mut self, world: &World, dt: f32) -> Stats`
    #[must_use]
    pub fn signature(&self, method: &Node) -> String {
        let mut out = String::new();
        if method.is(flag::ASYNC) {
            out.push_str("async ");
        }
        if method.is(flag::UNSAFE) {
            out.push_str("unsafe ");
        }
        let this = if method.is(flag::MUT) {
            "&mut self"
        } else {
            "&self"
        };
        let _ = write!(out, "fn {}({this}", method.name);
        let Some((returned, parameters)) = method.members.split_last() else {
            return out + ")";
        };
        for parameter in parameters {
            let ty = self.type_name(parameter.node);
            let _ = write!(out, ", {}: {ty}", parameter.name);
        }
        out.push(')');
        let mut returned = returned.node;
        let future = &self.nodes()[returned];
        // `async` says so.
        if method.is(flag::ASYNC)
            && future.kind == Kind::Future
            && let [output] = &future.members[..]
        {
            returned = output.node;
        }
        if !self.is_unit(returned) {
            let _ = write!(out, " -> {}", self.type_name(returned));
        }
        out
    }

    fn write_interface(&self, out: &mut String, node: &Node) {
        let autos: Vec<&str> = [
            (flag::SEND, "Send"),
            (flag::SYNC, "Sync"),
            (flag::UNPIN, "Unpin"),
        ]
        .into_iter()
        .filter(|(bit, _)| node.is(*bit))
        .map(|(_, name)| name)
        .collect();
        let colon = if autos.is_empty() { "" } else { ": " };
        let build = if node.is(flag::SAME_BUILD) {
            ", same_build"
        } else {
            ""
        };
        let _ = writeln!(
            out,
            "#[interface(version = {}{build})]\n{}trait {}{colon}{} {{",
            node.number,
            if node.is(flag::UNSAFE) { "unsafe " } else { "" },
            node.name,
            autos.join(" + ")
        );
        for member in &node.members {
            let method = self.node(member);
            // By which the types of an exported module know their own.
            if method.name.starts_with("__") {
                continue;
            }
            if method.number > 1 {
                let _ = writeln!(out, "    #[since({})]", method.number);
            }
            let end = if method.is(flag::DEFAULT) {
                " { … }"
            } else {
                ";"
            };
            let _ = writeln!(out, "    {}{end}", self.signature(method));
        }
        out.push_str("}\n");
    }

    fn write_struct(&self, out: &mut String, node: &Node) {
        let _ = writeln!(out, "{}struct {} {{", layout(node), node.name);
        self.write_fields(out, node, "    ", is_laid_out(node));
        out.push_str("}\n");
    }

    fn write_enum(&self, out: &mut String, node: &Node) {
        let _ = writeln!(out, "{}enum {} {{", layout(node), node.name);
        for member in &node.members {
            let variant = self.node(member);
            if variant.members.is_empty() {
                let _ = writeln!(out, "    {} = {},", member.name, member.number);
                continue;
            }
            let _ = writeln!(out, "    {} {{ // = {}", member.name, member.number);
            self.write_fields(out, variant, "        ", is_laid_out(node));
            out.push_str("    },\n");
        }
        out.push_str("}\n");
    }

    fn write_fields(&self, out: &mut String, node: &Node, indent: &str, has_offsets: bool) {
        for (n, Member { name, number, node }) in node.members.iter().enumerate() {
            let ty = self.type_name(*node);
            let _ = if name.is_empty() {
                write!(out, "{indent}{n}: {ty},")
            } else {
                write!(out, "{indent}{name}: {ty},")
            };
            if has_offsets {
                let _ = write!(out, " // at {number}");
            }
            out.push('\n');
        }
    }
}

fn is_laid_out(node: &Node) -> bool {
    (node.size, node.align) != (0, 0)
}

fn layout(node: &Node) -> String {
    if is_laid_out(node) {
        let bytes = if node.size == 1 { "byte" } else { "bytes" };
        format!("// {} {bytes}, aligned to {}\n", node.size, node.align)
    } else {
        "// converted when it crosses\n".to_owned()
    }
}
