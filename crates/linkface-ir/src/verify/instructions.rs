//! The types that each instruction takes.

use super::context::{Check, a};
use super::results::Lanes;
use crate::model::{BinaryOp, Constant, Instruction, Local, Op, Operand, Type, Value};
use crate::problem::Problem;
use rustc_hash::FxHashSet;

impl<'c> Check<'c> {
    /// The types of every instruction.
    pub(super) fn instructions(&mut self) {
        for instruction in self.function.instructions() {
            self.result_is_named(instruction);
            self.instruction(instruction);
        }
    }

    fn result_is_named(&mut self, instruction: &'c Instruction<'c>) {
        let Some(result) = instruction.result else {
            return;
        };
        // A `load` of nothing is a mistake of its own.
        if !matches!(instruction.op, Op::Load { .. })
            && self.result(&instruction.op).is_some_and(|ty| ty.is_void())
        {
            let name = self.name(result);
            let word = instruction.op.word();
            self.report(
                Problem::new(
                    instruction.span,
                    format!("`{word}` has no result that `{name}` could hold"),
                )
                .label("makes nothing")
                .help(format!("leave out `{name} =`")),
            );
        }
    }

    fn instruction(&mut self, at: &'c Instruction<'c>) {
        match &at.op {
            Op::Ret(operand) => self.ret(at, operand.as_ref()),
            Op::CondBr { condition, .. } => {
                self.typed(at, condition);
                self.wants(
                    at,
                    &condition.ty,
                    "the condition of `br`",
                    "an `i1`",
                    |ty| *ty == Type::Int(1),
                );
            }
            Op::Switch { value, cases, .. } => self.switch(at, value, cases),
            Op::IndirectBr { address, .. } => {
                self.typed(at, address);
                self.wants(
                    at,
                    &address.ty,
                    "the target of `indirectbr`",
                    "a pointer",
                    Type::is_ptr,
                );
            }
            Op::Resume(operand) | Op::Freeze(operand) => self.typed(at, operand),
            Op::FNeg { operand, .. } => {
                self.typed(at, operand);
                self.wants_scalar(
                    at,
                    &operand.ty,
                    "`fneg`",
                    "floating-point numbers",
                    is_float,
                );
            }
            Op::Binary {
                op,
                ty,
                left,
                right,
                ..
            } => {
                self.operand(at, ty, left);
                self.operand(at, ty, right);
                self.binary(at, *op, ty);
            }
            Op::ICmp {
                ty, left, right, ..
            }
            | Op::FCmp {
                ty, left, right, ..
            } => self.comparison(at, ty, left, right),
            Op::Phi { ty, incoming, .. } => {
                for (value, _) in incoming {
                    self.operand(at, ty, value);
                }
            }
            Op::Select {
                condition,
                then,
                otherwise,
                ..
            } => self.select(at, condition, then, otherwise),
            Op::Cast {
                op, operand, to, ..
            } => {
                self.typed(at, operand);
                self.cast(at, *op, &operand.ty, to);
            }
            Op::Call(call) | Op::Invoke { call, .. } | Op::CallBr { call, .. } => {
                self.call(at, call);
            }
            Op::Alloca { .. }
            | Op::Load { .. }
            | Op::Store { .. }
            | Op::Fence(_)
            | Op::CmpXchg { .. }
            | Op::AtomicRmw { .. }
            | Op::VaArg { .. } => self.memory(at),
            Op::GetElementPtr { .. }
            | Op::ExtractElement { .. }
            | Op::InsertElement { .. }
            | Op::ShuffleVector { .. }
            | Op::ExtractValue { .. }
            | Op::InsertValue { .. } => self.aggregate(at),
            Op::LandingPad { clauses, .. } => {
                clauses
                    .iter()
                    .for_each(|(_, clause)| self.typed(at, clause));
            }
            Op::CatchPad { arguments, .. } | Op::CleanupPad { arguments, .. } => {
                arguments.iter().for_each(|operand| self.typed(at, operand));
            }
            Op::Br(_)
            | Op::Unreachable
            | Op::CleanupRet { .. }
            | Op::CatchRet { .. }
            | Op::CatchSwitch { .. }
            | Op::DebugRecord { .. }
            | Op::Opaque(_) => {}
        }
    }

