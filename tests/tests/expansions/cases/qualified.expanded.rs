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
                            let of =
                                ::linkface_traits::__private::qualified::Method::of(&method);

                            #[allow(unreachable_code)]
                            if false {
                                ::linkface_traits::__private::qualified::never();
                                ::linkface_traits::__private::qualified::Method::arguments(&of,
                                    (::linkface_traits::__private::qualified::any_type(loop {}),));
                            }
                            let asked =
                                ::linkface_traits::__private::qualified::Asked::about(&of);
                            if false {
                                ::linkface_traits::__private::qualified::never();
                                ::linkface_traits::__private::qualified::Asked::parameter(&asked)
                            } else {
                                let argument =
                                    if ::linkface_traits::__private::qualified::Asked::is_value(&asked)
                                        {
                                        ::linkface_traits::__private::qualified::Asked::on_value(&asked);
                                        ::linkface_traits::__private::qualified::Asked::value(&asked,
                                            it)
                                    } else if ::linkface_traits::__private::qualified::Asked::is_mut(&asked)
                                        {
                                        ::linkface_traits::__private::qualified::Asked::on_mut(&asked);
                                        ::linkface_traits::__private::qualified::Asked::by_mut(&asked,
                                            {
                                                trait Len__len: Len {
                                                    #[inline(always)]
                                                    fn Len__len(&mut self) -> &mut Self { self }
                                                }
                                                impl<__T: Len + ?::core::marker::Sized> Len__len<> for __T
                                                    {}
                                                it.Len__len()
                                            })
                                    } else if ::linkface_traits::__private::qualified::Asked::is_ref(&asked)
                                        {
                                        ::linkface_traits::__private::qualified::Asked::on_ref(&asked);
                                        ::linkface_traits::__private::qualified::Asked::by_ref(&asked,
                                            {
                                                trait Len__len: Len {
                                                    #[inline(always)]
                                                    fn Len__len(&self) -> &Self { self }
                                                }
                                                impl<__T: Len + ?::core::marker::Sized> Len__len<> for __T
                                                    {}
                                                it.Len__len()
                                            })
                                    } else {
                                        ::linkface_traits::__private::qualified::Asked::on_own(&asked);
                                        ::linkface_traits::__private::qualified::Asked::own(&asked,
                                            it)
                                    };
                                if false {
                                    ::linkface_traits::__private::qualified::never();
                                    use ::linkface_traits::__private::qualified::{
                                        Behind as _, BehindMut as _, Exact as _, ExactMut as _,
                                        FromParameter as _, LastResort as _, Unchanged as _,
                                        UnchangedCopy as _,
                                    };
                                    ::linkface_traits::__private::qualified::Asked::answer(&asked,
                                        (&&&&&asked).__linkface_kind());
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
                    #[inline(always)]
                    fn Iterator__next(&mut self) -> &mut Self { self }
                }
                impl<__T: core::iter::Iterator + ?::core::marker::Sized>
                    Iterator__next<> for __T {}
                it.Iterator__next()
            }).copied()
}
