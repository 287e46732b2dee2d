//! What an implementation tells the roots that it is linked into.

/// Stands in this crate's metadata: whoever finds it there can read the others' markers. See
/// `linkface-symbol`'s `marker.rs`.
pub const FORMAT: &str = "~linkface:1:format\x03";

/// The declared item of this [`ID`](crate::private::Signature::ID), in one crate: a root may be a library
/// of another root, too.
pub struct Interface<const ID: u64, const CRATE: u64>;

/// An implementation's grade, as a type.
pub enum Ordinary {}
/// An implementation's grade, as a type.
pub enum Default {}

/// `Marker`, a type of the root, stands for an implementation of `Self`. rustc can tell none (E0277)
/// from one and from two (E0283). A root's own implementations are one impl each; what the crates below
/// implement `link!` reads from their markers.
pub trait ImplementedBy<Marker, Grade> {}

/// The program that is being compiled: what `link!` asks about.
pub struct Program;

/// Says in a crate's metadata what it implements, in one string.
///
/// The item's text comes from the façade's macro, so it stands in the façade's metadata, too. Only here
/// is it put together with the beginning of a marker.
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_say {
    ($item:literal $grade:ident) => {
        const _: &::core::primitive::str = ::core::concat!(
            "~linkface:1:implements\x1f",
            $item,
            "\x1f",
            ::core::stringify!($grade),
            "\x1f",
            ::core::file!(),
            "\x1f",
            ::core::line!(),
            "\x1f",
            ::core::column!(),
            "\x03",
        );
    };
}

/// Tells the compiler of an implementation, for those who ask in the same crate: `(counted)` for
/// `provider!`, `(root CRATE)` for `link!`. An impl for each implementation of every provider would cost
/// too much.
#[doc(hidden)]
#[macro_export]
#[allow(clippy::crate_in_macro_def)] // The provider's crate is meant.
macro_rules! __linkface_tell {
    ((counted) $grade:ident $id:literal) => {
        impl $crate::__private::Covers<$id> for crate::__LinkfaceProvider {}
    };
    ((root $crate_id:literal) ordinary $id:literal) => {
        const _: () = {
            #[doc(hidden)]
            pub struct Implementation;
            impl $crate::__private::ImplementedBy<Implementation, $crate::__private::Ordinary>
                for $crate::__private::Interface<$id, $crate_id>
            {
            }
        };
    };
    ((root $crate_id:literal) default $id:literal) => {
        const _: () = {
            #[doc(hidden)]
            pub struct Implementation;
            impl $crate::__private::ImplementedBy<Implementation, $crate::__private::Default>
                for $crate::__private::Interface<$id, $crate_id>
            {
            }
        };
    };
}
