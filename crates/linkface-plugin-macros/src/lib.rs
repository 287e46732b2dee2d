//! The macros of `linkface-plugin`. Their documentation is in that crate, which re-exports them.
//!
//! Every macro goes the same way: *parse* tokens into a model, *check* the model (all mistakes of one
//! input at once, each on the user's tokens), *expand* it.
//!
//! | module | holds |
//! |---|---|
//! | `loadable` | what `#[interface(…, loadable = …)]` adds to a trait |
//! | `export` | `export!` |
//! | `shared` | `#[derive(Shared)]` |
//! | `module` | `#[export]` |
//! | `borrows` | lifetimes, as descriptions have them |
//! | `rustc` | which compiler this is, and which build |
//! | `mistakes` | mistakes, collected |

mod borrows;
mod export;
mod loadable;
mod mistakes;
mod module;
mod rustc;
mod shared;

use proc_macro::TokenStream;

/// Called by `#[interface]`: what a loadable trait needs besides.
#[doc(hidden)]
#[proc_macro]
pub fn __loadable(input: TokenStream) -> TokenStream {
    loadable::expand(input.into()).into()
}

/// `export!`
#[doc(hidden)]
#[proc_macro]
pub fn __export(input: TokenStream) -> TokenStream {
    export::expand(input.into()).into()
}

// Documented where it is re-exported.
#[allow(missing_docs)]
#[proc_macro_derive(Shared, attributes(shared))]
pub fn shared(input: TokenStream) -> TokenStream {
    shared::expand(input.into()).into()
}

/// `#[export]`
#[proc_macro_attribute]
pub fn export(arguments: TokenStream, item: TokenStream) -> TokenStream {
    module::expand(arguments.into(), item.into()).into()
}
