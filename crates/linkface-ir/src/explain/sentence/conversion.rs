//! Conversions.

use super::lanes;
use crate::explain::sentence::Explainer;
use crate::model::{CastOp, Op, Type};

impl<'a> Explainer<'_, 'a> {
    pub(super) fn cast(&self, op: &Op<'a>) -> String {
        let Op::Cast {
            op, operand, to, ..
        } = op
        else {
            return String::new();
        };
        let a = self.operand(operand);
        let lanes = lanes(to);
        let (from_bits, bits) = (bits(&operand.ty), bits(to));
        let wide = bits.map_or_else(|| format!("as {to}"), |bits| format!("{bits} bits wide"));
        let what = match (op, from_bits, bits) {
            (CastOp::Trunc, _, Some(1)) => format!("the lowest bit of {a}, as a truth value"),
            (CastOp::Trunc, _, Some(bits)) => format!("the lowest {bits} bits of {a}"),
            (CastOp::Trunc, ..) => format!("the lowest bits of {a}"),
            (CastOp::ZExt, Some(1), _) => format!("1 if {a} is true, else 0"),
            (CastOp::ZExt, ..) => format!("{a}, made {wide} by zeros"),
            (CastOp::SExt, Some(1), _) => format!("all ones if {a} is true, else 0"),
            (CastOp::SExt, ..) => format!("{a}, made {wide} by copies of its sign"),
            (CastOp::FpTrunc, ..) => format!("{a}, rounded to a {}", scalar(to)),
            (CastOp::FpExt, ..) => format!("{a}, as a {}", scalar(to)),
            (CastOp::FpToUi, ..) => format!("{a} without what is behind the point (unsigned)"),
            (CastOp::FpToSi, ..) => format!("{a} without what is behind the point (signed)"),
            (CastOp::UiToFp, ..) => format!("the unsigned number {a}, as a {}", scalar(to)),
            (CastOp::SiToFp, ..) => format!("the signed number {a}, as a {}", scalar(to)),
            (CastOp::PtrToInt, ..) => format!("the address {a}, as a number"),
            (CastOp::PtrToAddr, ..) => format!("the address {a}, as a number and nothing more"),
            (CastOp::IntToPtr, ..) => format!("the number {a}, as an address"),
            (CastOp::Bitcast, ..) => return format!("the bits of {a}, as {to}"),
            (CastOp::AddrSpaceCast, ..) => format!("{a}, in another address space"),
        };
        format!("{what}{lanes}")
    }
}

/// Of a number or of the elements of a vector.
fn bits(ty: &Type<'_>) -> Option<u32> {
    match ty {
        Type::Int(bits) => Some(*bits),
        Type::Float(float) => Some(float.bits()),
        Type::Vector { element, .. } => bits(element),
        _ => None,
    }
}

fn scalar<'t, 'a>(ty: &'t Type<'a>) -> &'t Type<'a> {
    match ty {
        Type::Vector { element, .. } => element,
        ty => ty,
    }
}
