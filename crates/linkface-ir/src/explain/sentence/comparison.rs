//! Comparisons, and the choice that follows.

use super::lanes;
use crate::explain::sentence::Explainer;
use crate::explain::value::{character, index_number};
use crate::model::{BinaryOp, Constant, FloatPredicate, IntPredicate, Op, Type, Value};

impl<'a> Explainer<'_, 'a> {
    pub(super) fn comparison(&self, op: &Op<'a>) -> String {
        match op {
            Op::ICmp {
                predicate,
                ty,
                left,
                right,
                ..
            } => {
                let what = self
                    .between(*predicate, ty, left, right)
                    .or_else(|| self.overflowed(*predicate, ty, left, right))
                    .unwrap_or_else(|| self.compared(*predicate, ty, left, right));
                format!("true if {what}{}", lanes(ty))
            }
            Op::FCmp {
                predicate,
                ty,
                left,
                right,
                ..
            } => {
                let (a, b) = (self.value(left, ty), self.value(right, ty));
                let what = match predicate {
                    FloatPredicate::Uno if left == right => format!("{a} is NaN"),
                    FloatPredicate::Ord if left == right => format!("{a} isn't NaN"),
                    FloatPredicate::Uno => format!("{a} or {b} is NaN"),
                    FloatPredicate::Ord => format!("neither {a} nor {b} is NaN"),
                    FloatPredicate::False => "never".to_owned(),
                    FloatPredicate::True => "always".to_owned(),
                    FloatPredicate::Oeq => format!("{a} equals {b}"),
                    FloatPredicate::Ogt => format!("{a} is greater than {b}"),
                    FloatPredicate::Oge => format!("{a} is at least {b}"),
                    FloatPredicate::Olt => format!("{a} is less than {b}"),
                    FloatPredicate::Ole => format!("{a} is at most {b}"),
                    FloatPredicate::One => format!("{a} differs from {b}, and neither is NaN"),
                    FloatPredicate::Une => format!("{a} differs from {b}, or one is NaN"),
                    FloatPredicate::Ueq => format!("{a} equals {b}, or one is NaN"),
                    FloatPredicate::Ugt => format!("{a} is greater than {b}, or one is NaN"),
                    FloatPredicate::Uge => format!("{a} is at least {b}, or one is NaN"),
                    FloatPredicate::Ult => format!("{a} is less than {b}, or one is NaN"),
                    FloatPredicate::Ule => format!("{a} is at most {b}, or one is NaN"),
                };
                format!("true if {what}{}", lanes(ty))
            }
            _ => String::new(),
        }
    }

    fn compared(
        &self,
        predicate: IntPredicate,
        ty: &Type<'a>,
        left: &Value<'a>,
        right: &Value<'a>,
    ) -> String {
        let byte = matches!(ty, Type::Int(8));
        let side = |value: &Value<'a>| match index_number(value) {
            Some(number) if byte => character(number),
            _ => self.value(value, ty),
        };
        let (a, b) = (side(left), side(right));
        let null = matches!(right, Value::Constant(Constant::Null));
        let number = index_number(right);
        match (predicate, number) {
            (IntPredicate::Eq, _) if null => format!("{a} is null"),
            (IntPredicate::Ne, _) if null => format!("{a} isn't null"),
            (IntPredicate::Eq, _) if ty.is_ptr() => format!("{a} and {b} are the same address"),
            (IntPredicate::Ne, _) if ty.is_ptr() => format!("{a} and {b} are different addresses"),
            (IntPredicate::Eq, _) => format!("{a} equals {b}"),
            (IntPredicate::Ne, _) => format!("{a} differs from {b}"),
            (IntPredicate::Slt, Some(0)) | (IntPredicate::Sle, Some(-1)) => {
                format!("{a} is negative")
            }
            (IntPredicate::Sge, Some(0)) | (IntPredicate::Sgt, Some(-1)) => {
                format!("{a} isn't negative")
            }
            (IntPredicate::Ugt, _) => format!("{a} is greater than {b} (unsigned)"),
            (IntPredicate::Uge, _) => format!("{a} is at least {b} (unsigned)"),
            (IntPredicate::Ult, _) => format!("{a} is less than {b} (unsigned)"),
            (IntPredicate::Ule, _) => format!("{a} is at most {b} (unsigned)"),
            (IntPredicate::Sgt, _) => format!("{a} is greater than {b} (signed)"),
            (IntPredicate::Sge, _) => format!("{a} is at least {b} (signed)"),
            (IntPredicate::Slt, _) => format!("{a} is less than {b} (signed)"),
            (IntPredicate::Sle, _) => format!("{a} is at most {b} (signed)"),
        }
    }

    /// `x + c < n`, unsigned, is how optimisers say that `x` lies between two constants: below, the sum
    /// wraps around and is large.
    fn between(
        &self,
        predicate: IntPredicate,
        ty: &Type<'a>,
        left: &Value<'a>,
        right: &Value<'a>,
    ) -> Option<String> {
        let Type::Int(bits @ 2..=64) = ty else {
            return None;
        };
        let (inside, length) = match predicate {
            IntPredicate::Ult => (true, index_number(right)?),
            IntPredicate::Ugt => (false, index_number(right)?.checked_add(1)?),
            _ => return None,
        };
        let Op::Binary {
            op: BinaryOp::Add,
            left: x,
            right: offset,
            ..
        } = &self.definition(left)?.op
        else {
            return None;
        };
        let all = 1i128 << bits;
        let first = (-index_number(offset)?).rem_euclid(all);
        let last = first.checked_add(length.rem_euclid(all))? - 1;
        // What wraps around itself is a range of signed numbers, of which -1 is the middle.
        let (first, last) = if last >= all {
            (first - all, last - all)
        } else {
            (first, last)
        };
        if last < first {
            return None;
        }
        let show = |number: i128| match *bits {
            8 => character(number),
            _ => number.to_string(),
        };
        let (first, last, x) = (show(first), show(last), self.value(x, ty));
        let sum = self.value(left, ty);
        Some(if inside {
            format!(
                "{x} is at least {first} and at most {last}: anything less has wrapped around in {sum}"
            )
        } else {
            format!(
                "{x} is less than {first} or greater than {last}: anything less has wrapped around in {sum}"
            )
        })
    }

    /// `a + b < a`, unsigned, is how one asks whether a sum has wrapped around.
    fn overflowed(
        &self,
        predicate: IntPredicate,
        ty: &Type<'a>,
        left: &Value<'a>,
        right: &Value<'a>,
    ) -> Option<String> {
        let Op::Binary {
            op: BinaryOp::Add,
            left: a,
            right: b,
            ..
        } = &self.definition(left)?.op
        else {
            return None;
        };
        if predicate != IntPredicate::Ult || (a != right && b != right) || right.local().is_none() {
            return None;
        }
        let (sum, a, b) = (self.value(left, ty), self.value(a, ty), self.value(b, ty));
        Some(format!(
            "{a} plus {b} overflowed: then {sum} has wrapped around and is less (unsigned)"
        ))
    }

    pub(super) fn select(&self, op: &Op<'a>) -> String {
        let Op::Select {
            condition,
            then,
            otherwise,
            ..
        } = op
        else {
            return String::new();
        };
        let c = self.operand(condition);
        let (a, b) = (self.operand(then), self.operand(otherwise));
        if matches!(then.ty, Type::Int(1)) {
            // `&&` and `||`: poison on the side that isn't chosen doesn't count.
            if b == "false" {
                return format!("true if {c} is, and {a} is");
            }
            if a == "true" {
                return format!("true if {c} is, or {b} is");
            }
        }
        let lanes = lanes(&condition.ty);
        format!("{a} if {c} is true, else {b}{lanes}")
    }
}
