//! The expansion of a call.

use super::helper::{Helper, Takes};
use super::known::{self, Known};
use super::method::{Method, Of};
use super::receiver::Receiver;
use super::scope::Scope;
use super::temporaries;
use crate::krate::Krate;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::{ExprMethodCall, Path, Type};

/// What replaces `call`, a call of `method`.
pub(crate) fn call(
    krate: &Krate,
    scope: &Scope,
    call: &ExprMethodCall,
    method: &Method,
) -> TokenStream {
    let runtime = quote!(#krate::__private::qualified);
    let receiver = Receiver::new(&runtime, &call.receiver);
    let site = Site {
        runtime: &runtime,
        captured: receiver.kept.is_none()
            && receiver
                .variable
                .as_ref()
                .is_some_and(|name| scope.is_captured(name)),
        receiver,
        call,
        method,
    };
    match &method.of {
        Of::Type(written, _) => site.written(written),
        Of::Trait(path) => {
            let helper = Helper::new(&runtime, scope, method, path, known::parameters(path));
            match known::method(path, &method.name) {
                Some(known) => site.known(&helper, path, &known),
                None => site.asked(&helper, path),
            }
        }
    }
}

/// One call.
struct Site<'a> {
    runtime: &'a TokenStream,
    receiver: Receiver,
    /// A closure captures the receiver: every mention of it counts, even where nothing is reached.
    captured: bool,
    call: &'a ExprMethodCall,
    method: &'a Method,
}

