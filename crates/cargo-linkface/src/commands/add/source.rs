//! Writing `link!()` into a root's source.

use syn::spanned::Spanned;

/// What has to happen to a root's source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Edit {
    /// It links the provider as it is.
    Nothing,
    /// This is the new text; a `link!()` was put in, or a name into the one that was there.
    Text(String),
    /// It implements items itself: a mock, which a second provider would get in the way of.
    Implements,
    /// All its `link!`s stand under a `cfg`: nobody can tell which of them is meant.
    Conditional,
}

/// Makes sure that the root with this source links `provider`.
///
/// `linkface` is the name that the root has for linkface.
///
/// # Errors
///
/// If it isn't Rust.
pub(super) fn link(text: &str, provider: &str, linkface: &str, is_test: bool) -> syn::Result<Edit> {
    let file = syn::parse_file(text)?;
    let calls: Vec<&syn::ItemMacro> = file.items.iter().filter_map(link_call).collect();
    let plain = |call: &&&syn::ItemMacro| !call.attrs.iter().any(|it| it.path().is_ident("cfg"));
    if let Some(call) = calls.iter().find(plain) {
        return Ok(append(text, call, provider));
    }
    if !calls.is_empty() {
        return Ok(Edit::Conditional);
    }
    if is_test && file.items.iter().any(implements) {
        return Ok(Edit::Implements);
    }
    let call = match linkface {
        "linkface" => "linkface::link!();".to_owned(),
        renamed => format!("{renamed}::link!(crate = {renamed});"),
    };
    Ok(Edit::Text(insert(text, &file, &call)))
}

/// `linkface::link!(…);`, however it is reached.
fn link_call(item: &syn::Item) -> Option<&syn::ItemMacro> {
    match item {
        syn::Item::Macro(call) if call.ident.is_none() => {
            let last = call.mac.path.segments.last()?;
            (last.ident == "link").then_some(call)
        }
        _ => None,
    }
}

/// `#[implement(…)]`
fn implements(item: &syn::Item) -> bool {
    let attributes = match item {
        syn::Item::Fn(item) => &item.attrs,
        syn::Item::Static(item) => &item.attrs,
        syn::Item::Impl(item) => &item.attrs,
        syn::Item::Type(item) => &item.attrs,
        syn::Item::Use(item) => &item.attrs,
        syn::Item::Mod(item) => &item.attrs,
        _ => return false,
    };
    attributes.iter().any(|attribute| {
        let last = attribute.path().segments.last();
        last.is_some_and(|last| last.ident == "implement")
    })
}

/// Adds a name to a call that has names; one without finds the provider itself.
fn append(text: &str, call: &syn::ItemMacro, provider: &str) -> Edit {
    let tokens = call.mac.tokens.to_string();
    let arguments: Vec<&str> = tokens
        .split(',')
        .map(str::trim)
        .filter(|argument| !argument.is_empty())
        .collect();
    let discovers = arguments
        .iter()
        .all(|argument| argument.starts_with("crate ="));
    if discovers || arguments.contains(&provider) {
        return Edit::Nothing;
    }
    let delimiters = match &call.mac.delimiter {
        syn::MacroDelimiter::Paren(of) => of.span,
        syn::MacroDelimiter::Brace(of) => of.span,
        syn::MacroDelimiter::Bracket(of) => of.span,
    };
    let Some((before, behind)) = split(text, delimiters.close().start()) else {
        return Edit::Nothing;
    };
    // In a list of one name per line the new one gets a line, too.
    let names = before.trim_end();
    let space = &before[names.len()..];
    let comma = if names.ends_with(',') { "" } else { "," };
    let added = match names.rsplit_once('\n') {
        Some((_, line)) if space.contains('\n') => {
            let indent = &line[..line.len() - line.trim_start().len()];
            let newline = newline(text);
            format!("{comma}{newline}{indent}{provider},")
        }
        _ => format!("{comma} {provider}"),
    };
    Edit::Text(format!("{names}{added}{space}{behind}"))
}

/// Puts `call` between what belongs to the file as a whole and its first item.
fn insert(text: &str, file: &syn::File, call: &str) -> String {
    let newline = newline(text);
    let head = match file.attrs.last() {
        Some(last) => lines_up_to(text, last.span().end().line),
        None => first_comment(text),
    };
    let (head, rest) = text.split_at(head);
    let rest = rest.trim_start_matches(['\r', '\n']);
    let mut new = head.trim_end().to_owned();
    if !new.is_empty() {
        new.push_str(newline);
        new.push_str(newline);
    }
    new.push_str(call);
    new.push_str(newline);
    if !rest.is_empty() {
        new.push_str(newline);
        new.push_str(rest);
    }
    new
}

