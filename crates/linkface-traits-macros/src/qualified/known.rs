//! The traits of the standard library, whose receivers are known.
//!
//! A path counts if it is whole: `std::fmt::Display`, `::core::clone::Clone`. A bare `Clone` may be any
//! trait. Even `std` may be a module of the user's: so what is expanded names the trait a second time,
//! from the root, and doesn't compile if the two aren't one. Only what `core` has is here, since nothing
//! else can be named from the root everywhere.

use super::helper::Takes;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Ident, Path, PathArguments};

/// What is known of a method.
pub(crate) struct Known {
    pub(crate) takes: Takes,
    /// The trait, from the root.
    pub(crate) from_the_root: TokenStream,
}

/// A trait: the path below `core`, its parameters, and its methods by what they take.
#[derive(Clone, Copy)]
struct Entry {
    path: &'static str,
    parameters: usize,
    unsized_too: bool,
    value: &'static str,
    by_mut: &'static str,
    by_ref: &'static str,
}

const fn entry(
    path: &'static str,
    parameters: usize,
    value: &'static str,
    by_mut: &'static str,
    by_ref: &'static str,
) -> Entry {
    Entry {
        path,
        parameters,
        unsized_too: false,
        value,
        by_mut,
        by_ref,
    }
}

const fn also_unsized(entry: Entry) -> Entry {
    Entry {
        unsized_too: true,
        ..entry
    }
}

const ITERATOR_VALUE: &str = "count last step_by chain zip map for_each filter filter_map enumerate \
    peekable skip_while take_while map_while skip take scan flat_map flatten fuse inspect collect \
    partition fold reduce max min max_by_key max_by min_by_key min_by rev unzip copied cloned cycle sum \
    product cmp partial_cmp eq ne lt le gt ge is_sorted is_sorted_by is_sorted_by_key";
const ITERATOR_MUT: &str =
    "next nth by_ref try_fold try_for_each all any find find_map position rposition";
const HASHER_MUT: &str = "write write_u8 write_u16 write_u32 write_u64 write_u128 write_usize write_i8 \
    write_i16 write_i32 write_i64 write_i128 write_isize";

const TRAITS: &[Entry] = &[
    entry("any::Any", 0, "", "", "type_id"),
    also_unsized(entry("borrow::Borrow", 1, "", "", "borrow")),
    also_unsized(entry("borrow::BorrowMut", 1, "", "borrow_mut", "")),
    entry("clone::Clone", 0, "", "clone_from", "clone"),
    also_unsized(entry("cmp::PartialEq", 1, "", "", "eq ne")),
    also_unsized(entry(
        "cmp::PartialOrd",
        1,
        "",
        "",
        "partial_cmp lt le gt ge",
    )),
    entry("cmp::Ord", 0, "max min clamp", "", "cmp"),
    also_unsized(entry("convert::AsRef", 1, "", "", "as_ref")),
    also_unsized(entry("convert::AsMut", 1, "", "as_mut", "")),
    entry("convert::Into", 1, "into", "", ""),
    entry("convert::TryInto", 1, "try_into", "", ""),
    entry("fmt::Binary", 0, "", "", "fmt"),
    entry("fmt::Debug", 0, "", "", "fmt"),
    entry("fmt::Display", 0, "", "", "fmt"),
    entry("fmt::LowerExp", 0, "", "", "fmt"),
    entry("fmt::LowerHex", 0, "", "", "fmt"),
    entry("fmt::Octal", 0, "", "", "fmt"),
    entry("fmt::Pointer", 0, "", "", "fmt"),
    entry("fmt::UpperExp", 0, "", "", "fmt"),
    entry("fmt::UpperHex", 0, "", "", "fmt"),
    entry("fmt::Write", 0, "", "write_str write_char write_fmt", ""),
    entry("future::IntoFuture", 0, "into_future", "", ""),
    entry("hash::BuildHasher", 0, "", "", "build_hasher hash_one"),
    entry("hash::Hash", 0, "", "", "hash"),
    entry("hash::Hasher", 0, "", HASHER_MUT, "finish"),
    entry(
        "iter::DoubleEndedIterator",
        0,
        "rfold",
        "next_back nth_back try_rfold rfind",
        "",
    ),
    entry("iter::ExactSizeIterator", 0, "", "", "len"),
    entry("iter::Extend", 1, "", "extend", ""),
    entry("iter::IntoIterator", 0, "into_iter", "", ""),
    entry(
        "iter::Iterator",
        0,
        ITERATOR_VALUE,
        ITERATOR_MUT,
        "size_hint",
    ),
    entry("ops::Add", 1, "add", "", ""),
    entry("ops::AddAssign", 1, "", "add_assign", ""),
    entry("ops::BitAnd", 1, "bitand", "", ""),
    entry("ops::BitAndAssign", 1, "", "bitand_assign", ""),
    entry("ops::BitOr", 1, "bitor", "", ""),
    entry("ops::BitOrAssign", 1, "", "bitor_assign", ""),
    entry("ops::BitXor", 1, "bitxor", "", ""),
    entry("ops::BitXorAssign", 1, "", "bitxor_assign", ""),
    entry("ops::Deref", 0, "", "", "deref"),
    entry("ops::DerefMut", 0, "", "deref_mut", ""),
    entry("ops::Div", 1, "div", "", ""),
    entry("ops::DivAssign", 1, "", "div_assign", ""),
    also_unsized(entry("ops::Index", 1, "", "", "index")),
    also_unsized(entry("ops::IndexMut", 1, "", "index_mut", "")),
    entry("ops::Mul", 1, "mul", "", ""),
    entry("ops::MulAssign", 1, "", "mul_assign", ""),
    entry("ops::Neg", 0, "neg", "", ""),
    entry("ops::Not", 0, "not", "", ""),
    also_unsized(entry(
        "ops::RangeBounds",
        1,
        "",
        "",
        "start_bound end_bound contains",
    )),
    entry("ops::Rem", 1, "rem", "", ""),
    entry("ops::RemAssign", 1, "", "rem_assign", ""),
    entry("ops::Shl", 1, "shl", "", ""),
    entry("ops::ShlAssign", 1, "", "shl_assign", ""),
    entry("ops::Shr", 1, "shr", "", ""),
    entry("ops::ShrAssign", 1, "", "shr_assign", ""),
    entry("ops::Sub", 1, "sub", "", ""),
    entry("ops::SubAssign", 1, "", "sub_assign", ""),
];

