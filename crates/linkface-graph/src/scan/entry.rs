//! Whether others may find something in a crate by a symbol.

use super::attribute::Attribute;
use super::cfg::Cfg;
use super::cursor::{Cursor, is_punct};
use super::item::{Item, Keyword};
use super::path::Written;
use super::scope::Scope;
use crate::facts::Entry;
use proc_macro2::{Delimiter, Group, TokenTree};

/// Attributes that make no symbol: the language's, and `shared`, which belongs to a derive of ours.
const HARMLESS: [&str; 31] = [
    "allow",
    "automatically_derived",
    "cfg",
    "cold",
    "default",
    "deny",
    "deprecated",
    "derive",
    "doc",
    "expect",
    "forbid",
    "global_allocator",
    "ignore",
    "inline",
    "macro_export",
    "macro_use",
    "must_use",
    "no_implicit_prelude",
    "non_exhaustive",
    "panic_handler",
    "path",
    "recursion_limit",
    "repr",
    "shared",
    "should_panic",
    "target_feature",
    "test",
    "track_caller",
    "type_length_limit",
    "used",
    "warn",
];

/// Attributes of tools.
const TOOLS: [&str; 4] = ["clippy", "diagnostic", "rustdoc", "rustfmt"];

/// What an item makes, by its attributes, those on the members of an `impl`, or by being the call of a
/// macro that isn't known. What stands in functions isn't looked at.
pub(super) fn entry(item: &Item<'_>, scope: &Scope<'_>, cfg: &Cfg) -> Entry {
    let own = item
        .attributes
        .iter()
        .map(|one| of_attribute(one, scope, cfg));
    let members = item.body.filter(|_| item.keyword == Keyword::Impl);
    let members: Vec<TokenTree> = members.into_iter().flat_map(Group::stream).collect();
    let members = members.windows(2).filter_map(|pair| match pair {
        [sign, TokenTree::Group(group)]
            if is_punct(sign, '#') && group.delimiter() == Delimiter::Bracket =>
        {
            Some(group.stream().into_iter().collect::<Vec<_>>())
        }
        _ => None,
    });
    let members = members.map(|tokens| match Written::read(&mut Cursor::new(&tokens)) {
        Some(path) => of_path(&path, &tokens, scope, cfg),
        None => Entry::None,
    });
    let called = is_unknown_call(item, scope, cfg).then_some(Entry::Possible);
    own.chain(members).chain(called).max().unwrap_or_default()
}

fn of_attribute(attribute: &Attribute, scope: &Scope<'_>, cfg: &Cfg) -> Entry {
    of_path(&attribute.path, &attribute.rest, scope, cfg)
}

/// `tokens` has the attribute's arguments, perhaps behind its path.
fn of_path(path: &Written, tokens: &[TokenTree], scope: &Scope<'_>, cfg: &Cfg) -> Entry {
    let name = match path.segments.as_slice() {
        [name] => name.as_str(),
        [tool, ..] if TOOLS.contains(&tool.as_str()) => return Entry::None,
        _ => "",
    };
    match name {
        "no_mangle" | "export_name" => Entry::Certain,
        "unsafe" if tokens.iter().any(makes_symbol) => Entry::Certain,
        name if HARMLESS.contains(&name) || is_ours(path, scope, cfg) => Entry::None,
        _ => Entry::Possible,
    }
}

/// `(no_mangle)`, `(export_name = "…")`
fn makes_symbol(token: &TokenTree) -> bool {
    let TokenTree::Group(group) = token else {
        return false;
    };
    let first = group.stream().into_iter().next();
    first.is_some_and(|token| {
        let text = token.to_string();
        text == "no_mangle" || text == "export_name"
    })
}

/// Whether an item is the call of a macro that may make anything.
fn is_unknown_call(item: &Item<'_>, scope: &Scope<'_>, cfg: &Cfg) -> bool {
    let mut cursor = Cursor::new(item.head);
    let path = Written::read(&mut cursor);
    item.keyword == Keyword::Other
        && cursor.is('!')
        && path.is_some_and(|path| {
            let harmless = ["thread_local", "compile_error"];
            let name = path.segments.last().map(String::as_str).unwrap_or_default();
            !harmless.contains(&name) && !is_ours(&path, scope, cfg)
        })
}

/// A macro of linkface's: what it makes, hosts and the linker know.
fn is_ours(path: &Written, scope: &Scope<'_>, cfg: &Cfg) -> bool {
    let path = scope.resolve(path);
    path.first().is_some_and(|krate| {
        cfg.is_linkface(krate) || ["linkface_plugin", "linkface_traits"].contains(&&**krate)
    })
}
