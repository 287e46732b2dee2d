//! A C header of a façade's C items.
//!
//! An item that C can call or read has a C name, `symbol = unsafe("…")`, and, if it is a function,
//! C's ABI. [`header`] writes one declaration for each, and the types that they name.
//!
//! | Rust | C |
//! |---|---|
//! | `u8` … `u64`, `i8` … `i64` | `uint8_t` … `int64_t` |
//! | `usize`, `isize` | `uintptr_t`, `intptr_t` |
//! | `bool`, `f32`, `f64` | `bool`, `float`, `double` |
//! | `c_int` and the like, of `core::ffi`, `std::ffi`, `std::os::raw`, `libc` | `int` and the like |
//! | `NonZeroU32`, `NonZero<u32>`, `Option` of one | `uint32_t` |
//! | `*const T`, `&T` | `const T *` |
//! | `*mut T`, `&mut T`, `NonNull<T>` | `T *` |
//! | `Option` of a reference, `NonNull` or function pointer | the same pointer, which may be null |
//! | `*mut c_void`, `*mut ()` | `void *` |
//! | `extern "C" fn(A) -> R` | `R (*)(A)` |
//! | `[T; N]` behind a pointer, in a field, as a static | `T name[N]`, `T (*name)[N]` |
//! | `MaybeUninit<T>`, `ManuallyDrop<T>` | `T` |
//! | `()`, `!` as a result | `void` |
//! | `#[repr(C)]` structs and unions of the façade | the same, defined in the header |
//! | `#[repr(C)]` enums without fields | `enum`; the variants are `Enum_Variant` |
//! | `#[repr(u8)]` … enums without fields | the integer, and a macro for each variant |
//! | `#[repr(transparent)]` structs, type aliases | `typedef` |
//! | any other struct, behind a pointer | `struct Name`, which C cannot look into |
//!
//! Types are found by their names in the façade's own source. Whatever else stands in a signature
//! has no C type, and is reported: `&str`, slices, tuples, generics, `u128`, `char` (not every
//! `uint32_t` is one), atomics (no type that both C99 and C++ have), arrays as parameters.

mod attributes;
mod declarator;
mod definition;
mod enumeration;
mod mapping;
mod names;
mod page;
mod primitive;
mod refusal;
mod types;

use crate::facts::{Declared, FacadeKey, Kind};
use declarator::CType;
use mapping::Mapper;
use std::collections::BTreeMap;
use std::path::Path;
use syn::spanned::Spanned;
use types::Types;

pub use refusal::{Problem, Refusal};

/// One source file of a façade.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// Its path, for messages.
    pub file: &'a Path,
    /// What it holds.
    pub text: &'a str,
}

