//! `#[export] pub mod api { … }`: a module that can be loaded, as it is.
//!
//! The module stays as it was. Beside its items stand hidden modules: one with a trait of the module's
//! functions, and one for each type that stays in the plugin, with a trait of its methods. Those traits
//! are interfaces like any other, by [`loadable`](crate::loadable); what is added here is who implements
//! them, and methods of the loaded types, so that nobody has to know of the traits.

mod arguments;
mod callable;
mod elision;
mod expand;
mod items;
mod marks;
mod place;
mod shape;

use crate::mistakes::Mistakes;
use arguments::Arguments;
use items::Module;
use proc_macro2::TokenStream;
use quote::quote;
use syn::ItemMod;

pub(crate) fn expand(arguments: TokenStream, item: TokenStream) -> TokenStream {
    let mut mistakes = Mistakes::default();
    let arguments = Arguments::parse(arguments, &mut mistakes);
    let Ok(item) = syn::parse2::<ItemMod>(item.clone()) else {
        mistakes.on(
            &item,
            "`#[export]` stands on a module, `#[export] pub mod api { … }`: a type that implements an \
             interface is exported by `linkface_plugin::export!(Type)`",
        );
        let mut out = mistakes.report();
        out.extend(item);
        return out;
    };
    let module = Module::read(item, &arguments, &mut mistakes);
    let report = mistakes.report();
    let expanded = expand::expand(&module, &arguments);
    quote!(#report #expanded)
}
