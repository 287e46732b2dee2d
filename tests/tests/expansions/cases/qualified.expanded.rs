#![feature(prelude_import)]
//! Calls that name their trait.
extern crate std;
#[prelude_import]
use std::prelude::rust_2024::*;

use linkface_traits::q;

/// Something long.
pub trait Len {
    /// How long, and more.
    fn len(&self, more: usize)
    -> usize;
}

/// The receiver is asked for.
pub fn probed<T: Len>(it: &T) -> usize {


        (match <_ as Len>::len {
                method =>
                    method({
                            let asked =
                                ::linkface_traits::__private::qualified::Asked::about(&::linkface_traits::__private::qualified::Method::of(&method,
                                            [(); 1usize]));
                            if false {
                                ::linkface_traits::__private::qualified::never();
                                ::linkface_traits::__private::qualified::Asked::parameter(&asked)
                            } else {
                                let argument =
                                    match ::linkface_traits::__private::qualified::Asked::arm(&asked)
                                        {
                                        ::linkface_traits::__private::qualified::Arm::Value(on) => {
                                            ::linkface_traits::__private::qualified::gate(on);
                                            ::linkface_traits::__private::qualified::Asked::value(&asked,
                                                it)
                                        }
                                        ::linkface_traits::__private::qualified::Arm::Mut(on) => {
                                            ::linkface_traits::__private::qualified::gate(on);
                                            ::linkface_traits::__private::qualified::Asked::by_mut(&asked,
                                                {
                                                    trait Len__len: Len {
                                                        fn Len__len(&mut self) -> &mut Self { self }
                                                    }
                                                    impl<__T: Len + ?::core::marker::Sized> Len__len<> for __T
                                                        {}
                                                    it.Len__len()
                                                })
                                        }
                                        ::linkface_traits::__private::qualified::Arm::Ref(on) => {
                                            ::linkface_traits::__private::qualified::gate(on);
                                            ::linkface_traits::__private::qualified::Asked::by_ref(&asked,
                                                {
                                                    trait Len__len: Len {
                                                        fn Len__len(&self) -> &Self { self }
                                                    }
                                                    impl<__T: Len + ?::core::marker::Sized> Len__len<> for __T
                                                        {}
                                                    it.Len__len()
                                                })
                                        }
                                        ::linkface_traits::__private::qualified::Arm::Own(on) => {
                                            ::linkface_traits::__private::qualified::gate(on);
                                            ::linkface_traits::__private::qualified::Asked::own(&asked,
                                                it)
                                        }
                                    };
                                if false {
                                    ::linkface_traits::__private::qualified::never();
                                    use ::linkface_traits::__private::qualified::{
                                        Exact as _, FromParameter as _, LastResort as _,
                                        Unchanged as _, UnchangedCopy as _,
                                    };
                                    ::linkface_traits::__private::qualified::Asked::answer(&asked,
                                        (&asked).__linkface_kind());
                                }
                                argument
                            }
                        }, 1),
            }) + 1
}
/// What std's methods take is known.
pub fn known(it: &mut core::slice::Iter<'_, u8>) -> Option<u8> {
    <_ as
                core::iter::Iterator>::next({
                trait Iterator__next: core::iter::Iterator +
                    ::core::iter::Iterator {
                    fn Iterator__next(&mut self) -> &mut Self { self }
                }
                impl<__T: core::iter::Iterator + ?::core::marker::Sized>
                    Iterator__next<> for __T {}
                it.Iterator__next()
            }).copied()
}
