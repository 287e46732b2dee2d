//! Types of captures written: they are fields of the object, and methods stay methods.

use super::input::Input;
use super::object::marker;
use super::place::{Place, rewrite};
use super::prepared::prepare;
use super::walk;
use crate::mistakes::Mistakes;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use std::collections::BTreeSet;
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, FnArg, ImplItem, ReceiverKind, Type, TypeParamBound, parse_quote};

pub(super) fn expand(input: &Input, mistakes: &mut Mistakes) -> TokenStream {
    let captures = input.captures.iter().flat_map(|captures| &captures.list);
    let captures: Vec<_> = captures.collect();
    let mut types: Vec<Type> = captures
        .iter()
        .filter_map(|capture| capture.ty.clone())
        .collect();
    let mut bounds = Vec::new();
    for ty in &mut types {
        parameters(ty, &mut bounds);
    }
    for item in input.impls.iter().filter(|item| item.is_drop()) {
        mistakes.at(
            &item.path,
            "an object with written types can't implement `Drop`: leave out the types of the captures",
        );
    }
    let Some(mut prepared) = prepare(input, Some(types.iter_mut().collect())) else {
        return TokenStream::new();
    };
    let object = &mut prepared.object;
    object.hidden.extend(bounds);
    for (at, capture) in captures.iter().enumerate() {
        let ty = format_ident!("__Capture{at}", span = Span::call_site());
        object.parts.push((capture.name.clone(), ty));
    }
    let names: Vec<&Ident> = captures.iter().map(|capture| &capture.name).collect();
    let constant: Vec<&Ident> = captures
        .iter()
        .filter(|capture| capture.mutable.is_none())
        .map(|capture| &capture.name)
        .collect();
    let paths: Vec<_> = prepared.impls.iter().map(|one| &one.item.path).collect();
    let declaration = object.declaration(&paths);
    let bounded = object.bounded();
    let ty = object.ty(&types);
    let predicates = &object.predicates;
    let mut items = Vec::new();
    for one in &prepared.impls {
        let mut body = TokenStream::new();
        for item in &one.item.items {
            member(item, &names, &constant, mistakes).to_tokens(&mut body);
        }
        items.push(one.with(&bounded, &ty, predicates, &TokenStream::new(), &body));
    }
    let name = &object.name;
    let marker = marker();
    let new = Ident::new("__new", Span::call_site());
    let inits = captures.iter().map(|capture| match &capture.init {
        Some(init) => init.to_token_stream(),
        None => match input.places.of(&capture.name) {
            Some(place) => place.to_token_stream(),
            None => capture.name.to_token_stream(),
        },
    });
    let turbofish = object.turbofish(object.parts.len());
    quote! {{
        #declaration
        #(#items)*
        #[allow(clippy::mismatching_type_param_order)]
        impl<#bounded> #ty
        where #(#predicates,)*
        {
            #[allow(clippy::too_many_arguments)]
            fn #new(#(#names: #types),*) -> Self {
                Self { #(#names,)* #marker: ::core::marker::PhantomData }
            }
        }
        #name #turbofish::#new(#(#inits),*)
    }}
}

/// `impl Fn(u8)` as a capture's type: a parameter of the object.
fn parameters(ty: &mut Type, bounds: &mut Vec<(Ident, Vec<TypeParamBound>)>) {
    struct Parameters<'a>(&'a mut Vec<(Ident, Vec<TypeParamBound>)>);
    impl VisitMut for Parameters<'_> {
        fn visit_type_mut(&mut self, ty: &mut Type) {
            if let Type::ImplTrait(bounds) = ty {
                let name = format_ident!("__Type{}", self.0.len());
                self.0
                    .push((name.clone(), bounds.bounds.iter().cloned().collect()));
                *ty = parse_quote!(#name);
            } else {
                visit_mut::visit_type_mut(self, ty);
            }
        }
        fn visit_expr_mut(&mut self, _: &mut Expr) {}
    }
    Parameters(bounds).visit_type_mut(ty);
}

fn member(
    item: &ImplItem,
    names: &[&Ident],
    constant: &[&Ident],
    mistakes: &mut Mistakes,
) -> ImplItem {
    let ImplItem::Fn(method) = item else {
        return item.clone();
    };
    let mut method = method.clone();
    let mut body = Body::default();
    walk::method(&mut method.clone(), &mut body);
    for name in body
        .changed
        .iter()
        .filter(|name| constant.iter().any(|other| walk::same(other, name)))
    {
        let text =
            format!("cannot change `{name}`, as it is captured without `mut`: write `mut {name}`");
        mistakes.at(name, text);
    }
    let Some(FnArg::Receiver(receiver)) = method.sig.inputs.first_mut() else {
        return item.clone();
    };
    // A captured variable may be changed in any method that owns it.
    let owned = matches!(receiver.kind, ReceiverKind::Value | ReceiverKind::Typed(..));
    let uses = |name: &&Ident| body.used.contains(&walk::key(name));
    if owned && receiver.mutability.is_none() && names.iter().any(uses) {
        receiver.mutability = Some(syn::Token![mut](Span::mixed_site()));
        method.attrs.push(parse_quote!(#[allow(unused_mut)]));
    }
    let this = Ident::new("self", receiver.self_token.span);
    let places = names
        .iter()
        .map(|name| {
            let place = Place::Field(this.clone());
            (walk::key(name), ((*name).clone(), place))
        })
        .collect();
    rewrite(&mut method, &places, None);
    ImplItem::Fn(method)
}

/// What a body uses, and what it assigns to.
#[derive(Default)]
struct Body {
    used: BTreeSet<String>,
    changed: Vec<Ident>,
}

impl walk::Uses for Body {
    fn variable(&mut self, name: &Ident, _: walk::Use) -> Option<Expr> {
        self.used.insert(walk::key(name));
        None
    }
    fn changed(&mut self, name: &Ident) {
        self.changed.push(name.clone());
    }
}
