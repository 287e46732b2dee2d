//! Closures for the traits of `core` and `std`.
//!
//! Each name here is the trait itself and a constructor that makes one of a closure. One `use` brings
//! both, and [`sam!`](crate::sam!) takes them too:
//!
//! ```
//! use linkface_traits::foreign::{Debug, Iterator};
//! use linkface_traits::sam;
//!
//! fn fibonacci() -> impl Iterator<Item = u64> + Copy {
//!     let mut state = [1, 1];
//!     sam!(impl Iterator move || {
//!         let old = state[0];
//!         state = [state[1], old + state[1]];
//!         Some(old)
//!     })
//! }
//!
//! assert_eq!(fibonacci().take(6).collect::<Vec<_>>(), [1, 1, 2, 3, 5, 8]);
//!
//! let n = 3;
//! assert_eq!(format!("{:?}", Debug(|f| write!(f, "<{n}>"))), "<3>");
//! ```
//!
//! `#[derive(Debug)]` goes on working where `Debug` is imported from here.
//!
//! | module of `core` or `std` | here |
//! |---|---|
//! | `iter` | [`Iterator`](trait@Iterator), [`IntoIterator`](trait@IntoIterator), [`Extend`](trait@Extend) |
//! | `fmt` | [`Debug`](trait@Debug), [`Display`](trait@Display), [`Write`](trait@Write), [`Binary`](trait@Binary), [`Octal`](trait@Octal), [`LowerHex`](trait@LowerHex), [`UpperHex`](trait@UpperHex), [`LowerExp`](trait@LowerExp), [`UpperExp`](trait@UpperExp), [`Pointer`](trait@Pointer) |
//! | `future` | [`Future`](trait@Future), [`IntoFuture`](trait@IntoFuture) |
//! | `hash` | [`Hash`](trait@Hash), [`BuildHasher`](trait@BuildHasher) |
//! | `cmp` | [`PartialEq`](trait@PartialEq) |
//! | `convert` | [`AsRef`](trait@AsRef) |
//! | `ops` | [`Deref`](trait@Deref), [`Index`](trait@Index) |
//! | `io`, with `std` | [`Read`](trait@Read), [`Seek`](trait@Seek) |
//! | `net`, with `std` | [`ToSocketAddrs`](trait@ToSocketAddrs) |
//! | `process`, with `std` | [`Termination`](trait@Termination) |
//!
//! # What is not here
//!
//! - `Fn`, `FnMut`, `FnOnce`: they can't be implemented on stable. `sam!(impl FnOnce(_) -> _ |x| …)` is
//!   an ordinary closure.
//! - Traits without `self`, with two required methods, or with a supertrait of their own: `Default`,
//!   `FromStr`, `io::Write`, `DoubleEndedIterator`, `Error`.
//! - `Into` and `TryInto`: every type has them already, by their blanket impls. `Borrow`, likewise.
//! - `Drop`: it can't be implemented for some closures only.
//!
//! For other traits see `#[sam(for …)]` in [`attr`](crate::attr).

use crate::attr::sam;

/// A closure for a trait from elsewhere, under the trait's name.
macro_rules! closures {
    ($($path:path: $item:item)+) => {$(
        #[sam(for $path)]
        $item
    )+};
}

closures! {
    ::core::iter::Iterator:
        pub trait Iterator {
            type Item;
            fn next(&mut self) -> Option<Self::Item>;
        }
    ::core::iter::IntoIterator:
        pub trait IntoIterator {
            type Item;
            type IntoIter: ::core::iter::Iterator<Item = Self::Item>;
            fn into_iter(self) -> Self::IntoIter;
        }
    ::core::iter::Extend:
        pub trait Extend<A> {
            fn extend<T: ::core::iter::IntoIterator<Item = A>>(&mut self, iter: T);
        }
    ::core::future::Future:
        pub trait Future {
            type Output;
            fn poll(
                self: ::core::pin::Pin<&mut Self>,
                cx: &mut ::core::task::Context<'_>,
            ) -> ::core::task::Poll<Self::Output>;
        }
    ::core::future::IntoFuture:
        pub trait IntoFuture {
            type Output;
            type IntoFuture: ::core::future::Future<Output = Self::Output>;
            fn into_future(self) -> Self::IntoFuture;
        }
    ::core::hash::Hash:
        pub trait Hash {
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H);
        }
    ::core::hash::BuildHasher:
        pub trait BuildHasher {
            type Hasher: ::core::hash::Hasher;
            fn build_hasher(&self) -> Self::Hasher;
        }
    ::core::cmp::PartialEq:
        pub trait PartialEq<Rhs: ?Sized> {
            fn eq(&self, other: &Rhs) -> bool;
        }
    ::core::convert::AsRef:
        pub trait AsRef<T: ?Sized> {
            fn as_ref(&self) -> &T;
        }
    ::core::ops::Deref:
        pub trait Deref {
            type Target: ?Sized;
            fn deref(&self) -> &Self::Target;
        }
    ::core::ops::Index:
        pub trait Index<Idx> {
            type Output: ?Sized;
            fn index(&self, index: Idx) -> &Self::Output;
        }
    ::core::fmt::Write:
        pub trait Write {
            fn write_str(&mut self, s: &str) -> ::core::fmt::Result;
        }
}

macro_rules! formats {
    ($($name:ident)+) => {$(
        #[sam(for ::core::fmt::$name)]
        pub trait $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result;
        }
    )+};
}

formats! { Debug Display Binary Octal LowerHex UpperHex LowerExp UpperExp Pointer }

#[cfg(feature = "std")]
closures! {
    ::std::io::Read:
        pub trait Read {
            fn read(&mut self, buf: &mut [u8]) -> ::std::io::Result<usize>;
        }
    ::std::io::Seek:
        pub trait Seek {
            fn seek(&mut self, pos: ::std::io::SeekFrom) -> ::std::io::Result<u64>;
        }
    ::std::net::ToSocketAddrs:
        pub trait ToSocketAddrs {
            type Iter: ::core::iter::Iterator<Item = ::std::net::SocketAddr>;
            fn to_socket_addrs(&self) -> ::std::io::Result<Self::Iter>;
        }
    ::std::process::Termination:
        pub trait Termination {
            fn report(self) -> ::std::process::ExitCode;
        }
}
