//! Values to bytes in memory, and back.

use super::int::{Int, WIDEST};
use super::layout::{Sized, Types};
use super::memory::Cell;
use super::poison::Poison;
use super::value::{Pointer, Provenance, Value};
use crate::model::Type;
use crate::model::ty::Float;

/// How many fields and elements a value may have: more belongs into memory.
pub(crate) const MOST: usize = 1 << 16;

/// What can't be a value, with why.
fn too_many<T>() -> Sized<T> {
    Err(format!("a value of more than {MOST} fields isn't run"))
}

/// The elements of an array, vector or struct, with their offsets in bytes.
fn parts<'t, 'a>(types: Types<'t, 'a>, ty: &'t Type<'a>) -> Sized<Vec<(u64, &'t Type<'a>)>> {
    let repeated = |length: u64, element: &'t Type<'a>, stride: u64| {
        if usize::try_from(length).is_ok_and(|length| length <= MOST) {
            Ok((0..length).map(|nth| (nth * stride, element)).collect())
        } else {
            too_many()
        }
    };
    match ty {
        Type::Array(length, element) => repeated(*length, element, types.size(element)?),
        Type::Vector {
            length, element, ..
        } => repeated(*length, element, types.bits(element)? / 8),
        Type::Struct { packed, fields } => {
            let offsets = types.offsets(*packed, fields)?;
            Ok(offsets.into_iter().zip(fields).collect())
        }
        _ => Ok(Vec::new()),
    }
}

/// How many elements of how many bits a vector has, if they don't begin at bytes.
fn packed_bits<'t, 'a>(types: Types<'t, 'a>, ty: &'t Type<'a>) -> Sized<Option<(u64, u32)>> {
    let Type::Vector {
        length, element, ..
    } = ty
    else {
        return Ok(None);
    };
    let bits = types.bits(element)?;
    if bits.is_multiple_of(8) {
        return Ok(None);
    }
    match u32::try_from(bits) {
        Ok(width) if bits.saturating_mul(*length) <= u64::from(WIDEST) => {
            Ok(Some((*length, width)))
        }
        _ => Err(format!(
            "vectors of more than {WIDEST} bits of i{bits} aren't run"
        )),
    }
}

/// Whether the type has parts.
fn is_aggregate(ty: &Type<'_>) -> bool {
    matches!(
        ty,
        Type::Array(..) | Type::Struct { .. } | Type::Vector { .. }
    )
}

/// The bytes that `store` writes. Padding is `undef`.
pub(crate) fn encode<'t, 'a>(
    types: Types<'t, 'a>,
    ty: &'t Type<'a>,
    value: &Value,
) -> Sized<Vec<Cell>> {
    let ty = types.resolve(ty)?;
    let size = types.store_size(ty)?;
    let Ok(len) = usize::try_from(size) else {
        return too_many();
    };
    if len > MOST * 16 {
        return too_many();
    }
    if let Some((length, width)) = packed_bits(types, ty)? {
        let whole = join(value, length, width, types.layout.big_endian);
        return Ok(scalar(&whole, len, types.layout.big_endian));
    }
    if !is_aggregate(ty) {
        return Ok(scalar(value, len, types.layout.big_endian));
    }
    let mut cells = vec![Cell::undef(); len];
    for (nth, (offset, part)) in parts(types, ty)?.into_iter().enumerate() {
        let field = match value {
            Value::Aggregate(fields) => fields.get(nth).cloned().unwrap_or(Value::Undef),
            whole => whole.clone(),
        };
        let inner = encode(types, part, &field)?;
        let at = usize::try_from(offset).unwrap_or(usize::MAX);
        if let Some(slots) = cells.get_mut(at..at.saturating_add(inner.len())) {
            slots.clone_from_slice(&inner);
        }
    }
    Ok(cells)
}

