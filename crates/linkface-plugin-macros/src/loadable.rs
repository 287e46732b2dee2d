//! What `#[interface(…, loadable = LoadedPhysics)]` adds to a trait.
//!
//! The input is `[path of linkface-plugin] [Loaded] [version] [same_build?] trait …`.

mod caller;
mod default;
mod description;
pub(crate) mod form;
pub(crate) mod method;
mod model;
mod object;
mod stand_in;
mod table;

use crate::mistakes::Mistakes;
use model::Interface;
use proc_macro2::TokenStream;
use quote::quote;

pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let mut mistakes = Mistakes::default();
    let interface = match Interface::parse(input, &mut mistakes) {
        Ok(interface) => interface,
        Err(error) => return error.into_compile_error(),
    };
    if !mistakes.is_empty() {
        let mut out = mistakes.report();
        out.extend(stand_in::stand_in(interface));
        return out;
    }
    let loaded = caller::loaded(&interface);
    let tables = table::tables(&interface);
    let defaults = default::adapters(&interface);
    let object = object::object(&interface);
    let checked = interface.auto_traits_checked();
    quote!(#loaded #tables #object #defaults #checked)
}

/// What rustc and clippy say about code that people write isn't for what is generated.
fn quiet() -> TokenStream {
    quote!(
        #[allow(
            unused_mut, unused_parens, unused_unsafe, unused_variables, unused_qualifications,
            unreachable_code, deprecated, clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction
        )]
    )
}
