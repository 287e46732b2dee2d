//! What stands between the symbol and the implementor's method.

use super::super::types::{Site, Types};
use super::{Ret, WireMethod};
use crate::cursor::mentions;
use crate::future;
use crate::template::tokens;
use proc_macro::{Ident, Span, TokenStream, TokenTree};

impl WireMethod {
    /// The generic function in the façade that calls the implementor.
    pub(in crate::interface) fn glue_fn(
        &self,
        path: &TokenStream,
        bound: &TokenStream,
        types: &mut Types,
        site: &Site<'_>,
    ) -> TokenStream {
        let (indices, ret) = self.indices(types, site);
        let names = site.names();
        let name = |n: usize| Ident::new(&format!("a{n}"), Span::call_site());
        let mut parameters = TokenStream::new();
        let mut arguments = TokenStream::new();
        let mut shortened = TokenStream::new();
        for (n, parameter) in self.parameters.iter().enumerate() {
            let a = name(n);
            parameters.extend(tokens!("#a: #ty,", a, ty = site.ty(indices[n])));
            if let Some(erased) = &parameter.erased {
                let is_mut = erased
                    .ty
                    .clone()
                    .into_iter()
                    .take_while(|token| !matches!(token, TokenTree::Group(_)))
                    .any(|token| token.to_string() == "mut");
                let shorten = if is_mut { "shorten_mut" } else { "shorten" };
                shortened.extend(tokens!(
                    "let #a = #lf::__private::#shorten(#a, &call);",
                    a,
                    lf = site.lf,
                    shorten = Ident::new(shorten, Span::call_site())
                ));
            }
            let value = tokens!("#a", a);
            let value = parameter.shape.to_implementor(&value, &names);
            let value = match &self.crossing.parameters[n].ty[..] {
                // `&mut impl Bound` is generic over a sized type: the reference itself.
                [TokenTree::Punct(_), behind @ ..]
                    if parameter.erased.is_some() && mentions(behind, "impl").is_some() =>
                {
                    if matches!(&behind[0], TokenTree::Ident(word) if word.to_string() == "mut") {
                        tokens!("&mut {#value}", value)
                    } else {
                        tokens!("&{#value}", value)
                    }
                }
                _ => value,
            };
            arguments.extend(tokens!("#value,", value));
        }
        let method = &self.crossing.name;
        let call = tokens!(
            "<__T as #path>::#method(#arguments)",
            path,
            method,
            arguments
        );
        let body = match &self.ret {
            Ret::Never => call,
            Ret::Future => future::pin(site.lf, &call),
            Ret::Shape(shape) => {
                let value = tokens!("__linkface_returned");
                let converted = shape.to_proxy(&value, &names);
                tokens!("let #value = #call; #converted", value, call, converted)
            }
            Ret::SelfMut => {
                // The receiver is lent to the method and handed out again.
                let mut others = TokenStream::new();
                for (n, parameter) in self.parameters.iter().enumerate().skip(1) {
                    let name = name(n);
                    let value = parameter
                        .shape
                        .to_implementor(&tokens!("#name", name), &names);
                    others.extend(tokens!("#value,", value));
                }
                tokens!(
                    "let returned = #lf::__private::Returned::from(a0);
                     returned.check(<__T as #path>::#method(returned.lend::<__T>(), #others), #text)",
                    lf = site.lf, path, method, others,
                    text = method.to_string()
                )
            }
        };
        tokens!(
            "#[doc(hidden)] #[inline(always)]
             #[allow(deprecated, unused_unsafe, clippy::all, clippy::pedantic)]
             pub unsafe fn #glue<__T: #bound + 'static>(#parameters) -> #ret {
                let call = ();
                #shortened
                // SAFETY: the caller: every proxy here holds a `__T`.
                unsafe { #body }
             }",
            glue = self.glue(),
            bound,
            parameters,
            ret = site.ty(ret),
            shortened,
            body
        )
    }
}