    fn comparison(
        &mut self,
        at: &Instruction<'c>,
        ty: &Type<'c>,
        left: &Value<'c>,
        right: &Value<'c>,
    ) {
        self.operand(at, ty, left);
        self.operand(at, ty, right);
        if matches!(at.op, Op::FCmp { .. }) {
            self.wants_scalar(at, ty, "`fcmp`", "floating-point numbers", is_float);
        } else {
            self.wants_scalar(at, ty, "`icmp`", "integers or pointers", |ty| {
                matches!(ty, Type::Int(_) | Type::Ptr(_))
            });
        }
    }

    /// The operand is of the type that is written before it.
    pub(super) fn typed(&mut self, at: &Instruction<'c>, operand: &Operand<'c>) {
        self.operand(at, &operand.ty, &operand.value);
    }

    /// A type is what it has to be; true if so, or if we don't know it.
    pub(super) fn wants(
        &mut self,
        at: &Instruction<'c>,
        ty: &Type<'c>,
        what: &str,
        wants: &str,
        fits: impl FnOnce(&Type<'c>) -> bool,
    ) -> bool {
        if self.resolve(ty).is_none_or(fits) {
            return true;
        }
        self.report(
            Problem::new(at.span, format!("{what} is {wants}, not {}", a(ty)))
                .label(format!("`{ty}`")),
        );
        false
    }

    /// The same for instructions that take vectors, too.
    pub(super) fn wants_scalar(
        &mut self,
        at: &Instruction<'c>,
        ty: &Type<'c>,
        what: &str,
        wants: &str,
        fits: impl FnOnce(&Type<'c>) -> bool,
    ) -> bool {
        if self.scalar(ty).is_none_or(fits) {
            return true;
        }
        self.report(
            Problem::new(
                at.span,
                format!("{what} takes {wants}, or vectors of them, not `{ty}`"),
            )
            .label(format!("`{ty}`")),
        );
        false
    }

    fn ret(&mut self, at: &Instruction<'c>, operand: Option<&Operand<'c>>) {
        let returns = &self.function.signature().returns;
        if let Some(operand) = operand {
            self.typed(at, operand);
        }
        let (is, fits) = match operand {
            None => ("void".to_owned(), returns.is_void()),
            Some(operand) => (operand.ty.to_string(), self.same(&operand.ty, returns)),
        };
        if fits {
            return;
        }
        let name = self.function.name();
        let problem = Problem::new(
            at.span,
            format!("`@{name}` returns `{returns}`, and here `{is}`"),
        )
        .label(if returns.is_void() {
            "write `ret void`".to_owned()
        } else {
            format!("write `ret {returns} …`")
        })
        .related(self.head_place(), format!("returns `{returns}`"));
        self.report(problem);
    }

    fn binary(&mut self, at: &Instruction<'c>, op: BinaryOp, ty: &Type<'c>) {
        let word = op.word();
        let floats = matches!(
            op,
            BinaryOp::FAdd | BinaryOp::FSub | BinaryOp::FMul | BinaryOp::FDiv | BinaryOp::FRem
        );
        let (wants, other) = if floats {
            (
                "floating-point numbers",
                word.strip_prefix('f').map(|word| match word {
                    "div" | "rem" => format!("u{word}` or `s{word}"),
                    word => word.to_owned(),
                }),
            )
        } else {
            (
                "integers",
                match op {
                    BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul => Some(format!("f{word}")),
                    BinaryOp::UDiv | BinaryOp::SDiv => Some("fdiv".to_owned()),
                    BinaryOp::URem | BinaryOp::SRem => Some("frem".to_owned()),
                    _ => None,
                },
            )
        };
        let Some(scalar) = self.scalar(ty) else {
            return;
        };
        let (int, float) = (matches!(scalar, Type::Int(_)), is_float(scalar));
        if if floats { float } else { int } {
            return;
        }
        let problem = Problem::new(
            at.span,
            format!("`{word}` takes {wants}, or vectors of them, not `{ty}`"),
        )
        .label(format!("`{ty}`"));
        let swapped = if floats { int } else { float };
        self.report(match other.filter(|_| swapped) {
            Some(other) => problem.help(format!("for `{ty}` there is `{other}`")),
            None if scalar.is_ptr() => {
                problem.help("to move a pointer by bytes, write `getelementptr i8, ptr %p, i64 %n`")
            }
            None => problem,
        });
    }

    fn switch(
        &mut self,
        at: &Instruction<'c>,
        value: &Operand<'c>,
        cases: &'c [(Operand<'c>, Local)],
    ) {
        self.typed(at, value);
        if !self.wants(at, &value.ty, "the value of `switch`", "an integer", |ty| {
            matches!(ty, Type::Int(_))
        }) {
            return;
        }
        let bits = match self.resolve(&value.ty) {
            Some(Type::Int(bits)) => *bits,
            _ => 0,
        };
        let mut seen: FxHashSet<CaseKey<'c>> = FxHashSet::default();
        for (case, _) in cases {
            if !self.same(&case.ty, &value.ty) {
                self.report(
                    Problem::new(
                        at.span,
                        format!(
                            "a case of this `switch` is of type `{}`, its value of `{}`",
                            case.ty, value.ty
                        ),
                    )
                    .label("all are of one type"),
                );
                return;
            }
            self.typed(at, case);
            let key = match &case.value {
                Value::Constant(Constant::Int(text)) => case_key(text, bits),
                Value::Constant(Constant::Bool(value)) => CaseKey::Number(u128::from(*value)),
                Value::Constant(_) => continue,
                _ => {
                    self.report(
                        Problem::new(at.span, "a case of this `switch` isn't a constant")
                            .label("cases are known before the program runs"),
                    );
                    return;
                }
            };
            let written = match key {
                CaseKey::Number(number) => number.to_string(),
                CaseKey::Text(text) => text.to_owned(),
            };
            if !seen.insert(key) {
                self.report(
                    Problem::new(
                        at.span,
                        format!("this `switch` has two cases for `{written}`"),
                    )
                    .label("each value goes one way")
                    .help("delete one of them"),
                );
                return;
            }
        }
    }

