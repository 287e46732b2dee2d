//! Tokens from text with holes: `template("fn #name() {}", &[("name", &name)])`.

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
    fill(tokens, holes)
}

fn fill(tokens: TokenStream, holes: &[(&str, &TokenStream)]) -> TokenStream {
    let mut out = TokenStream::new();
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
                }
                _ => out.extend([token]),
            },
            TokenTree::Group(group) => {
                let mut filled = Group::new(group.delimiter(), fill(group.stream(), holes));
                filled.set_span(group.span());
                out.extend([TokenTree::Group(filled)]);
            }
            other => out.extend([other]),
        }
    }
    out
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
