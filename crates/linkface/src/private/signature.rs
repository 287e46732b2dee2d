//! What a declaration tells its implementors, as types: each resolves in the façade, whatever is in
//! scope where it is used.
//!
//! A declared function or static `write` has a hidden trait of the same name beside it. The trait
//! rides along through every `use`, so from the path that an implementor wrote, `dyn path` leads to
//! the implementations of the traits below that the façade made for it.

/// The type of a declared function.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not lead to an interface function",
    label = "another item of this name is in scope here and hides the interface",
    note = "write the interface's full path, for example `#[implement(facade::name)]`"
)]
pub trait Signature {
    /// Tells this interface from every other, also from one of the same name.
    const ID: u64;
    /// The parameters' types as nested pairs, every lifetime that isn't bound inside them `'static`.
    type Args;
    /// The type returned, its lifetimes likewise.
    type Ret;
    /// The pointer type with its lifetimes as declared: what another function must coerce to.
    type Pointer;
}

/// An implementation that forwards to a function whose signature isn't at hand.
pub trait Forward {
    /// The declaration.
    type Declared: ?Sized + Signature;
}

/// The type of a declared static.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not lead to an interface static",
    label = "another item of this name is in scope here and hides the interface",
    note = "write the interface's full path, for example `#[implement(facade::NAME)]`"
)]
pub trait StaticType {
    /// Tells this interface from every other, also from one of the same name.
    const ID: u64;
    /// The static's type.
    type Type;
}

/// The `N`th distinct type in the methods of a declared trait, lifetimes `'static`.
pub trait Ty<const N: usize> {
    /// The type.
    type T;
}

/// Names a type whose tokens leave out lifetimes, where a type alias may not:
/// `<fn(&'static ()) -> TOKENS as Elide>::T` elides them to `'static`.
pub trait Elide {
    /// The type after the arrow.
    type T;
}

impl<T> Elide for fn(&'static ()) -> T {
    type T = T;
}

/// Nested pairs: `(A, (B, (C, ())))`.
pub trait Args {
    /// The first.
    type Head;
    /// The others.
    type Tail;
}

impl<Head, Tail> Args for (Head, Tail) {
    type Head = Head;
    type Tail = Tail;
}

macro_rules! nth {
    ($($name:ident = $before:ident,)+) => {$(
        #[doc(hidden)]
        pub type $name<A> = $before<<A as Args>::Tail>;
    )+};
}

/// The first of nested pairs; those after it follow.
pub type Arg0<A> = <A as Args>::Head;
nth! {
    Arg1 = Arg0, Arg2 = Arg1, Arg3 = Arg2, Arg4 = Arg3, Arg5 = Arg4, Arg6 = Arg5,
    Arg7 = Arg6, Arg8 = Arg7, Arg9 = Arg8, Arg10 = Arg9, Arg11 = Arg10, Arg12 = Arg11,
    Arg13 = Arg12, Arg14 = Arg13, Arg15 = Arg14, Arg16 = Arg15, Arg17 = Arg16, Arg18 = Arg17,
    Arg19 = Arg18, Arg20 = Arg19, Arg21 = Arg20, Arg22 = Arg21, Arg23 = Arg22,
}
