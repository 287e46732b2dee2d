#![feature(prelude_import)]
//! A closure for a trait without generic methods.
extern crate std;
#[prelude_import]
use std::prelude::rust_2024::*;

use linkface_traits::attr::sam;

#[doc = " Compares."]
pub trait Compare<T>: Send {
    #[doc = " Of a comparison."]
    type Out;
    #[doc = " Compares two."]
    fn compare(&self, one: &T, other: &T)
    -> Option<Self::Out>;
    #[doc = " Something that has a default."]
    fn name(&self) -> &'static str { "compare" }
}
#[doc(hidden)]
pub struct __SamCompare<F, T: ?::core::marker::Sized,
    Out: ?::core::marker::Sized> {
    closure: F,
    types: ::core::marker::PhantomData<fn()
        ->
            (::core::marker::PhantomData<T>,
            ::core::marker::PhantomData<Out>)>,
}
#[automatically_derived]
#[allow(clippy :: all, clippy :: pedantic, clippy :: nursery)]
impl<F: ::core::clone::Clone, T: ?::core::marker::Sized,
    Out: ?::core::marker::Sized> ::core::clone::Clone for
    __SamCompare<F, T, Out> {
    #[inline]
    fn clone(&self) -> Self {
        Self {
            closure: ::core::clone::Clone::clone(&self.closure),
            types: ::core::marker::PhantomData,
        }
    }
}
#[automatically_derived]
impl<F: ::core::marker::Copy, T: ?::core::marker::Sized,
    Out: ?::core::marker::Sized> ::core::marker::Copy for
    __SamCompare<F, T, Out> {
}
#[automatically_derived]
impl<F, T: ?::core::marker::Sized, Out: ?::core::marker::Sized>
    ::core::fmt::Debug for __SamCompare<F, T, Out> {
    fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>)
        -> ::core::fmt::Result {
        ::core::fmt::Formatter::write_str(formatter, "Compare")
    }
}
#[allow(deprecated, clippy :: all, clippy :: pedantic, clippy :: nursery)]
impl<T, Out, F> Compare<T> for __SamCompare<F, T, Out> where
    F: ::core::ops::Fn(&T, &T) -> Option<Out>, Self: Send {
    type Out = Out;
    #[inline]
    fn compare(&self, argument_0: &T, argument_1: &T) -> Option<Self::Out> {
        (self.closure)(argument_0, argument_1)
    }
}
#[doc =
" A closure as [`Compare`](trait@Compare): an `Fn(&T, &T) -> Option<Out>` that is the trait's method `compare`."]
#[inline]
#[must_use]
#[allow(non_snake_case, deprecated, clippy :: all, clippy :: pedantic, clippy
:: nursery)]
pub const fn Compare<T, Out, F>(closure: F) -> __SamCompare<F, T, Out> where
    F: ::core::ops::Fn(&T, &T) -> Option<Out>, F: Send {
    __SamCompare { closure, types: ::core::marker::PhantomData }
}
#[doc(hidden)]
#[macro_export]
#[allow(unused_macros, non_local_definitions)]
macro_rules! __Compare_told_HASH {
    (@ trait [$ ($to : tt) *] $ ($rest : tt) *) =>
    {
        $ ($to) * !
        {
            {
                pub trait Compare < T > : Send
                {
                    #[doc = " Of a comparison."] type Out;
                    #[doc = " Compares two."] fn
                    compare(& self, one : & T, other : & T) -> Option < Self ::
                    Out > ; #[doc = " Something that has a default."] fn
                    name(& self) -> & 'static str {}
                }
            } $ ($rest) *
        }
    }; ([$ ($linkface : tt) *] $ ($rest : tt) *) =>
    {
        :: core :: compile_error!
        {
            "`Compare` is a trait, and no interface: declare it with `#[linkface::interface(pub Proxy)]`"
        }
    }; ($ ($rest : tt) *) =>
    {
        :: core :: compile_error!
        { "`Compare` is a trait, and no macro: name it without `!`" }
    };
}
#[doc(hidden)]
#[allow(unused_imports)]
pub use __Compare_told_HASH as Compare;

/// Bigger?
pub fn bigger() -> impl Compare<u8, Out = bool> {
    Compare(|one: &u8, other: &u8| Some(one > other))
}
