// Here these are modules; on the crate's page elsewhere, addresses. The first definition holds.
#![doc = "[closures]: crate::guide::closures\n[anonymous impls]: crate::guide::anonymous_impls\n[qualified calls]: crate::guide::qualified_calls\n[modes]: crate::guide::modes\n[delegation]: crate::guide::delegation\n[limits]: crate::guide::what_no_macro_can_do\n[comparison]: crate::guide::comparison\n[articles]: crate::guide::the_articles\n[`implement!`]: crate::implement!\n"]
#![doc = include_str!("../README.md")]
#![no_std]

#[cfg(feature = "alloc")]
extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

pub mod attr;
pub mod foreign;
#[cfg(doc)]
pub mod guide;
#[doc(hidden)]
pub mod private;
#[doc(hidden)]
pub use private as __private;

mod anon;
mod delegate;
mod implement;
mod qualified;
mod sam;
