//! What an implementation tells the roots that it is linked into.

/// Stands in this crate's metadata: whoever finds it there can read the others' markers. See
/// `linkface-symbol`'s `marker.rs`.
pub const FORMAT: &str = "~linkface:1:format\x03";

/// The declared item of this [`ID`](crate::private::Signature::ID).
pub struct Interface<const ID: u64>;

/// An implementation's grade, as a type.
pub enum Ordinary {}
/// An implementation's grade, as a type.
pub enum Default {}

/// `Marker`, a type of some crate, stands for an implementation of `Self`. One impl for each
/// implementation, so rustc can tell none (E0277) from one and from two (E0283) among all crates that
/// it has loaded, and the one that it is compiling.
pub trait ImplementedBy<Marker, Grade> {}

/// The program that is being compiled: what `link!` asks about.
pub struct Program;

/// Tells of an implementation twice: to those who read metadata, where it stands as one string, and to
/// the compiler.
///
/// The item's text comes from the façade's macro, so it stands in the façade's metadata, too. Only here
/// is it put together with the beginning of a marker.
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_say {
    ($id:literal $item:literal $grade:ident) => {
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
        const _: () = {
            $crate::__linkface_say! { @by $grade $id }
        };
    };
    (@by ordinary $id:literal) => {
        #[doc(hidden)]
        pub struct Implementation;
        impl $crate::__private::ImplementedBy<Implementation, $crate::__private::Ordinary>
            for $crate::__private::Interface<$id>
        {
        }
    };
    (@by default $id:literal) => {
        #[doc(hidden)]
        pub struct Implementation;
        impl $crate::__private::ImplementedBy<Implementation, $crate::__private::Default>
            for $crate::__private::Interface<$id>
        {
        }
    };
}
