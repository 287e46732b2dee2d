//! The types that may cross between images that different compilers made.
//!
//! A value crosses as its [`Shared::Wire`]: a `repr(C)` type without a destructor, which the side that
//! gives makes with `into_wire` and the side that takes consumes with `from_wire`. A wire that nobody
//! takes is leaked, never freed twice; that happens only when a conversion panics.
//!
//! | type | wire |
//! |---|---|
//! | [`Inline`] types: numbers, `#[repr(C)]` types with `#[derive(Shared)]`, arrays of these | itself |
//! | `&T`, `&mut T` | a pointer |
//! | `&[T]`, `&mut [T]`, `&str` | [`WireSlice`] |
//! | `Vec<T>`, `String` | [`WireVec`]: the buffer, and the function that frees it |
//! | `Box<T>` | [`WireBox`] |
//! | `Option<T>` | [`WireOption`] |
//! | `Result<T, E>` | [`WireResult`] |
//! | tuples | a `repr(C)` struct of the fields' wires |
//! | a closure | [`WireClosure`]: its data, the function to call, the function that drops it |
//! | a future | [`WireFuture`], which is polled for a [`WireWaker`] |
//! | an object of a loadable interface | [`Object`](crate::object::Object): its data and its table |
//! | other types of the standard library | that of a type above: `PathBuf` as `Vec<u8>` on Unix |
//!
//! Generics of the standard library whose layout is the compiler's choice don't cross as they are,
//! not even where Rust promises a layout for some arguments (`Option<Box<T>>`, `Option<NonZero<T>>`):
//! one rule for all is easier to rely on.

mod array;
mod boxed;
mod boxed_closure;
pub(crate) mod closure;
mod collections;
pub(crate) mod future;
mod net;
mod number;
pub(crate) mod option;
mod path;
mod phantom;
mod primitive;
mod reference;
mod result;
mod text;
mod time;
mod tuple;
mod vec;
mod via;

pub use boxed::WireBox;
pub use closure::{RemoteClosure, WireClosure};
pub use future::{PollFn, RemoteFuture, WakerTable, WireFuture, WirePoll, WireWaker};
pub use option::WireOption;
pub use reference::WireSlice;
pub use result::{ResultValue, WireResult};
pub use vec::WireVec;

use crate::describe::{Kind, Member, Type, TypeRef, id};

/// A type that may cross between images that different compilers made.
///
/// Primitives are, and `&T`, slices, `str`, `String`, `Vec`, `Option`, `Result`, `Box`, tuples and
/// arrays of such types; `#[derive(Shared)]` adds yours. What crosses is [`Wire`](Self::Wire), made
/// and unmade by generated code: there's nothing to call.
///
/// ```
/// use linkface_plugin::Shared;
///
/// let wire = String::from("over there").into_wire();
/// // SAFETY: made by `into_wire` of the same type, and used once.
/// let text = unsafe { String::from_wire(wire) };
/// assert_eq!(text, "over there");
/// ```
///
/// # Safety
///
/// `Wire` has a layout that doesn't depend on the compiler, has no destructor, and is described by
/// `TYPE` so exactly that two types with equal descriptions can be exchanged. `from_wire` gives the
/// memory that another image allocated back to it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot cross to a plugin: it isn't described",
    label = "its layout is the compiler's choice",
    note = "if it is a type of yours, derive `linkface_plugin::Shared` for it",
    note = "if it is a dependency's, declare a twin of it with `#[shared(remote = \"path::Type\")]`",
    note = "or declare the interface `same_build`: any type crosses between images of one build"
)]
pub unsafe trait Shared: Sized {
    /// What crosses.
    type Wire;

    /// Which type this is: see [`id`].
    const ID: u64;

    /// What it is made of.
    const TYPE: TypeRef;

    /// Whether `Wire` is the type itself. See [`Inline`].
    const INLINE: bool = false;

    /// To what crosses. The value is not dropped: its memory goes along.
    fn into_wire(self) -> Self::Wire;

    /// From what crossed.
    ///
    /// # Safety
    ///
    /// `wire` was made by `into_wire` of a type with an equal description, isn't used again, and what
    /// it borrows lives as long as `Self` says.
    unsafe fn from_wire(wire: Self::Wire) -> Self;
}

/// What describes a reference to `Self`.
macro_rules! behind {
    ($kind:expr, $name:literal) => {
        TypeRef::new(
            &const {
                Type::converted(
                    $kind,
                    id(&[$name], &[Self::ID]),
                    &const { [Member::nameless(0, Self::TYPE)] },
                )
            },
        )
    };
}

/// A [`Shared`] type that crosses as it is: its layout is described.
///
/// These are the ones that may stand behind `&` and `&mut` and in slices.
///
/// # Safety
///
/// `Self` is `repr(C)`, `repr(transparent)` or `repr(u8…)` all the way down, its description says its
/// size, alignment and the place of each field, and it has no destructor.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot cross to a plugin as it is",
    label = "this has no described layout: it is converted when it crosses, or doesn't cross",
    note = "what is behind a reference, in a slice, in an array or in a type with a `repr` crosses as it is",
    note = "pass it by value, `{Self}`: then it is converted; for text there is `&str`, and for `&Vec<T>` `&[T]`; \
            where it is a field, leave away the `repr` of the type that has it",
    note = "or, if it is a type of yours, give it `#[repr(C)]` and `#[derive(Shared)]`, with fields that are \
            numbers or such types"
)]
pub unsafe trait Inline: Shared<Wire = Self> {
    /// What `&Self` is.
    #[doc(hidden)]
    const REF: TypeRef = behind!(Kind::Ref, "&");
    /// What `&mut Self` is.
    #[doc(hidden)]
    const REF_MUT: TypeRef = behind!(Kind::RefMut, "&mut");
    /// What `&[Self]` is.
    #[doc(hidden)]
    const SLICE: TypeRef = behind!(Kind::Slice, "&[]");
    /// What `&mut [Self]` is.
    #[doc(hidden)]
    const SLICE_MUT: TypeRef = behind!(Kind::SliceMut, "&mut []");
}
