//! Names in the text of an instruction.

use crate::draw::xml::escape;
use rustc_hash::FxHashMap;

/// The text as HTML: registers and labels of the function know which they are, the opcode and names of
/// functions stand out.
pub(super) fn names(text: &str, locals: &FxHashMap<String, usize>) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    // `%x = add …`: the opcode comes behind the first `=`.
    let mut opcode = true;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let name = name_length(rest);
        if name > 1 && matches!(first, '%' | '@') {
            let (token, behind) = rest.split_at(name);
            let local = locals.get(&token[1..]).filter(|_| first == '%');
            match local {
                Some(local) => {
                    out += "<span class=\"r\" data-local=\"";
                    out += &local.to_string();
                    out += "\">";
                }
                None if first == '@' => out += "<span class=\"g\">",
                None => out += "<span>",
            }
            out += &escape(token);
            out += "</span>";
            rest = behind;
            continue;
        }
        let length = match first {
            it if it.is_ascii_alphanumeric() || it == '_' || it == '#' => {
                let end = |it: char| !(it.is_ascii_alphanumeric() || it == '_' || it == '.');
                rest[1..].find(end).map_or(rest.len(), |at| at + 1)
            }
            it => it.len_utf8(),
        };
        let (token, behind) = rest.split_at(length);
        if opcode && first.is_ascii_alphabetic() {
            opcode = matches!(token, "tail" | "musttail" | "notail");
            out += "<b>";
            out += &escape(token);
            out += "</b>";
        } else {
            out += &escape(token);
        }
        rest = behind;
    }
    out
}

/// How long a name with its sigil is: `%x`, `%"a b"`, `@core::f`.
fn name_length(text: &str) -> usize {
    let Some(inside) = text.get(1..) else {
        return 0;
    };
    if let Some(quoted) = inside.strip_prefix('"') {
        return quoted.find('"').map_or(text.len(), |at| at + 3);
    }
    if text.starts_with('@') && inside.contains("::") {
        return 1 + path_length(inside);
    }
    let end = |it: char| !(it.is_ascii_alphanumeric() || "-$._".contains(it));
    1 + inside.find(end).unwrap_or(inside.len())
}

/// A demangled path ends at the parenthesis of the arguments, outside of `<…>`.
fn path_length(text: &str) -> usize {
    let mut depth = 0_usize;
    let mut before = ' ';
    for (at, character) in text.char_indices() {
        match character {
            '<' => depth += 1,
            '>' if before != '-' => depth = depth.saturating_sub(1),
            '(' | ',' | ')' | ' ' | ']' if depth == 0 => return at,
            _ => {}
        }
        before = character;
    }
    text.len()
}
