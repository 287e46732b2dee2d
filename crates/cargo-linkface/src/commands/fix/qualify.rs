//! Calls, rewritten in a source file.

use super::calls::Call;
use std::collections::BTreeSet;
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Expr, ExprMethodCall, Macro, Token};

/// A rewritten file.
pub(super) struct Qualified {
    pub(super) source: String,
    /// The calls that were not rewritten: in macros with a syntax of their own, or of an unclear trait.
    pub(super) left: Vec<Call>,
}

/// Turns each of `calls` into `q!(x.Trait::method())`. Everything else stays as it is, byte for byte.
pub(super) fn qualify(source: &str, calls: &BTreeSet<Call>) -> Qualified {
    let mut finder = Finder {
        calls,
        macro_name: macro_name(source),
        found: BTreeSet::new(),
        insertions: Vec::new(),
    };
    // A file with a syntax error has no calls that rustc could complain about.
    if let Ok(file) = syn::parse_file(source) {
        finder.visit_file(&file);
    }
    let Finder {
        found,
        mut insertions,
        ..
    } = finder;
    // From the end, so that what comes before stays where it is.
    insertions.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    let mut edited = source.to_owned();
    for (at, text) in insertions {
        edited.insert_str(at, &text);
    }
    Qualified {
        source: edited,
        left: calls.difference(&found).cloned().collect(),
    }
}

/// As the file has it, or by its path.
fn macro_name(source: &str) -> &'static str {
    let imported = source.lines().any(|line| {
        let words: Vec<&str> = line
            .split(|c: char| !(c.is_alphanumeric() || c == '_'))
            .collect();
        words.contains(&"use") && words.contains(&"linkface_traits") && words.contains(&"q")
    });
    if imported {
        "q!"
    } else {
        "linkface_traits::q!"
    }
}

struct Finder<'a> {
    calls: &'a BTreeSet<Call>,
    macro_name: &'static str,
    found: BTreeSet<Call>,
    insertions: Vec<(usize, String)>,
}

impl<'ast> Visit<'ast> for Finder<'_> {
    fn visit_expr_method_call(&mut self, node: &'ast ExprMethodCall) {
        let name = node.method.span().byte_range();
        let call = self
            .calls
            .iter()
            .find(|call| (call.start..call.end) == name);
        if let Some(call) = call
            && let Some(trait_name) = &call.trait_name
            && self.found.insert(call.clone())
        {
            let whole = node.span().byte_range();
            self.insertions
                .push((whole.start, format!("{}(", self.macro_name)));
            self.insertions
                .push((name.start, format!("{trait_name}::")));
            self.insertions.push((whole.end, ")".to_owned()));
        }
        visit::visit_expr_method_call(self, node);
    }

    /// Most macros take expressions: `println!("{}", x.string())`.
    fn visit_macro(&mut self, node: &'ast Macro) {
        let expressions = Punctuated::<Expr, Token![,]>::parse_terminated;
        if let Ok(expressions) = expressions.parse2(node.tokens.clone()) {
            for expression in &expressions {
                self.visit_expr(expression);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Calls of `.string` and `.push`, all of them external.
    fn check(source: &str, expected: &str, left: usize) {
        let import = "use linkface_traits::{q, sam};\n";
        let (source, expected) = (&format!("{import}{source}"), &format!("{import}{expected}"));
        let calls = [".string", ".push"]
            .iter()
            .flat_map(|name| {
                source
                    .match_indices(name)
                    .map(move |(at, _)| (at + 1, name.len() - 1))
            })
            .map(|(start, length)| Call {
                start,
                end: start + length,
                line: 1,
                trait_name: Some("Stringer".to_owned()),
            })
            .collect();
        let done = qualify(source, &calls);
        assert_eq!(&done.source, expected);
        assert_eq!(done.left.len(), left);
    }

    #[test]
    fn calls_wherever_they_stand() {
        check(
            "fn f() { x.string(); }",
            "fn f() { q!(x.Stringer::string()); }",
            0,
        );
        check(
            "fn f() { // ä\n  (*x) .string::<u8>(1)\n.len() }",
            "fn f() { // ä\n  q!((*x) .Stringer::string::<u8>(1))\n.len() }",
            0,
        );
        check(
            "fn f() { x.string().push(y.string())?; }",
            "fn f() { q!(q!(x.Stringer::string()).Stringer::push(q!(y.Stringer::string())))?; }",
            0,
        );
        check(
            "fn f() { !&x.a[0].string() }",
            "fn f() { !&q!(x.a[0].Stringer::string()) }",
            0,
        );
        check(
            "fn f() { println!(\"{}\", x.string()); vec![|| x.push()] }",
            "fn f() { println!(\"{}\", q!(x.Stringer::string())); vec![|| q!(x.Stringer::push())] }",
            0,
        );
    }

    #[test]
    fn the_macro_is_named_as_the_file_has_it() {
        assert_eq!(macro_name("use linkface_traits::q;"), "q!");
        assert_eq!(
            macro_name("pub(crate) use linkface_traits::{attr::*, q};"),
            "q!"
        );
        assert_eq!(
            macro_name("use linkface_traits::attr::*;"),
            "linkface_traits::q!"
        );
    }

    #[test]
    fn what_cannot_be_read_is_left() {
        check(
            "fn f() { own!(x.string() => 1); x.push() }",
            "fn f() { own!(x.string() => 1); q!(x.Stringer::push()) }",
            1,
        );
        check("fn f( { x.string() }", "fn f( { x.string() }", 1);
    }
}
