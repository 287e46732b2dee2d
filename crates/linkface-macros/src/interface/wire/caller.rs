//! A method of the proxy, which calls the symbol.

use super::super::types::{Site, Types};
use super::{Crossing, Ret, WireMethod};
use crate::cursor::{Tokens, stream};
use crate::future;
use crate::template::tokens;
use proc_macro::{Ident, Span, TokenStream, TokenTree};

impl WireMethod {
    /// The method in the impl for the proxy: calls the symbol.
    pub(in crate::interface) fn caller(
        &self,
        symbol: &str,
        types: &mut Types,
        site: &Site<'_>,
    ) -> TokenStream {
        let (indices, ret) = self.indices(types, site);
        let declared = &self.declared;
        let names = declared.names();
        let mut head = TokenStream::new();
        let mut prepare = TokenStream::new();
        let mut wire = TokenStream::new();
        let mut arguments = TokenStream::new();
        for (n, parameter) in declared.parameters.iter().enumerate() {
            let Crossing { erased, ty, .. } = &self.parameters[n];
            let name = &names[n];
            let mutable = erased.as_ref().is_some_and(|erased| erased.mutable);
            if parameter.is_receiver {
                let tokens = without_mut(&parameter.tokens);
                head.extend(tokens!("#tokens,", tokens));
            } else {
                let binding = if mutable {
                    tokens!("mut #name", name)
                } else {
                    tokens!("#name", name)
                };
                head.extend(tokens!("#binding: #ty,", binding, ty = parameter.ty));
            }
            if let Some(erased) = erased {
                prepare.extend(erased.prepare.clone());
                // A statement of its own: what is borrowed here has to live until the call is over.
                prepare.extend(tokens!(
                    "let #name: #ty = #pass;",
                    name,
                    ty,
                    pass = erased.pass
                ));
            }
            let argument = tokens!("#name", name);
            let wire_ty = site.ty(indices[n]);
            let wire_name = Ident::new(&format!("a{n}"), Span::call_site());
            wire.extend(tokens!("#wire_name: #wire_ty,", wire_name, wire_ty));
            arguments.extend(if super::super::elided::is_plain_primitive(ty) {
                tokens!("#argument,", argument)
            } else {
                tokens!(
                    "::core::mem::transmute::<_, #wire_ty>(#argument),",
                    wire_ty,
                    argument
                )
            });
        }
        let wire_ret = site.ty(ret);
        let call = tokens!("__linkface_call(#arguments)", arguments);
        let call = if matches!(self.ret, Ret::Never)
            || super::super::elided::is_plain_primitive(&self.crossing.ret_type())
        {
            call
        } else {
            let ret = match &self.ret {
                // Awaited, not returned: nothing else says what it is.
                Ret::Future => stream(&future::with_placeholder(&self.crossing.ret)),
                _ => tokens!("_"),
            };
            tokens!(
                "::core::mem::transmute::<#wire_ret, #ret>(#call)",
                wire_ret,
                ret,
                call
            )
        };
        let abi = if declared.abi.is_empty() {
            tokens!("extern \"Rust\"")
        } else {
            stream(&declared.abi)
        };
        tokens!(
            "#inline
             #[allow(deprecated, clippy::all, clippy::pedantic)]
             #asyncness #unsafety #abi fn #name #generics (#head) #ret #clause {
                #prepare
                #[allow(clashing_extern_declarations, improper_ctypes)]
                unsafe #extern_abi {
                    #[link_name = #symbol]
                    fn __linkface_call(#wire) -> #wire_ret;
                }
                // SAFETY: the implementor's shim has these very types. Transmuting only makes
                // lifetimes 'static, which the shim, knowing no more, can but pass on.
                unsafe { #call } #wait
             }",
            inline = site.inline,
            asyncness = declared.asyncness,
            wait = declared.asyncness.as_ref().map(|_| tokens!(".await")),
            unsafety = declared.unsafety,
            abi = declared.abi,
            name = declared.name,
            generics = declared.generics.angled(),
            head,
            ret = declared.arrow(),
            clause = declared.where_clause,
            prepare,
            extern_abi = abi,
            symbol,
            wire,
            wire_ret,
            call
        )
    }
}

pub(in crate::interface) fn without_mut(receiver: &Tokens) -> TokenStream {
    match &receiver[..] {
        [TokenTree::Ident(word), rest @ ..] if word.to_string() == "mut" => {
            rest.iter().cloned().collect()
        }
        all => all.iter().cloned().collect(),
    }
}
