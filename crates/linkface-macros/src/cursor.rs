//! Reading tokens.

use proc_macro::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};

pub(crate) type Tokens = Vec<TokenTree>;

/// A place in a list of tokens.
pub(crate) struct Cursor {
    tokens: Tokens,
    at: usize,
    /// Where to point when the tokens are at an end.
    end: Span,
}

impl Cursor {
    pub(crate) fn new(tokens: impl IntoIterator<Item = TokenTree>) -> Self {
        let tokens: Tokens = tokens.into_iter().collect();
        let end = tokens.last().map_or_else(Span::call_site, TokenTree::span);
        Self { tokens, at: 0, end }
    }

    pub(crate) fn peek(&self) -> Option<&TokenTree> {
        self.tokens.get(self.at)
    }

    pub(crate) fn next(&mut self) -> Option<TokenTree> {
        let token = self.tokens.get(self.at).cloned();
        self.at += usize::from(token.is_some());
        token
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.at == self.tokens.len()
    }

    /// What is still to come.
    pub(crate) fn ahead(&self) -> &[TokenTree] {
        &self.tokens[self.at..]
    }

    /// Where the next token stands.
    pub(crate) fn span(&self) -> Span {
        self.peek().map_or(self.end, TokenTree::span)
    }

    pub(crate) fn rest(&mut self) -> Tokens {
        self.tokens.split_off(self.at)
    }

    pub(crate) fn is_ident(&self, word: &str) -> bool {
        matches!(self.peek(), Some(TokenTree::Ident(ident)) if ident.to_string() == word)
    }

    pub(crate) fn eat_ident(&mut self, word: &str) -> Option<Ident> {
        self.is_ident(word).then(|| self.ident()).flatten()
    }

    pub(crate) fn ident(&mut self) -> Option<Ident> {
        let Some(TokenTree::Ident(ident)) = self.peek().cloned() else {
            return None;
        };
        self.at += 1;
        Some(ident)
    }

    pub(crate) fn is_punct(&self, sign: char) -> bool {
        matches!(self.peek(), Some(TokenTree::Punct(punct)) if punct.as_char() == sign)
    }

    pub(crate) fn eat_punct(&mut self, sign: char) -> Option<TokenTree> {
        self.is_punct(sign).then(|| self.next()).flatten()
    }

    /// The next token, if it is such a group; also one that a fragment such as `$body:block` of a
    /// `macro_rules!` wraps up.
    pub(crate) fn group(&mut self, delimiter: Delimiter) -> Option<Group> {
        let group = unwrapped(self.peek()?, delimiter)?;
        self.at += 1;
        Some(group)
    }

    pub(crate) fn is_brace(&self) -> bool {
        self.peek()
            .is_some_and(|token| unwrapped(token, Delimiter::Brace).is_some())
    }

    /// Takes the tokens up to a `;`: a value, in which `<` doesn't open anything.
    pub(crate) fn value(&mut self) -> Tokens {
        let mut taken = Tokens::new();
        while !self.is_empty() && !self.is_punct(';') {
            taken.extend(self.next());
        }
        taken
    }

    /// Takes the tokens up to the first, outside of angle brackets, that `stop` wants.
    pub(crate) fn until(&mut self, stop: &dyn Fn(&Self) -> bool) -> Tokens {
        let mut taken = Tokens::new();
        let mut depth = 0_u32;
        let mut arrow = false;
        while let Some(token) = self.peek() {
            let ends_arrow = arrow && self.is_punct('>');
            if depth == 0 && !ends_arrow && stop(self) {
                break;
            }
            if let TokenTree::Punct(punct) = token {
                match punct.as_char() {
                    '<' => depth += 1,
                    '>' if !arrow => depth = depth.saturating_sub(1),
                    _ => {}
                }
                arrow = matches!(punct.as_char(), '-' | '=');
            } else {
                arrow = false;
            }
            taken.extend(self.next());
        }
        taken
    }
}

fn unwrapped(token: &TokenTree, delimiter: Delimiter) -> Option<Group> {
    let TokenTree::Group(group) = token else {
        return None;
    };
    if group.delimiter() == delimiter {
        return Some(group.clone());
    }
    if group.delimiter() != Delimiter::None {
        return None;
    }
    let mut inside = group.stream().into_iter();
    match (inside.next(), inside.next()) {
        (Some(only), None) => unwrapped(&only, delimiter),
        _ => None,
    }
}

/// The parts between commas, outside of angle brackets; a trailing comma makes none.
pub(crate) fn split_commas(tokens: impl IntoIterator<Item = TokenTree>) -> Vec<Tokens> {
    let mut cursor = Cursor::new(tokens);
    let mut parts = Vec::new();
    while !cursor.is_empty() {
        parts.push(cursor.until(&|cursor| cursor.is_punct(',')));
        cursor.next();
    }
    parts
}

/// The tokens inside the invisible group that a fragment such as `$t:ty` of a `macro_rules!` leaves.
pub(crate) fn visible(tokens: &[TokenTree]) -> Tokens {
    match tokens {
        [TokenTree::Group(group)] if group.delimiter() == Delimiter::None => {
            visible(&group.stream().into_iter().collect::<Tokens>())
        }
        _ => tokens.to_vec(),
    }
}

/// Whether an identifier stands somewhere in the tokens.
pub(crate) fn mentions(tokens: &[TokenTree], word: &str) -> Option<Span> {
    tokens.iter().find_map(|token| match token {
        TokenTree::Ident(ident) if ident.to_string() == word => Some(ident.span()),
        TokenTree::Group(group) => mentions(&group.stream().into_iter().collect::<Tokens>(), word),
        _ => None,
    })
}

/// The tokens with every identifier that `replace` wants replaced, at any depth.
pub(crate) fn map_idents(
    tokens: impl IntoIterator<Item = TokenTree>,
    replace: &dyn Fn(&Ident) -> Option<TokenStream>,
) -> TokenStream {
    let mut out = TokenStream::new();
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => match replace(&ident) {
                Some(tokens) => out.extend(tokens),
                None => out.extend([TokenTree::Ident(ident)]),
            },
            TokenTree::Group(group) => {
                let mut mapped = Group::new(group.delimiter(), map_idents(group.stream(), replace));
                mapped.set_span(group.span());
                out.extend([TokenTree::Group(mapped)]);
            }
            other => out.extend([other]),
        }
    }
    out
}

/// The name without `r#`.
pub(crate) fn plain(ident: &Ident) -> String {
    let name = ident.to_string();
    name.strip_prefix("r#")
        .map_or(name.clone(), ToOwned::to_owned)
}

pub(crate) fn stream(tokens: &[TokenTree]) -> TokenStream {
    tokens.iter().cloned().collect()
}

/// From the first token to the last, as far as stable Rust can say: the first.
pub(crate) fn span_of(tokens: &[TokenTree]) -> Span {
    tokens.first().map_or_else(Span::call_site, TokenTree::span)
}
