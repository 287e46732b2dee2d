//! `cmpxchg` and `atomicrmw`, in one thread.

use super::elements;
use super::execute::select;
use super::float;
use super::int::Int;
use super::intrinsic;
use super::machine::Machine;
use super::outcome::{Run, Stop};
use super::poison::Site;
use super::value::Value;
use super::{arithmetic, compare};
use crate::model::{BinaryOp, Flags, IntPredicate, Op, Type};

impl<'a> Machine<'_, 'a> {
    /// What an atomic change of memory comes to.
    pub(super) fn atomic(&mut self, unit: usize, op: &Op<'a>, site: Site) -> Run {
        match op {
            Op::CmpXchg {
                pointer,
                expected,
                new,
                align,
                ..
            } => {
                let ty = &expected.ty;
                let address = self.operand(unit, pointer, site)?;
                let expected = self.operand(unit, expected, site)?;
                let new = self.operand(unit, new, site)?;
                let align = Some(self.natural(unit, ty, *align, site)?);
                let old = self.load_value(unit, ty, &address, align, "cmpxchg", site)?;
                let none = Flags::NONE;
                let same = compare::ints(IntPredicate::Eq, none, &old, &expected, site)?;
                match &same {
                    Value::Int(same) if same.is_defined() => {
                        if same.bits() == 1 {
                            self.store_value(unit, ty, &new, &address, align, "cmpxchg", site)?;
                        }
                    }
                    unknown => {
                        let what = if unknown.poison().is_some() {
                            "poison"
                        } else {
                            "undef"
                        };
                        return Err(Stop::undefined(site, format!("`cmpxchg` compares {what}"))
                            .label("whether it stores depends on it")
                            .into());
                    }
                }
                Ok(Value::aggregate([old, same]))
            }
            Op::AtomicRmw {
                op,
                pointer,
                value,
                align,
                ..
            } => {
                let ty = &value.ty;
                let address = self.operand(unit, pointer, site)?;
                let operand = self.operand(unit, value, site)?;
                let align = Some(self.natural(unit, ty, *align, site)?);
                let old = self.load_value(unit, ty, &address, align, "atomicrmw", site)?;
                let new = modify(op, &old, &operand, site)?;
                self.store_value(unit, ty, &new, &address, align, "atomicrmw", site)?;
                Ok(old)
            }
            op => Err(Stop::unsupported(
                site,
                format!("`{}` isn't run", op.word()),
            )),
        }
    }

    /// Atomic accesses are aligned to their size, if nothing else is said.
    fn natural(&self, unit: usize, ty: &Type<'a>, align: Option<u64>, site: Site) -> Run<u64> {
        let context = self.unit(unit, site)?;
        let size = context.types().size(ty);
        let size = size.map_err(|why| Stop::unsupported(site, why))?;
        Ok(align.unwrap_or(size.max(1)))
    }
}

/// What `atomicrmw` stores.
fn modify(op: &str, old: &Value, operand: &Value, site: Site) -> Run {
    let by = |binary: BinaryOp| {
        elements::two(old, operand, |old, operand| {
            arithmetic::binary(binary, Flags::NONE, old, operand, site)
        })
    };
    let float = |binary: BinaryOp| {
        elements::two(old, operand, |old, operand| {
            float::binary(binary, Flags::NONE, old, operand, site)
        })
    };
    let choose = |predicate| {
        let first = compare::ints(predicate, Flags::NONE, old, operand, site)?;
        select(&first, old, operand, site)
    };
    match op {
        "xchg" => return Ok(operand.clone()),
        "add" => return by(BinaryOp::Add),
        "sub" => return by(BinaryOp::Sub),
        "and" => return by(BinaryOp::And),
        "or" => return by(BinaryOp::Or),
        "xor" => return by(BinaryOp::Xor),
        "fadd" => return float(BinaryOp::FAdd),
        "fsub" => return float(BinaryOp::FSub),
        "max" => return choose(IntPredicate::Sgt),
        "min" => return choose(IntPredicate::Slt),
        "umax" => return choose(IntPredicate::Ugt),
        "umin" => return choose(IntPredicate::Ult),
        "fmax" | "fmin" | "fmaximum" | "fminimum" | "fmaximumnum" | "fminimumnum" => {
            let name = match op {
                "fmax" => "maxnum",
                "fmin" => "minnum",
                other => &other[1..],
            };
            return intrinsic::extreme(name, Flags::NONE, old, operand, site);
        }
        _ => {}
    }
    let (Value::Int(a), Value::Int(b)) = (old, operand) else {
        return match old.poison().or(operand.poison()) {
            Some(poison) => Ok(Value::Poison(poison.passed(site))),
            None => Err(Stop::unsupported(
                site,
                format!("`atomicrmw {op}` of no integer"),
            )),
        };
    };
    if !(a.is_defined() && b.is_defined()) {
        return Ok(Value::Int(Int::undef(a.width())));
    }
    let (x, y) = (a.bits(), b.bits());
    let bits = match op {
        "nand" => !(x & y),
        "uinc_wrap" if x >= y => 0,
        "uinc_wrap" => x.wrapping_add(1),
        "udec_wrap" if x == 0 || x > y => y,
        "udec_wrap" => x - 1,
        "usub_cond" if x < y => x,
        "usub_cond" => x - y,
        "usub_sat" => x.saturating_sub(y),
        _ => {
            return Err(Stop::unsupported(
                site,
                format!("`atomicrmw {op}` isn't run"),
            ));
        }
    };
    Ok(Value::Int(Int::new(a.width(), bits)))
}
