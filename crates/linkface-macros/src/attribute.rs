//! The attributes of an item.

use crate::cursor::{Cursor, Tokens, plain};
use proc_macro::{Delimiter, Span, TokenStream, TokenTree};

/// `#[…]`.
#[derive(Clone)]
pub(crate) struct Attribute {
    /// The last name in its path.
    pub(crate) name: String,
    pub(crate) span: Span,
    /// All of it, with the `#`.
    pub(crate) tokens: Tokens,
}

impl Attribute {
    /// What stands in the brackets.
    pub(crate) fn content(&self) -> TokenStream {
        match self.tokens.last() {
            Some(TokenTree::Group(group)) => group.stream(),
            _ => TokenStream::new(),
        }
    }
}

/// The outer attributes that stand next.
pub(crate) fn attributes(cursor: &mut Cursor) -> Vec<Attribute> {
    let mut found = Vec::new();
    while let Some(hash) = cursor.eat_punct('#') {
        let Some(group) = cursor.group(Delimiter::Bracket) else {
            break;
        };
        let mut inner = Cursor::new(group.stream());
        let mut name = String::new();
        while inner.eat_punct(':').is_some() {}
        while let Some(ident) = inner.ident() {
            name = plain(&ident);
            while inner.eat_punct(':').is_some() {}
        }
        // `#[unsafe(no_mangle)]`
        if name == "unsafe"
            && let Some(group) = inner.group(Delimiter::Parenthesis)
            && let Some(ident) = Cursor::new(group.stream()).ident()
        {
            name = plain(&ident);
        }
        found.push(Attribute {
            name,
            span: group.span(),
            tokens: vec![hash, TokenTree::Group(group)],
        });
    }
    found
}

/// Those that every generated item must share: `#[cfg]`.
pub(crate) fn cfgs(attributes: &[Attribute]) -> TokenStream {
    attributes
        .iter()
        .filter(|attribute| attribute.name == "cfg")
        .flat_map(|attribute| attribute.tokens.clone())
        .collect()
}

pub(crate) fn all(attributes: &[Attribute]) -> TokenStream {
    attributes
        .iter()
        .flat_map(|attribute| attribute.tokens.clone())
        .collect()
}
