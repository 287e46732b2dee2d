#![feature(prelude_import)]
//! A closure for a trait with a generic method.
extern crate std;
#[prelude_import]
use std::prelude::rust_2024::*;

use linkface_traits::attr::*;
use linkface_traits::sam;

/// Something long.
pub trait Len {
    /// How long.
    fn len(&self)
    -> usize;
}

#[doc = " Takes whatever is long."]
pub trait Callback {
    #[doc = " Takes it."]
    fn run(&self, value: impl Len)
    -> usize;
}
#[doc(hidden)]
pub struct __SamCallback<F> {
    closure: F,
    types: ::core::marker::PhantomData<fn() -> ()>,
}
#[automatically_derived]
#[allow(clippy :: all, clippy :: pedantic, clippy :: nursery)]
impl<F: ::core::clone::Clone> ::core::clone::Clone for __SamCallback<F> {
    #[inline]
    fn clone(&self) -> Self {
        Self {
            closure: ::core::clone::Clone::clone(&self.closure),
            types: ::core::marker::PhantomData,
        }
    }
}
#[automatically_derived]
impl<F: ::core::marker::Copy> ::core::marker::Copy for __SamCallback<F> { }
#[automatically_derived]
impl<F> ::core::fmt::Debug for __SamCallback<F> {
    fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>)
        -> ::core::fmt::Result {
        ::core::fmt::Formatter::write_str(formatter, "Callback")
    }
}
#[allow(deprecated, clippy :: all, clippy :: pedantic, clippy :: nursery)]
impl<F> Callback for __SamCallback<F> where F: ::core::ops::Fn(&mut (dyn Len))
    -> usize {
    #[inline]
    fn run(&self, mut argument_0: impl Len) -> usize {
        (self.closure)(&mut argument_0)
    }
}
#[doc =
" A closure as [`Callback`](trait@Callback): an `Fn(&mut (dyn Len)) -> usize` that is the trait's method `run`."]
#[inline]
#[must_use]
#[allow(non_snake_case, deprecated, clippy :: all, clippy :: pedantic, clippy
:: nursery)]
pub const fn Callback<F>(closure: F) -> __SamCallback<F> where
    F: ::core::ops::Fn(&mut (dyn Len)) -> usize {
    __SamCallback { closure, types: ::core::marker::PhantomData }
}
#[doc(hidden)]
#[macro_export]
#[allow(unused_macros, non_local_definitions)]
macro_rules! __Callback_told_HASH {
    (@ trait [$ ($to : tt) *] $ ($rest : tt) *) =>
    {
        $ ($to) * !
        {
            {
                pub trait Callback
                {
                    #[doc = " Takes it."] fn run(& self, value : impl Len) ->
                    usize;
                }
            } $ ($rest) *
        }
    }; ([$ ($linkface : tt) *] $ ($rest : tt) *) =>
    {
        :: core :: compile_error!
        {
            "`Callback` is a trait, and no interface: declare it with `#[linkface::interface(pub Proxy)]`"
        }
    }; ($ ($rest : tt) *) =>
    {
        :: core :: compile_error!
        { "`Callback` is a trait, and no macro: name it without `!`" }
    };
}
#[doc(hidden)]
#[allow(unused_imports)]
pub use __Callback_told_HASH as Callback;

/// The argument is erased.
pub fn erased(k: usize) -> impl Callback {
    Callback(move |value| value.len() * k)
}

/// It is not: the types of captures are written.
pub fn annotated(k: &usize) -> impl Callback {

    {
        struct __SamCallback<T0>(T0);
        #[automatically_derived]
        impl<T0: ::core::clone::Clone> ::core::clone::Clone for
            __SamCallback<T0> {
            #[inline]
            fn clone(&self) -> __SamCallback<T0> {
                __SamCallback(::core::clone::Clone::clone(&self.0))
            }
        }
        #[automatically_derived]
        impl<T0: ::core::marker::Copy> ::core::marker::Copy for
            __SamCallback<T0> {
        }
        impl<T0> ::core::fmt::Debug for __SamCallback<T0> {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>)
                -> ::core::fmt::Result {
                ::core::fmt::Formatter::write_str(formatter, "Callback")
            }
        }
        impl Callback for __SamCallback<&usize> {
            #[inline]
            fn run(&self, argument_0: impl Len) -> usize {
                let k = self.0;
                let value = argument_0;
                value.len() * *k
            }
        }
        __SamCallback::<&usize>(&k)
    }
}
/// It is not: a closure within holds the captures.
pub fn helper(k: usize) -> impl Callback {
    {
        struct __SamCallback<T0>(T0);
        #[automatically_derived]
        impl<T0: ::core::clone::Clone> ::core::clone::Clone for
            __SamCallback<T0> {
            #[inline]
            fn clone(&self) -> __SamCallback<T0> {
                __SamCallback(::core::clone::Clone::clone(&self.0))
            }
        }
        #[automatically_derived]
        impl<T0: ::core::marker::Copy> ::core::marker::Copy for
            __SamCallback<T0> {
        }
        impl<T0> ::core::fmt::Debug for __SamCallback<T0> {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>)
                -> ::core::fmt::Result {
                ::core::fmt::Formatter::write_str(formatter, "Callback")
            }
        }
        impl<Captured: ::core::ops::Fn(usize) -> usize> Callback for
            __SamCallback<Captured> {
            #[inline]
            fn run(&self, argument_0: impl Len) -> usize {
                let times = &self.0;
                let value = argument_0;
                times(value.len())
            }
        }
        #[inline]
        #[allow(clippy :: all, clippy :: pedantic, clippy :: nursery)]
        const fn __sam_closure<Captured: ::core::ops::Fn(usize)
            -> usize>(times: Captured) -> __SamCallback<Captured> {
            __SamCallback(times)
        }
        __sam_closure(move |n: usize| -> usize { n * k })
    }
}
