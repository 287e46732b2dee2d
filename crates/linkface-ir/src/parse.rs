//! From text to the model.
//!
//! Nothing here fails: what isn't known is kept as it is written, and what is wrong is a
//! [`Problem`](crate::problem::Problem) of the function.

mod attribute;
mod constant;
mod cursor;
mod few;
mod function;
mod global;
mod index;
mod instruction;
mod meta;
mod outline;
mod signature;
mod ty;

use crate::metadata::Node;
use crate::model::Function;
use crate::module::{Module, Outline};
use crate::span::Span;
use cursor::Cursor;
use std::sync::OnceLock;

impl<'a> Module<'a> {
    /// Finds the functions of `text`.
    ///
    /// What lies beyond the first 4 GiB isn't read.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let end = text.floor_char_boundary(u32::MAX as usize - 1);
        let text = &text[..end];
        Self {
            text,
            functions: index::functions(text),
            outline: OnceLock::new(),
            metadata: OnceLock::new(),
        }
    }

    /// What is in the module beside the functions that it defines. It is read once, at the first call.
    pub fn outline(&self) -> &Outline<'a> {
        self.outline
            .get_or_init(|| outline::read(self.text, &self.functions))
    }

    /// The numbered nodes. They are found once, at the first call.
    pub fn metadata(&self) -> &crate::metadata::Metadata<'a> {
        self.metadata.get_or_init(|| index::metadata(self.text))
    }
}

/// Reads the function at `span`.
pub(crate) fn function(text: &str, span: Span) -> Function<'_> {
    function::read(&text[..span.range().end], span.range().start)
}

/// Reads the node at `span`.
pub(crate) fn node(text: &str, span: Span) -> Node<'_> {
    meta::node(&mut Cursor::new(
        &text[..span.range().end],
        span.range().start,
    ))
}
