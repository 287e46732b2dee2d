//! The head of an item: attributes, visibility, keyword.

use crate::attribute::{Attribute, attributes};
use crate::cursor::{Cursor, Tokens};
use proc_macro::{Delimiter, TokenTree};

/// `pub`, `pub(crate)`, … or nothing.
#[derive(Clone)]
pub(crate) struct Visibility(pub(crate) Tokens);

impl Visibility {
    pub(crate) fn parse(cursor: &mut Cursor) -> Self {
        // `$vis:vis` of a `macro_rules!`
        if let Some(group) = cursor.group(Delimiter::None) {
            return Self(group.stream().into_iter().collect());
        }
        let mut tokens: Tokens = cursor
            .eat_ident("pub")
            .map(TokenTree::Ident)
            .into_iter()
            .collect();
        if !tokens.is_empty() {
            tokens.extend(cursor.group(Delimiter::Parenthesis).map(TokenTree::Group));
        }
        Self(tokens)
    }

    /// Visible wherever the module is.
    pub(crate) fn is_public(&self) -> bool {
        self.0.len() == 1
    }
}

/// What kind of item comes next.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Keyword {
    Fn,
    Static,
    Trait,
    Impl,
    Mod,
    Type,
    Use,
    Other,
}

/// The head of an item; the cursor stands behind its visibility.
pub(crate) struct Head {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) visibility: Visibility,
    pub(crate) keyword: Keyword,
}

impl Head {
    pub(crate) fn parse(cursor: &mut Cursor) -> Self {
        let attributes = attributes(cursor);
        let visibility = Visibility::parse(cursor);
        Self {
            attributes,
            visibility,
            keyword: keyword(cursor),
        }
    }
}

/// The first word ahead that says what the item is.
fn keyword(cursor: &Cursor) -> Keyword {
    for token in cursor.ahead() {
        match token {
            TokenTree::Ident(word) => match word.to_string().as_str() {
                "fn" => return Keyword::Fn,
                "static" => return Keyword::Static,
                "trait" => return Keyword::Trait,
                "impl" => return Keyword::Impl,
                "mod" => return Keyword::Mod,
                "type" => return Keyword::Type,
                "use" => return Keyword::Use,
                "const" | "async" | "unsafe" | "safe" | "extern" | "auto" => {}
                _ => return Keyword::Other,
            },
            // The `"C"` of `extern "C" fn`.
            TokenTree::Literal(_) => {}
            _ => return Keyword::Other,
        }
    }
    Keyword::Other
}
