//! Instructions on structs, arrays and vectors.

use super::codec;
use super::machine::Machine;
use super::outcome::{Run, Stop};
use super::poison::{Poison, Site};
use super::value::Value;
use crate::model::{Instruction, Op, Operand, Type};

impl<'a> Machine<'_, 'a> {
    /// What an instruction comes to that takes values apart or puts them together.
    pub(super) fn execute_parts(
        &mut self,
        unit: usize,
        op: &Op<'a>,
        instruction: &Instruction<'a>,
        site: Site,
    ) -> Run {
        match op {
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
            op => self.access_memory(unit, op, instruction, site),
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
