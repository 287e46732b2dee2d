//! What is wrong with the text, and what to write instead.

use crate::span::Span;
use std::borrow::Cow;

/// Something that LLVM would refuse, or that can't mean what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub span: Span,
    /// What is wrong, in one line, without a full stop.
    pub message: Cow<'static, str>,
    /// What to say at the place itself; may be empty.
    pub label: Cow<'static, str>,
    /// Other places that matter, with what to say there.
    pub related: Vec<(Span, Cow<'static, str>)>,
    /// What to do, or why it is so; each is a line of its own.
    pub help: Vec<Cow<'static, str>>,
}

impl Problem {
    /// Of `span`, with nothing but a message.
    pub fn new(span: Span, message: impl Into<Cow<'static, str>>) -> Self {
        Self {
            span,
            message: message.into(),
            label: Cow::Borrowed(""),
            related: Vec::new(),
            help: Vec::new(),
        }
    }

    /// With what to say at the place itself.
    #[must_use]
    pub fn label(mut self, label: impl Into<Cow<'static, str>>) -> Self {
        self.label = label.into();
        self
    }

    /// With another place.
    #[must_use]
    pub fn related(mut self, span: Span, label: impl Into<Cow<'static, str>>) -> Self {
        self.related.push((span, label.into()));
        self
    }

    /// With advice.
    #[must_use]
    pub fn help(mut self, help: impl Into<Cow<'static, str>>) -> Self {
        self.help.push(help.into());
        self
    }
}
