//! Generated code that is about a type, where that type stands.
//!
//! What rustc has to say of a field's type it says at each expression that mentions it; said at one
//! place, it is one error. A span of several tokens is made of the first and the last: those between
//! don't matter.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Path, Type};

/// Where a type begins and ends.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    pub(crate) first: Span,
    pub(crate) last: Span,
}

impl Place {
    pub(crate) fn of(tokens: &impl ToTokens) -> Self {
        let here = Span::call_site();
        let (mut first, mut last) = (None, here);
        for token in tokens.to_token_stream() {
            first.get_or_insert(token.span());
            last = token.span();
        }
        Self {
            first: first.unwrap_or(here),
            last,
        }
    }

    /// `<ty as Shared>::item`
    pub(crate) fn item(self, krate: &Path, ty: &Type, item: &str) -> TokenStream {
        let open = quote_spanned!(self.first=> <);
        let item = Ident::new(item, self.last);
        quote_spanned!(self.first=> #open #ty as #krate::Shared>::#item)
    }

    /// `function(arguments)`
    pub(crate) fn call(self, function: &TokenStream, arguments: TokenStream) -> TokenStream {
        let mut arguments = Group::new(Delimiter::Parenthesis, arguments);
        arguments.set_span(self.last);
        quote_spanned!(self.first=> #function #arguments)
    }

    /// `Type { fields }`
    pub(crate) fn braces(self, ty: &TokenStream, fields: TokenStream) -> TokenStream {
        let mut fields = Group::new(Delimiter::Brace, fields);
        fields.set_span(self.last);
        quote_spanned!(self.first=> #ty #fields)
    }

    /// Reads a twin's field, by a name of the twin that has this place's hygiene, too: the type may
    /// come from a macro.
    pub(crate) fn read(
        self,
        twin: &TokenStream,
        field: &Ident,
        with: impl FnOnce(TokenStream) -> TokenStream,
    ) -> TokenStream {
        let here = Ident::new("__twin", self.first);
        let field = Ident::new(&field.to_string(), self.last);
        let read = quote_spanned!(self.first=> ::core::ptr::read);
        let value = self.call(&read, quote_spanned!(self.first=> &#here.#field));
        let value = with(value);
        quote!({
            let #here = &#twin;
            #value
        })
    }
}
