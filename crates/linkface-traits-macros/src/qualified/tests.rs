//! Tokens that make no sense make no panic.

use super::{attribute, expression, items};
use proc_macro2::TokenStream;
use std::str::FromStr;

const PIECES: &[&str] = &[
    "x",
    ".",
    "..",
    "..=",
    "::",
    "<",
    ">",
    ">>",
    "->",
    "=>",
    "Trait",
    "Self",
    "self",
    "method",
    "impl",
    "as",
    "_",
    "()",
    "(a, b)",
    "[0]",
    "[i()]",
    "{ x }",
    "::<",
    "'a",
    "&",
    "*",
    "!",
    "-",
    "=",
    ",",
    ";",
    "#",
    "#[a]",
    "1",
    "1.5",
    "\"s\"",
    "if",
    "match",
    "println!",
    "macro_rules!",
    "|",
    "||",
    "fn",
    "r#x",
    "$",
    "?",
    ".await",
    "async",
    "move",
    "dyn",
    "const",
    "{",
    "}",
    "x.Trait::method()",
    ".Trait::",
    "println!(\"{}\", x.Trait::method())",
    "m! { x.Trait::m() y }",
    "fn f() {",
    "}",
    "x.m::<impl T>()",
    "x.m::<impl T + U>()",
    "x.<",
    "x.<T as U>::m()",
    "x.a::b(c)::d",
    "x.T::<'a, &u8, [T; N], {1}>::m()",
];

fn all(tokens: &TokenStream) {
    _ = expression(quote::quote!([$crate] #tokens));
    _ = items(quote::quote!([$crate] #tokens));
    _ = items(quote::quote!([$crate] fn f() { #tokens }));
    _ = attribute(TokenStream::new(), quote::quote!(fn f() { #tokens }));
    _ = attribute(tokens.clone(), TokenStream::new());
    _ = expression(tokens.clone());
}

#[test]
fn garbage() {
    let mut random = 0x9e37_79b9_7f4a_7c15_u64;
    for _ in 0..20_000 {
        let mut text = String::new();
        for _ in 0..=random % 9 {
            random = random
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            let piece = (random >> 33) as usize % PIECES.len();
            text.push_str(PIECES[piece]);
            if random >> 60 > 4 {
                text.push(' ');
            }
        }
        if let Ok(tokens) = TokenStream::from_str(&text) {
            all(&tokens);
        }
    }
}
