//! Code in messages: the user's tokens on one line, spaced as people space them.

use quote::ToTokens;
use syn::Path;

/// A trait's path as it is shown: nobody can write `$crate`, which a `macro_rules!` has it by.
pub(super) fn path(path: &Path) -> String {
    let first = path.segments.first();
    let last = path.segments.last();
    match (first, last) {
        (Some(first), Some(last)) if first.ident == "$crate" => text(last),
        _ => text(path),
    }
}

/// `Foo<T>`, where tokens print as `Foo < T >`.
pub(super) fn text(tokens: &impl ToTokens) -> String {
    let printed = tokens.to_token_stream().to_string();
    let printed = printed.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut text = String::with_capacity(printed.len());
    let mut rest = printed.as_str();
    while let Some(next) = rest.chars().next() {
        let tail = &rest[next.len_utf8()..];
        if next == ' ' {
            let before = text.chars().next_back().unwrap_or(' ');
            let after = tail.chars().next().unwrap_or(' ');
            let glued = "<:&(['".contains(before) && !text.ends_with("->") && before != '\''
                || "<>:,)].;(".contains(after) && before != '>' && before != ','
                || "<>:,)].;".contains(after) && before == '>';
            // `dyn Trait`, `+ Send` and `Foo: Bar` keep their spaces.
            if !glued {
                text.push(' ');
            }
        } else {
            text.push(next);
        }
        rest = tail;
    }
    text.replace("* const ", "*const ")
        .replace("* mut ", "*mut ")
}
