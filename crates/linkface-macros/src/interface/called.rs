//! An item's macro, called by hand.

use crate::template::tokens;
use proc_macro::{Ident, TokenStream};

/// The item's macro where somebody means another of its name: `use console::write;` brings it beside
/// the function, and `write!(f, "…")` must stay what it was.
pub(super) fn called_by_hand(name: &Ident) -> TokenStream {
    const CORE: [&str; 26] = [
        "assert",
        "assert_eq",
        "assert_ne",
        "cfg",
        "column",
        "compile_error",
        "concat",
        "debug_assert",
        "debug_assert_eq",
        "debug_assert_ne",
        "env",
        "file",
        "include",
        "include_bytes",
        "include_str",
        "line",
        "matches",
        "module_path",
        "option_env",
        "panic",
        "stringify",
        "todo",
        "unimplemented",
        "unreachable",
        "write",
        "writeln",
    ];
    const STD: [&str; 8] = [
        "dbg",
        "eprint",
        "eprintln",
        "format",
        "print",
        "println",
        "thread_local",
        "vec",
    ];
    let text = crate::cursor::plain(name);
    let is_no_trait =
        format!("`{text}` is no trait: implement it by `#[implement(…)]`, on an item of its kind");
    let asked = tokens!(
        "(@trait $($rest:tt)*) => { ::core::compile_error! { #is_no_trait } };",
        is_no_trait
    );
    let home = if CORE.contains(&text.as_str()) {
        tokens!("::core")
    } else if STD.contains(&text.as_str()) {
        tokens!("::std")
    } else {
        let text = format!("`{text}` is an interface and no macro: name it without `!`");
        return tokens!(
            "#asked ($($rest:tt)*) => { ::core::compile_error! { #text } };",
            asked,
            text
        );
    };
    tokens!(
        "#asked ($($rest:tt)*) => { #home::#name!($($rest)*) };",
        asked,
        home,
        name
    )
}
