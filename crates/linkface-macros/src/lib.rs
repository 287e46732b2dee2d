//! The macros of `linkface`. Their documentation is in that crate, which re-exports them.
//!
//! Every macro goes the same way: *parse* tokens into a model, *check* the model (all mistakes of
//! one input at once, each on the user's tokens), *expand* it. There is no parser library here:
//! everybody downstream would compile it, and what has to be understood is small.
//!
//! | module | holds |
//! |---|---|
//! | `cursor`, `item`, `signature`, `generics` | parsing |
//! | `args` | the arguments in `#[interface(…)]` and `#[implement(…)]` |
//! | `features` | what the `linkface` has through which a macro is called |
//! | `errors` | mistakes, collected |
//! | `identity` | which item this is: package, version, place; its symbols |
//! | `erase` | `impl Trait` parameters, which cross the edge as `dyn Trait` |
//! | `future` | `async fn`, whose future crosses in a box |
//! | `shape` | where `Self` stands in a type, and how it is converted |
//! | `supertrait` | the traits a proxy can implement because its interface demands them |
//! | `interface` | `#[interface]`: functions, statics, traits, modules, types |
//! | `implement` | `#[implement]`: the same |
//! | `link` | `link!` |
//! | `facade` | `facade!` |
//! | `discovery` | which crates a program holds, for `link!()` |
//! | `rustc` | what rustc was told |
//! | `coverage` | `provider!` |
//! | `ordered` | lists that stay sorted |
//! | `template` | tokens from text with holes |

mod args;
mod attribute;
mod coverage;
mod cursor;
mod discovery;
mod erase;
mod errors;
mod facade;
mod features;
mod future;
mod generics;
mod identity;
mod implement;
mod interface;
mod item;
mod link;
mod ordered;
mod rustc;
mod shape;
mod signature;
mod supertrait;
mod template;

use features::Features;
use proc_macro::TokenStream;

// The documentation of these stands where `linkface` re-exports them: only there can its examples
// be compiled, and text from here would be appended to it.

/// The macros that depend on `linkface`'s features: see `features.rs`.
macro_rules! with_features {
    ($features:ident, $interface:ident, $implement:ident, $expand_over:ident) => {
        #[expect(missing_docs, reason = "documented in `linkface`")]
        #[proc_macro_attribute]
        pub fn $interface(args: TokenStream, item: TokenStream) -> TokenStream {
            interface::expand(&args, &item, Features::$features)
        }

        #[expect(missing_docs, reason = "documented in `linkface`")]
        #[proc_macro_attribute]
        pub fn $implement(args: TokenStream, item: TokenStream) -> TokenStream {
            implement::expand(args, item, Features::$features)
        }

        /// Called by the macro of a declared trait: expands an item that builds on it.
        #[doc(hidden)]
        #[proc_macro]
        pub fn $expand_over(input: TokenStream) -> TokenStream {
            interface::expand_over(input, Features::$features)
        }
    };
}
with_features! { None, interface, implement, __expand_over }
with_features! { Alloc, interface_with_alloc, implement_with_alloc, __expand_over_with_alloc }
with_features! { Std, interface_with_std, implement_with_std, __expand_over_with_std }

#[expect(missing_docs, reason = "documented in `linkface`")]
#[proc_macro]
pub fn link(input: TokenStream) -> TokenStream {
    link::link(input)
}

#[expect(missing_docs, reason = "documented in `linkface`")]
#[proc_macro]
pub fn facade(input: TokenStream) -> TokenStream {
    facade::facade(input)
}

#[expect(missing_docs, reason = "documented in `linkface`")]
#[proc_macro]
pub fn provider(input: TokenStream) -> TokenStream {
    coverage::provider(input)
}

/// Called by the macro of a declared module: pairs its items with the implementor's.
#[doc(hidden)]
#[proc_macro]
pub fn __implement_group(input: TokenStream) -> TokenStream {
    implement::group::pair(input)
}
