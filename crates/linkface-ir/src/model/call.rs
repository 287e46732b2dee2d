//! What `call`, `invoke` and `callbr` have in common.

use super::attribute::Attributes;
use super::{Flags, Operand, Type, Value};

/// A call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call<'a> {
    /// `tail`, `musttail`, `notail`.
    pub tail: Option<&'a str>,
    /// Fast-math words.
    pub flags: Flags,
    /// `fastcc`, `cc 10`, …
    pub convention: Option<&'a str>,
    /// Attributes of the result.
    pub return_attributes: Attributes<'a>,
    /// `addrspace(n)` of the callee.
    pub address_space: Option<u32>,
    /// The type of the result, or of the whole function if it takes `...`.
    pub ty: Type<'a>,
    /// What is called: a [`Value::Constant`] (`@f`), a [`Value::Local`] (`%f`) or a [`Value::Asm`].
    pub callee: Value<'a>,
    /// What it is called with.
    pub arguments: Box<[Argument<'a>]>,
    /// Attributes of the call.
    pub attributes: Attributes<'a>,
    /// `[ "name"(T a, …) ]`.
    pub bundles: Box<[Bundle<'a>]>,
}

impl<'a> Call<'a> {
    /// The type of the result.
    #[must_use]
    pub fn returns(&self) -> &Type<'a> {
        match &self.ty {
            Type::Function(function) => &function.returns,
            ty => ty,
        }
    }
}

/// An argument: `ptr noundef align 8 %x`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Argument<'a> {
    /// Its type.
    pub ty: Type<'a>,
    /// Its attributes.
    pub attributes: Attributes<'a>,
    /// The value.
    pub value: Value<'a>,
}

/// `"align"(ptr %p, i64 8)`: an operand bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle<'a> {
    /// What is between the quotes.
    pub tag: &'a str,
    /// Its operands.
    pub operands: Box<[Operand<'a>]>,
}
