//! The macros of `linkface-traits`. Their documentation is in that crate, which re-exports them.
//!
//! Every macro goes the same way: *parse* tokens into a model, *check* the model (all mistakes of one
//! input at once, each on the user's tokens), *expand* it.
//!
//! | module | holds |
//! |---|---|
//! | `sam` | `#[sam]`, `sam!` |
//! | `anon` | `#[anon]`, `anon!` |
//! | `qualified` | `q!`, `qualified!`, `#[qualified]` |
//! | `mode` | `#[mode]` |
//! | `delegate` | `delegate!`, `#[delegate]`, `#[delegatable]` |
//! | `implement` | `implement!` |
//! | `told` | the macro beside a trait, which tells other macros how the trait is declared |
//! | `conditional` | methods under `#[cfg]` |
//! | `krate` | where `linkface-traits` is |
//! | `code` | code in messages |
//! | `mistakes` | mistakes, collected |

mod anon;
mod code;
mod conditional;
mod delegate;
mod implement;
mod krate;
mod mistakes;
mod mode;
mod qualified;
mod sam;
mod told;

use proc_macro::TokenStream;

// An attribute and a macro with `!` can't have one name in one crate root: here the attributes have
// longer ones. The documentation of all stands where `linkface-traits` re-exports them.

#[expect(missing_docs, reason = "documented in `linkface-traits`")]
#[proc_macro_attribute]
pub fn sam_attribute(args: TokenStream, item: TokenStream) -> TokenStream {
    sam::attribute(args.into(), item.into()).into()
}

#[expect(missing_docs, reason = "documented in `linkface-traits`")]
#[proc_macro_attribute]
pub fn anon_attribute(args: TokenStream, item: TokenStream) -> TokenStream {
    anon::attribute(args.into(), item.into()).into()
}

#[expect(missing_docs, reason = "documented in `linkface-traits`")]
#[proc_macro_attribute]
pub fn qualified_attribute(args: TokenStream, item: TokenStream) -> TokenStream {
    qualified::attribute(args.into(), item.into()).into()
}

#[expect(missing_docs, reason = "documented in `linkface-traits`")]
#[proc_macro_attribute]
pub fn mode(args: TokenStream, item: TokenStream) -> TokenStream {
    mode::attribute(args.into(), item.into()).into()
}

#[expect(missing_docs, reason = "documented in `linkface-traits`")]
#[proc_macro_attribute]
pub fn delegate_attribute(args: TokenStream, item: TokenStream) -> TokenStream {
    delegate::attribute(args.into(), item.into()).into()
}

#[expect(missing_docs, reason = "documented in `linkface-traits`")]
#[proc_macro_attribute]
pub fn delegatable(args: TokenStream, item: TokenStream) -> TokenStream {
    delegate::delegatable(args.into(), item.into()).into()
}

// What follows is called by `macro_rules!` of `linkface-traits`, or by the macros beside traits.
// The input of each begins with `[path]`: where `linkface-traits` is.

/// `sam!`
#[doc(hidden)]
#[proc_macro]
pub fn __sam(input: TokenStream) -> TokenStream {
    sam::closure(input.into()).into()
}

/// `sam!`, after the trait has told how it is declared.
#[doc(hidden)]
#[proc_macro]
pub fn __sam_told(input: TokenStream) -> TokenStream {
    sam::told(input.into()).into()
}

/// `anon!`
#[doc(hidden)]
#[proc_macro]
pub fn __anon(input: TokenStream) -> TokenStream {
    anon::expression(input.into()).into()
}

/// `q!`
#[doc(hidden)]
#[proc_macro]
pub fn __q(input: TokenStream) -> TokenStream {
    qualified::expression(input.into()).into()
}

/// `qualified!`
#[doc(hidden)]
#[proc_macro]
pub fn __qualified(input: TokenStream) -> TokenStream {
    qualified::items(input.into()).into()
}

/// `#[mode]`, after the trait has told how it is declared.
#[doc(hidden)]
#[proc_macro]
pub fn __mode_told(input: TokenStream) -> TokenStream {
    mode::told(input.into()).into()
}

/// `delegate!`
#[doc(hidden)]
#[proc_macro]
pub fn __delegate(input: TokenStream) -> TokenStream {
    delegate::items(input.into()).into()
}

/// `delegate!` and `#[delegate]`, after the trait has told how it is declared.
#[doc(hidden)]
#[proc_macro]
pub fn __delegate_told(input: TokenStream) -> TokenStream {
    delegate::told(input.into()).into()
}

/// `implement!`
#[doc(hidden)]
#[proc_macro]
pub fn __implement(input: TokenStream) -> TokenStream {
    implement::closure(input.into()).into()
}

/// `implement!`, after the trait has told how it is declared.
#[doc(hidden)]
#[proc_macro]
pub fn __implement_told(input: TokenStream) -> TokenStream {
    implement::told(input.into()).into()
}