fn scalar(value: &Value, len: usize, big_endian: bool) -> Vec<Cell> {
    let bytes = |bits: u128, undef: u128, provenance: Option<Provenance>| {
        let mut cells: Vec<Cell> = (0..len)
            .map(|nth| {
                let shift = u32::try_from(nth * 8).unwrap_or(u32::MAX);
                let byte = |bits: u128| bits.checked_shr(shift).unwrap_or(0).to_le_bytes()[0];
                Cell {
                    value: byte(bits),
                    undef: byte(undef),
                    poison: None,
                    provenance,
                }
            })
            .collect();
        if big_endian {
            cells.reverse();
        }
        cells
    };
    match value {
        Value::Int(int) => bytes(int.bits(), int.undef_bits(), None),
        Value::Float(_, bits) => bytes(*bits, 0, None),
        Value::Ptr(pointer) => bytes(pointer.address.into(), 0, Some(pointer.provenance)),
        Value::Poison(poison) => vec![Cell::poison(poison); len],
        Value::Undef | Value::Aggregate(_) | Value::Void => vec![Cell::undef(); len],
    }
}

/// The value that `load` makes of bytes. Pointers that are read as integers are given to `expose`.
pub(crate) fn decode<'t, 'a>(
    types: Types<'t, 'a>,
    ty: &'t Type<'a>,
    cells: &[Cell],
    expose: &mut dyn FnMut(Provenance),
) -> Sized<Value> {
    let ty = types.resolve(ty)?;
    let big_endian = types.layout.big_endian;
    if let Some((length, width)) = packed_bits(types, ty)? {
        let whole = u32::try_from(length).unwrap_or(0) * width;
        let bits = integer(whole, cells, big_endian, expose)?;
        return Ok(split(&bits, length, width, big_endian));
    }
    match ty {
        Type::Int(width) => integer(*width, cells, big_endian, expose),
        Type::Float(kind) => {
            let kind = *kind;
            Ok(match integer(kind.bits(), cells, big_endian, expose)? {
                Value::Int(int) if int.is_defined() => Value::Float(kind, int.bits()),
                Value::Int(_) => Value::Undef,
                other => other,
            })
        }
        Type::Ptr(_) => Ok(pointer(cells, big_endian)),
        ty if is_aggregate(ty) => {
            let mut fields = Vec::new();
            for (offset, part) in parts(types, ty)? {
                let at = usize::try_from(offset).unwrap_or(usize::MAX);
                let len = usize::try_from(types.store_size(part)?).unwrap_or(usize::MAX);
                let inner = cells.get(at..at.saturating_add(len)).unwrap_or_default();
                fields.push(decode(types, part, inner, expose)?);
            }
            Ok(Value::aggregate(fields))
        }
        _ => Err("a value of this type can't be in memory".to_owned()),
    }
}

fn integer(
    width: u32,
    cells: &[Cell],
    big_endian: bool,
    expose: &mut dyn FnMut(Provenance),
) -> Sized<Value> {
    check_width(width)?;
    if let Some(poison) = cells.iter().find_map(|cell| cell.poison.as_ref()) {
        return Ok(Value::Poison(poison.clone()));
    }
    let (mut bits, mut undef) = (0, 0);
    let mut next = |cell: &Cell| {
        bits = bits << 8 | u128::from(cell.value);
        undef = undef << 8 | u128::from(cell.undef);
        if let Some(provenance) = cell.provenance {
            expose(provenance);
        }
    };
    if big_endian {
        cells.iter().for_each(&mut next);
    } else {
        cells.iter().rev().for_each(&mut next);
    }
    Ok(Value::Int(Int::with_undef(width, bits, undef)))
}

