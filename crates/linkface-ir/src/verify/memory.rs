//! What loads, stores and atomic accesses take.

use super::context::{Check, a};
use super::instructions::is_float;
use crate::model::instruction::Atomic;
use crate::model::{Instruction, Op, Operand, Ordering, Type};
use crate::problem::Problem;

impl<'c> Check<'c> {
    pub(super) fn memory(&mut self, at: &'c Instruction<'c>) {
        match &at.op {
            Op::Alloca {
                ty, count, align, ..
            } => {
                self.align(at, *align);
                self.wants(
                    at,
                    ty,
                    "what `alloca` makes room for",
                    "of a size that is known",
                    sized,
                );
                if let Some(count) = count {
                    self.typed(at, count);
                    self.wants(
                        at,
                        &count.ty,
                        "how many `alloca` makes",
                        "an integer",
                        |ty| matches!(ty, Type::Int(_)),
                    );
                }
            }
            Op::Load {
                ty,
                pointer,
                atomic,
                align,
                ..
            } => {
                self.align(at, *align);
                self.pointer(at, pointer);
                self.wants(
                    at,
                    ty,
                    "what `load` takes",
                    "of a size that is known",
                    sized,
                );
                if let Some(atomic) = atomic {
                    self.atomic(at, ty, *align, "load");
                    self.ordering(at, *atomic, "load", |ordering| {
                        !matches!(ordering, Ordering::Release | Ordering::AcqRel)
                    });
                }
            }
            Op::Store {
                value,
                pointer,
                atomic,
                align,
                ..
            } => {
                self.align(at, *align);
                self.typed(at, value);
                self.pointer(at, pointer);
                self.wants(
                    at,
                    &value.ty,
                    "what `store` puts",
                    "of a size that is known",
                    sized,
                );
                if let Some(atomic) = atomic {
                    self.atomic(at, &value.ty, *align, "store");
                    self.ordering(at, *atomic, "store", |ordering| {
                        !matches!(ordering, Ordering::Acquire | Ordering::AcqRel)
                    });
                }
            }
            Op::Fence(atomic) => {
                self.ordering(at, *atomic, "fence", |ordering| {
                    !matches!(ordering, Ordering::Unordered | Ordering::Monotonic)
                });
            }
            Op::CmpXchg { align, .. } | Op::AtomicRmw { align, .. } => {
                self.align(at, *align);
                self.exchange(at);
            }
            Op::VaArg { list, .. } => self.pointer(at, list),
            _ => {}
        }
    }

    /// What reads and writes at once.
    fn exchange(&mut self, at: &'c Instruction<'c>) {
        match &at.op {
            Op::CmpXchg {
                pointer,
                expected,
                new,
                success,
                failure,
                ..
            } => {
                self.pointer(at, pointer);
                self.typed(at, expected);
                self.typed(at, new);
                self.compare_exchange(at, expected, new);
                self.ordering(at, *success, "cmpxchg", |ordering| {
                    ordering != Ordering::Unordered
                });
                let failure = Atomic {
                    scope: None,
                    ordering: *failure,
                };
                self.ordering(at, failure, "cmpxchg that fails", |ordering| {
                    matches!(
                        ordering,
                        Ordering::Monotonic | Ordering::Acquire | Ordering::SeqCst
                    )
                });
            }
            Op::AtomicRmw {
                op,
                pointer,
                value,
                atomic,
                ..
            } => {
                self.pointer(at, pointer);
                self.typed(at, value);
                self.read_modify_write(at, op, value);
                self.ordering(at, *atomic, "atomicrmw", |ordering| {
                    ordering != Ordering::Unordered
                });
            }
            _ => {}
        }
    }

    fn pointer(&mut self, at: &Instruction<'c>, pointer: &Operand<'c>) {
        self.typed(at, pointer);
        let word = at.op.word();
        if self.resolve(&pointer.ty).is_none_or(Type::is_ptr) {
            return;
        }
        let ty = &pointer.ty;
        let problem = Problem::new(
            at.span,
            format!("`{word}` goes through a pointer, not {}", a(ty)),
        )
        .label(format!("`{ty}` is no address"));
        self.report(match self.resolve(ty) {
            Some(Type::Int(_)) => problem.help(format!("`inttoptr {ty} … to ptr` makes one of it")),
            _ => problem,
        });
    }

