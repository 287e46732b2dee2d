//! Instructions that make a value of values.

use super::codec;
use super::elements;
use super::float;
use super::int::{Int, mask};
use super::machine::Machine;
use super::outcome::{Run, Stop};
use super::poison::{Poison, Site};
use super::unit::Unit;
use super::value::Value;
use super::{arithmetic, compare};
use crate::model::instruction::{BinaryOp, Flags};
use crate::model::{Instruction, Op, Operand, Type};
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
                let left = self.value(unit, ty, left, site)?;
                let right = self.value(unit, ty, right, site)?;
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
                let left = self.value(unit, ty, left, site)?;
                let right = self.value(unit, ty, right, site)?;
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
                let left = self.value(unit, ty, left, site)?;
                let right = self.value(unit, ty, right, site)?;
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
            Op::ExtractElement { vector, index } => self.extract_element(unit, vector, index, site),
            Op::InsertElement {
                vector,
                element,
                index,
            } => self.insert_element(unit, vector, element, index, site),
            Op::ShuffleVector { left, right, mask } => self.shuffle(unit, left, right, mask, site),
            Op::ExtractValue { aggregate, indices } => {
                let mut value = self.operand(unit, aggregate, site)?;
                for index in indices {
                    value = field(&value, *index, site)?;
                }
                Ok(value)
            }
            Op::InsertValue {
                aggregate,
                element,
                indices,
            } => {
                let value = self.operand(unit, aggregate, site)?;
                let element = self.operand(unit, element, site)?;
                let value = self.in_parts(unit, &aggregate.ty, value, site)?;
                insert(&value, indices, element, site)
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
            op => self.access_memory(unit, op, instruction, site),
        }
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

    /// An aggregate that is poison as a whole, as one whose parts are poison.
    fn in_parts(&mut self, unit: usize, ty: &Type<'a>, value: Value, site: Site) -> Run {
        let Value::Poison(poison) = &value else {
            return Ok(value);
        };
        let context = self.unit(unit, site)?;
        let fill = codec::Fill::Poison(poison.clone());
        codec::fill(context.types(), ty, &fill).map_err(|why| Stop::unsupported(site, why))
    }

    fn extract_element(
        &mut self,
        unit: usize,
        vector: &Operand<'a>,
        index: &Operand<'a>,
        site: Site,
    ) -> Run {
        let value = self.operand(unit, vector, site)?;
        let index = self.operand(unit, index, site)?;
        Ok(match position(&index, &vector.ty, site) {
            Ok(index) => field(&value, index, site)?,
            Err(poison) => Value::Poison(poison),
        })
    }

    fn insert_element(
        &mut self,
        unit: usize,
        vector: &Operand<'a>,
        element: &Operand<'a>,
        index: &Operand<'a>,
        site: Site,
    ) -> Run {
        let value = self.operand(unit, vector, site)?;
        let value = self.in_parts(unit, &vector.ty, value, site)?;
        let element = self.operand(unit, element, site)?;
        let index = self.operand(unit, index, site)?;
        match position(&index, &vector.ty, site) {
            Ok(index) => insert(&value, &[index], element, site),
            Err(poison) => Ok(Value::Poison(poison)),
        }
    }

    fn shuffle(
        &mut self,
        unit: usize,
        left: &Operand<'a>,
        right: &Operand<'a>,
        mask: &Operand<'a>,
        site: Site,
    ) -> Run {
        let a = self.operand(unit, left, site)?;
        let a = self.in_parts(unit, &left.ty, a, site)?;
        let b = self.operand(unit, right, site)?;
        let b = self.in_parts(unit, &right.ty, b, site)?;
        let mask_value = self.operand(unit, mask, site)?;
        let mask = self.in_parts(unit, &mask.ty, mask_value, site)?;
        let (Some(a), Some(b), Some(mask)) = (a.fields(), b.fields(), mask.fields()) else {
            return Err(Stop::invalid(site, "`shufflevector` of what is no vector"));
        };
        let chosen = mask.iter().map(|index| match index {
            Value::Int(index) if index.is_defined() => {
                let index = usize::try_from(index.bits()).unwrap_or(usize::MAX);
                let element = a.iter().chain(b).nth(index).cloned();
                element.ok_or_else(|| Stop::invalid(site, "a mask beyond both vectors"))
            }
            Value::Poison(poison) => Ok(Value::Poison(poison.passed(site))),
            _ => Ok(Value::Poison(Poison::made(
                site,
                "this element of the mask is undef",
            ))),
        });
        let chosen: Run<Vec<Value>> = chosen.collect();
        chosen.map(Value::aggregate)
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

/// A field or element; of poison poison.
pub(crate) fn field(value: &Value, index: u64, site: Site) -> Run {
    match value {
        Value::Poison(poison) => Ok(Value::Poison(poison.passed(site))),
        Value::Aggregate(fields) => {
            let index = usize::try_from(index).ok();
            let field = index.and_then(|index| fields.get(index)).cloned();
            field.ok_or_else(|| Stop::invalid(site, "there is no field of this number"))
        }
        _ => Err(Stop::invalid(site, "a field of what has none")),
    }
}

fn insert(value: &Value, indices: &[u64], element: Value, site: Site) -> Run {
    let Some((first, rest)) = indices.split_first() else {
        return Ok(element);
    };
    let inner = field(value, *first, site)?;
    let inner = insert(&inner, rest, element, site)?;
    let Value::Aggregate(fields) = value else {
        return Err(Stop::invalid(site, "a field of what has none"));
    };
    let mut fields = fields.to_vec();
    if let Some(slot) = usize::try_from(*first)
        .ok()
        .and_then(|at| fields.get_mut(at))
    {
        *slot = inner;
    }
    Ok(Value::aggregate(fields))
}

/// The place in a vector; poison if it is outside, or isn't known.
fn position(index: &Value, ty: &Type<'_>, site: Site) -> Result<u64, Poison> {
    let length = match ty {
        Type::Vector { length, .. } => *length,
        _ => 0,
    };
    match index {
        Value::Int(index) if index.is_defined() => {
            let at = u64::try_from(index.bits()).ok().filter(|at| *at < length);
            at.ok_or_else(|| {
                let at = index.bits();
                Poison::made(site, format!("element {at} of a vector that has {length}"))
            })
        }
        Value::Poison(poison) => Err(poison.passed(site)),
        _ => Err(Poison::made(site, "the number of the element is undef")),
    }
}
