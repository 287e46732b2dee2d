//! The argument that a receiver becomes, for a method that may take it in any way.

use super::receiver::Receiver;
use super::search::Search;
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::quote;

/// See `linkface_traits::private::qualified`, which says how this works.
pub(crate) struct Arms<'a> {
    pub(crate) runtime: &'a TokenStream,
    pub(crate) receiver: &'a Receiver,
    pub(crate) captured: bool,
    pub(crate) search: &'a Search<'a>,
    /// The variable that holds the method, and how many arguments there are.
    pub(crate) method: Option<(&'a Ident, usize)>,
}

impl Arms<'_> {
    pub(crate) fn tokens(&self) -> TokenStream {
        let runtime = self.runtime;
        let asked = Ident::new("asked", Span::mixed_site());
        let argument = Ident::new("argument", Span::mixed_site());
        let about = self.about(&asked);
        let told = self.search.told(runtime, &asked);
        let arms = if self.captured {
            self.captured_arms(&asked)
        } else {
            self.all_arms(&asked)
        };
        quote!({
            #about
            #told
            if false {
                #runtime::never();
                #runtime::Asked::parameter(&#asked)
            } else {
                let #argument = #arms;
                if false {
                    #runtime::never();
                    use #runtime::{
                        Exact as _, FromParameter as _, LastResort as _,
                        Unchanged as _, UnchangedCopy as _,
                    };
                    #runtime::Asked::answer(&#asked, (&#asked).__linkface_kind());
                }
                #argument
            }
        })
    }

    /// The variable `asked`.
    fn about(&self, asked: &Ident) -> TokenStream {
        let runtime = self.runtime;
        let method = self.method.map_or_else(
            || quote!(#runtime::Unasked::NEW),
            |(method, arguments)| quote!(#runtime::Method::of(&#method, [(); #arguments])),
        );
        quote!(let #asked = #runtime::Asked::about(&#method);)
    }

    fn all_arms(&self, asked: &Ident) -> TokenStream {
        let runtime = self.runtime;
        let owned = &self.receiver.owned;
        let by_mut = self.search.by_mut(runtime, None, self.receiver);
        let by_ref = self.search.by_ref(runtime, None, &self.receiver.place);
        let value = self.fits("value", &quote!(&#asked, #owned));
        let by_mut = self.fits("by_mut", &quote!(&#asked, #by_mut));
        let by_ref = self.fits("by_ref", &quote!(&#asked, #by_ref));
        let own = self.fits("own", &quote!(&#asked, #owned));
        let on = Ident::new("on", Span::mixed_site());
        quote! {
            match #runtime::Asked::arm(&#asked) {
                #runtime::Arm::Value(#on) => {
                    #runtime::gate(#on);
                    #value
                }
                #runtime::Arm::Mut(#on) => {
                    #runtime::gate(#on);
                    #by_mut
                }
                #runtime::Arm::Ref(#on) => {
                    #runtime::gate(#on);
                    #by_ref
                }
                #runtime::Arm::Own(#on) => {
                    #runtime::gate(#on);
                    #own
                }
            }
        }
    }

    /// What a closure captures, and how, is decided by what it mentions, reached or not. So there is
    /// one arm.
    fn captured_arms(&self, asked: &Ident) -> TokenStream {
        let runtime = self.runtime;
        let by_ref = self.search.by_ref(runtime, None, &self.receiver.place);
        let captured = self.fits("captured", &quote!(&#asked));
        quote! {{
            #captured;
            #runtime::Asked::by_ref(&#asked, #by_ref)
        }}
    }

    /// A call of a method of `Asked` that wants the receiver to fit. Where it doesn't, the message
    /// points to the receiver.
    fn fits(&self, name: &str, arguments: &TokenStream) -> TokenStream {
        let place = self.receiver.span;
        let runtime = self.runtime;
        let name = Ident::new(name, Span::mixed_site());
        let mut call: Vec<TokenTree> = quote!(#runtime::Asked::#name(#arguments))
            .into_iter()
            .collect();
        for token in &mut call {
            // What a name means doesn't depend on the place.
            token.set_span(token.span().located_at(place));
        }
        call.into_iter().collect()
    }
}
