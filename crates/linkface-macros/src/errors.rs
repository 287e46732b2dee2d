//! Mistakes in what the user wrote: all of one input are reported at once.

use crate::cursor::Tokens;
use crate::template::template;
use proc_macro::{Literal, Span, TokenStream, TokenTree};

/// A mistake: where it stands, what is wrong and what to write instead.
pub(crate) struct Mistake {
    from: Span,
    to: Span,
    text: String,
}

impl Mistake {
    pub(crate) fn at(span: Span, text: impl Into<String>) -> Self {
        Self {
            from: span,
            to: span,
            text: text.into(),
        }
    }

    /// On all of `tokens`.
    pub(crate) fn on(tokens: &[TokenTree], text: impl Into<String>) -> Self {
        let span = |token: Option<&TokenTree>| token.map_or_else(Span::call_site, TokenTree::span);
        Self {
            from: span(tokens.first()),
            to: span(tokens.last()),
            text: text.into(),
        }
    }
}

/// The mistakes found so far.
#[derive(Default)]
pub(crate) struct Errors(Vec<Mistake>);

impl Errors {
    pub(crate) fn add(&mut self, mistake: Mistake) {
        self.0.push(mistake);
    }

    pub(crate) fn at(&mut self, span: Span, text: impl Into<String>) {
        self.add(Mistake::at(span, text));
    }

    /// Keeps the mistake of a failed result.
    pub(crate) fn take<T>(&mut self, result: Result<T, Mistake>) -> Option<T> {
        result.map_err(|mistake| self.add(mistake)).ok()
    }

    pub(crate) fn append(&mut self, more: Self) {
        self.0.extend(more.0);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// One `compile_error!` for each mistake.
    pub(crate) fn report(self) -> TokenStream {
        self.0
            .into_iter()
            .flat_map(|Mistake { from, to, text }| {
                let mut literal = TokenTree::Literal(Literal::string(&text));
                literal.set_span(to);
                let call = template(
                    "::core::compile_error! { #text }",
                    &[("text", &TokenStream::from(literal))],
                );
                // rustc underlines from the first token to the last.
                let mut tokens: Tokens = call.into_iter().collect();
                let last = tokens.len() - 1;
                for (n, token) in tokens.iter_mut().enumerate() {
                    if let TokenTree::Group(group) = token {
                        group.set_span(to);
                    } else {
                        token.set_span(if n == last { to } else { from });
                    }
                }
                tokens
            })
            .collect()
    }
}
