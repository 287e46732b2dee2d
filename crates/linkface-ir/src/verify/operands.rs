//! Each value has the type that is written before it.

use super::context::Check;
use crate::model::function::{Definition, Local};
use crate::model::{Constant, Instruction, Type, Value};
use crate::problem::Problem;

impl<'c> Check<'c> {
    /// `value`, which is the `nth` use of its name in `instruction`, is written to be of type `ty`.
    pub(super) fn operand(
        &mut self,
        instruction: &Instruction<'c>,
        ty: &Type<'c>,
        value: &Value<'c>,
    ) {
        match value {
            Value::Local(local) => self.register(instruction, ty, *local),
            Value::Constant(constant) => self.constant(instruction, ty, constant),
            Value::Metadata(_) | Value::Asm(_) => {}
        }
    }

    fn register(&mut self, instruction: &Instruction<'c>, ty: &Type<'c>, local: Local) {
        // Said already.
        if self.is_ambiguous(local) || matches!(self.definition(local), Definition::Block(_)) {
            return;
        }
        let Some(is) = self.type_of(local) else {
            return;
        };
        if is.is_void() || self.same(is, ty) {
            return;
        }
        let name = self.name(local);
        let message = format!("`{name}` is of type `{is}`, and used as `{ty}`");
        let is = is.to_string();
        let mut problem = Problem::new(self.place(instruction, local, 0), message)
            .label(format!("`{ty}` is written before it"));
        if let Some(span) = self.defined_at(local) {
            problem = problem.related(span, format!("is `{is}`"));
        }
        let advice = match (self.type_of(local), ty) {
            (Some(Type::Int(from)), Type::Int(to)) if from < to => Some(format!(
                "to make it wider, write `zext {is} {name} to {ty}` (unsigned) or `sext {is} {name} to \
                 {ty}` (signed)"
            )),
            (Some(Type::Int(_)), Type::Int(_)) => {
                Some(format!("to cut it, write `trunc {is} {name} to {ty}`"))
            }
            (Some(Type::Ptr(_)), Type::Int(_)) => Some(format!(
                "for its address, write `ptrtoint {is} {name} to {ty}`; for what is there, `load {ty}, \
                 {is} {name}`"
            )),
            _ => None,
        };
        self.report(match advice {
            Some(advice) => problem.help(advice),
            None => problem,
        });
    }

    fn constant(&mut self, instruction: &Instruction<'c>, ty: &Type<'c>, constant: &Constant<'c>) {
        let Some(resolved) = self.resolve(ty) else {
            return;
        };
        let (what, wants) = match (constant, resolved) {
            (Constant::Int(_), Type::Int(_))
            | (Constant::Bool(_), Type::Int(1))
            | (Constant::Float(_), Type::Float(_))
            | (Constant::Null | Constant::Global(_), Type::Ptr(_))
            | (Constant::None, Type::Token) => return,
            (Constant::Int(text), Type::Float(_)) => {
                let help = format!("write `{text}.0`: a number with a point is floating-point");
                self.report(
                    Problem::new(
                        instruction.span,
                        format!("`{text}` is a whole number, and used as `{ty}`"),
                    )
                    .help(help),
                );
                return;
            }
            (Constant::Int(text), _) => (*text, "an integer"),
            (Constant::Bool(true), _) => ("true", "an `i1`"),
            (Constant::Bool(false), _) => ("false", "an `i1`"),
            // What begins with `0x` may be one or the other to us.
            (Constant::Float(text), Type::Int(_)) if text.starts_with("0x") => return,
            (Constant::Float(text), _) => (*text, "a floating-point number"),
            (Constant::Null, _) => ("null", "a pointer"),
            (Constant::Global(name), _) => {
                let message = format!("`@{name}` is an address, and used as `{ty}`");
                self.report(Problem::new(instruction.span, message).help(format!(
                    "write `ptr @{name}`; what is there has to be loaded"
                )));
                return;
            }
            (Constant::None, _) => ("none", "a `token`"),
            _ => return,
        };
        let message = format!("`{what}` is {wants}, and used as `{ty}`");
        self.report(Problem::new(instruction.span, message));
    }
}