/// How long the comment is that a file begins with, if an empty line sets it apart: a licence.
fn first_comment(text: &str) -> usize {
    let mut length = 0;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim();
        let is_comment = trimmed.starts_with("//") && !trimmed.starts_with("///");
        let is_shebang = length == 0 && trimmed.starts_with("#!/");
        if !is_comment && !is_shebang {
            return if trimmed.is_empty() { length } else { 0 };
        }
        length += line.len();
    }
    0
}

/// How long the first `count` lines are.
fn lines_up_to(text: &str, count: usize) -> usize {
    text.split_inclusive('\n').take(count).map(str::len).sum()
}

/// The text before and behind a place.
fn split(text: &str, at: proc_macro2::LineColumn) -> Option<(&str, &str)> {
    let start = lines_up_to(text, at.line.checked_sub(1)?);
    let line = text.get(start..)?;
    let column = line.char_indices().nth(at.column).map(|(byte, _)| byte)?;
    text.split_at_checked(start + column)
}

fn newline(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

#[cfg(test)]
mod tests {
    use super::{Edit, link};

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let edit = link(text, "plain", "linkface", false).expect("Rust");
        assert_eq!(edit, Edit::Text(expected.to_owned()));
    }

    #[track_caller]
    fn check_not(text: &str, is_test: bool, expected: &Edit) {
        let edit = link(text, "plain", "linkface", is_test).expect("Rust");
        assert_eq!(edit, *expected);
    }

    #[test]
    fn a_call_goes_behind_what_belongs_to_the_file() {
        let call = "linkface::link!();";
        check("fn main() {}\n", &format!("{call}\n\nfn main() {{}}\n"));
        check("", &format!("{call}\n"));
        check(
            "//! Docs.\n#![no_std]\nuse a::b;\n",
            &format!("//! Docs.\n#![no_std]\n\n{call}\n\nuse a::b;\n"),
        );
        check(
            "//! Docs.\r\n\r\n\r\nfn main() {}\r\n",
            &format!("//! Docs.\r\n\r\n{call}\r\n\r\nfn main() {{}}\r\n"),
        );
        check(
            "// Licence.\n\n/// Starts.\nfn main() {}",
            &format!("// Licence.\n\n{call}\n\n/// Starts.\nfn main() {{}}"),
        );
        check(
            "// Of the function.\nfn main() {}",
            &format!("{call}\n\n// Of the function.\nfn main() {{}}"),
        );
        check(
            "#!/usr/bin/env run\n\nfn main() {}",
            &format!("#!/usr/bin/env run\n\n{call}\n\nfn main() {{}}"),
        );
        // A link that is commented out is none.
        check(
            "// link!();\n\nfn f() {}",
            &format!("// link!();\n\n{call}\n\nfn f() {{}}"),
        );
    }

    #[test]
    fn names_are_added_to_names() {
        check("linkface::link!(uart);", "linkface::link!(uart, plain);");
        check(
            "use linkface::link;\nlink![ü, uart,];",
            "use linkface::link;\nlink![ü, uart, plain];",
        );
        check(
            "linkface::link!(extern a::b);",
            "linkface::link!(extern a::b, plain);",
        );
        check(
            "linkface::link! {\n    uart,\n    virtio,\n}\n",
            "linkface::link! {\n    uart,\n    virtio,\n    plain,\n}\n",
        );
        check(
            "linkface::link!(\n    uart\n);",
            "linkface::link!(\n    uart,\n    plain,\n);",
        );
    }

    #[test]
    fn what_links_already_stays() {
        check_not("linkface::link!();", false, &Edit::Nothing);
        check_not("lf::link!(crate = lf);", false, &Edit::Nothing);
        check_not("linkface::link!(uart, plain);", false, &Edit::Nothing);
        check_not(
            "#[cfg(unix)] linkface::link!(uart);",
            false,
            &Edit::Conditional,
        );
        check_not("#[implement(a::b)] fn b() {}", true, &Edit::Implements);
    }

    #[test]
    fn a_renamed_linkface_is_named() {
        let edit = link("", "plain", "lf", false).expect("Rust");
        assert_eq!(edit, Edit::Text("lf::link!(crate = lf);\n".to_owned()));
    }

    #[test]
    fn what_is_not_rust_is_an_error() {
        assert!(link("fn {", "plain", "linkface", false).is_err());
    }
}