    fn select(
        &mut self,
        at: &Instruction<'c>,
        condition: &Operand<'c>,
        then: &Operand<'c>,
        otherwise: &Operand<'c>,
    ) {
        for operand in [condition, then, otherwise] {
            self.typed(at, operand);
        }
        if !self.wants_scalar(
            at,
            &condition.ty,
            "`select`",
            "an `i1` as its condition",
            |ty| *ty == Type::Int(1),
        ) {
            return;
        }
        if !self.same(&then.ty, &otherwise.ty) {
            self.report(
                Problem::new(
                    at.span,
                    format!(
                        "`select` chooses between {} and {}",
                        a(&then.ty),
                        a(&otherwise.ty)
                    ),
                )
                .label("both have to be of one type"),
            );
            return;
        }
        let (deciding, chosen) = (self.lanes(&condition.ty), self.lanes(&then.ty));
        if matches!(deciding, Lanes::Many { .. }) && chosen != Lanes::Unknown && deciding != chosen
        {
            self.report(
                Problem::new(
                    at.span,
                    format!(
                        "the condition of this `select` is {}, its values are `{}`",
                        a(&condition.ty),
                        then.ty
                    ),
                )
                .label("one condition for each element, or one `i1` for all"),
            );
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum CaseKey<'c> {
    Number(u128),
    Text(&'c str),
}

/// What makes two cases the same: the bits, not how they are written.
fn case_key(text: &str, bits: u32) -> CaseKey<'_> {
    if bits == 0 || bits > 128 {
        return CaseKey::Text(text);
    }
    let mask = u128::MAX >> (128 - bits);
    let number = match text.strip_prefix('-') {
        Some(digits) => digits.parse::<u128>().ok().map(u128::wrapping_neg),
        None => text.parse().ok(),
    };
    number.map_or(CaseKey::Text(text), |number| CaseKey::Number(number & mask))
}

pub(super) fn is_float(ty: &Type<'_>) -> bool {
    matches!(ty, Type::Float(_))
}
