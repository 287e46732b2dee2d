//! What LLVM accepts, and what can't be meant.

use super::calls::arguments;
use super::context::{Check, a};
use crate::model::function::{Definition, InstId, Local};
use crate::model::{BinaryOp, Call, Constant, Instruction, IntPredicate, Op, Type, Value};
use crate::problem::Problem;

/// A `select`, and the registers between which it chooses.
#[derive(Clone, Copy)]
struct Choice {
    select: InstId,
    values: [Option<Local>; 2],
}

impl<'c> Check<'c> {
    pub(super) fn lints(&mut self) {
        self.unguarded_divisions();
        for instruction in self.function.instructions() {
            if let Some(call) = instruction.op.call() {
                self.other_signature(instruction, call);
            }
        }
    }

    /// The article's `safe_div`: a `select` looks at the divisor, but the division was before.
    fn unguarded_divisions(&mut self) {
        // Divisors that are compared with zero, and the comparisons.
        let mut zero_tests: Vec<(Local, InstId)> = Vec::new();
        for (index, instruction) in self.function.instructions().iter().enumerate() {
            if let Op::ICmp {
                predicate: IntPredicate::Eq | IntPredicate::Ne,
                left: Value::Local(local),
                right: Value::Constant(Constant::Int("0")),
                ..
            } = &instruction.op
            {
                zero_tests.push((*local, InstId(u32::try_from(index).unwrap_or(u32::MAX))));
            }
        }
        if zero_tests.is_empty() {
            return;
        }
        // By result: who looks at it.
        let mut chooses: Vec<Option<Choice>> = vec![None; self.function.locals().len()];
        let mut decides: Vec<bool> = vec![false; self.function.locals().len()];
        for (index, instruction) in self.function.instructions().iter().enumerate() {
            let id = InstId(u32::try_from(index).unwrap_or(u32::MAX));
            match &instruction.op {
                Op::Select {
                    condition,
                    then,
                    otherwise,
                    ..
                } => {
                    if let Some(slot) = condition
                        .value
                        .local()
                        .and_then(|local| chooses.get_mut(local.index()))
                    {
                        slot.get_or_insert(Choice {
                            select: id,
                            values: [then.value.local(), otherwise.value.local()],
                        });
                    }
                }
                // Anything else may well keep the division from being reached.
                op => {
                    for local in op.uses() {
                        if let Some(decides) = decides.get_mut(local.index()) {
                            *decides = true;
                        }
                    }
                }
            }
        }
        for (divisor, test) in zero_tests {
            let Some(result) = self.function.instruction(test).result else {
                continue;
            };
            if decides.get(result.index()).copied().unwrap_or(true) {
                continue;
            }
            let Some(Some(choice)) = chooses.get(result.index()).copied() else {
                continue;
            };
            for chosen in choice.values.into_iter().flatten() {
                let Definition::Result(division) = self.definition(chosen) else {
                    continue;
                };
                if let Op::Binary {
                    op: op @ (BinaryOp::UDiv | BinaryOp::SDiv | BinaryOp::URem | BinaryOp::SRem),
                    right: Value::Local(by),
                    ..
                } = &self.function.instruction(division).op
                    && *by == divisor
                {
                    self.unguarded(division, *op, divisor, test, choice.select);
                }
            }
        }
    }

    fn unguarded(
        &mut self,
        division: InstId,
        op: BinaryOp,
        divisor: Local,
        test: InstId,
        select: InstId,
    ) {
        let name = self.name(divisor);
        let word = op.word();
        let instruction = self.function.instruction(division);
        let problem = Problem::new(
            instruction.span,
            format!("this `{word}` happens even if `{name}` is 0"),
        )
        .label("undefined behaviour then")
        .related(self.function.instruction(test).span, "compared with 0")
        .related(
            self.function.instruction(select).span,
            "only chooses between values that are there already",
        )
        .help(
            "`select` is no `if`: both of its values are computed, and division by zero is undefined \
             behaviour, not a value",
        )
        .help(format!(
            "write `br` on the comparison, and put the `{word}` into the block where `{name}` isn't 0"
        ));
        self.report(problem);
    }

    /// With opaque pointers LLVM believes each call; one that doesn't fit is undefined behaviour when it
    /// happens.
    fn other_signature(&mut self, at: &Instruction<'c>, call: &Call<'c>) {
        let Some(name) = call.callee.global() else {
            return;
        };
        let Some(declared) = self.verifier.declarations.get(name.key()).copied() else {
            return;
        };
        if declared.variadic || matches!(call.ty, Type::Function(_)) {
            return;
        }
        let (has, wants) = (call.arguments.len(), declared.parameters.len());
        if has != wants {
            self.report(
                Problem::new(
                    at.span,
                    format!("`@{name}` takes {}, and here has {has}", arguments(wants)),
                )
                .label("undefined behaviour if it is called")
                .help("LLVM doesn't compare a call with what it calls: pointers have no types"),
            );
            return;
        }
        let mut parameters = call.arguments.iter().zip(&declared.parameters);
        let wrong =
            parameters.position(|(argument, parameter)| !self.same(&argument.ty, &parameter.ty));
        if let Some(index) = wrong {
            let (argument, parameter) = (&call.arguments[index], &declared.parameters[index]);
            self.report(
                Problem::new(
                    at.span,
                    format!(
                        "argument {} of `@{name}` is {}, and here {}",
                        index + 1,
                        a(&parameter.ty),
                        a(&argument.ty)
                    ),
                )
                .label("undefined behaviour if it is called")
                .help("LLVM doesn't compare a call with what it calls: pointers have no types"),
            );
        }
    }
}
