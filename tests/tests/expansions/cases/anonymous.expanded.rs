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
        struct __AnonymousIterator<__Captures, __Method0, __Method1> where  {
            __captures: __Captures,
            __0: __Method0,
            __1: __Method1,
            __marker: ::core::marker::PhantomData<fn() -> ()>,
        }
        #[automatically_derived]
        impl<__Captures, __Method0, __Method1> ::core::clone::Clone for
            __AnonymousIterator<__Captures, __Method0, __Method1> where
            __Captures: ::core::clone::Clone, __Method0: ::core::clone::Clone,
            __Method1: ::core::clone::Clone {
            #[inline]
            fn clone(&self) -> Self {
                Self {
                    __captures: ::core::clone::Clone::clone(&self.__captures),
                    __0: ::core::clone::Clone::clone(&self.__0),
                    __1: ::core::clone::Clone::clone(&self.__1),
                    __marker: ::core::marker::PhantomData,
                }
            }
        }
        #[automatically_derived]
        impl<__Captures, __Method0, __Method1> ::core::fmt::Debug for
            __AnonymousIterator<__Captures, __Method0, __Method1> where  {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>)
                -> ::core::fmt::Result {
                ::core::fmt::Formatter::write_str(f, "impl Iterator")
            }
        }
        #[allow(clippy :: copy_iterator, clippy ::
        mismatching_type_param_order)]
        impl<__Captures, __Method0, __Method1> Iterator for
            __AnonymousIterator<__Captures, __Method0, __Method1> where
            __Method0: ::core::ops::FnMut(&mut __Captures) -> Option<i32>,
            __Method1: ::core::ops::Fn(&__Captures) -> (usize, Option<usize>)
            {
            type Item = i32;
            #[inline]
            fn next(&mut self) -> Option<i32> {
                (self.__0)(&mut self.__captures)
            }
            #[inline]
            fn size_hint(&self) -> (usize, Option<usize>) {
                (self.__1)(&self.__captures)
            }
        }
        #[allow(clippy :: mismatching_type_param_order)]
        impl<__Captures, __Method0, __Method1>
            __AnonymousIterator<__Captures, __Method0, __Method1> where
            __Method0: ::core::ops::FnMut(&mut __Captures) -> Option<i32>,
            __Method1: ::core::ops::Fn(&__Captures) -> (usize, Option<usize>)
            {
            #[allow(clippy :: too_many_arguments)]
            fn __new(__captures: __Captures, __0: __Method0, __1: __Method1)
                -> Self {
                Self {
                    __captures,
                    __0,
                    __1,
                    __marker: ::core::marker::PhantomData,
                }
            }
        }
        __AnonymousIterator::__new((rest, by),
            move
                |#[allow(unused_variables,
                    unused_mut)] &mut (ref mut rest, ref mut by)|
                {
                    let (first, others) = (*rest).split_first()?;
                    *rest = others;
                    Some(first * *by)
                },
            move |#[allow(unused_variables, unused_mut)] &(ref rest, ref by)|
                { ((*rest).len(), None) })
    }
}

/// They are written: methods can call one another.
pub fn annotated() -> impl Iterator<Item = u8> {
    {
        #[allow(dead_code, non_camel_case_types)]
        struct __AnonymousIterator<__Capture0> where  {
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
        impl<__Capture0> ::core::fmt::Debug for
            __AnonymousIterator<__Capture0> where  {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>)
                -> ::core::fmt::Result {
                ::core::fmt::Formatter::write_str(f, "impl Iterator")
            }
        }
        #[allow(clippy :: copy_iterator, clippy ::
        mismatching_type_param_order)]
        impl Iterator for __AnonymousIterator<u8> where  {
            type Item = u8;
            fn next(&mut self) -> Option<u8> {
                self.left = self.left.checked_sub(1)?;
                let _ = self.size_hint();
                Some(self.left)
            }
        }
        #[allow(clippy :: mismatching_type_param_order)]
        impl __AnonymousIterator<u8> where  {
            #[allow(clippy :: too_many_arguments)]
            fn __new(left: u8) -> Self {
                Self { left, __marker: ::core::marker::PhantomData }
            }
        }
        __AnonymousIterator::__new(3)
    }
}