/// Writes the header of `facade`'s C items among `declared`.
///
/// ```
/// use linkface_graph::facts::{Declared, FacadeKey, Kind, Need, Place};
/// use linkface_graph::header::header;
///
/// let ticks = Declared {
///     path: vec!["ticks".to_owned()],
///     kind: Kind::Function,
///     need: Need::Required,
///     signature: "pub fn ticks(per: u32) -> u32".to_owned(),
///     docs: "Ticks since the start.".to_owned(),
///     public: true,
///     in_group: false,
///     only_in_tests: false,
///     symbol: Some("board_ticks".to_owned()),
///     abi: Some("C".to_owned()),
///     hash: None,
///     place: Place::default(),
/// };
/// let facade: FacadeKey = "board@0.1".parse()?;
/// let text = header(&facade, &[ticks], &[]).unwrap();
/// assert!(text.contains("/** Ticks since the start. */\nuint32_t board_ticks(uint32_t per);\n"));
/// # Ok::<(), linkface_symbol::CompatError>(())
/// ```
///
/// # Errors
///
/// One [`Problem`] for each item, parameter or field that C has no type for, in the order of the
/// items; one that says so if no item has a C name; one for each source file that isn't Rust.
pub fn header(
    facade: &FacadeKey,
    declared: &[Declared],
    sources: &[Source<'_>],
) -> Result<String, Vec<Problem>> {
    let mut problems = Vec::new();
    let types = Types::read(sources, &mut problems);
    let mut mapper = Mapper::new(&types);
    let mut items: BTreeMap<&str, &Declared> = BTreeMap::new();
    let mut declarations = Vec::new();

    for item in declared.iter().filter(|item| !item.only_in_tests) {
        let Some(symbol) = c_symbol(item) else {
            continue;
        };
        if let Some(other) = items.insert(symbol, item) {
            if other.signature != item.signature {
                problems.push(Refusal::twice(symbol).at(facade, item));
            }
            continue;
        }
        match declaration(&mut mapper, symbol, item) {
            Ok(text) => declarations.push(page::documented(&item.docs, &text)),
            Err(refusals) => {
                problems.extend(refusals.into_iter().map(|why| why.at(facade, item)));
            }
        }
    }
    let definitions = mapper.finish(&mut problems);
    if items.is_empty() && problems.is_empty() {
        problems.push(Problem::nothing_for_c(facade));
    }
    if problems.is_empty() {
        Ok(page::page(facade, &definitions, &declarations))
    } else {
        Err(problems)
    }
}

/// The C name of `item`, if C can use it.
fn c_symbol(item: &Declared) -> Option<&str> {
    let is_c = match item.kind {
        Kind::Function => match &item.abi {
            Some(abi) => is_c_abi(abi),
            None => syn::parse_str::<syn::ForeignItemFn>(&format!("{};", item.signature))
                .is_ok_and(|function| function.sig.abi.as_ref().is_some_and(is_c_abi_token)),
        },
        Kind::Static => true,
        Kind::Trait | Kind::Type => false,
    };
    item.symbol.as_deref().filter(|_| is_c)
}

fn is_c_abi(name: &str) -> bool {
    matches!(name, "C" | "C-unwind")
}

/// `extern fn` is `extern "C" fn`.
fn is_c_abi_token(abi: &syn::Abi) -> bool {
    abi.name.as_ref().is_none_or(|name| is_c_abi(&name.value()))
}

/// `uint32_t board_ticks(uint32_t per);`, or everything that is wrong with it.
fn declaration(
    mapper: &mut Mapper<'_>,
    symbol: &str,
    item: &Declared,
) -> Result<String, Vec<Refusal>> {
    if !names::is_identifier(symbol) || names::is_reserved(symbol) {
        return Err(vec![Refusal::symbol(symbol)]);
    }
    let source = format!("{};", item.signature);
    let unread = |why: syn::Error| vec![Refusal::unread(&item.signature, &why)];
    if item.kind == Kind::Static {
        let item: syn::ForeignItemStatic = syn::parse_str(&source).map_err(unread)?;
        let of = mapper
            .contained(&item.ty)
            .map_err(|why| vec![why.about("the type".to_owned())])?;
        return Ok(format!("extern {};", of.constant(symbol)));
    }
    let function: syn::ForeignItemFn = syn::parse_str(&source).map_err(unread)?;
    let function = prototype(mapper, &function.sig)?;
    Ok(format!("{};", function.named(symbol)))
}

fn prototype(mapper: &mut Mapper<'_>, of: &syn::Signature) -> Result<CType, Vec<Refusal>> {
    let mut refusals = Vec::new();
    if of.asyncness.is_some() {
        refusals.push(Refusal::future());
    }
    let mut parameters = Vec::new();
    for (nth, input) in of.inputs.iter().enumerate() {
        let syn::FnArg::Typed(input) = input else {
            refusals.push(Refusal::receiver());
            continue;
        };
        let name = match &*input.pat {
            syn::Pat::Ident(pattern) => names::free(&pattern.ident),
            _ => String::new(),
        };
        match mapper.passed(&input.ty) {
            Ok(of) => parameters.push((of, name)),
            Err(why) => {
                let number = nth + 1;
                let about = match input.pat.span().source_text() {
                    Some(pattern) => format!("parameter `{pattern}`"),
                    None => format!("parameter {number}"),
                };
                refusals.push(why.about(about));
            }
        }
    }
    let result = mapper
        .result(&of.output)
        .map_err(|why| refusals.push(why.about("the result".to_owned())));
    match result {
        Ok(result) if refusals.is_empty() => Ok(CType::function(result, parameters, false)),
        _ => Err(refusals),
    }
}
