//! What is written for a value that crosses: its description, and the way there and back.

use super::spans::{self, as_trait, call_as_trait};
use super::{Form, Value, lifetimes};
use crate::shared::twin::{from_twin, to_twin};
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{Path, Type, parse_quote};

impl Value {
    /// What has the impl that converts it: itself, or its twin.
    fn crosses_as(&self) -> &Type {
        match &self.form {
            Form::With(twin) => twin,
            _ => &self.ty,
        }
    }

    /// An item of the trait's impl that converts it.
    fn shared(&self, krate: &Path, item: &str) -> TokenStream {
        let ty = self.crosses_as();
        let erased = lifetimes::erased(ty);
        as_trait(ty, &erased, &parse_quote!(#krate::Shared), item)
    }

    fn converted(&self, krate: &Path, by: &str, value: &TokenStream) -> TokenStream {
        let ty = self.crosses_as();
        let path = parse_quote!(#krate::Shared);
        let call = call_as_trait(ty, &lifetimes::erased(ty), &path, by, value);
        // Of `Result<Vec<T>, E>` rustc would say here that it needs `Vec<T>: Shared`, and where it is
        // described that it needs that for `Result<…>: Shared`: two texts, and so two errors. What is
        // asked first, it answers with the longer one everywhere.
        let asked = self.shared(krate, "ID");
        quote!({ let _ = #asked; #call })
    }

    /// The type that crosses, if it can be named without a mistake.
    fn wire(&self, krate: &Path) -> Option<TokenStream> {
        match &self.form {
            Form::Reference(reference) => Some(reference.wire(krate)),
            Form::Lent(lent) => Some(lent.wire(krate)),
            Form::Closure(_) => Some(quote!(#krate::__private::WireClosure)),
            Form::Option(_) => Some(quote!(#krate::__private::WireOption<_>)),
            Form::Shared | Form::With(_) | Form::Future(_) | Form::AsItIs => None,
        }
    }

    /// A name for what crosses, with its type where that isn't left to inference.
    pub(crate) fn bound(&self, krate: &Path, name: &Ident) -> TokenStream {
        let ty = self.wire(krate).map(|wire| quote!(: #wire));
        quote!(#name #ty)
    }

    /// Its `Type::id`.
    pub(super) fn id(&self, krate: &Path) -> TokenStream {
        match &self.form {
            Form::Shared | Form::With(_) => self.shared(krate, "ID"),
            Form::Reference(reference) => reference.id(krate),
            Form::Lent(lent) => lent.id(krate),
            Form::Closure(closure) => closure.id(krate),
            Form::Option(inner) => {
                let id = inner.id(krate);
                quote!(#krate::__private::option_id(#id))
            }
            Form::Future(future) => future.id(krate),
            Form::AsItIs => {
                let name = self.name();
                quote!(#krate::__private::opaque(#name).id)
            }
        }
    }

    /// What describes it: a `TypeRef`.
    pub(crate) fn description(&self, krate: &Path) -> TokenStream {
        match &self.form {
            Form::Shared | Form::With(_) => self.shared(krate, "TYPE"),
            Form::Reference(reference) => reference.description(krate),
            Form::Lent(lent) => lent.description(krate),
            Form::Closure(closure) => closure.description(krate),
            Form::Option(inner) => {
                described_option(krate, &inner.id(krate), &inner.description(krate))
            }
            Form::Future(future) => future.description(krate),
            Form::AsItIs => {
                let name = self.name();
                quote!(#krate::__private::TypeRef::new(&const {
                    #krate::__private::opaque(#name)
                }))
            }
        }
    }

    fn name(&self) -> String {
        let ty = &self.ty;
        quote!(#ty).to_string()
    }

    /// Statements before a call and the argument: from the user's value to what crosses.
    pub(crate) fn send(&self, krate: &Path, value: &Ident) -> (TokenStream, TokenStream) {
        let nothing = TokenStream::new();
        match &self.form {
            Form::Shared => (nothing, self.converted(krate, "into_wire", &quote!(#value))),
            Form::With(twin) => {
                let convert = to_twin(krate, twin);
                let twin = spans::call(twin, &convert, &quote!(#value));
                (nothing, self.converted(krate, "into_wire", &twin))
            }
            Form::Reference(reference) => (nothing, reference.send(krate, value)),
            Form::Lent(lent) => lent.send(krate, value),
            Form::Closure(closure) => closure.send(krate, value),
            Form::Option(inner) => {
                let (before, some) = inner.send(krate, value);
                (
                    before,
                    quote!(#krate::__private::wire_option(#value.map(|#value| #some))),
                )
            }
            Form::Future(future) => (
                future.checked(krate, value),
                future.send(krate, &quote!(#value.await)),
            ),
            Form::AsItIs => (nothing, quote!(#value)),
        }
    }

    /// Statements and an expression: from what crossed to the user's value.
    pub(crate) fn receive(&self, krate: &Path, value: &Ident) -> (TokenStream, TokenStream) {
        let nothing = TokenStream::new();
        match &self.form {
            Form::Shared => (nothing, self.converted(krate, "from_wire", &quote!(#value))),
            Form::With(twin) => {
                let convert = from_twin(krate, twin);
                let value = self.converted(krate, "from_wire", &quote!(#value));
                (nothing, spans::call(twin, &convert, &value))
            }
            Form::Reference(reference) => (nothing, reference.receive(value)),
            Form::Lent(lent) => lent.receive(krate, value),
            Form::Closure(closure) => closure.receive(krate, value),
            Form::Option(inner) => {
                let (before, some) = inner.receive(krate, value);
                (
                    nothing,
                    quote!(match #krate::__private::from_wire_option(#value) {
                        ::core::option::Option::Some(#value) => {
                            #before
                            ::core::option::Option::Some(#some)
                        }
                        ::core::option::Option::None => ::core::option::Option::None,
                    }),
                )
            }
            Form::Future(future) => future.receive(krate, value),
            Form::AsItIs => (nothing, quote!(#value)),
        }
    }
}

/// What describes an option of a value with this `Type::id` and `TypeRef`.
pub(super) fn described_option(krate: &Path, id: &TokenStream, value: &TokenStream) -> TokenStream {
    let private = quote!(#krate::__private);
    quote!(#private::TypeRef::new(&const {
        #private::option(
            #private::option_id(#id),
            &const { [#private::Member::nameless(0, #value)] },
        )
    }))
}
