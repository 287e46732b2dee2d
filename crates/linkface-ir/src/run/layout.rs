//! Sizes, alignments and offsets, as `target datalayout` says
//! ([LangRef, Data Layout](https://llvm.org/docs/LangRef.html#data-layout)).

use crate::model::Type;
use crate::model::ty::Float;
use rustc_hash::FxHashMap;
use std::cell::RefCell;

/// What `target datalayout = "…"` says, over LLVM's defaults. All numbers are bytes, if not said
/// otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DataLayout {
    /// Whether the first byte in memory is the most significant one: `E`.
    pub big_endian: bool,
    /// Of integers: width in bits, alignment; by width.
    ints: Vec<(u32, u64)>,
    floats: Vec<(u32, u64)>,
    vectors: Vec<(u64, u64)>,
    /// Of pointers: address space, size, alignment, bits of an index.
    pointers: Vec<(u32, Pointers)>,
    aggregate: u64,
}

/// Pointers of one address space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Pointers {
    /// How many bytes one takes.
    pub size: u64,
    /// Its alignment.
    pub align: u64,
    /// How many bits an offset has.
    pub index: u32,
}

impl Default for DataLayout {
    fn default() -> Self {
        Self {
            big_endian: false,
            ints: vec![(1, 1), (8, 1), (16, 2), (32, 4), (64, 8)],
            floats: vec![(16, 2), (32, 4), (64, 8), (128, 16)],
            vectors: vec![(64, 8), (128, 16)],
            pointers: vec![(
                0,
                Pointers {
                    size: 8,
                    align: 8,
                    index: 64,
                },
            )],
            aggregate: 1,
        }
    }
}

impl DataLayout {
    /// Reads it; specifications that aren't known are left out.
    #[must_use]
    pub(crate) fn new(text: &str) -> Self {
        let mut layout = Self::default();
        for part in text.split('-') {
            let mut fields = part.split(':');
            let head = fields.next().unwrap_or_default();
            let numbers: Vec<u64> = fields.map_while(|field| field.parse().ok()).collect();
            layout.specify(head, &numbers);
        }
        layout
    }

    fn specify(&mut self, head: &str, numbers: &[u64]) {
        let Some(letter) = head.chars().next() else {
            return;
        };
        let rest = &head[letter.len_utf8()..];
        let width: Option<u32> = rest.parse().ok();
        let align = numbers.first().map(|bits| (bits / 8).max(1));
        match (letter, width, align) {
            ('e', _, _) if rest.is_empty() => self.big_endian = false,
            ('E', _, _) if rest.is_empty() => self.big_endian = true,
            ('i', Some(width), Some(align)) => set(&mut self.ints, width, align),
            ('f', Some(width), Some(align)) => set(&mut self.floats, width, align),
            ('v', Some(width), Some(align)) => set(&mut self.vectors, u64::from(width), align),
            ('a', _, Some(align)) => self.aggregate = align,
            ('p', _, _) if rest.is_empty() || width.is_some() => {
                let [size, align, more @ ..] = numbers else {
                    return;
                };
                let index = more.get(1).unwrap_or(size);
                let pointers = Pointers {
                    size: (size / 8).max(1),
                    align: (align / 8).max(1),
                    index: u32::try_from(*index).unwrap_or(64),
                };
                set(&mut self.pointers, width.unwrap_or(0), pointers);
            }
            _ => {}
        }
    }

    /// Pointers of this address space; those of space 0 if nothing is said of it.
    #[must_use]
    pub(crate) fn pointers(&self, space: u32) -> Pointers {
        let of = |wanted| {
            let found = self.pointers.iter().find(|(space, _)| *space == wanted);
            found.map(|(_, pointers)| *pointers)
        };
        of(space).or_else(|| of(0)).unwrap_or(Pointers {
            size: 8,
            align: 8,
            index: 64,
        })
    }

    /// That of an integer: what is said of this width, else of the next wider, else of the widest.
    fn int_align(&self, width: u32) -> u64 {
        let found = self.ints.iter().find(|(known, _)| *known >= width);
        found.or(self.ints.last()).map_or(1, |(_, align)| *align)
    }

    fn float_align(&self, kind: Float) -> u64 {
        let bits = kind.bits();
        let found = self.floats.iter().find(|(known, _)| *known == bits);
        found.map_or_else(
            || u64::from(bits).div_ceil(8).next_power_of_two(),
            |(_, align)| *align,
        )
    }

    fn vector_align(&self, bits: u64) -> u64 {
        let found = self.vectors.iter().find(|(known, _)| *known == bits);
        found.map_or_else(
            || {
                bits.div_ceil(8)
                    .max(1)
                    .checked_next_power_of_two()
                    .unwrap_or(1)
            },
            |(_, align)| *align,
        )
    }
}

