//! Tokens from text with holes: `template("fn #name() {}", &[("name", &name)])`.

use crate::cursor::Tokens;
use proc_macro::{Group, TokenStream, TokenTree};

/// The tokens of `text`, with each `#name` replaced. Its own tokens stand at the macro's call site,
/// for lints of the user's crate to pass over.
///
/// # Panics
///
/// If `text` isn't tokens or names a hole that isn't filled: a mistake in linkface.
pub(crate) fn template(text: &str, holes: &[(&str, &TokenStream)]) -> TokenStream {
    let tokens = text
        .parse()
        .unwrap_or_else(|error| panic!("linkface: {error} in {text}"));
    let mut out = Tokens::new();
    fill(tokens, holes, &mut out);
    out.into_iter().collect()
}

/// Appends the filled tokens, and says whether there was a hole. Streams are handles into the
/// compiler, so they are made as seldom as can be: a group without a hole stays as it is.
fn fill(tokens: TokenStream, holes: &[(&str, &TokenStream)], out: &mut Tokens) -> bool {
    let mut filled = false;
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(ref sign) if sign.as_char() == '#' => match tokens.peek() {
                Some(TokenTree::Ident(name)) => {
                    let name = name.to_string();
                    let Some((_, filling)) = holes.iter().find(|(hole, _)| *hole == name) else {
                        panic!("linkface: nothing for #{name}");
                    };
                    tokens.next();
                    out.extend(TokenStream::clone(filling));
                    filled = true;
                }
                _ => out.push(token),
            },
            TokenTree::Group(group) => {
                let mut inside = Tokens::new();
                if fill(group.stream(), holes, &mut inside) {
                    let mut with_holes =
                        Group::new(group.delimiter(), inside.into_iter().collect());
                    with_holes.set_span(group.span());
                    out.push(TokenTree::Group(with_holes));
                    filled = true;
                } else {
                    out.push(TokenTree::Group(group));
                }
            }
            other => out.push(other),
        }
    }
    filled
}

/// `template!("text", name, other = expression)`: holes by the names of variables.
macro_rules! tokens {
    ($text:literal $(, $name:ident $(= $value:expr)?)* $(,)?) => {
        $crate::template::template($text, &[$((
            stringify!($name),
            &$crate::template::ToTokens::to_tokens(
                &$crate::template::tokens!(@value $name $($value)?)
            ),
        )),*])
    };
    (@value $name:ident) => { $name };
    (@value $name:ident $value:expr) => { $value };
}
pub(crate) use tokens;

/// What can fill a hole.
pub(crate) trait ToTokens {
    fn to_tokens(&self) -> TokenStream;
}

impl ToTokens for TokenStream {
    fn to_tokens(&self) -> TokenStream {
        self.clone()
    }
}
impl ToTokens for proc_macro::Ident {
    fn to_tokens(&self) -> TokenStream {
        TokenTree::Ident(self.clone()).into()
    }
}
impl ToTokens for Group {
    fn to_tokens(&self) -> TokenStream {
        TokenTree::Group(self.clone()).into()
    }
}
impl ToTokens for TokenTree {
    fn to_tokens(&self) -> TokenStream {
        self.clone().into()
    }
}
impl ToTokens for Vec<TokenTree> {
    fn to_tokens(&self) -> TokenStream {
        self.iter().cloned().collect()
    }
}
impl<T: ToTokens> ToTokens for &T {
    fn to_tokens(&self) -> TokenStream {
        (*self).to_tokens()
    }
}
impl<T: ToTokens> ToTokens for Option<T> {
    fn to_tokens(&self) -> TokenStream {
        self.as_ref().map(ToTokens::to_tokens).unwrap_or_default()
    }
}
/// A string literal.
impl ToTokens for str {
    fn to_tokens(&self) -> TokenStream {
        TokenTree::Literal(proc_macro::Literal::string(self)).into()
    }
}
impl ToTokens for &str {
    fn to_tokens(&self) -> TokenStream {
        str::to_tokens(self)
    }
}
impl ToTokens for String {
    fn to_tokens(&self) -> TokenStream {
        str::to_tokens(self)
    }
}
impl ToTokens for u64 {
    fn to_tokens(&self) -> TokenStream {
        TokenTree::Literal(proc_macro::Literal::u64_unsuffixed(*self)).into()
    }
}
impl ToTokens for usize {
    fn to_tokens(&self) -> TokenStream {
        TokenTree::Literal(proc_macro::Literal::usize_unsuffixed(*self)).into()
    }
}
