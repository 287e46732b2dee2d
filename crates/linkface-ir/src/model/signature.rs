//! What stands before the body of a function: `define … {`, `declare …`.

use super::attribute::Attributes;
use super::instruction::Attachment;
use super::{Local, Name, Operand, Type};

/// What stands before the body of a function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature<'a> {
    /// Attachments between `declare` and the rest.
    pub declared: Box<[Attachment<'a>]>,
    /// `private`, `internal`, `weak`, … and `dso_local`, `hidden`, `dllexport`, in the order in which
    /// they are written.
    pub words: Box<[&'a str]>,
    /// `fastcc`, `cc 10`, …
    pub convention: Option<&'a str>,
    /// Attributes of the result.
    pub return_attributes: Attributes<'a>,
    /// What it returns.
    pub returns: Type<'a>,
    /// Its name, without `@`.
    pub name: Name<'a>,
    /// What it takes.
    pub parameters: Box<[Parameter<'a>]>,
    /// Whether `...` follows the parameters.
    pub variadic: bool,
    /// `unnamed_addr` or `local_unnamed_addr`.
    pub unnamed: Option<&'a str>,
    /// `addrspace(N)` of the function itself.
    pub address_space: Option<u32>,
    /// Attributes of the function, its groups (`#0`) and its alignment (`align 16`).
    pub attributes: Attributes<'a>,
    /// What is written after them: `section "…"`, `comdat`, `gc "…"`, `partition "…"`, in this order.
    pub clauses: Box<[Clause<'a>]>,
    /// `!dbg !5` and the like.
    pub attachments: Box<[Attachment<'a>]>,
}

/// What may follow the attributes of a function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clause<'a> {
    /// `section "…"`: what is between the quotes.
    Section(&'a str),
    /// `partition "…"`: what is between the quotes.
    Partition(&'a str),
    /// `comdat`, `comdat($name)`.
    Comdat(Option<Name<'a>>),
    /// `align 16`.
    Align(u64),
    /// `gc "…"`: what is between the quotes.
    Gc(&'a str),
    /// `code_model "…"`, `no_sanitize_address`, …: as it is written. Of globals only.
    Word(&'a str),
    /// `prefix T a`.
    Prefix(Operand<'a>),
    /// `prologue T a`.
    Prologue(Operand<'a>),
    /// `personality ptr @f`: who is asked where a panic goes on.
    Personality(Operand<'a>),
}

/// A parameter: `ptr noundef align 8 %x`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter<'a> {
    /// Its type.
    pub ty: Type<'a>,
    /// Its attributes.
    pub attributes: Attributes<'a>,
    /// Its register; without a name in the text it is numbered. None in a `declare` without names.
    pub local: Option<Local>,
    /// Whether the name is written.
    pub named: bool,
}
