//! Arguments of calls.

use super::context::{Check, a};
use crate::model::{Call, Instruction, Type};
use crate::problem::Problem;

/// A word for `n` arguments.
pub(super) fn arguments(number: usize) -> String {
    match number {
        0 => "no argument".to_owned(),
        1 => "1 argument".to_owned(),
        number => format!("{number} arguments"),
    }
}

impl<'c> Check<'c> {
    pub(super) fn call(&mut self, at: &'c Instruction<'c>, call: &'c Call<'c>) {
        for argument in &call.arguments {
            self.operand(at, &argument.ty, &argument.value);
        }
        for bundle in &call.bundles {
            for operand in &bundle.operands {
                self.typed(at, operand);
            }
        }
        let pointer = Type::Ptr(call.address_space.unwrap_or(0));
        if let Some(local) = call.callee.local()
            && self
                .type_of(local)
                .and_then(|ty| self.resolve(ty))
                .is_some_and(|ty| !ty.is_ptr())
        {
            self.operand(at, &pointer, &call.callee);
        }
        self.written_type(at, call);
        self.intrinsic(at, call);
    }

    /// `call i32 (ptr, ...) @printf(…)`: the arguments are those of the type that is written.
    fn written_type(&mut self, at: &Instruction<'c>, call: &Call<'c>) {
        let Type::Function(ty) = &call.ty else { return };
        let (has, wants) = (call.arguments.len(), ty.parameters.len());
        if has < wants || has > wants && !ty.variadic {
            self.report(
                Problem::new(
                    at.span,
                    format!(
                        "this call is written to take {}, and has {has}",
                        arguments(wants)
                    ),
                )
                .label(format!("of type `{}`", call.ty)),
            );
            return;
        }
        for (index, (argument, parameter)) in call.arguments.iter().zip(&ty.parameters).enumerate()
        {
            if !self.same(&argument.ty, parameter) {
                self.report(
                    Problem::new(
                        at.span,
                        format!(
                            "argument {} is {}, and the type of the callee says `{parameter}`",
                            index + 1,
                            a(&argument.ty)
                        ),
                    )
                    .label(format!("of type `{}`", call.ty)),
                );
                return;
            }
        }
    }

    /// LLVM knows what its intrinsics take. Of other functions it believes each call: see the lints.
    fn intrinsic(&mut self, at: &Instruction<'c>, call: &Call<'c>) {
        let Some(name) = call.callee.global() else {
            return;
        };
        if !name.key().starts_with("llvm.") {
            return;
        }
        let Some(declared) = self.verifier.declarations.get(name.key()).copied() else {
            return;
        };
        let (has, wants) = (call.arguments.len(), declared.parameters.len());
        if declared.variadic || has == wants {
            return;
        }
        self.report(
            Problem::new(
                at.span,
                format!("`@{name}` takes {}, and here has {has}", arguments(wants)),
            )
            .label("not what LLVM's own function takes"),
        );
    }
}