impl Site<'_> {
    /// `function(receiver, args)`
    fn apply(&self, function: &TokenStream, receiver: &TokenStream) -> TokenStream {
        let arguments = &self.call.args;
        let attributes = &self.call.attrs;
        let mut all = quote!(#receiver);
        for argument in arguments {
            all.extend(quote!(, #argument));
        }
        // The parentheses are the user's: messages about arguments point there.
        let mut all = proc_macro2::Group::new(proc_macro2::Delimiter::Parenthesis, all);
        all.set_span(self.call.paren_token.span.join());
        quote!(#(#attributes)* #function #all)
    }

    /// A trait of the standard library: the one search is the receiver.
    fn known(&self, helper: &Helper<'_>, path: &Path, known: &Known) -> TokenStream {
        let receiver = &self.receiver;
        let function = self.method.function(&path.to_token_stream());
        let items = helper.items(known.takes, Some(&known.from_the_root));
        let argument = match (&receiver.kept, known.takes) {
            (Some(kept), Takes::Mut) => {
                let search = self.exclusive(kept, helper);
                quote!({ #items #search })
            }
            (_, Takes::Value) => {
                let search = helper.call(&receiver.owned);
                quote!({ #items #search })
            }
            _ => {
                let search = helper.call(&receiver.place);
                quote!({ #items #search })
            }
        };
        self.apply(&function, &receiver.after(argument))
    }

    /// Any trait: what its method takes is asked.
    fn asked(&self, helper: &Helper<'_>, path: &Path) -> TokenStream {
        let Self {
            receiver, runtime, ..
        } = self;
        let by_mut = {
            let items = helper.items(Takes::Mut, None);
            let search = match &receiver.kept {
                Some(kept) => self.exclusive(kept, helper),
                None => helper.call(&receiver.place),
            };
            quote!({ #items #search })
        };
        let by_ref = {
            let items = helper.items(Takes::Ref, None);
            let search = helper.call(&receiver.place);
            quote!({ #items #search })
        };
        let function = self.method.function(&path.to_token_stream());
        if !self.call.args.iter().all(temporaries::none) {
            // The call stands by itself, so that temporaries in it live as long as the statement's.
            let about = quote!(#runtime::Unasked);
            let argument = self.arms(
                &about,
                &by_mut,
                &by_ref,
                &TokenStream::new(),
                &TokenStream::new(),
            );
            return self.apply(&function, &receiver.after(argument));
        }
        let variable = Ident::new("method", Span::mixed_site());
        let asked_method = Ident::new("asked_method", Span::mixed_site());
        let about = quote!(#asked_method);
        let diverging = self
            .call
            .args
            .iter()
            .map(|_| quote!(#runtime::any_type(loop {})));
        let before = quote! {
            let #asked_method = #runtime::Method::of(&#variable);
            #[allow(unreachable_code)]
            if false {
                #runtime::never();
                #runtime::Method::arguments(&#asked_method, (#(#diverging,)*));
            }
        };
        let argument = self.arms(&about, &by_mut, &by_ref, &before, &TokenStream::new());
        let applied = self.apply(&variable.to_token_stream(), &argument);
        let (names, values): (Vec<_>, Vec<_>) = receiver.before.iter().cloned().unzip();
        if names.is_empty() {
            quote!((match #function { #variable => #applied }))
        } else {
            quote!((match (#function, #(#values),*) { (#variable, #(#names),*) => #applied }))
        }
    }

    /// A type that is written: nothing is searched, the receiver is coerced.
    fn written(&self, written: &Type) -> TokenStream {
        let Self {
            receiver, runtime, ..
        } = self;
        let asked = asked();
        let (place, owned) = (&receiver.place, &receiver.owned);
        let by_ref = quote!({
            use #runtime::Any as _;
            #runtime::as_ref(&#asked, #place.__linkface_ref())
        });
        let by_mut = match &receiver.kept {
            None => quote!({
                use #runtime::Any as _;
                #runtime::as_mut(&#asked, #place.__linkface_mut())
            }),
            Some(kept) => {
                let place = quote!(#runtime::as_mut(&#asked, #place.__linkface_mut()));
                let owned = quote!(#runtime::as_mut(&#asked, #owned.__linkface_mut()));
                let either = self.either(kept, &owned, &place);
                quote!({ use #runtime::Any as _; #either })
            }
        };
        let told = quote!(#runtime::Asked::implementor(&#asked, #runtime::Type::<#written>::NEW););
        let argument = self.arms(
            &quote!(#runtime::Unasked),
            &by_mut,
            &by_ref,
            &TokenStream::new(),
            &told,
        );
        let function = self.method.function(&TokenStream::new());
        self.apply(&function, &receiver.after(argument))
    }

    /// What makes the parameter of the receiver. See `linkface_traits::private::qualified`.
    fn arms(
        &self,
        about: &TokenStream,
        by_mut: &TokenStream,
        by_ref: &TokenStream,
        before: &TokenStream,
        told: &TokenStream,
    ) -> TokenStream {
        let Self {
            receiver, runtime, ..
        } = self;
        let owned = &receiver.owned;
        let asked = asked();
        let argument = Ident::new("argument", Span::mixed_site());
        let arms = if self.captured {
            quote! {
                {
                    #runtime::Asked::captured(&#asked);
                    #runtime::Asked::on_ref(&#asked);
                    #runtime::Asked::by_ref(&#asked, #by_ref)
                }
            }
        } else {
            quote! {
                if #runtime::Asked::is_value(&#asked) {
                    #runtime::Asked::on_value(&#asked);
                    #runtime::Asked::value(&#asked, #owned)
                } else if #runtime::Asked::is_mut(&#asked) {
                    #runtime::Asked::on_mut(&#asked);
                    #runtime::Asked::by_mut(&#asked, #by_mut)
                } else if #runtime::Asked::is_ref(&#asked) {
                    #runtime::Asked::on_ref(&#asked);
                    #runtime::Asked::by_ref(&#asked, #by_ref)
                } else {
                    #runtime::Asked::on_own(&#asked);
                    #runtime::Asked::own(&#asked, #owned)
                }
            }
        };
        quote!({
            #before
            let #asked = #runtime::Asked::about(&#about);
            #told
            if false {
                #runtime::never();
                #runtime::Asked::parameter(&#asked)
            } else {
                let #argument = #arms;
                if false {
                    #runtime::never();
                    use #runtime::{
                        Behind as _, BehindMut as _, Exact as _, ExactMut as _, FromParameter as _,
                        LastResort as _, Unchanged as _, UnchangedCopy as _,
                    };
                    #runtime::Asked::answer(&#asked, (&&&&&#asked).__linkface_kind());
                }
                #argument
            }
        })
    }

    /// The search by `&mut` on a kept value.
    fn exclusive(&self, kept: &Ident, helper: &Helper<'_>) -> TokenStream {
        let owned = helper.call(&self.receiver.owned);
        let place = helper.call(&self.receiver.place);
        self.either(kept, &owned, &place)
    }

    /// `owned` if the kept value is a `&mut`, else `place`.
    fn either(&self, kept: &Ident, owned: &TokenStream, place: &TokenStream) -> TokenStream {
        let runtime = self.runtime;
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
}

fn asked() -> Ident {
    Ident::new("asked", Span::mixed_site())
}
