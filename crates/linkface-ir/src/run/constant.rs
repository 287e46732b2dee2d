//! Operands: registers and constants.

use super::arithmetic;
use super::codec::{self, Fill};
use super::int::Int;
use super::literal::{float, whole};
use super::machine::Machine;
use super::outcome::{Run, Stop};
use super::poison::{Poison, Site};
use super::value::{Pointer, Value};
use crate::model::name::unescape;
use crate::model::value::Expression;
use crate::model::{Constant, Operand, Type, Value as Written};

impl<'a> Machine<'_, 'a> {
    /// The value of an operand.
    pub(super) fn operand(&mut self, unit: usize, operand: &Operand<'a>, site: Site) -> Run {
        self.value(unit, &operand.ty, &operand.value, site)
    }

    /// The value of an operand whose type is written elsewhere.
    pub(super) fn value(
        &mut self,
        unit: usize,
        ty: &Type<'a>,
        value: &Written<'a>,
        site: Site,
    ) -> Run {
        let found = match value {
            Written::Local(local) => self.register(*local, site)?,
            Written::Constant(constant) => self.constant(unit, ty, constant, site)?,
            Written::Metadata(_) => return Ok(Value::Void),
            Written::Asm(_) => return Err(Stop::unsupported(site, "inline assembly isn't run")),
        };
        if let Value::Aggregate(fields) = &found {
            self.charge(weight(fields), 256, 8);
        }
        if codec::fits(ty, &found) {
            Ok(found)
        } else {
            Err(Stop::invalid(
                site,
                "an operand isn't of the type that is written before it",
            ))
        }
    }

    pub(super) fn constant(
        &mut self,
        unit: usize,
        ty: &Type<'a>,
        constant: &Constant<'a>,
        site: Site,
    ) -> Run {
        let context = self.unit(unit, site)?;
        let types = context.types();
        let refuse = |why: String| Stop::unsupported(site, why);
        let fill = |with: &Fill| codec::fill(types, ty, with).map_err(refuse);
        let resolved = types.resolve(ty).map_err(refuse)?;
        match (constant, resolved) {
            (Constant::Int(text), Type::Int(width)) => {
                codec::check_width(*width).map_err(refuse)?;
                let bits = whole(text).ok_or_else(|| unreadable(text, site))?;
                Ok(Value::Int(Int::new(*width, bits)))
            }
            (Constant::Bool(value), _) => Ok(Value::bool(*value)),
            (Constant::Float(text), Type::Float(kind)) => {
                let bits = float(text, *kind).ok_or_else(|| unreadable(text, site))?;
                Ok(Value::Float(*kind, bits))
            }
            (Constant::Null, _) => Ok(Value::Ptr(Pointer::NULL)),
            (Constant::None, _) => Ok(Value::Void),
            (Constant::Undef, _) => fill(&Fill::Undef),
            (Constant::Zero, _) => fill(&Fill::Zero),
            (Constant::Poison, _) => fill(&Fill::Poison(Poison::made(
                site,
                "`poison` is written here",
            ))),
            (Constant::Bytes(text), _) => {
                let bytes = unescape(text);
                if bytes.len() > codec::MOST {
                    return fill(&Fill::Zero);
                }
                let bytes = bytes.into_iter();
                Ok(Value::aggregate(
                    bytes.map(|byte| Value::int(8, byte.into())),
                ))
            }
            (
                Constant::Array(operands)
                | Constant::Vector(operands)
                | Constant::Struct {
                    fields: operands, ..
                },
                _,
            ) => {
                let fields = operands.iter();
                let fields: Run<Vec<Value>> = fields
                    .map(|operand| self.operand(unit, operand, site))
                    .collect();
                fields.map(Value::aggregate)
            }
            (Constant::Splat(operand), Type::Vector { length, .. }) => {
                let length = usize::try_from(*length).unwrap_or(usize::MAX);
                if length > codec::MOST {
                    return fill(&Fill::Zero);
                }
                let one = self.operand(unit, operand, site)?;
                Ok(Value::aggregate(std::iter::repeat_n(one, length)))
            }
            (
                Constant::Global(name) | Constant::DsoLocalEquivalent(name) | Constant::NoCfi(name),
                _,
            ) => self.address(unit, *name, site).map(Value::Ptr),
            (Constant::Expression(expression), _) => self.expression(unit, expression, site),
            (Constant::BlockAddress(..), _) => {
                Err(Stop::unsupported(site, "the address of a block isn't run"))
            }
            (Constant::Int(text) | Constant::Float(text) | Constant::Other(text), _) => {
                Err(unreadable(text, site))
            }
            (Constant::Splat(_), _) => Err(Stop::invalid(site, "`splat` of what is no vector")),
        }
    }

    fn expression(&mut self, unit: usize, expression: &Expression<'a>, site: Site) -> Run {
        match expression {
            Expression::Cast {
                op,
                flags,
                operand,
                to,
            } => {
                let value = self.operand(unit, operand, site)?;
                self.cast(unit, *op, *flags, &operand.ty, value, to, site)
            }
            Expression::Binary {
                op,
                flags,
                left,
                right,
            } => {
                let left = self.operand(unit, left, site)?;
                let right = self.operand(unit, right, site)?;
                super::elements::two(&left, &right, |left, right| {
                    arithmetic::binary(*op, *flags, left, right, site)
                })
            }
            Expression::GetElementPtr {
                flags,
                element,
                operands,
                ..
            } => {
                let Some((base, indices)) = operands.split_first() else {
                    return Err(Stop::invalid(site, "`getelementptr` of nothing"));
                };
                self.element_pointer(unit, *flags, element, base, indices, site)
            }
        }
    }
}

fn unreadable(text: &str, site: Site) -> Stop {
    let text: String = text.chars().take(40).collect();
    Stop::unsupported(site, format!("the constant `{text}` isn't understood here"))
}

/// About how many scalars these fields have: of many, all are taken to be like the first.
fn weight(fields: &[Value]) -> u64 {
    let of = |field: &Value| match field {
        Value::Aggregate(inner) => weight(inner),
        _ => 1,
    };
    match fields {
        [first, ..] if fields.len() > 64 => of(first).saturating_mul(fields.len() as u64),
        few => few.iter().map(of).sum(),
    }
}
