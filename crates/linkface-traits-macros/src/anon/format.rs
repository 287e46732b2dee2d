//! Variables in format strings: `println!("{n:>width$}")`.
//!
//! A variable's place isn't a name any more, so the macro gets it as a named argument:
//! `println!("{n:>width$}", n = *n, width = *width)`. That keeps `{n:p}` the address of the variable, and
//! `width` a number.

use super::macros::{Arguments, argument_name};
use super::walk::{Use, Walk, key};
use proc_macro2::{Ident, Span, TokenTree};
use std::collections::HashSet;
use syn::{Expr, Lit, LitStr, Token, parse_quote};

/// Adds what the format string among `arguments` names by itself.
pub(super) fn inline(walk: &mut Walk<'_>, name: &str, arguments: &mut Arguments) {
    let known = is_known(name);
    let how = if known { Use::Value } else { Use::Maybe };
    let position = literal_at(name);
    let mut candidates = arguments.0.iter().skip(position);
    let literal = if known {
        candidates
            .next()
            .and_then(|(argument, _)| literal(argument))
    } else {
        candidates.find_map(|(argument, _)| literal(argument))
    };
    let Some(literal) = literal else { return };
    let named: HashSet<String> = arguments
        .0
        .iter()
        .filter_map(|(argument, _)| match argument {
            Expr::Assign(named) => argument_name(&named.left).map(key),
            _ => None,
        })
        .collect();
    let adds = known || takes_arguments(name) && walk.uses.guesses_format();
    for name in names(&literal.value(), literal.span()) {
        if named.contains(&key(&name)) {
            continue;
        }
        let Some(place) = walk.replace(&name, how) else {
            continue;
        };
        if !adds {
            continue;
        }

        if let Some((_, separator @ None)) = arguments.0.last_mut() {
            *separator = Some(TokenTree::from(proc_macro2::Punct::new(
                ',',
                proc_macro2::Spacing::Alone,
            )));
        }
        let equals = Token![=](Span::mixed_site());
        arguments.0.push((parse_quote!(#name #equals #place), None));
    }
}

/// The macros whose string is a format string.
fn is_known(name: &str) -> bool {
    matches!(
        name,
        "format"
            | "format_args"
            | "print"
            | "println"
            | "eprint"
            | "eprintln"
            | "write"
            | "writeln"
            | "panic"
            | "todo"
            | "unimplemented"
            | "unreachable"
            | "assert"
            | "assert_eq"
            | "assert_ne"
            | "debug_assert"
            | "debug_assert_eq"
            | "debug_assert_ne"
    )
}

/// Whether a macro that nobody knows may have a format string. No `name` is the inside of parentheses.
fn takes_arguments(name: &str) -> bool {
    !matches!(
        name,
        "" | "vec"
            | "dbg"
            | "concat"
            | "include"
            | "include_str"
            | "include_bytes"
            | "env"
            | "option_env"
            | "compile_error"
            | "addr_of"
            | "addr_of_mut"
            | "pin"
            | "ready"
            | "thread_local"
            | "anon"
            | "sam"
            | "q"
    )
}

/// How many arguments stand before the format string.
fn literal_at(name: &str) -> usize {
    match name {
        "write" | "writeln" | "assert" | "debug_assert" => 1,
        "assert_eq" | "assert_ne" | "debug_assert_eq" | "debug_assert_ne" => 2,
        _ => 0,
    }
}

fn literal(argument: &Expr) -> Option<LitStr> {
    match argument {
        Expr::Lit(lit) => match &lit.lit {
            Lit::Str(literal) => Some(literal.clone()),
            _ => None,
        },
        Expr::Group(group) => literal(&group.expr),
        _ => None,
    }
}

/// The names in a format string, each once. They are where the string is.
pub(super) fn names(text: &str, span: Span) -> Vec<Ident> {
    let mut found: Vec<Ident> = Vec::new();
    let mut add = |name: &str| {
        // Anything else the compiler would read as source text, and complain.
        let plain = |c: char| c.is_alphanumeric() || c == '_';
        let digit = name.starts_with(|c: char| c.is_ascii_digit());
        if digit
            || !name.chars().all(plain)
            || matches!(name, "" | "_" | "Self" | "super" | "crate")
        {
            return;
        }
        let parsed = match name {
            "self" => Ok(Ident::new(name, span)),
            // `{type}` is `r#type`.
            _ => syn::parse_str(name).or_else(|_| syn::parse_str(&format!("r#{name}"))),
        };
        let Ok(mut name): syn::Result<Ident> = parsed else {
            return;
        };
        name.set_span(span);
        if !found.contains(&name) {
            found.push(name);
        }
    };
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        rest = &rest[open + 1..];
        if let Some(escaped) = rest.strip_prefix('{') {
            rest = escaped;
            continue;
        }
        let Some(close) = rest.find('}') else { break };
        let placeholder = &rest[..close];
        rest = &rest[close + 1..];
        let (argument, spec) = placeholder.split_once(':').unwrap_or((placeholder, ""));
        add(argument.trim());
        // `width$` and `.precision$`
        let mut spec = spec;
        while let Some(end) = spec.find('$') {
            let start = spec[..end]
                .rfind(|c: char| !(c.is_alphanumeric() || c == '_'))
                .map_or(0, |at| {
                    at + spec[at..].chars().next().map_or(1, char::len_utf8)
                });
            // `0width$` is a flag and a name.
            add(spec[start..end].trim_start_matches('0'));
            spec = &spec[end + 1..];
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::names;
    use proc_macro2::Span;

    fn all(text: &str) -> String {
        let names = names(text, Span::call_site());
        let names: Vec<String> = names.iter().map(ToString::to_string).collect();
        names.join(" ")
    }

    #[test]
    fn names_of_arguments_widths_and_precisions() {
        assert_eq!(all("{a} {b:?} {a:>w$.p$} {:08} {0} {}"), "a b w p");
        assert_eq!(all("{x:é>width$}"), "x width");
        assert_eq!(all("{x:0w$}"), "x w");
        assert_eq!(all("{type} {self}"), "r#type self");
    }

    #[test]
    fn escapes_and_unfinished_placeholders_name_nothing() {
        assert_eq!(all("{{a}} }} {{{b}}} {"), "b");
        assert_eq!(all("{not a name} {:$} {self.x} {super} {'} {0x}"), "");
    }
}
