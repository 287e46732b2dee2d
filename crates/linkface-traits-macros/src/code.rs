//! Code in messages.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};
use quote::ToTokens;

/// `tokens` as people write them.
pub(crate) fn code(tokens: impl ToTokens) -> String {
    let mut text = String::new();
    write(tokens.into_token_stream(), &mut text);
    text
}

fn write(tokens: TokenStream, text: &mut String) {
    let mut joint = true;
    for token in tokens {
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::Brace => ("{ ", " }"),
                    Delimiter::None => ("", ""),
                };
                if !joint && group.delimiter() != Delimiter::Parenthesis || ends_with_keyword(text)
                {
                    text.push(' ');
                }
                text.push_str(open);
                write(group.stream(), text);
                text.push_str(close);
                joint = false;
            }
            TokenTree::Punct(punct) => {
                let sign = punct.as_char();
                let spaced = matches!(sign, '+' | '=' | '|') || (sign == '-' && !joint);
                if (spaced && !text.ends_with([' ', '=', '|']))
                    || (sign == '&' && !joint)
                    || (sign == '\'' && !joint)
                    || (sign == ':' && !joint && ends_with_keyword(text))
                {
                    text.push(' ');
                }
                // The `>` of `->`.
                let arrow = sign == '>' && text.ends_with('-');
                text.push(sign);
                let after = arrow || matches!(sign, '+' | '=' | ',' | ';');
                let colon =
                    sign == ':' && punct.spacing() == Spacing::Alone && !text.ends_with("::");
                if after || colon {
                    text.push(' ');
                }
                joint = sign != '>' || arrow;
            }
            TokenTree::Ident(ident) => {
                if !joint {
                    text.push(' ');
                }
                text.push_str(&ident.to_string());
                joint = false;
            }
            TokenTree::Literal(literal) => {
                if !joint {
                    text.push(' ');
                }
                text.push_str(&literal.to_string());
                joint = false;
            }
        }
    }
}

/// Whether a path that begins with `::` may follow.
fn ends_with_keyword(text: &str) -> bool {
    let word = text.rsplit(|c: char| !c.is_alphanumeric()).next();
    matches!(word, Some("mut" | "dyn" | "impl" | "as" | "const"))
}
