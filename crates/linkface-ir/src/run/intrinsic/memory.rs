//! Intrinsics that use memory or pointers.

use super::{Intrinsic, argument};
use crate::model::Type;
use crate::run::access::as_pointer;
use crate::run::elements;
use crate::run::library::number;
use crate::run::machine::Machine;
use crate::run::memory::Origin;
use crate::run::outcome::{Run, Stop};
use crate::run::value::{Provenance, Value};

impl<'a> Machine<'_, 'a> {
    /// What an intrinsic on memory comes to; none if it isn't one.
    pub(super) fn memory_intrinsic(
        &mut self,
        intrinsic: Intrinsic<'_, 'a>,
        arguments: &[Value],
    ) -> Run<Option<Value>> {
        let Intrinsic {
            stem,
            site,
            call,
            unit,
        } = intrinsic;
        let argument = |nth| argument(arguments, nth, site);
        let value = match stem {
            "memcpy" | "memcpy.inline" | "memmove" => {
                let len = number(arguments.get(2), site)?;
                if len > 0 {
                    let to = as_pointer(argument(0)?, stem, site)?;
                    let from = as_pointer(argument(1)?, stem, site)?;
                    // LangRef: the two are the same, or don't overlap.
                    self.copy(to, from, len, stem != "memmove", stem, site)?;
                }
                Value::Void
            }
            "memset" | "memset.inline" => {
                let len = number(arguments.get(2), site)?;
                if len > 0 {
                    let to = as_pointer(argument(0)?, stem, site)?;
                    self.set(to, argument(1)?, len, site)?;
                }
                Value::Void
            }
            "lifetime.start" | "lifetime.end" => {
                // Until LLVM 21 the size came first.
                if let Some(Value::Ptr(pointer)) = arguments.last()
                    && let Provenance::Allocation(id) = pointer.provenance
                    && let Some(object) = self.memory.get(id)
                    && matches!(object.origin, Origin::Stack(..))
                {
                    self.charge(object.size, 4096, 256);
                    self.memory.set_alive(id, stem == "lifetime.start");
                }
                Value::Void
            }
            "stacksave" => Value::Ptr(crate::run::value::Pointer::NULL),
            "stackrestore" => Value::Void,
            "ptrmask" => {
                let keep = argument(1)?;
                elements::two(argument(0)?, keep, |pointer, keep| match (pointer, keep) {
                    (Value::Poison(poison), _) | (_, Value::Poison(poison)) => {
                        Ok(Value::Poison(poison.passed(site)))
                    }
                    (Value::Ptr(pointer), Value::Int(keep)) if keep.is_defined() => {
                        let keep = u64::try_from(keep.sext(64).bits()).unwrap_or(u64::MAX);
                        Ok(Value::Ptr(pointer.at(pointer.address & keep)))
                    }
                    _ => Ok(Value::Undef),
                })?
            }
            "objectsize" => {
                let Type::Int(width) = *call.returns() else {
                    return Ok(None);
                };
                let least = matches!(argument(1)?.as_int(), Some(int) if int.bits() == 1);
                let Value::Ptr(pointer) = argument(0)? else {
                    return Ok(Some(Value::int(width, if least { 0 } else { -1 })));
                };
                let object = self.memory.object(*pointer);
                let left = object
                    .and_then(|id| self.memory.get(id))
                    .and_then(|object| {
                        object
                            .size
                            .checked_sub(pointer.address.wrapping_sub(object.base))
                    });
                let unknown = if least { 0 } else { -1 };
                Value::int(width, left.map_or(unknown, i128::from))
            }
            "masked.load" | "masked.gather" => {
                self.masked_load(unit, call, arguments, stem, site)?
            }
            "masked.store" | "masked.scatter" => {
                self.masked_store(unit, call, arguments, stem, site)?;
                Value::Void
            }
            _ => return Ok(None),
        };
        Ok(Some(value))
    }

    /// The mask of a masked access. The alignment stood before it until LLVM 21.
    fn masked(arguments: &[Value], first: usize) -> Option<(&[Value], &[Value])> {
        let rest = arguments.get(first..)?;
        let rest = match rest {
            [Value::Int(_), behind @ ..] => behind,
            _ => rest,
        };
        let (mask, rest) = rest.split_first()?;
        Some((mask.fields()?, rest))
    }

    /// The addresses of the elements: one after the other, or one by one.
    fn addresses(
        &mut self,
        unit: usize,
        at: &Value,
        element: &Type<'a>,
        len: usize,
    ) -> Option<Vec<Value>> {
        if let Value::Aggregate(pointers) = at {
            return Some(pointers.to_vec());
        }
        let size = self.units.get(unit)?.types().size(element).ok()?;
        let each = (0..len as u64).map(|nth| match at {
            Value::Ptr(pointer) => {
                let address = pointer.address.wrapping_add(nth.wrapping_mul(size));
                Value::Ptr(pointer.at(address))
            }
            other => other.clone(),
        });
        Some(each.collect())
    }

    fn masked_load(
        &mut self,
        unit: usize,
        call: &crate::model::Call<'a>,
        arguments: &[Value],
        word: &str,
        site: crate::run::poison::Site,
    ) -> Run {
        let wrong = || Stop::unsupported(site, "this masked load isn't run");
        let Type::Vector { element, .. } = call.returns() else {
            return Err(wrong());
        };
        let (mask, rest) = Self::masked(arguments, 1).ok_or_else(wrong)?;
        let at = arguments.first().ok_or_else(wrong)?;
        let addresses = self
            .addresses(unit, at, element, mask.len())
            .ok_or_else(wrong)?;
        let mut lanes = Vec::with_capacity(mask.len());
        for (nth, (wanted, at)) in mask.iter().zip(&addresses).enumerate() {
            let other = rest.first().map_or(Value::Undef, |other| match other {
                Value::Aggregate(others) => others.get(nth).cloned().unwrap_or(Value::Undef),
                other => other.clone(),
            });
            lanes.push(match wanted.as_int() {
                Some(int) if int.bits() == 1 => {
                    self.load_value(unit, element, at, Some(1), word, site)?
                }
                Some(_) => other,
                None => return Err(wrong()),
            });
        }
        Ok(Value::aggregate(lanes))
    }

    fn masked_store(
        &mut self,
        unit: usize,
        call: &crate::model::Call<'a>,
        arguments: &[Value],
        word: &str,
        site: crate::run::poison::Site,
    ) -> Run<()> {
        let wrong = || Stop::unsupported(site, "this masked store isn't run");
        let ty = call.arguments.first().map(|argument| &argument.ty);
        let Some(Type::Vector { element, .. }) = ty else {
            return Err(wrong());
        };
        let (mask, _) = Self::masked(arguments, 2).ok_or_else(wrong)?;
        let [values, at, ..] = arguments else {
            return Err(wrong());
        };
        let addresses = self
            .addresses(unit, at, element, mask.len())
            .ok_or_else(wrong)?;
        for (nth, (wanted, at)) in mask.iter().zip(&addresses).enumerate() {
            let value = crate::run::aggregate::field(values, nth as u64, site)?;
            match wanted.as_int() {
                Some(int) if int.bits() == 1 => {
                    self.store_value(unit, element, &value, at, Some(1), word, site)?;
                }
                Some(_) => {}
                None => return Err(wrong()),
            }
        }
        Ok(())
    }
}
