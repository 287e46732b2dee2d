//! `getelementptr`: addresses of parts
//! ([LangRef](https://llvm.org/docs/LangRef.html#getelementptr-instruction)).

use super::layout::Types;
use super::machine::Machine;
use super::memory;
use super::outcome::{Run, Stop};
use super::poison::{Poison, Site};
use super::value::{Pointer, Value};
use crate::model::{Flags, Operand, Type};

impl<'a> Machine<'_, 'a> {
    /// `getelementptr`; with vectors, for each element.
    pub(super) fn element_pointer(
        &mut self,
        unit: usize,
        flags: Flags,
        element: &Type<'a>,
        base: &Operand<'a>,
        indices: &[Operand<'a>],
        site: Site,
    ) -> Run {
        let context = self.unit(unit, site)?;
        let types = context.types();
        let refuse = |why: String| Stop::unsupported(site, why);
        let base = self.operand(unit, base, site)?;
        let indices: Run<Vec<Value>> = indices
            .iter()
            .map(|index| self.operand(unit, index, site))
            .collect();
        let indices = indices?;
        let lanes = std::iter::once(&base).chain(&indices);
        let Some(lanes) = lanes.filter_map(Value::fields).map(<[Value]>::len).max() else {
            // The common case.
            let steps = steps(types, element, &indices).map_err(refuse)?;
            return Ok(self.step_over(flags, &base, &steps, site));
        };
        let lane = |value: &Value, nth: usize| match value {
            Value::Aggregate(elements) => elements.get(nth).cloned().unwrap_or(Value::Undef),
            scalar => scalar.clone(),
        };
        let mut pointers = Vec::with_capacity(lanes);
        for nth in 0..lanes {
            let indices: Vec<Value> = indices.iter().map(|index| lane(index, nth)).collect();
            let steps = steps(types, element, &indices).map_err(refuse)?;
            pointers.push(self.step_over(flags, &lane(&base, nth), &steps, site));
        }
        Ok(Value::aggregate(pointers))
    }

    /// Adds offsets to a pointer, one after the other.
    fn step_over(&self, flags: Flags, base: &Value, steps: &[Step], site: Site) -> Value {
        let broken = |why: String| Value::Poison(Poison::made(site, why));
        let mut pointer = match base {
            Value::Ptr(pointer) => *pointer,
            Value::Poison(poison) => return Value::Poison(poison.passed(site)),
            _ => return Value::Undef,
        };
        let poisoned = steps.iter().find_map(|step| step.as_ref().err());
        if let Some(unknown) = poisoned {
            return match unknown {
                Some(poison) => Value::Poison(poison.passed(site)),
                None => Value::Undef,
            };
        }
        let in_bounds = flags.has(Flags::INBOUNDS);
        let nusw = in_bounds || flags.has(Flags::NUSW);
        for step in steps.iter().flatten() {
            let offset = i64::try_from(*step);
            if nusw && offset.is_err() {
                return broken("an offset of `getelementptr nusw` overflows".to_owned());
            }
            #[expect(clippy::cast_possible_truncation, reason = "without `nusw` it wraps")]
            let offset = offset.unwrap_or(*step as i64);
            let moved = pointer.at(pointer.address.wrapping_add_signed(offset));
            if nusw && pointer.address.checked_add_signed(offset).is_none() {
                return broken("the address of `getelementptr nusw` overflows".to_owned());
            }
            if flags.has(Flags::NUW)
                && pointer
                    .address
                    .checked_add(offset.cast_unsigned())
                    .is_none()
            {
                return broken(format!("`getelementptr nuw` by {offset} wraps around"));
            }
            if in_bounds
                && offset != 0
                && let Some(why) = self.outside(pointer, moved, offset)
            {
                return broken(why);
            }
            pointer = moved;
        }
        Value::Ptr(pointer)
    }

    /// Why a step isn't inside of one object; its end is still inside.
    fn outside(&self, from: Pointer, to: Pointer, offset: i64) -> Option<String> {
        let Some(id) = self.memory.object(from) else {
            let address = from.address;
            return Some(format!(
                "`getelementptr inbounds` by {offset} from {address:#x}, where no object is"
            ));
        };
        let (base, size, name) = if let Some(object) = self.memory.get(id) {
            (object.base, object.size, object.origin.name())
        } else {
            let dead = self.memory.dead(id)?;
            (dead.base, dead.size, dead.origin.name())
        };
        let place = |pointer: Pointer| pointer.address.wrapping_sub(base);
        let beyond = |pointer: Pointer| place(pointer) > size;
        (beyond(from) || beyond(to)).then(|| {
            format!(
                "`getelementptr inbounds` leads to offset {} of {name}, which has {}",
                place(to).cast_signed(),
                memory::bytes(size)
            )
        })
    }
}

/// An offset in bytes; poison or, if there is none, `undef`.
type Step = Result<i128, Option<Poison>>;

/// The offsets that indices stand for.
fn steps<'t, 'a>(
    types: Types<'t, 'a>,
    element: &'t Type<'a>,
    indices: &[Value],
) -> Result<Vec<Step>, String> {
    let mut steps = Vec::with_capacity(indices.len());
    let mut ty: Option<&Type<'a>> = None;
    for index in indices {
        let number = match index {
            Value::Int(int) if int.is_defined() => Ok(int.value()),
            Value::Poison(poison) => Err(Some(poison.clone())),
            _ => Err(None),
        };
        let scaled = |size: u64| {
            number
                .clone()
                .map(|number| number.saturating_mul(size.into()))
        };
        // The first index steps over whole elements.
        let Some(outer) = ty else {
            steps.push(scaled(types.size(element)?));
            ty = Some(element);
            continue;
        };
        match types.resolve(outer)? {
            Type::Struct { packed, fields } => {
                let nth = number
                    .as_ref()
                    .ok()
                    .and_then(|number| usize::try_from(*number).ok());
                let nth = nth.filter(|nth| *nth < fields.len());
                let nth = nth.ok_or("a field of a struct that has no such field")?;
                let offsets = types.offsets(*packed, fields)?;
                let offset = offsets.get(nth).copied().unwrap_or(0);
                steps.push(Ok(offset.into()));
                ty = fields.get(nth);
            }
            Type::Array(_, inner) | Type::Vector { element: inner, .. } => {
                steps.push(scaled(types.size(inner)?));
                ty = Some(inner);
            }
            _ => return Err("an index into what has no parts".to_owned()),
        }
    }
    Ok(steps)
}
