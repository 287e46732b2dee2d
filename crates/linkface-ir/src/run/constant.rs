//! Operands: registers and constants.

use super::codec::{self, Fill};
use super::int::Int;
use super::machine::Machine;
use super::memory::Origin;
use super::outcome::{Reason, Run, Stop};
use super::poison::{Poison, Site};
use super::unit::Symbol;
use super::value::{AllocationId, Pointer, Provenance, Value};
use super::{arithmetic, convert};
use crate::model::instruction::CastOp;
use crate::model::name::unescape;
use crate::model::ty::Float;
use crate::model::value::Expression;
use crate::model::{Constant, Name, Operand, Type, Value as Written};
use crate::module::Global;
use std::rc::Rc;

/// An alias of an alias of … ends somewhere.
const LONGEST_ALIAS: usize = 64;

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

    /// A conversion.
    #[expect(
        clippy::too_many_arguments,
        reason = "an instruction has as many parts"
    )]
    pub(super) fn cast(
        &mut self,
        unit: usize,
        op: CastOp,
        flags: crate::model::instruction::Flags,
        from: &Type<'a>,
        value: Value,
        to: &Type<'a>,
        site: Site,
    ) -> Run {
        let context = self.unit(unit, site)?;
        let types = context.types();
        let refuse = |why: String| Stop::unsupported(site, why);
        let to = types.resolve(to).map_err(refuse)?;
        let element = super::unit::element(to);
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
                super::elements::one(&value, |pointer| match pointer {
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
            CastOp::IntToPtr => super::elements::one(&value, |value| match value {
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
            op => super::elements::one(&value, |value| {
                convert::scalar(op, flags, value, element, site)
            }),
        }
    }

    /// The address of a function or global.
    pub(super) fn address(&mut self, unit: usize, name: Name<'a>, site: Site) -> Run<Pointer> {
        let (mut unit, mut name) = (unit, name);
        for _ in 0..LONGEST_ALIAS {
            let key = name.key();
            let Some((home, symbol)) = self.symbol(unit, key) else {
                let message = format!("`@{name}` isn't in this file");
                return Err(Stop::stopped(Reason::Missing, site, message));
            };
            match symbol {
                Symbol::Alias(alias) => {
                    unit = home;
                    let Constant::Global(target) = &alias.target else {
                        if self.aliases >= LONGEST_ALIAS {
                            break;
                        }
                        self.aliases += 1;
                        let value = self.constant(home, &Type::Ptr(0), &alias.target, site);
                        self.aliases -= 1;
                        return match value? {
                            Value::Ptr(pointer) => Ok(pointer),
                            _ => Err(Stop::invalid(site, "an alias of no address")),
                        };
                    };
                    name = *target;
                }
                symbol => return self.locate((home, key), symbol, site),
            }
        }
        Err(Stop::invalid(site, "an alias is made of itself"))
    }

    fn locate(
        &mut self,
        key: (usize, &'a str),
        symbol: Symbol<'_, 'a>,
        site: Site,
    ) -> Run<Pointer> {
        if let Some(pointer) = self.addresses.get(&key) {
            return Ok(*pointer);
        }
        let name: Rc<str> = Rc::from(key.1);
        let (size, align, origin) = match symbol {
            Symbol::Global(global) => {
                let context = self.unit(key.0, site)?;
                let types = context.types();
                let refuse = |why: String| Stop::unsupported(site, why);
                let size = types.size(&global.ty).map_err(refuse)?;
                let align = alignment(global).map_or_else(|| types.align(&global.ty), Ok);
                let align = align.map_err(refuse)?;
                let origin = if global.constant {
                    Origin::Constant(name)
                } else {
                    Origin::Global(name)
                };
                (size, align, origin)
            }
            _ => (1, 16, Origin::Function(name)),
        };
        let pointer = self.allocate(size, align, origin, site)?;
        self.addresses.insert(key, pointer);
        if let Provenance::Allocation(id) = pointer.provenance {
            match symbol {
                Symbol::Global(_) => self.untouched.insert(id, key),
                _ => self.code.insert(id, key),
            };
        }
        Ok(pointer)
    }

    /// Gives a global its content, before it is looked at for the first time.
    pub(super) fn touch(&mut self, id: AllocationId, site: Site) -> Run<()> {
        if self.untouched.is_empty() {
            return Ok(());
        }
        let Some(key) = self.untouched.remove(&id) else {
            return Ok(());
        };
        let Some((unit, Symbol::Global(global))) = self.symbol(key.0, key.1) else {
            return Ok(());
        };
        let Some(initial) = &global.initial else {
            self.untouched.insert(id, key);
            let message = format!(
                "`@{}` is defined in another file: what it holds isn't known",
                global.name
            );
            return Err(Stop::stopped(Reason::Missing, site, message));
        };
        self.initialise(unit, id, 0, &global.ty, initial, site)
    }

    /// Writes a constant into memory, without making a value of it as a whole.
    fn initialise(
        &mut self,
        unit: usize,
        id: AllocationId,
        offset: u64,
        ty: &Type<'a>,
        constant: &Constant<'a>,
        site: Site,
    ) -> Run<()> {
        let context = self.unit(unit, site)?;
        let types = context.types();
        let refuse = |why: String| Stop::unsupported(site, why);
        let ty = types.resolve(ty).map_err(refuse)?;
        let size = types.size(ty).map_err(refuse)?;
        match (constant, ty) {
            (Constant::Zero | Constant::Null, _) => {
                self.change(id, |bytes| bytes.fill(offset, size, 0));
            }
            (Constant::Undef, _) => self.change(id, |bytes| bytes.fill_undef(offset, size)),
            (Constant::Bytes(text), _) => {
                let text = unescape(text);
                self.change(id, |bytes| bytes.write_known(offset, &text));
            }
            (Constant::Array(operands), Type::Array(_, element)) => {
                let stride = types.size(element).map_err(refuse)?;
                let offsets =
                    (0..).map(|nth: u64| offset.saturating_add(nth.saturating_mul(stride)));
                for (operand, offset) in operands.iter().zip(offsets) {
                    self.initialise_part(unit, id, offset, operand, site)?;
                }
            }
            (Constant::Struct { fields, .. }, Type::Struct { packed, fields: of }) => {
                let offsets = types.offsets(*packed, of).map_err(refuse)?;
                for (operand, inner) in fields.iter().zip(offsets) {
                    self.initialise_part(unit, id, offset.saturating_add(inner), operand, site)?;
                }
            }
            _ => {
                let value = self.constant(unit, ty, constant, site)?;
                let cells = codec::encode(types, ty, &value).map_err(refuse)?;
                self.change(id, |bytes| bytes.write(offset, &cells));
            }
        }
        Ok(())
    }

    fn initialise_part(
        &mut self,
        unit: usize,
        id: AllocationId,
        offset: u64,
        operand: &Operand<'a>,
        site: Site,
    ) -> Run<()> {
        match &operand.value {
            Written::Constant(constant) => {
                self.initialise(unit, id, offset, &operand.ty, constant, site)
            }
            _ => Err(Stop::invalid(site, "a global holds what isn't constant")),
        }
    }
}

fn alignment(global: &Global<'_>) -> Option<u64> {
    global.clauses.iter().find_map(|clause| match clause {
        crate::model::signature::Clause::Align(align) => Some(*align),
        _ => None,
    })
}

fn unreadable(text: &str, site: Site) -> Stop {
    let text: String = text.chars().take(40).collect();
    Stop::unsupported(site, format!("the constant `{text}` isn't understood here"))
}

/// A whole number: `42`, `-1`, `u0xff`, `s0xff`.
pub(crate) fn whole(text: &str) -> Option<u128> {
    if let Some(digits) = text.strip_prefix("u0x") {
        return u128::from_str_radix(digits, 16).ok();
    }
    if let Some(digits) = text.strip_prefix("s0x") {
        let bits = u128::from_str_radix(digits, 16).ok()?;
        let width = u32::try_from(digits.len()).ok()?.checked_mul(4)?;
        return Some(Int::new(width, bits).sext(128).bits());
    }
    match text.strip_prefix('-') {
        Some(digits) => digits.parse::<u128>().ok().map(u128::wrapping_neg),
        None => text.parse().ok(),
    }
}

/// The bits of a number of this type: `1.5e0`, or hexadecimal. Without a letter after `0x` those are
/// the bits of a `double`, whatever the type is
/// ([LangRef, Simple Constants](https://llvm.org/docs/LangRef.html#simple-constants)).
fn float(text: &str, kind: Float) -> Option<u128> {
    let hex = |digits| u128::from_str_radix(digits, 16).ok();
    if let Some(digits) = text.strip_prefix("f0x") {
        return hex(digits);
    }
    let Some(digits) = text.strip_prefix("0x") else {
        let number: f64 = text.parse().ok()?;
        return narrow(number, kind);
    };
    match digits.chars().next()? {
        'K' | 'H' | 'R' => hex(&digits[1..]),
        'L' | 'M' => {
            // The lower half is written first.
            let (low, high) = (digits.get(1..17)?, digits.get(17..33)?);
            Some(hex(high)? << 64 | hex(low)?)
        }
        _ => {
            let bits = u64::from_str_radix(digits, 16).ok()?;
            narrow(f64::from_bits(bits), kind)
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "LLVM writes a `float` as the `double` that it is exactly"
)]
fn narrow(number: f64, kind: Float) -> Option<u128> {
    match kind {
        Float::Float if number.is_nan() => {
            // The payload is kept: `as` need not do that.
            let bits = number.to_bits();
            let sign = (bits >> 63 << 31) as u32;
            let payload = (bits >> 29) as u32 & 0x7f_ffff;
            Some(u128::from(sign | 0x7f80_0000 | payload))
        }
        Float::Float => Some(u128::from((number as f32).to_bits())),
        Float::Double => Some(u128::from(number.to_bits())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_are_read() {
        assert_eq!(whole("42"), Some(42));
        assert_eq!(whole("-1"), Some(u128::MAX));
        assert_eq!(whole("u0xff"), Some(255));
        assert_eq!(whole("s0xff"), Some(u128::MAX));
        assert_eq!(whole("x"), None);
        assert_eq!(whole("-"), None);
        assert_eq!(whole("s0x"), None);
    }

    #[test]
    fn floats_are_read() {
        let double = |text| float(text, Float::Double);
        assert_eq!(double("1.5e0"), Some(1.5f64.to_bits().into()));
        assert_eq!(double("0x7FF8000000000000"), Some(0x7ff8_0000_0000_0000));
        let single = |text| float(text, Float::Float);
        assert_eq!(single("0x3FF0000000000000"), Some(1f32.to_bits().into()));
        assert_eq!(single("0x7FF8000000000000"), Some(0x7fc0_0000));
        assert_eq!(single("0xFFF0000000000000"), Some(0xff80_0000));
        assert_eq!(float("0xH3C00", Float::Half), Some(0x3c00));
        assert_eq!(double("0x"), None);
        assert_eq!(double("0xü"), None);
    }
}
