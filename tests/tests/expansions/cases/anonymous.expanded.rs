#![feature(prelude_import)]
//! An object of a trait, made on the spot.
extern crate std;
#[prelude_import]
use std::prelude::rust_2024::*;

use linkface_traits::anon;
use linkface_traits::attr::*;

/// The types of captures are inferred.
pub fn inferred(list: &[i32], by: i32) -> impl Iterator<Item = i32> {
    let rest = list;
    {
        #[allow(dead_code, non_camel_case_types)]
        struct __AnonymousIterator<__State, __Method0, __Method1> {
            __state: __State,
            __0: __Method0,
            __1: __Method1,
            __marker: ::core::marker::PhantomData<fn() -> ()>,
        }
        #[automatically_derived]
        impl<__State, __Method0, __Method1> ::core::clone::Clone for
            __AnonymousIterator<__State, __Method0, __Method1> where
            __State: ::core::clone::Clone, __Method0: ::core::clone::Clone,
            __Method1: ::core::clone::Clone {
            #[inline]
            fn clone(&self) -> Self {
                Self {
                    __state: ::core::clone::Clone::clone(&self.__state),
                    __0: ::core::clone::Clone::clone(&self.__0),
                    __1: ::core::clone::Clone::clone(&self.__1),
                    __marker: ::core::marker::PhantomData,
                }
            }
        }
        #[automatically_derived]
        impl<__State, __Method0, __Method1> ::core::marker::Copy for
            __AnonymousIterator<__State, __Method0, __Method1> where
            __State: ::core::marker::Copy, __Method0: ::core::marker::Copy,
            __Method1: ::core::marker::Copy {
        }
        #[automatically_derived]
        impl<__State, __Method0, __Method1> ::core::fmt::Debug for
            __AnonymousIterator<__State, __Method0, __Method1> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>)
                -> ::core::fmt::Result {
                ::core::fmt::Formatter::write_str(f, "impl Iterator")
            }
        }
        impl<__State, __Method0, __Method1> Iterator for
            __AnonymousIterator<__State, __Method0, __Method1> where
            __Method0: ::core::ops::FnMut(&mut __State) -> Option<i32>,
            __Method1: ::core::ops::Fn(&__State) -> (usize, Option<usize>) {
            type Item = i32;
            #[inline]
            fn next(&mut self) -> Option<i32> {
                (self.__0)(&mut self.__state)
            }
            #[inline]
            fn size_hint(&self) -> (usize, Option<usize>) {
                (self.__1)(&self.__state)
            }
        }
        #[allow(clippy :: too_many_arguments, clippy ::
        extra_unused_lifetimes)]
        fn __anonymous<__State, __Method0,
            __Method1>(__state: __State, __0: __Method0, __1: __Method1)
            -> __AnonymousIterator<__State, __Method0, __Method1> where
            __Method0: ::core::ops::FnMut(&mut __State) -> Option<i32>,
            __Method1: ::core::ops::Fn(&__State) -> (usize, Option<usize>) {
            __AnonymousIterator {
                __state,
                __0,
                __1,
                __marker: ::core::marker::PhantomData,
            }
        }
        __anonymous((rest, by),
            move |&mut (ref mut rest, ref mut by)|
                {
                    let (first, others) = (*rest).split_first()?;
                    *rest = others;
                    Some(first * *by)
                }, move |&(ref rest, _)| { ((*rest).len(), None) })
    }
}

/// They are written: methods can call one another.
pub fn annotated() -> impl Iterator<Item = u8> {
    {
        #[allow(dead_code, non_camel_case_types)]
        struct __AnonymousIterator<__Capture0> {
            left: __Capture0,
            __marker: ::core::marker::PhantomData<fn() -> ()>,
        }
        #[automatically_derived]
        impl<__Capture0> ::core::clone::Clone for
            __AnonymousIterator<__Capture0> where
            __Capture0: ::core::clone::Clone {
            #[inline]
            fn clone(&self) -> Self {
                Self {
                    left: ::core::clone::Clone::clone(&self.left),
                    __marker: ::core::marker::PhantomData,
                }
            }
        }
        #[automatically_derived]
        impl<__Capture0> ::core::marker::Copy for
            __AnonymousIterator<__Capture0> where
            __Capture0: ::core::marker::Copy {
        }
        #[automatically_derived]
        impl<__Capture0> ::core::fmt::Debug for
            __AnonymousIterator<__Capture0> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>)
                -> ::core::fmt::Result {
                ::core::fmt::Formatter::write_str(f, "impl Iterator")
            }
        }
        #[allow(clippy :: copy_iterator)]
        impl Iterator for __AnonymousIterator<u8> where  {
            type Item = u8;
            fn next(&mut self) -> Option<u8> {
                self.left = self.left.checked_sub(1)?;
                let _ = self.size_hint();
                Some(self.left)
            }
        }
        #[allow(clippy :: too_many_arguments, clippy ::
        extra_unused_lifetimes)]
        fn __anonymous(left: u8) -> __AnonymousIterator<u8> where  {
            __AnonymousIterator {
                left,
                __marker: ::core::marker::PhantomData,
            }
        }
        __anonymous(3)
    }
}