    fn align(&mut self, at: &Instruction<'c>, align: Option<u64>) {
        if let Some(align) = align
            && align != 0
            && !align.is_power_of_two()
        {
            self.report(
                Problem::new(at.span, format!("`align {align}` is no power of two"))
                    .label("1, 2, 4, 8, …"),
            );
        }
    }

    fn atomic(&mut self, at: &Instruction<'c>, ty: &Type<'c>, align: Option<u64>, word: &str) {
        if align.is_none() {
            self.report(
                Problem::new(at.span, format!("an atomic `{word}` without `align`"))
                    .label("the alignment decides whether the processor can do it at once")
                    .help("write `, align 8` for eight bytes, and so on"),
            );
        }
        self.wants(
            at,
            ty,
            &format!("what an atomic `{word}` moves"),
            "an integer, a pointer or a floating-point number",
            |ty| {
                // Vectors came late: LLVM 22 takes them.
                matches!(ty, Type::Int(_) | Type::Ptr(_) | Type::Vector { .. }) || is_float(ty)
            },
        );
    }

    fn ordering(
        &mut self,
        at: &Instruction<'c>,
        atomic: Atomic<'c>,
        word: &str,
        fits: impl FnOnce(Ordering) -> bool,
    ) {
        if fits(atomic.ordering) {
            return;
        }
        let ordering = atomic.ordering.word();
        let why = match atomic.ordering {
            Ordering::Release | Ordering::AcqRel => {
                "what only reads has nothing to release: `acquire` or `seq_cst`"
            }
            Ordering::Acquire => "what only writes acquires nothing: `release` or `seq_cst`",
            Ordering::Unordered | Ordering::Monotonic | Ordering::SeqCst => {
                "it is too weak to order anything"
            }
        };
        self.report(Problem::new(at.span, format!("a `{word}` can't be `{ordering}`")).help(why));
    }

    fn compare_exchange(
        &mut self,
        at: &Instruction<'c>,
        expected: &Operand<'c>,
        new: &Operand<'c>,
    ) {
        if !self.same(&expected.ty, &new.ty) {
            let message = format!("`cmpxchg` replaces {} by {}", a(&expected.ty), a(&new.ty));
            self.report(Problem::new(at.span, message).label("both have to be of one type"));
            return;
        }
        self.wants(
            at,
            &expected.ty,
            "what `cmpxchg` compares",
            "an integer or a pointer",
            |ty| matches!(ty, Type::Int(_) | Type::Ptr(_)),
        );
    }

    fn read_modify_write(&mut self, at: &Instruction<'c>, op: &str, value: &Operand<'c>) {
        let what = format!("what `atomicrmw {op}` takes");
        match op {
            "xchg" => self.wants(
                at,
                &value.ty,
                &what,
                "an integer, a pointer or a floating-point number",
                |ty| matches!(ty, Type::Int(_) | Type::Ptr(_)) || is_float(ty),
            ),
            "fadd" | "fsub" | "fmax" | "fmin" | "fmaximum" | "fminimum" | "fmaximumnum"
            | "fminimumnum" => self.wants_scalar(
                at,
                &value.ty,
                &format!("`atomicrmw {op}`"),
                "floating-point numbers",
                is_float,
            ),
            "add" | "sub" | "and" | "nand" | "or" | "xor" | "max" | "min" | "umax" | "umin"
            | "uinc_wrap" | "udec_wrap" | "usub_cond" | "usub_sat" => {
                self.wants(at, &value.ty, &what, "an integer", |ty| {
                    matches!(ty, Type::Int(_))
                })
            }
            _ => true,
        };
    }
}

/// Whether something of this type has a size. Structs with a name could be opaque; those we resolve.
fn sized(ty: &Type<'_>) -> bool {
    !matches!(
        ty,
        Type::Void
            | Type::Function(_)
            | Type::Label
            | Type::Token
            | Type::Metadata
            | Type::OpaqueStruct
    )
}
