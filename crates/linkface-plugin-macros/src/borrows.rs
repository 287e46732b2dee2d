//! How long what crosses is borrowed: lifetimes, as numbers that descriptions have.
//!
//! Whoever takes a `&'static str` may keep it, whoever takes a `&str` may not, and nothing else tells the
//! two apart. A lifetime is known by where it comes from: its name doesn't matter, nor whether it is left
//! out where the language knows which one it is. What stands behind a type alias isn't seen.

mod known;
mod read;

use known::Known;
use proc_macro2::Literal;
use read::LeftOut;
use syn::{FnArg, Generics, ReturnType, Signature, Type};

/// The numbers are part of descriptions: see `linkface_plugin::check`.
const STATIC: u64 = 1;
/// The receiver's.
const FIRST: u64 = 2;
/// Of a closure's arguments.
const CLOSURE: u64 = 128;
/// Of several that a closure's result could have.
const UNCLEAR: u64 = 253;
/// Behind it: `'a: 'b`, two by two.
const BOUNDS: u64 = 254;
/// A receiver that is `&'static self`.
const STATIC_SELF: u64 = 255;

/// Of a method's parameters and, last, of what it returns.
pub(crate) fn of_method(signature: &Signature) -> Vec<Literal> {
    let mut known = Known::of_method(signature);
    let mut numbers = Vec::new();
    for input in &signature.inputs {
        if let FnArg::Typed(input) = input {
            numbers.push(number(&known.read(&input.ty, LeftOut::Each)));
        }
    }
    let mut returned = match &signature.output {
        ReturnType::Type(_, ty) => known.read(ty, LeftOut::Is(FIRST)),
        ReturnType::Default => Vec::new(),
    };
    if known.is_static {
        returned.push(STATIC_SELF);
    }
    returned.extend(known.bounds(&signature.generics));
    numbers.push(number(&returned));
    numbers
}

/// Of a type's field.
pub(crate) fn of_field(generics: &Generics, ty: &Type) -> Literal {
    let mut known = Known::of_type(generics);
    let mut read = known.read(ty, LeftOut::Each);
    read.extend(known.bounds(generics));
    number(&read)
}

/// As many as fit are a byte each.
fn number(read: &[u64]) -> Literal {
    const MOST: usize = 15;
    let bytes: Vec<u8> = read
        .iter()
        .filter_map(|one| u8::try_from(*one).ok())
        .collect();
    let number = if bytes.len() == read.len() && bytes.len() <= MOST {
        bytes
            .iter()
            .rev()
            .fold(0, |number, byte| number << 8 | u128::from(*byte))
    } else {
        // FNV-1a, as in `linkface_plugin::describe::id`.
        let hash = read.iter().fold(0xcbf2_9ce4_8422_2325, |hash: u64, one| {
            (hash ^ one).wrapping_mul(0x0000_0100_0000_01b3)
        });
        1 << 120 | u128::from(hash)
    };
    Literal::u128_unsuffixed(number)
}
