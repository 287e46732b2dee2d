//! From text to the model.
//!
//! Nothing here fails: what isn't known is kept as it is written, and what is wrong is a
//! [`Problem`](crate::problem::Problem) of the function.

use crate::metadata::Node;
use crate::model::Function;
use crate::module::Module;
use crate::span::Span;

impl<'a> Module<'a> {
    /// Finds the functions of `text`.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let _ = text;
        todo!()
    }
}

/// Reads the function at `span`.
pub(crate) fn function(text: &str, span: Span) -> Function<'_> {
    let _ = (text, span);
    todo!()
}

/// Reads the node at `span`.
pub(crate) fn node(text: &str, span: Span) -> Node<'_> {
    let _ = (text, span);
    todo!()
}