fn pointer(cells: &[Cell], big_endian: bool) -> Value {
    let mut of = None;
    let Ok(Value::Int(int)) = integer(64, cells, big_endian, &mut |provenance| {
        of = match of {
            None => Some(provenance),
            Some(before) if before == provenance => of,
            Some(_) => Some(Provenance::None),
        };
    }) else {
        let poison = cells.iter().find_map(|cell| cell.poison.clone());
        return poison.map_or(Value::Undef, Value::Poison);
    };
    let Ok(address) = u64::try_from(int.bits()) else {
        return Value::Undef;
    };
    if !int.is_defined() {
        return Value::Undef;
    }
    // Bytes of an integer: as `inttoptr` would make a pointer of them.
    let provenance = of.unwrap_or(if address == 0 {
        Provenance::None
    } else {
        Provenance::Exposed
    });
    Value::Ptr(Pointer {
        address,
        provenance,
    })
}

/// Integers up to [`WIDEST`] are run.
pub(crate) fn check_width(width: u32) -> Sized<()> {
    if width <= WIDEST {
        Ok(())
    } else {
        Err(format!(
            "i{width}: integers of more than {WIDEST} bits aren't run"
        ))
    }
}

/// The elements of a vector as one integer.
fn join(value: &Value, length: u64, width: u32, big_endian: bool) -> Value {
    let Value::Aggregate(elements) = value else {
        return value.clone();
    };
    let (mut bits, mut undef) = (0, 0);
    let mut next = |element: &Value| -> Option<Poison> {
        let int = match element {
            Value::Int(int) => *int,
            Value::Poison(poison) => return Some(poison.clone()),
            _ => Int::undef(width),
        };
        bits = bits << width | int.bits();
        undef = undef << width | int.undef_bits();
        None
    };
    let poison = if big_endian {
        elements.iter().find_map(&mut next)
    } else {
        elements.iter().rev().find_map(&mut next)
    };
    let whole = u32::try_from(length).unwrap_or(0) * width;
    poison.map_or_else(
        || Value::Int(Int::with_undef(whole, bits, undef)),
        Value::Poison,
    )
}

fn split(value: &Value, length: u64, width: u32, big_endian: bool) -> Value {
    let element = |nth: u64| match value {
        Value::Int(int) => {
            let place = if big_endian { length - 1 - nth } else { nth };
            let shift = u32::try_from(place).unwrap_or(0) * width;
            let part = |bits: u128| bits.checked_shr(shift).unwrap_or(0);
            Value::Int(Int::with_undef(
                width,
                part(int.bits()),
                part(int.undef_bits()),
            ))
        }
        other => other.clone(),
    };
    Value::aggregate((0..length).map(element))
}

/// What a zeroed value of this type is, or one that is `undef` or poison throughout.
#[derive(Clone, Debug)]
pub(crate) enum Fill {
    Zero,
    Undef,
    Poison(Poison),
}

/// A value that is the same throughout.
pub(crate) fn fill<'t, 'a>(types: Types<'t, 'a>, ty: &'t Type<'a>, with: &Fill) -> Sized<Value> {
    filled(types, ty, with, &mut MOST.clone())
}

fn filled<'t, 'a>(
    types: Types<'t, 'a>,
    ty: &'t Type<'a>,
    with: &Fill,
    left: &mut usize,
) -> Sized<Value> {
    let ty = types.resolve(ty)?;
    *left = left.checked_sub(1).map_or_else(too_many, Ok)?;
    if is_aggregate(ty) {
        types.size(ty)?;
        let mut fields = Vec::new();
        for (_, part) in parts(types, ty)? {
            fields.push(filled(types, part, with, left)?);
        }
        return Ok(Value::aggregate(fields));
    }
    Ok(match (with, ty) {
        (Fill::Poison(poison), _) => Value::Poison(poison.clone()),
        (_, Type::Int(width)) => {
            check_width(*width)?;
            match with {
                Fill::Zero => Value::Int(Int::new(*width, 0)),
                _ => Value::Int(Int::undef(*width)),
            }
        }
        (Fill::Undef, _) => Value::Undef,
        (_, Type::Ptr(_)) => Value::Ptr(Pointer::NULL),
        (_, Type::Float(kind)) => Value::Float(*kind, 0),
        _ => Value::Void,
    })
}

