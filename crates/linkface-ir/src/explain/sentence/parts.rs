//! Parts of structs, arrays and vectors.

use crate::explain::sentence::Explainer;
use crate::explain::value::index_number;
use crate::model::{Constant, Op, Operand, Type, Value};

impl<'a> Explainer<'_, 'a> {
    pub(super) fn part(&self, op: &Op<'a>) -> String {
        match op {
            Op::ExtractValue { aggregate, indices } => {
                let whole = self.operand(aggregate);
                if let Some(known) = self.known_field(aggregate, indices) {
                    return known;
                }
                format!("{} of {whole}", fields(indices))
            }
            Op::InsertValue {
                aggregate,
                element,
                indices,
            } => {
                let element = self.operand(element);
                let fields = fields(indices);
                if is_nothing(&aggregate.value) {
                    format!(
                        "a new {} with {element} in {fields}, the rest not set yet",
                        aggregate.ty
                    )
                } else {
                    format!("{} with {element} in {fields}", self.operand(aggregate))
                }
            }
            Op::ExtractElement { vector, index } => {
                format!(
                    "element {} of {}",
                    self.operand(index),
                    self.operand(vector)
                )
            }
            Op::InsertElement {
                vector,
                element,
                index,
            } => {
                let (element, index) = (self.operand(element), self.operand(index));
                if is_nothing(&vector.value) {
                    format!(
                        "a new {} with {element} in element {index}, the rest not set yet",
                        vector.ty
                    )
                } else {
                    format!("{} with {element} in element {index}", self.operand(vector))
                }
            }
            Op::ShuffleVector { left, right, mask } => self.shuffle(left, right, mask),
            _ => String::new(),
        }
    }

    /// What a field of a known result means.
    fn known_field(&self, aggregate: &Operand<'a>, indices: &[u64]) -> Option<String> {
        let [index] = indices else { return None };
        let whole = self.operand(aggregate);
        match &self.definition(&aggregate.value)?.op {
            Op::CmpXchg { pointer, .. } => Some(match index {
                0 => format!("what {} held: field 0 of {whole}", self.operand(pointer)),
                _ => format!("true if it was written: field 1 of {whole}"),
            }),
            Op::LandingPad { .. } => Some(match index {
                0 => format!("the panic: field 0 of {whole}"),
                _ => format!("which kind of panic it is: field 1 of {whole}"),
            }),
            Op::Call(call) => {
                let name = call.callee.global()?;
                let overflow = name.key().contains(".with.overflow.");
                overflow.then(|| match index {
                    0 => format!("the result: field 0 of {whole}"),
                    _ => format!("true if it overflowed: field 1 of {whole}"),
                })
            }
            _ => None,
        }
    }

    fn shuffle(&self, left: &Operand<'a>, right: &Operand<'a>, mask: &Operand<'a>) -> String {
        let (a, b) = (self.operand(left), self.operand(right));
        let length = match &left.ty {
            Type::Vector {
                length,
                scalable: false,
                ..
            } => i128::from(*length),
            _ => return format!("elements of {a} and {b}, chosen by the mask"),
        };
        let places: Option<Vec<Option<i128>>> = match &mask.value {
            Value::Constant(Constant::Zero) => {
                return format!("element 0 of {a}, in each element");
            }
            Value::Constant(Constant::Vector(places)) => Some(
                places
                    .iter()
                    .map(|place| index_number(&place.value))
                    .collect(),
            ),
            Value::Constant(Constant::Splat(place)) => {
                return match index_number(&place.value) {
                    Some(place) if place >= length => {
                        format!("element {} of {b}, in each element", place - length)
                    }
                    Some(place) => format!("element {place} of {a}, in each element"),
                    None => format!("elements of {a}"),
                };
            }
            _ => None,
        };
        let Some(places) = places else {
            return format!("elements of {a} and {b}, chosen by the mask");
        };
        let uses = |second: bool| {
            let mut known = places.iter().flatten();
            known.any(|place| (*place >= length) == second)
        };
        let count = i128::try_from(places.len()).unwrap_or(i128::MAX);
        let in_order = |from: i128| {
            let mut numbered = places.iter().zip(from..);
            numbered.all(|(place, expected)| place.is_none_or(|place| place == expected))
        };
        match (uses(false), uses(true)) {
            (true, false) if in_order(0) && count < length => {
                format!("the first {count} elements of {a}")
            }
            (true, false) if in_order(0) && count > length => {
                format!("{a}, with room for {count} elements")
            }
            (true, true) if in_order(0) && count == 2 * length => format!("{a}, and {b} behind it"),
            (true, false) => {
                let from = places.first().copied().flatten();
                match from {
                    Some(from) if in_order(from) => {
                        format!("elements {from} to {} of {a}", from + count - 1)
                    }
                    _ => format!("elements {} of {a}", numbers(&places, 0)),
                }
            }
            (false, true) => format!("elements {} of {b}", numbers(&places, length)),
            _ => format!(
                "elements {} of {a} and {b} (those of {b} counted from {length})",
                numbers(&places, 0)
            ),
        }
    }
}

/// The places, none as `-`.
fn numbers(places: &[Option<i128>], from: i128) -> String {
    const FEW: usize = 16;
    let shown = places.iter().take(FEW).map(|place| match place {
        Some(place) => (place - from).to_string(),
        None => "-".to_owned(),
    });
    let more = if places.len() > FEW { ", …" } else { "" };
    shown.collect::<Vec<_>>().join(", ") + more
}

/// The way to a field, from the inside out.
fn fields(indices: &[u64]) -> String {
    let words: Vec<String> = indices
        .iter()
        .rev()
        .map(|index| format!("field {index}"))
        .collect();
    words.join(" of ")
}

fn is_nothing(value: &Value<'_>) -> bool {
    matches!(value, Value::Constant(Constant::Poison | Constant::Undef))
}
