//! One file: where its functions and other items are.

use crate::metadata::Metadata;
use crate::model::attribute::Attributes;
use crate::model::instruction::Attachment;
use crate::model::signature::Clause;
use crate::model::{Constant, Function, Name, Signature, Type};
use crate::span::Span;
use std::sync::OnceLock;

/// One file of LLVM IR.
///
/// Making one finds the functions, and nothing else. Everything is read when it is asked for, and
/// functions can be read by several threads at once.
#[derive(Debug)]
pub struct Module<'a> {
    pub(crate) text: &'a str,
    pub(crate) functions: Vec<Entry<'a>>,
    pub(crate) outline: OnceLock<Outline<'a>>,
    pub(crate) metadata: OnceLock<Metadata<'a>>,
}

/// A function that is defined in the module: where it is. [`Entry::parse`] reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    /// Its name, without `@`.
    pub name: Name<'a>,
    /// From `define` to `}`.
    pub span: Span,
    pub(crate) text: &'a str,
}

/// What is in the module beside the functions that it defines.
#[derive(Clone, Debug, Default)]
pub struct Outline<'a> {
    /// `source_filename = "…"`: what is between the quotes.
    pub source_filename: Option<&'a str>,
    /// `target datalayout = "…"`: what is between the quotes.
    pub data_layout: Option<&'a str>,
    /// `target triple = "…"`: what is between the quotes.
    pub triple: Option<&'a str>,
    /// `module asm "…"`: what is between the quotes.
    pub assembly: Vec<&'a str>,
    /// `%T = type …`.
    pub types: Vec<(Name<'a>, Type<'a>)>,
    /// `@x = global …`.
    pub globals: Vec<Global<'a>>,
    /// `@x = alias …`, `@x = ifunc …`.
    pub aliases: Vec<Alias<'a>>,
    /// `declare …`: functions from elsewhere.
    pub declarations: Vec<Signature<'a>>,
    /// `attributes #0 = { … }`.
    pub attribute_groups: Vec<(u32, Attributes<'a>)>,
    /// `!llvm.module.flags = !{!0, !1}`: the name, and the numbers of the nodes.
    pub named_metadata: Vec<(Name<'a>, Vec<u32>)>,
    /// `$name = comdat any`: groups of which the linker keeps one.
    pub comdats: Vec<(Name<'a>, &'a str)>,
    /// `^0 = …` and `uselistorder …`: notes that LLVM makes for itself.
    pub directives: Vec<Span>,
    /// Items that we don't know, as they are written.
    pub other: Vec<Span>,
}

/// A global variable or constant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Global<'a> {
    /// Its name, without `@`.
    pub name: Name<'a>,
    /// `private`, `external`, `hidden`, `thread_local`, `unnamed_addr`, … in the order in which they
    /// are written.
    pub words: Vec<&'a str>,
    /// Whether it can't be written: `constant`, not `global`.
    pub constant: bool,
    /// Its address space.
    pub address_space: u32,
    /// Its type.
    pub ty: Type<'a>,
    /// What it holds at the start; none if it is defined elsewhere.
    pub initial: Option<Constant<'a>>,
    /// `section`, `comdat`, `align`, `partition`, `code_model`.
    pub clauses: Vec<Clause<'a>>,
    /// Attributes: groups.
    pub attributes: Attributes<'a>,
    /// `!dbg !5` and the like.
    pub attachments: Vec<Attachment<'a>>,
    /// Where it is.
    pub span: Span,
}

/// Another name of a function or global.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias<'a> {
    /// Its name, without `@`.
    pub name: Name<'a>,
    /// `internal`, `weak`, `hidden`, `unnamed_addr`, … in the order in which they are written.
    pub words: Vec<&'a str>,
    /// Whether the loader asks a function for the address: `ifunc`.
    pub indirect: bool,
    /// The type of what it names.
    pub ty: Type<'a>,
    /// What it names.
    pub target: Constant<'a>,
    /// `partition "…"`.
    pub clauses: Vec<Clause<'a>>,
    /// Where it is.
    pub span: Span,
}

impl<'a> Module<'a> {
    /// The text it was made of.
    #[must_use]
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// The functions that it defines, in the order of the text.
    #[must_use]
    pub fn functions(&self) -> &[Entry<'a>] {
        &self.functions
    }

    /// The function that it defines under this name, without `@`: mangled, as it is in the text.
    #[must_use]
    pub fn function(&self, name: &str) -> Option<Entry<'a>> {
        self.functions
            .iter()
            .find(|entry| entry.name.key() == name)
            .copied()
    }
}

impl<'a> Entry<'a> {
    /// Its text, from `define` to `}`.
    #[must_use]
    pub fn text(&self) -> &'a str {
        self.span.of(self.text)
    }

    /// Reads it. What can't be read is in [`Function::problems`].
    #[must_use]
    pub fn parse(&self) -> Function<'a> {
        crate::parse::function(self.text, self.span)
    }
}
