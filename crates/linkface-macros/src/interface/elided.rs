//! Types as paths can name them.

use crate::template::tokens;
use proc_macro::TokenStream;

/// The type as a path can name it: elided lifetimes `'static`.
pub(super) fn elided(lf: &TokenStream, ty: &TokenStream) -> TokenStream {
    // Asking costs the compiler time.
    if is_plain_primitive(ty) {
        return ty.clone();
    }
    tokens!(
        "<fn(&'static ()) -> #ty as #lf::__private::Elide>::T",
        ty,
        lf
    )
}

/// Types that hold no lifetimes, for sure.
pub(super) fn is_plain_primitive(ty: &TokenStream) -> bool {
    const PLAIN: [&str; 17] = [
        "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128", "isize",
        "f32", "f64", "bool", "char", "()",
    ];
    PLAIN.contains(&ty.to_string().as_str())
}
