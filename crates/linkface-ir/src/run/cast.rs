//! Conversions: those of scalars, and those that need the layout of types or memory.

use super::codec;
use super::convert;
use super::elements;
use super::int::Int;
use super::machine::Machine;
use super::outcome::{Run, Stop};
use super::poison::Site;
use super::unit;
use super::value::{Pointer, Provenance, Value};
use crate::model::{CastOp, Flags, Type};

impl<'a> Machine<'_, 'a> {
    /// A conversion.
    #[expect(
        clippy::too_many_arguments,
        reason = "an instruction has as many parts"
    )]
    pub(super) fn cast(
        &mut self,
        home: usize,
        op: CastOp,
        flags: Flags,
        from: &Type<'a>,
        value: Value,
        to: &Type<'a>,
        site: Site,
    ) -> Run {
        let context = self.unit(home, site)?;
        let types = context.types();
        let refuse = |why: String| Stop::unsupported(site, why);
        let to = types.resolve(to).map_err(refuse)?;
        let element = unit::element(to);
        if let Type::Int(width) = element {
            codec::check_width(*width).map_err(refuse)?;
        }
        match op {
            CastOp::Bitcast => {
                let cells = codec::encode(types, from, &value).map_err(refuse)?;
                codec::decode(types, to, &cells, &mut |_| {}).map_err(refuse)
            }
            CastOp::PtrToInt | CastOp::PtrToAddr => {
                let Type::Int(width) = element else {
                    return Err(Stop::invalid(site, "`ptrtoint` to no integer"));
                };
                elements::one(&value, |pointer| match pointer {
                    Value::Ptr(pointer) => {
                        if op == CastOp::PtrToInt {
                            self.memory.expose(pointer.provenance);
                        }
                        Ok(Value::Int(Int::new(*width, pointer.address.into())))
                    }
                    Value::Poison(poison) => Ok(Value::Poison(poison.passed(site))),
                    _ => Ok(Value::Int(Int::undef(*width))),
                })
            }
            CastOp::IntToPtr => elements::one(&value, |value| match value {
                Value::Int(int) if int.is_defined() => {
                    #[expect(clippy::cast_possible_truncation, reason = "so says `inttoptr`")]
                    let address = int.bits() as u64;
                    let provenance = if address == 0 {
                        Provenance::None
                    } else {
                        Provenance::Exposed
                    };
                    Ok(Value::Ptr(Pointer {
                        address,
                        provenance,
                    }))
                }
                Value::Poison(poison) => Ok(Value::Poison(poison.passed(site))),
                _ => Ok(Value::Undef),
            }),
            CastOp::AddrSpaceCast => Ok(value),
            op => elements::one(&value, |value| {
                convert::scalar(op, flags, value, element, site)
            }),
        }
    }
}
