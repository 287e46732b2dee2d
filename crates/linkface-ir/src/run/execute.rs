//! Instructions that make a value of values.

use super::aggregate::field;
use super::codec;
use super::elements;
use super::float;
use super::int::{Int, mask};
use super::machine::Machine;
use super::outcome::{Run, Stop};
use super::poison::Site;
use super::unit::Unit;
use super::value::Value;
use super::{arithmetic, compare};
use crate::model::{self, BinaryOp, Flags, Instruction, Op, Type};
use std::rc::Rc;

impl<'m, 'a> Machine<'m, 'a> {
    pub(super) fn unit(&self, unit: usize, site: Site) -> Run<Rc<Unit<'m, 'a>>> {
        let found = self.units.get(unit).map(Rc::clone);
        found.ok_or_else(|| Stop::invalid(site, "there is no such module"))
    }

    /// What an instruction that neither calls nor jumps comes to.
    pub(super) fn execute(
        &mut self,
        unit: usize,
        op: &Op<'a>,
        instruction: &Instruction<'a>,
        site: Site,
    ) -> Run {
        match op {
            Op::FNeg { flags, operand } => {
                let value = self.operand(unit, operand, site)?;
                elements::one(&value, |value| float::negate(*flags, value, site))
            }
            Op::Binary {
                op,
                flags,
                ty,
                left,
                right,
            } => {
                let (left, right) = self.both(unit, ty, [left, right], site)?;
                elements::two(&left, &right, |left, right| {
                    if is_float(*op) {
                        float::binary(*op, *flags, left, right, site)
                    } else {
                        arithmetic::binary(*op, *flags, left, right, site)
                    }
                })
            }
            Op::Cast {
                op,
                flags,
                operand,
                to,
            } => {
                let value = self.operand(unit, operand, site)?;
                self.cast(unit, *op, *flags, &operand.ty, value, to, site)
            }
            Op::ICmp {
                flags,
                predicate,
                ty,
                left,
                right,
            } => {
                let (left, right) = self.both(unit, ty, [left, right], site)?;
                elements::two(&left, &right, |left, right| {
                    compare::ints(*predicate, *flags, left, right, site)
                })
            }
            Op::FCmp {
                flags,
                predicate,
                ty,
                left,
                right,
            } => {
                let (left, right) = self.both(unit, ty, [left, right], site)?;
                elements::two(&left, &right, |left, right| {
                    compare::floats(*predicate, *flags, left, right, site)
                })
            }
            Op::Select {
                flags,
                condition,
                then,
                otherwise,
            } => {
                let condition = self.operand(unit, condition, site)?;
                let then = self.operand(unit, then, site)?;
                let otherwise = self.operand(unit, otherwise, site)?;
                let chosen = select(&condition, &then, &otherwise, site)?;
                self.passed_on("select", *flags, chosen, site)
            }
            Op::Freeze(operand) => {
                let context = self.unit(unit, site)?;
                let value = self.operand(unit, operand, site)?;
                let types = context.types();
                let zero = codec::fill(types, &operand.ty, &codec::Fill::Zero);
                let zero = zero.map_err(|why| Stop::unsupported(site, why))?;
                Ok(freeze(&value, &zero))
            }
            Op::Phi { .. } => Err(Stop::invalid(site, "a phi after other instructions")),
            Op::LandingPad { .. } | Op::CatchPad { .. } | Op::CleanupPad { .. } => {
                Err(Stop::unsupported(
                    site,
                    "a landing pad was reached, but nothing is unwound here",
                ))
            }
            Op::VaArg { .. } => Err(Stop::unsupported(site, "`va_arg` isn't run")),
            Op::Opaque(opaque) => Err(Stop::unsupported(
                site,
                format!(
                    "`{}` isn't an instruction that is known here",
                    opaque.opcode
                ),
            )),
            op => self.execute_parts(unit, op, instruction, site),
        }
    }

    /// The two values of a calculation, the left one first.
    fn both(
        &mut self,
        unit: usize,
        ty: &Type<'a>,
        [left, right]: [&model::Value<'a>; 2],
        site: Site,
    ) -> Run<(Value, Value)> {
        let left = self.value(unit, ty, left, site)?;
        Ok((left, self.value(unit, ty, right, site)?))
    }

    /// A value that a phi or select chose: poison goes through.
    #[expect(clippy::unused_self, reason = "called as its neighbours are")]
    pub(super) fn passed_on(&self, word: &str, flags: Flags, value: Value, site: Site) -> Run {
        match value {
            Value::Poison(poison) => Ok(Value::Poison(poison.passed(site))),
            value if flags.is_empty() => Ok(value),
            value => elements::one(&value, |value| {
                float::keep_promise(word, flags, value.clone(), site)
            }),
        }
    }
}

fn is_float(op: BinaryOp) -> bool {
    matches!(
        op,
        BinaryOp::FAdd | BinaryOp::FSub | BinaryOp::FMul | BinaryOp::FDiv | BinaryOp::FRem
    )
}

/// Of a poison condition poison; of vectors element by element.
pub(crate) fn select(condition: &Value, then: &Value, otherwise: &Value, site: Site) -> Run {
    match condition {
        Value::Int(int) if int.is_defined() => {
            Ok(if int.bits() == 1 { then } else { otherwise }.clone())
        }
        Value::Poison(poison) => Ok(Value::Poison(poison.passed(site))),
        // Either will do; the second is no worse than the first, unless it is poison.
        Value::Int(_) => Ok(unknown(then, otherwise)),
        Value::Aggregate(conditions) => {
            let chosen = conditions.iter().enumerate().map(|(nth, condition)| {
                let (then, otherwise) = (
                    field(then, nth as u64, site)?,
                    field(otherwise, nth as u64, site)?,
                );
                select(condition, &then, &otherwise, site)
            });
            let chosen: Run<Vec<Value>> = chosen.collect();
            chosen.map(Value::aggregate)
        }
        _ => Err(Stop::invalid(site, "`select` by what is no `i1`")),
    }
}

/// What a `select` by `undef` is: where the two differ, nobody knows.
fn unknown(a: &Value, b: &Value) -> Value {
    match (a, b) {
        (Value::Poison(_), _) => a.clone(),
        (_, Value::Poison(_)) => b.clone(),
        (Value::Int(a), Value::Int(b)) => {
            let undef = a.undef_bits() | b.undef_bits() | (a.bits() ^ b.bits());
            Value::Int(Int::with_undef(
                a.width(),
                a.bits(),
                undef & mask(a.width()),
            ))
        }
        (Value::Aggregate(a), Value::Aggregate(b)) => {
            Value::aggregate(a.iter().zip(b.iter()).map(|(a, b)| unknown(a, b)))
        }
        (Value::Ptr(a), Value::Ptr(b)) if a == b => Value::Ptr(*a),
        (Value::Float(kind, a), Value::Float(_, b)) if a == b => Value::Float(*kind, *a),
        _ => Value::Undef,
    }
}

/// Zero for all that is `undef` or poison: any value will do, as long as it is one.
fn freeze(value: &Value, zero: &Value) -> Value {
    match (value, zero) {
        (Value::Int(int), _) => Value::Int(int.freeze()),
        (Value::Undef | Value::Poison(_), zero) => zero.clone(),
        (Value::Aggregate(fields), Value::Aggregate(zeros)) => {
            let fields = fields.iter().zip(zeros.iter());
            Value::aggregate(fields.map(|(field, zero)| freeze(field, zero)))
        }
        (value, _) => value.clone(),
    }
}
