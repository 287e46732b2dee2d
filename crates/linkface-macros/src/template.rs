//! Tokens from text with holes: `template("fn #name() {}", &[("name", &name)])`.

use proc_macro::{Group, TokenStream, TokenTree};

/// The tokens of `text`, with each `#name` replaced. Its own tokens stand at the macro's call site,
/// for lints of the user's crate to pass over.
///
/// # Panics
///
/// If `text` isn't tokens or names a hole that isn't filled: a mistake in linkface.
pub(crate) fn template(text: &str, holes: &[(&str, &TokenStream)]) -> TokenStream {
    let tokens = text.parse().unwrap_or_else(|error| panic!("linkface: {error} in {text}"));
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
            &$crate::template::IntoTokens::into_tokens(
                &$crate::template::tokens!(@value $name $($value)?)
            ),
        )),*])
    };
    (@value $name:ident) => { $name };
    (@value $name:ident $value:expr) => { $value };
}
pub(crate) use tokens;

/// What can fill a hole.
pub(crate) trait IntoTokens {
    fn into_tokens(&self) -> TokenStream;
}

impl IntoTokens for TokenStream {
    fn into_tokens(&self) -> TokenStream {
        self.clone()
    }
}
impl IntoTokens for proc_macro::Ident {
    fn into_tokens(&self) -> TokenStream {
        TokenTree::Ident(self.clone()).into()
    }
}
impl IntoTokens for Group {
    fn into_tokens(&self) -> TokenStream {
        TokenTree::Group(self.clone()).into()
    }
}
impl IntoTokens for TokenTree {
    fn into_tokens(&self) -> TokenStream {
        self.clone().into()
    }
}
impl IntoTokens for Vec<TokenTree> {
    fn into_tokens(&self) -> TokenStream {
        self.iter().cloned().collect()
    }
}
impl<T: IntoTokens> IntoTokens for &T {
    fn into_tokens(&self) -> TokenStream {
        (*self).into_tokens()
    }
}
impl<T: IntoTokens> IntoTokens for Option<T> {
    fn into_tokens(&self) -> TokenStream {
        self.as_ref().map(IntoTokens::into_tokens).unwrap_or_default()
    }
}
/// A string literal.
impl IntoTokens for str {
    fn into_tokens(&self) -> TokenStream {
        TokenTree::Literal(proc_macro::Literal::string(self)).into()
    }
}
impl IntoTokens for &str {
    fn into_tokens(&self) -> TokenStream {
        str::into_tokens(self)
    }
}
impl IntoTokens for String {
    fn into_tokens(&self) -> TokenStream {
        str::into_tokens(self)
    }
}
impl IntoTokens for u64 {
    fn into_tokens(&self) -> TokenStream {
        TokenTree::Literal(proc_macro::Literal::u64_unsuffixed(*self)).into()
    }
}
impl IntoTokens for usize {
    fn into_tokens(&self) -> TokenStream {
        TokenTree::Literal(proc_macro::Literal::usize_unsuffixed(*self)).into()
    }
}