fn set<K: Ord + Copy, V>(list: &mut Vec<(K, V)>, key: K, value: V) {
    match list.binary_search_by_key(&key, |(known, _)| *known) {
        Ok(at) => list[at].1 = value,
        Err(at) => list.insert(at, (key, value)),
    }
}

/// Layout of types, some of which have names.
#[derive(Clone, Copy)]
pub(crate) struct Types<'t, 'a> {
    pub(crate) layout: &'t DataLayout,
    pub(crate) named: &'t NamedTypes<'t, 'a>,
}

/// The types that have names.
#[derive(Debug, Default)]
pub(crate) struct NamedTypes<'t, 'a> {
    pub(crate) types: FxHashMap<&'a str, &'t Type<'a>>,
    /// Sizes and alignments that are known: without them, types of types of types would take time
    /// that is exponential in their number.
    measured: RefCell<FxHashMap<&'a str, (u64, u64)>>,
}

impl<'t, 'a> NamedTypes<'t, 'a> {
    pub(crate) fn new(types: impl IntoIterator<Item = (&'a str, &'t Type<'a>)>) -> Self {
        Self {
            types: types.into_iter().collect(),
            measured: RefCell::default(),
        }
    }
}

/// A type that has no size, with why.
pub(crate) type Sized<T> = Result<T, String>;

/// Deeper types are refused: a type may contain itself, if the text is wrong.
const DEEPEST: u32 = 64;

impl<'t, 'a> Types<'t, 'a> {
    /// What a name stands for; the type itself if it isn't one.
    pub(crate) fn resolve(self, ty: &'t Type<'a>) -> Sized<&'t Type<'a>> {
        let mut ty = ty;
        for _ in 0..DEEPEST {
            let Type::Named(name) = ty else {
                return Ok(ty);
            };
            let known = self.named.types.get(name.key());
            ty = known.ok_or_else(|| format!("the type `%{name}` isn't defined in this file"))?;
        }
        Err("a type is made of itself".to_owned())
    }

    /// How many bits a value has.
    pub(crate) fn bits(self, ty: &'t Type<'a>) -> Sized<u64> {
        match self.resolve(ty)? {
            Type::Int(width) => Ok(u64::from(*width)),
            Type::Float(kind) => Ok(u64::from(kind.bits())),
            Type::Ptr(space) => Ok(self.layout.pointers(*space).size * 8),
            Type::Vector {
                scalable: false,
                length,
                element,
            } => multiply(*length, self.bits(element)?),
            ty => multiply(self.measure(ty, DEEPEST)?.0, 8),
        }
    }

    /// How many bytes `store` writes.
    pub(crate) fn store_size(self, ty: &'t Type<'a>) -> Sized<u64> {
        match self.resolve(ty)? {
            ty @ (Type::Array(..) | Type::Struct { .. }) => self.size(ty),
            ty => Ok(self.bits(ty)?.div_ceil(8)),
        }
    }

    /// How far apart two of them are in an array.
    pub(crate) fn size(self, ty: &'t Type<'a>) -> Sized<u64> {
        Ok(self.measure(ty, DEEPEST)?.0)
    }

    /// The alignment that the ABI asks for.
    pub(crate) fn align(self, ty: &'t Type<'a>) -> Sized<u64> {
        Ok(self.measure(ty, DEEPEST)?.1)
    }

    /// Where the fields of a struct are.
    pub(crate) fn offsets(self, packed: bool, fields: &'t [Type<'a>]) -> Sized<Vec<u64>> {
        let mut offsets = Vec::with_capacity(fields.len());
        self.place(packed, fields, DEEPEST, |offset| offsets.push(offset))?;
        Ok(offsets)
    }

    /// Size with padding, and alignment.
    fn measure(self, ty: &'t Type<'a>, depth: u32) -> Sized<(u64, u64)> {
        let Type::Named(name) = ty else {
            return self.measure_anew(ty, depth);
        };
        let known = self.named.measured.borrow().get(name.key()).copied();
        if let Some(known) = known {
            return Ok(known);
        }
        let measured = self.measure_anew(ty, depth)?;
        self.named
            .measured
            .borrow_mut()
            .insert(name.key(), measured);
        Ok(measured)
    }

    fn measure_anew(self, ty: &'t Type<'a>, depth: u32) -> Sized<(u64, u64)> {
        let Some(depth) = depth.checked_sub(1) else {
            return Err("a type is nested too deeply, or made of itself".to_owned());
        };
        let padded = |bytes: u64, align: u64| Ok((up(bytes, align)?, align));
        match self.resolve(ty)? {
            Type::Int(width) => {
                padded(u64::from(*width).div_ceil(8), self.layout.int_align(*width))
            }
            Type::Float(kind) => padded(
                u64::from(kind.bits()).div_ceil(8),
                self.layout.float_align(*kind),
            ),
            Type::Ptr(space) => {
                let pointers = self.layout.pointers(*space);
                padded(pointers.size, pointers.align)
            }
            Type::Array(length, element) => {
                let (size, align) = self.measure(element, depth)?;
                Ok((multiply(*length, size)?, align))
            }
            Type::Vector {
                scalable: false,
                length,
                element,
            } => {
                let bits = multiply(*length, self.bits(element)?)?;
                padded(bits.div_ceil(8), self.layout.vector_align(bits))
            }
            Type::Struct { packed, fields } => self.place(*packed, fields, depth, |_| {}),
            Type::Vector { scalable: true, .. } => {
                Err("vectors whose length depends on the machine (`vscale`) aren't run".to_owned())
            }
            ty => Err(format!("{} has no size", describe(ty))),
        }
    }

