//! What can be converted to what ([LangRef, Conversion Operations]).
//!
//! [LangRef, Conversion Operations]: https://llvm.org/docs/LangRef.html#conversion-operations

use super::context::Check;
use super::instructions::is_float;
use super::results::Lanes;
use crate::model::{CastOp, Instruction, Type};
use crate::problem::Problem;

/// What a type is to a conversion.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Int,
    Float,
    Ptr,
    Other,
}

impl Class {
    fn of(ty: &Type<'_>) -> Self {
        match ty {
            Type::Int(_) => Self::Int,
            Type::Ptr(_) => Self::Ptr,
            ty if is_float(ty) => Self::Float,
            _ => Self::Other,
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::Int => "an integer",
            Self::Float => "a floating-point number",
            Self::Ptr => "a pointer",
            Self::Other => "something else",
        }
    }
}

impl<'c> Check<'c> {
    pub(super) fn cast(
        &mut self,
        at: &Instruction<'c>,
        op: CastOp,
        from: &Type<'c>,
        to: &Type<'c>,
    ) {
        let (Some(one), Some(other)) = (self.scalar(from), self.scalar(to)) else {
            return;
        };
        let word = op.word();
        if op == CastOp::Bitcast {
            self.bitcast(at, from, to);
            return;
        }
        let (wants_from, wants_to) = match op {
            CastOp::Trunc | CastOp::ZExt | CastOp::SExt => (Class::Int, Class::Int),
            CastOp::FpTrunc | CastOp::FpExt => (Class::Float, Class::Float),
            CastOp::FpToUi | CastOp::FpToSi => (Class::Float, Class::Int),
            CastOp::UiToFp | CastOp::SiToFp => (Class::Int, Class::Float),
            CastOp::PtrToInt | CastOp::PtrToAddr => (Class::Ptr, Class::Int),
            CastOp::IntToPtr => (Class::Int, Class::Ptr),
            CastOp::AddrSpaceCast | CastOp::Bitcast => (Class::Ptr, Class::Ptr),
        };
        let (is_from, is_to) = (Class::of(one), Class::of(other));
        if (is_from, is_to) != (wants_from, wants_to) {
            let problem = Problem::new(
                at.span,
                format!(
                    "`{word}` makes {} from {}, not `{to}` from `{from}`",
                    wants_to.words(),
                    wants_from.words()
                ),
            )
            .label(format!("from `{from}` to `{to}`"));
            self.report(match right_one(is_from, is_to) {
                Some(right) => problem.help(format!("write {right}")),
                None => problem,
            });
            return;
        }
        if self.lanes(from) != self.lanes(to) {
            self.report(
                Problem::new(
                    at.span,
                    format!("`{word}` from `{from}` to `{to}`: not as many elements"),
                )
                .label("each element becomes one"),
            );
            return;
        }
        if op == CastOp::AddrSpaceCast && one == other {
            self.report(
                Problem::new(at.span, "`addrspacecast` within one address space")
                    .label("both are the same type")
                    .help("leave it out"),
            );
            return;
        }
        let (Some(narrow), Some(wide)) = (bits(one), bits(other)) else {
            return;
        };
        let (fits, must, instead) = match op {
            CastOp::Trunc => (narrow > wide, "narrower", "`zext` or `sext` makes it wider"),
            CastOp::FpTrunc => (narrow > wide, "narrower", "`fpext` makes it wider"),
            CastOp::ZExt | CastOp::SExt => (narrow < wide, "wider", "`trunc` makes it narrower"),
            CastOp::FpExt => (narrow < wide, "wider", "`fptrunc` makes it narrower"),
            _ => return,
        };
        if fits {
            return;
        }
        let problem = Problem::new(
            at.span,
            format!("`{word}` makes a value {must}, not `{to}` from `{from}`"),
        )
        .label(format!("`{to}` isn't {must} than `{from}`"));
        self.report(if narrow == wide {
            problem.help("both have as many bits: leave it out")
        } else {
            problem.help(instead)
        });
    }

    fn bitcast(&mut self, at: &Instruction<'c>, from: &Type<'c>, to: &Type<'c>) {
        let (Some(one), Some(other)) = (self.scalar(from), self.scalar(to)) else {
            return;
        };
        let problem = match (Class::of(one), Class::of(other)) {
            (Class::Ptr, Class::Ptr) => {
                if one == other {
                    return;
                }
                Problem::new(at.span, "`bitcast` to another address space")
                    .label(format!("from `{from}` to `{to}`"))
                    .help("for this there is `addrspacecast`")
            }
            (Class::Ptr, Class::Int | Class::Float) | (Class::Int | Class::Float, Class::Ptr) => {
                Problem::new(at.span, "`bitcast` between a pointer and a number")
                    .label(format!("from `{from}` to `{to}`"))
                    .help(
                        "a pointer is more than its address: write `ptrtoint` or `inttoptr`, of an \
                         integer",
                    )
            }
            (Class::Other, _) | (_, Class::Other) => {
                let known = |ty: &Type<'_>| {
                    matches!(
                        ty,
                        Type::Struct { .. } | Type::Array(..) | Type::Void | Type::Token
                    )
                };
                if !known(one) && !known(other) {
                    return;
                }
                Problem::new(at.span, format!("`bitcast` from `{from}` to `{to}`"))
                    .label("not of structs and arrays")
                    .help("store it, and load it as the other type")
            }
            _ => {
                let (Some((scalable, size)), Some((other_scalable, other_size))) =
                    (self.size(from, one), self.size(to, other))
                else {
                    return;
                };
                if scalable == other_scalable && size == other_size {
                    return;
                }
                Problem::new(
                    at.span,
                    format!("`bitcast` from `{from}` to `{to}`: not of one size"),
                )
                .label(format!("{size} bits become {other_size}"))
                .help("`bitcast` keeps the bits: `trunc`, `zext` and `sext` change how many there are")
            }
        };
        self.report(problem);
    }
}

impl<'c> Check<'c> {
    /// Whether a number or vector of numbers is scalable, and how many bits it has.
    fn size(&self, ty: &Type<'c>, scalar: &Type<'c>) -> Option<(bool, u128)> {
        let bits = u128::from(bits(scalar)?);
        match self.lanes(ty) {
            Lanes::Unknown => None,
            Lanes::One => Some((false, bits)),
            Lanes::Many { scalable, length } => Some((scalable, u128::from(length) * bits)),
        }
    }
}

/// The conversion that makes the one from the other.
fn right_one(from: Class, to: Class) -> Option<&'static str> {
    Some(match (from, to) {
        (Class::Int, Class::Int) => "`trunc`, `zext` or `sext`",
        (Class::Float, Class::Float) => "`fptrunc` or `fpext`",
        (Class::Float, Class::Int) => "`fptoui` or `fptosi`, or `bitcast` for the bits",
        (Class::Int, Class::Float) => "`uitofp` or `sitofp`, or `bitcast` for the bits",
        (Class::Ptr, Class::Int) => "`ptrtoint`",
        (Class::Int, Class::Ptr) => "`inttoptr`",
        (Class::Ptr, Class::Ptr) => "`addrspacecast`",
        _ => return None,
    })
}

fn bits(ty: &Type<'_>) -> Option<u32> {
    match ty {
        Type::Int(bits) => Some(*bits),
        Type::Float(float) => Some(float.bits()),
        _ => None,
    }
}
