//! Addresses.

use crate::explain::sentence::Explainer;
use crate::explain::value::{bytes, index_number};
use crate::model::{Op, Operand, Type};

impl<'a> Explainer<'_, 'a> {
    pub(super) fn address(&self, op: &Op<'a>) -> String {
        let Op::GetElementPtr {
            element,
            base,
            indices,
            ..
        } = op
        else {
            return String::new();
        };
        let from = self.operand(base);
        let Some((first, rest)) = indices.split_first() else {
            return from;
        };
        if rest.is_empty() {
            return self.step(&from, first, element);
        }
        let mut place = self.way(element, rest);
        if index_number(&first.value) != Some(0) {
            place = format!("{place} of the {element} number {}", self.operand(first));
        }
        format!("the address of {place} at {from}")
    }

    /// `base` and so many steps.
    fn step(&self, from: &str, index: &Operand<'a>, element: &Type<'a>) -> String {
        let size = self.size(element);
        let steps = index_number(&index.value);
        match (steps, size) {
            (Some(steps), Some(size)) => {
                let distance = steps.saturating_mul(i128::from(size));
                let word = if distance < 0 { "minus" } else { "plus" };
                let count = u64::try_from(distance.unsigned_abs()).unwrap_or(u64::MAX);
                format!("{from} {word} {}", bytes(count))
            }
            (_, Some(1)) => format!("{from} plus {} bytes", self.operand(index)),
            (_, Some(size)) => {
                format!("{from} plus {} times {}", self.operand(index), bytes(size))
            }
            _ => format!(
                "{from} plus {} times the size of {element}",
                self.operand(index)
            ),
        }
    }

    /// Fields and elements, from the inside out.
    fn way(&self, element: &Type<'a>, indices: &[Operand<'a>]) -> String {
        let mut words = Vec::new();
        let mut ty = Some(element);
        for index in indices {
            let number = self.operand(index);
            let (word, inner) = match ty {
                Some(Type::Struct { fields, .. }) => {
                    let at = index_number(&index.value).and_then(|at| usize::try_from(at).ok());
                    ("field", at.and_then(|at| fields.get(at)))
                }
                Some(Type::Named(_)) => ("field", None),
                Some(Type::Array(_, inner) | Type::Vector { element: inner, .. }) => {
                    ("element", Some(&**inner))
                }
                _ => ("part", None),
            };
            words.push(format!("{word} {number}"));
            ty = inner;
        }
        words.reverse();
        words.join(" of ")
    }
}