/// Whether a value is of the form that its type asks for: only text that the verifier refuses makes
/// others.
pub(crate) fn fits(ty: &Type<'_>, value: &Value) -> bool {
    match (ty, value) {
        (_, Value::Poison(_))
        | (Type::Named(_), _)
        | (Type::Void, Value::Void)
        | (Type::Ptr(_), Value::Ptr(_))
        | (Type::Ptr(_) | Type::Float(_), Value::Undef) => true,
        (Type::Int(width), Value::Int(int)) => *width == int.width(),
        (Type::Float(kind), Value::Float(of, _)) => kind == of,
        (Type::Array(length, _) | Type::Vector { length, .. }, Value::Aggregate(fields)) => {
            *length == fields.len() as u64
        }
        (Type::Struct { fields, .. }, Value::Aggregate(values)) => fields.len() == values.len(),
        _ => false,
    }
}

/// The kind of a float of as many bits as LLVM has only one of.
pub(crate) fn ieee(bits: u32) -> Option<Float> {
    match bits {
        32 => Some(Float::Float),
        64 => Some(Float::Double),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::layout::{DataLayout, NamedTypes};
    use super::*;

    #[track_caller]
    fn round_trip(layout: &str, ty: &Type<'_>, value: &Value) {
        let layout = DataLayout::new(layout);
        let named = NamedTypes::default();
        let types = Types {
            layout: &layout,
            named: &named,
        };
        let cells = encode(types, ty, value).unwrap();
        assert_eq!(Ok(cells.len() as u64), types.store_size(ty));
        let back = decode(types, ty, &cells, &mut |_| {}).unwrap();
        assert_eq!(back.to_string(), value.to_string());
    }

    #[test]
    fn what_is_stored_is_loaded() {
        let partly = Value::Int(Int::with_undef(32, 0x1234_5678, 0xff00));
        let bits = [true, false, true, true].map(Value::bool);
        let vector = Type::Vector {
            scalable: false,
            length: 4,
            element: Box::new(Type::Int(1)),
        };
        let pair = Type::Struct {
            packed: false,
            fields: Box::new([Type::Int(8), Type::Ptr(0)]),
        };
        let pointer = Value::Ptr(Pointer {
            address: 0x1234,
            provenance: Provenance::None,
        });
        for layout in ["e", "E"] {
            round_trip(layout, &Type::Int(32), &partly);
            round_trip(layout, &Type::Int(24), &Value::int(24, -3));
            round_trip(layout, &Type::Int(128), &Value::int(128, i128::MIN + 5));
            round_trip(layout, &Type::Float(Float::Double), &Value::double(-1.5));
            round_trip(layout, &vector, &Value::aggregate(bits.clone()));
            let fields = [Value::int(8, 1), pointer.clone()];
            round_trip(layout, &pair, &Value::aggregate(fields));
        }
    }

    #[test]
    fn byte_order_is_that_of_the_target() {
        let named = NamedTypes::default();
        for (text, first) in [("e", 0x78), ("E", 0x12)] {
            let layout = DataLayout::new(text);
            let types = Types {
                layout: &layout,
                named: &named,
            };
            let cells = encode(types, &Type::Int(32), &Value::int(32, 0x1234_5678)).unwrap();
            assert_eq!(cells[0].value, first);
        }
    }

    #[test]
    fn large_values_are_refused() {
        let layout = DataLayout::default();
        let named = NamedTypes::default();
        let types = Types {
            layout: &layout,
            named: &named,
        };
        let empty = Type::Struct {
            packed: false,
            fields: Box::new([]),
        };
        let many = Type::Array(u64::MAX, Box::new(empty));
        assert!(fill(types, &many, &Fill::Zero).is_err());
        let grid = Type::Array(60000, Box::new(Type::Array(60000, Box::new(Type::Int(8)))));
        assert!(fill(types, &grid, &Fill::Zero).is_err());
        assert!(decode(types, &many, &[], &mut |_| {}).is_err());
        assert!(fill(types, &Type::Int(256), &Fill::Zero).is_err());
    }
}
