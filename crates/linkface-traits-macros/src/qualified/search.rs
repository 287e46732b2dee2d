//! How the implementor behind a receiver is found.

use super::helper::{Helper, Takes};
use super::known::Known;
use super::receiver::Receiver;
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{ExprMethodCall, Type};

/// How the implementor behind a receiver is found.
pub(crate) enum Search<'a> {
    /// `x.Trait::method()`: the compiler searches `x`'s type, as for a method call.
    Helper(Helper<'a>),
    /// `x.Trait::<_>::method()`: it is `x`, or what it refers to.
    None,
    /// `x.Self::method()`: it is written. `x` is coerced to it.
    Written(&'a Type),
}

impl Search<'_> {
    /// The argument of a method that takes `&self`.
    pub(crate) fn by_ref(
        &self,
        runtime: &TokenStream,
        known: Option<&Known>,
        place: &TokenStream,
    ) -> TokenStream {
        self.with_items(Takes::Ref, known, &self.ref_of(runtime, place))
    }

    /// The argument of a method that takes `&mut self`.
    pub(crate) fn by_mut(
        &self,
        runtime: &TokenStream,
        known: Option<&Known>,
        receiver: &Receiver,
    ) -> TokenStream {
        let place = self.mut_of(runtime, &receiver.place);
        let found = match &receiver.kept {
            None => place,
            Some(kept) => either(
                runtime,
                kept,
                &self.mut_of(runtime, &receiver.owned),
                &place,
            ),
        };
        self.with_items(Takes::Mut, known, &found)
    }

    /// The argument of a method that is known to take `self`.
    pub(crate) fn value(&self, known: &Known, owned: &TokenStream) -> TokenStream {
        match self {
            Self::Helper(helper) => {
                let found = helper.call(owned);
                self.with_items(Takes::Value, Some(known), &found)
            }
            Self::None | Self::Written(_) => owned.clone(),
        }
    }

    /// A call of a method that is known to take `&mut self`, as a call of the helper's method with all
    /// arguments: so the receiver is borrowed in two phases, and arguments may read it.
    pub(crate) fn two_phases(
        &self,
        known: &Known,
        receiver: &Receiver,
        function: &TokenStream,
        call: &ExprMethodCall,
    ) -> Option<TokenStream> {
        let Self::Helper(helper) = self else {
            return None;
        };
        let items = helper.items_with_arguments(known, call.args.len());
        let found = helper.call_with_arguments(&receiver.place, function, &call.args);
        Some(quote!(({ #items #found })))
    }

    /// Statements that the arms need.
    pub(crate) fn told(&self, runtime: &TokenStream, asked: &Ident) -> TokenStream {
        match self {
            Self::Written(written) => {
                quote!(#runtime::Asked::implementor(&#asked, #runtime::Type::<#written>::NEW);)
            }
            Self::Helper(_) | Self::None => TokenStream::new(),
        }
    }

    fn ref_of(&self, runtime: &TokenStream, place: &TokenStream) -> TokenStream {
        match self {
            Self::Helper(helper) => helper.call(place),
            Self::None | Self::Written(_) => quote!({
                use #runtime::Any as _;
                #place.__linkface_ref()
            }),
        }
    }

    fn mut_of(&self, runtime: &TokenStream, place: &TokenStream) -> TokenStream {
        match self {
            Self::Helper(helper) => helper.call(place),
            Self::None | Self::Written(_) => quote!({
                use #runtime::Any as _;
                #place.__linkface_mut()
            }),
        }
    }

    fn with_items(&self, takes: Takes, known: Option<&Known>, found: &TokenStream) -> TokenStream {
        match self {
            Self::Helper(helper) => {
                let items = helper.items(takes, known);
                quote!({ #items #found })
            }
            Self::None | Self::Written(_) => found.clone(),
        }
    }
}

/// `owned` if the kept value is a `&mut`, else `place`.
fn either(
    runtime: &TokenStream,
    kept: &Ident,
    owned: &TokenStream,
    place: &TokenStream,
) -> TokenStream {
    quote! {{
        use #runtime::{Exclusive as _, Other as _};
        if (&&*#kept).__linkface_is_exclusive() {
            (&&*#kept).__linkface_on_exclusive();
            #owned
        } else {
            (&&*#kept).__linkface_on_other();
            #place
        }
    }}
}