    fn place(
        self,
        packed: bool,
        fields: &'t [Type<'a>],
        depth: u32,
        mut each: impl FnMut(u64),
    ) -> Sized<(u64, u64)> {
        let (mut end, mut most) = (0, if packed { 1 } else { self.layout.aggregate });
        for field in fields {
            let (size, align) = self.measure(field, depth)?;
            let align = if packed { 1 } else { align };
            let offset = up(end, align)?;
            each(offset);
            most = most.max(align);
            end = offset.checked_add(size).ok_or_else(too_large)?;
        }
        Ok((up(end, most)?, most))
    }
}

fn describe(ty: &Type<'_>) -> &'static str {
    match ty {
        Type::Void => "`void`",
        Type::Function(_) => "a function",
        Type::Label => "`label`",
        Type::Token => "`token`",
        Type::Metadata => "`metadata`",
        Type::OpaqueStruct => "an opaque type",
        _ => "this type",
    }
}

fn too_large() -> String {
    "a type is larger than memory can be".to_owned()
}

fn multiply(a: u64, b: u64) -> Sized<u64> {
    a.checked_mul(b).ok_or_else(too_large)
}

/// The next multiple of `align`.
pub(crate) fn up(bytes: u64, align: u64) -> Sized<u64> {
    bytes
        .checked_next_multiple_of(align.max(1))
        .ok_or_else(too_large)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Name;

    const LINUX: &str =
        "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128";

    #[track_caller]
    fn check(layout: &str, ty: &Type<'_>, size: u64, align: u64) {
        let layout = DataLayout::new(layout);
        let named = NamedTypes::default();
        let types = Types {
            layout: &layout,
            named: &named,
        };
        assert_eq!((types.size(ty), types.align(ty)), (Ok(size), Ok(align)));
    }

    fn fields<'a>(packed: bool, fields: impl IntoIterator<Item = Type<'a>>) -> Type<'a> {
        Type::Struct {
            packed,
            fields: fields.into_iter().collect(),
        }
    }

    #[test]
    fn integers_are_padded_to_their_alignment() {
        check(LINUX, &Type::Int(1), 1, 1);
        check(LINUX, &Type::Int(24), 4, 4);
        check(LINUX, &Type::Int(48), 8, 8);
        check(LINUX, &Type::Int(128), 16, 16);
        check("e", &Type::Int(128), 16, 8);
        check("e-i64:32", &Type::Int(64), 8, 4);
    }

    #[test]
    fn pointers_are_as_wide_as_it_is_said() {
        check(LINUX, &Type::Ptr(0), 8, 8);
        check(LINUX, &Type::Ptr(270), 4, 4);
        check("e-p:32:32", &Type::Ptr(0), 4, 4);
    }

    #[test]
    fn structs_are_padded_unless_packed() {
        let parts = || [Type::Int(8), Type::Int(32), Type::Int(8)];
        check(LINUX, &fields(false, parts()), 12, 4);
        check(LINUX, &fields(true, parts()), 6, 1);
        check(LINUX, &fields(false, []), 0, 1);
        let inner = fields(false, [Type::Int(8), Type::Int(64)]);
        check(LINUX, &Type::Array(3, Box::new(inner)), 48, 8);
    }

    #[test]
    fn vectors_are_aligned_to_their_size() {
        let vector = |length, element| Type::Vector {
            scalable: false,
            length,
            element: Box::new(element),
        };
        check(LINUX, &vector(4, Type::Int(32)), 16, 16);
        check(LINUX, &vector(8, Type::Int(1)), 1, 1);
        check(LINUX, &vector(3, Type::Int(32)), 16, 16);
    }

    #[test]
    fn what_has_no_size_is_said() {
        let layout = DataLayout::default();
        let this = Type::Struct {
            packed: false,
            fields: Box::new([Type::Named(Name("T"))]),
        };
        let named = NamedTypes::new([("T", &this)]);
        let types = Types {
            layout: &layout,
            named: &named,
        };
        assert!(types.size(&this).is_err());
        assert!(types.size(&Type::Void).is_err());
        assert!(types.size(&Type::Named(Name("U"))).is_err());
        let huge = Type::Array(u64::MAX, Box::new(Type::Int(64)));
        assert!(types.size(&huge).is_err());
    }
}
