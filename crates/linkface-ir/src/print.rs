//! From the model to text, as LLVM writes it.
//!
//! A function that LLVM wrote is written again byte for byte. What people write by hand comes out in
//! LLVM's layout: comments at the ends of lines are lost, and results without a name get their number.

mod attribute;
mod constant;
mod function;
mod instruction;
mod signature;
mod ty;

use crate::model::{Function, Instruction, Local, Operand, Value};
use std::fmt::{self, Display, Write};

/// Writes parts of a function.
#[derive(Clone, Copy, Debug)]
pub struct Printer<'f, 'a> {
    function: &'f Function<'a>,
}

impl<'f, 'a> Printer<'f, 'a> {
    /// For parts of `function`.
    #[must_use]
    pub fn new(function: &'f Function<'a>) -> Self {
        Self { function }
    }

    /// The whole function, from `define` to `}`, without a line break behind it.
    #[must_use]
    pub fn function(self) -> String {
        let mut out = String::with_capacity(self.function.span().range().len() + 64);
        // Writing to a string can't fail.
        let _ = self.write_function(&mut out);
        out
    }

    /// What stands before the body: from `define` up to, not including, ` {`.
    #[must_use]
    pub fn signature(self) -> String {
        let mut out = String::from("define");
        let _ = self.write_signature(self.function.signature(), &mut out);
        out
    }

    /// One instruction, without the space before it; a `switch` and others have several lines.
    #[must_use]
    pub fn instruction(self, instruction: &Instruction<'a>) -> String {
        let mut out = String::new();
        let _ = self.write_instruction(instruction, &mut out);
        out
    }

    /// A value with its type: `i32 %x`.
    #[must_use]
    pub fn operand(self, operand: &Operand<'a>) -> String {
        let mut out = String::new();
        let _ = self.write_operand(operand, &mut out);
        out
    }

    /// A value: `%x`.
    #[must_use]
    pub fn value(self, value: &Value<'a>) -> String {
        let mut out = String::new();
        let _ = self.write_value(value, &mut out);
        out
    }

    /// A register or label: `%x`.
    #[must_use]
    pub fn local(self, local: Local) -> String {
        let mut out = String::new();
        let _ = self.write_local(local, &mut out);
        out
    }

    fn write_local(self, local: Local, out: &mut String) -> fmt::Result {
        match self.function.locals().get(local.index()) {
            Some(info) => {
                out.push('%');
                out.push_str(info.name.as_written());
                Ok(())
            }
            None => out.write_str("%?"),
        }
    }
}

/// Writes `items` with `, ` between them.
fn separated<T>(
    items: impl IntoIterator<Item = T>,
    out: &mut String,
    mut write: impl FnMut(T, &mut String) -> fmt::Result,
) -> fmt::Result {
    for (index, item) in items.into_iter().enumerate() {
        if index > 0 {
            out.push_str(", ");
        }
        write(item, out)?;
    }
    Ok(())
}

/// Writes each of `words` and a space.
fn words<T: Display>(words: impl IntoIterator<Item = T>, out: &mut String) -> fmt::Result {
    words
        .into_iter()
        .try_for_each(|word| write!(out, "{word} "))
}
