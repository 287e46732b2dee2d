//! What implementors of a function are told: the trait that they are compared with, its types, and the
//! macro that knows the symbol; and the implementor that stands in the façade, the default.

use super::class::Class;
use super::elided::elided;
use super::function::Function;
use crate::erase;
use crate::future;
use crate::generics::make_static;
use crate::signature::Signature;
use crate::template::tokens;
use proc_macro::{Ident, Span, TokenStream};

impl Function<'_> {
    /// What an implementor's signature is compared with.
    pub(super) fn hidden_trait(&self) -> TokenStream {
        let Signature {
            unsafety,
            name,
            generics,
            where_clause,
            ..
        } = &self.crossing;
        let clause = if where_clause.is_empty() {
            tokens!("where")
        } else {
            tokens!("#clause,", clause = where_clause)
        };
        tokens!(
            "#cfgs #[doc(hidden)] #[allow(non_camel_case_types, dead_code)]
             #visibility trait #implement_name {
                #unsafety #abi fn #name #generics (#parameters) #ret #clause Self: ::core::marker::Sized;
             }",
            cfgs = self.declaration.cfgs,
            visibility = self.head.visibility.0,
            implement_name = self.trait_name(),
            unsafety,
            abi = self.wire_abi(),
            name,
            generics = generics.angled(),
            parameters = self.wire_parameters(),
            ret = self.crossing.arrow(),
            clause,
        )
    }

    /// The same as types, for `#[implement] pub use`.
    pub(super) fn signature_impl(&self) -> TokenStream {
        let lf = &self.declaration.lf;
        let lifetimes = self.crossing.generics.lifetimes();
        let wire = self.wire_types();
        let args = wire.iter().rev().fold(tokens!("()"), |tail, ty| {
            let ty = elided(lf, &make_static(ty, &lifetimes));
            tokens!("(#ty, #tail)", ty, tail)
        });
        let ret = self.crossing.ret_type();
        let (binder, list) = (self.binder(), self.pointer_list());
        tokens!(
            "#cfgs impl #lf::__private::Signature for dyn #implement_name {
                const ID: ::core::primitive::u64 = #id;
                type Args = #args;
                type Ret = #ret;
                type Pointer = #binder #unsafety #abi fn(#list) #arrow;
            }",
            cfgs = self.declaration.cfgs,
            lf,
            implement_name = self.trait_name(),
            id = self.declaration.identity.hash(),
            args,
            ret = elided(lf, &make_static(&ret, &lifetimes)),
            binder,
            unsafety = self.crossing.unsafety,
            abi = self.crossing.abi,
            list,
            arrow = self.crossing.arrow(),
        )
    }

    /// `for<'a>`, before a pointer type.
    pub(super) fn binder(&self) -> TokenStream {
        let names: TokenStream = self
            .crossing
            .generics
            .0
            .iter()
            .map(|parameter| tokens!("#name,", name = parameter.name))
            .collect();
        if names.is_empty() {
            return TokenStream::new();
        }
        tokens!("for<#names>", names)
    }

    /// The types of its parameters.
    fn wire_types(&self) -> Vec<TokenStream> {
        self.crossing
            .parameters
            .iter()
            .zip(&self.erased)
            .map(|(parameter, erased)| erase::wire(&parameter.ty, erased.as_ref()))
            .collect()
    }

    pub(super) fn pointer_list(&self) -> TokenStream {
        let types = self.wire_types();
        types.iter().map(|ty| tokens!("#ty,", ty)).collect()
    }

    pub(super) fn implement_macro(&self, class: Class, symbol: &str) -> TokenStream {
        let arguments: TokenStream = (0..self.signature.parameters.len())
            .map(|n| {
                let [name, nth] = [format!("__linkface_{n}"), format!("Arg{n}")]
                    .map(|text| Ident::new(&text, Span::call_site()));
                tokens!("#name #nth", name, nth)
            })
            .collect();
        let abi = self
            .declaration
            .args
            .abi
            .as_ref()
            .map(|_| tokens!("extern \"C\""));
        let details = tokens!(
            "[#name {#unsafety} {#abi} (#arguments)]",
            name = self.signature.name,
            unsafety = self.signature.unsafety,
            abi,
            arguments
        );
        self.declaration
            .item_macro(class, Some(symbol), "fn", &details, None)
    }

    pub(super) fn default(&self, symbol: &str) -> TokenStream {
        let body = match &self.signature.body {
            Some(body) => tokens!("#body", body),
            None if self.is_dynamic() => self.panicking_body(),
            None => return TokenStream::new(),
        };
        let hidden = self.declaration.identity.hidden("default");
        // The user's own patterns, so that `mut x` and `(a, b)` mean what they say.
        let parameters: TokenStream = self
            .crossing
            .parameters
            .iter()
            .zip(&self.erased)
            .map(|(parameter, erased)| {
                let ty = erase::wire(&parameter.ty, erased.as_ref());
                match &self.signature.body {
                    Some(_) => tokens!("#pattern: #ty,", pattern = parameter.pattern, ty),
                    None => tokens!("_: #ty,", ty),
                }
            })
            .collect();
        let body = match &self.signature.asyncness {
            Some(_) if self.signature.body.is_some() => {
                let future = future::pin(&self.declaration.lf, &tokens!("async move #body", body));
                tokens!("{ #future }", future)
            }
            _ => body,
        };
        let function = tokens!(
            "#unsafety #abi fn #hidden #generics (#parameters) #ret #clause #body",
            unsafety = self.signature.unsafety,
            abi = self.wire_abi(),
            hidden,
            generics = self.crossing.generics.angled(),
            parameters,
            ret = self.crossing.arrow(),
            clause = self.signature.where_clause,
            body
        );
        tokens!(
            "#cfgs #lf::__private::default_fn! { #pull #symbol #hidden {#cfgs #function} }",
            cfgs = self.declaration.cfgs,
            lf = self.declaration.lf,
            pull = self
                .declaration
                .identity
                .symbol(linkface_symbol::Role::Pull),
            symbol,
            hidden,
            function
        )
    }
}