/// The traits of the prelude that have type parameters: they can be left out as in any expression.
///
/// Only that is taken from their names: how they take `self` is not.
const PRELUDE: &[&str] = &[
    "AsMut",
    "AsRef",
    "Extend",
    "Into",
    "PartialEq",
    "PartialOrd",
    "TryInto",
];

/// `path`, with `_` for each parameter if they are left out.
pub(crate) fn with_parameters(path: &Path) -> Path {
    let found = entry_of(path).or_else(|| {
        let name = path.get_ident()?.to_string();
        let prelude = PRELUDE.contains(&name.as_str());
        let of_name = |entry: &&Entry| entry.path.rsplit("::").next() == Some(&name);
        prelude.then(|| TRAITS.iter().find(of_name)).flatten()
    });
    let mut path = path.clone();
    if let Some(entry) = found
        && entry.parameters > 0
        && let Some(last) = path.segments.last_mut()
        && last.arguments.is_none()
    {
        let inferred = std::iter::repeat_n(quote!(_), entry.parameters);
        last.arguments = PathArguments::AngleBracketed(syn::parse_quote!(::<#(#inferred),*>));
    }
    path
}

/// Whether a parameter of the trait at `path` may be unsized.
pub(crate) fn is_unsized_too(path: &Path) -> bool {
    entry_of(path).is_some_and(|entry| entry.unsized_too)
}

/// What is known of the method `name` of the trait at `path`.
pub(crate) fn method(path: &Path, name: &Ident) -> Option<Known> {
    let entry = entry_of(path)?;
    let name = name.to_string();
    let has = |methods: &str| methods.split_whitespace().any(|method| method == name);
    let takes = if has(entry.value) {
        Takes::Value
    } else if has(entry.by_mut) {
        Takes::Mut
    } else if has(entry.by_ref) {
        Takes::Ref
    } else {
        return None;
    };
    let segments = entry.path.split("::").map(|name| format_ident!("{name}"));
    Some(Known {
        takes,
        from_the_root: quote!(::core #(::#segments)*),
    })
}

/// What is known of the trait at `path`, if it is a whole path.
fn entry_of(path: &Path) -> Option<&'static Entry> {
    let mut segments = path.segments.iter();
    let root = &segments.next()?.ident;
    if !["core", "std", "alloc"].iter().any(|name| root == name) {
        return None;
    }
    let rest: Vec<String> = segments
        .clone()
        .map(|segment| segment.ident.to_string())
        .collect();
    let rest = rest.join("::");
    let arguments_last = path
        .segments
        .iter()
        .rev()
        .skip(1)
        .all(|segment| matches!(segment.arguments, PathArguments::None));
    TRAITS
        .iter()
        .find(|entry| arguments_last && entry.path == rest)
}
