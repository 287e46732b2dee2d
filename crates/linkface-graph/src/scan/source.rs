//! Text to tokens.

use proc_macro2::{LexError, TokenStream, TokenTree};
use std::str::FromStr;

/// Delimiters within delimiters. What reads tokens goes down by recursion, so that there has to be an
/// end; rustc itself gives up on macros at 128.
const DEPTH: usize = 256;

/// The tokens of a file, or why there are none.
pub(super) fn tokens(text: &str) -> Result<Vec<TokenTree>, String> {
    let tokens = TokenStream::from_str(&without_shebang(text)).map_err(|error| why(&error))?;
    if depth(tokens.clone()) > DEPTH {
        return Err(format!(
            "more than {DEPTH} delimiters stand in one another: this is not read"
        ));
    }
    Ok(tokens.into_iter().collect())
}

/// `#!/usr/bin/env …` as a comment, so that lines and columns stay. `#![no_std]` is none.
fn without_shebang(text: &str) -> String {
    let plain = text.strip_prefix('\u{feff}').unwrap_or(text);
    match plain.strip_prefix("#!") {
        Some(rest) if !rest.trim_start().starts_with('[') => format!("//{rest}"),
        _ => plain.to_owned(),
    }
}

fn why(error: &LexError) -> String {
    let start = error.span().start();
    format!(
        "not Rust, line {}, column {}: a delimiter without its other half, or a literal that doesn't end",
        start.line,
        start.column + 1
    )
}

/// Without recursion, as it guards those who use it.
fn depth(tokens: TokenStream) -> usize {
    let mut deepest = 0;
    let mut open = vec![tokens.into_iter()];
    while let Some(innermost) = open.last_mut() {
        match innermost.next() {
            Some(TokenTree::Group(group)) => open.push(group.stream().into_iter()),
            Some(_) => {}
            None => {
                deepest = deepest.max(open.len() - 1);
                open.pop();
            }
        }
    }
    deepest
}
