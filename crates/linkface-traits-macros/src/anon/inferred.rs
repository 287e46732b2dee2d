//! Types of captures inferred: each method is a closure over a tuple of the captured variables.

use super::captures::By;
use super::closure::Closure;
use super::input::Input;
use super::object::{lints, marker};
use super::place::{Captured, Place, rewrite};
use super::prepared::{OneImpl, Prepared, prepare};
use super::reading::{Reason, closure};
use super::receiver::{Class, Reach};
use super::state::{Variable, variables};
use super::walk;
use crate::mistakes::Mistakes;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::{ImplItem, ImplItemFn};

/// A member of the impl.
enum Member<'a> {
    /// As it stands.
    Plain(&'a ImplItem),
    Closure(Box<Closure>),
}

/// Why a method with captures can't be a closure, and the method.
struct Refused<'a> {
    method: &'a ImplItemFn,
    names: Vec<Ident>,
    reasons: Vec<Reason>,
}

pub(super) fn expand(input: &Input, attribute: bool, mistakes: &mut Mistakes) -> TokenStream {
    let Some(mut prepared) = prepare(input, None) else {
        return TokenStream::new();
    };
    let impls = std::mem::take(&mut prepared.impls);
    let mut refused = Vec::new();
    let mut at = 0;
    let mut members: Vec<Vec<Member<'_>>> = Vec::new();
    for one in &impls {
        let items = one.item.items.iter().map(|item| {
            member(item, &prepared, &mut at, &mut refused)
                .map_or(Member::Plain(item), Member::Closure)
        });
        members.push(items.collect());
    }
    let closures = members.iter().flatten().filter_map(|member| match member {
        Member::Closure(closure) => Some(&**closure),
        Member::Plain(_) => None,
    });
    let closures: Vec<&Closure> = closures.collect();
    let state = variables(input, &closures, mistakes);
    refuse(input, attribute, &state, &refused, mistakes);
    let pieces = pieces(input, &impls, &members, &state, &mut prepared);
    if impls.iter().any(|one| one.item.is_drop()) {
        let (bounds, predicates) = (&pieces.bounds, &prepared.object.predicates);
        prepared.object.demanded = Some(quote!(#(#predicates,)* #(#bounds,)*));
    }
    assemble(&impls, &state, &prepared, &pieces)
}

/// What the methods come to.
#[derive(Default)]
struct Pieces {
    /// Of the closures' type parameters.
    bounds: Vec<TokenStream>,
    /// The closures.
    values: Vec<TokenStream>,
    /// The impls' insides.
    bodies: Vec<TokenStream>,
    /// Whether a method takes `Pin<&mut Self>`.
    pinned: bool,
}

fn pieces(
    input: &Input,
    impls: &[OneImpl],
    members: &[Vec<Member<'_>>],
    state: &[Variable],
    prepared: &mut Prepared,
) -> Pieces {
    let captures = Ident::new("__captures", Span::call_site());
    let held = Ident::new("__Captures", Span::call_site());
    let object = &mut prepared.object;
    object.parts.push((captures.clone(), held.clone()));
    let mut pieces = Pieces::default();
    for (one, members) in impls.iter().zip(members) {
        let (about_code, _) = lints(&one.item.attrs);
        let universal = one.universal();
        let mut body = TokenStream::new();
        for member in members {
            let closure = match member {
                Member::Plain(item) => {
                    item.to_tokens(&mut body);
                    continue;
                }
                Member::Closure(closure) => closure,
            };
            let at = pieces.values.len();
            let field = format_ident!("__{}", at, span = Span::call_site());
            let ty = format_ident!("__Method{}", at, span = Span::call_site());
            let bound = closure.bound(&held, &universal);
            pieces.bounds.push(quote!(#ty: #bound));
            pieces.pinned |= closure.taken.reach == Reach::PinMut;
            body.extend(closure.forward(&captures, &field));
            object.hidden.extend(closure.opaque.iter().cloned());
            let mut method = closure.method.clone();
            let places = places(input, state, closure.taken.class);
            rewrite(&mut method, &places, Some(&prepared.selfless));
            pieces.values.push(closure.expression(
                &method,
                &pattern(state, closure),
                input.move_token.is_some(),
                &about_code,
            ));
            object.parts.push((field, ty));
        }
        pieces.bodies.push(body);
    }
    pieces
}

fn assemble(
    impls: &[OneImpl],
    state: &[Variable],
    prepared: &Prepared,
    pieces: &Pieces,
) -> TokenStream {
    let Prepared {
        object, selfless, ..
    } = prepared;
    let Pieces { bounds, values, .. } = pieces;
    let paths: Vec<_> = impls.iter().map(|one| &one.item.path).collect();
    let declaration = object.declaration(&paths);
    let constants = selfless.constants();
    let bounded = object.bounded();
    let (fields, types): (Vec<_>, Vec<_>) = object.parts.iter().cloned().unzip();
    let ty = object.ty(&types);
    let predicates = &object.predicates;
    // `Pin<&mut Self>` gives out the captures only if they may move.
    let unpin = pieces
        .pinned
        .then(|| quote!(#(#types: ::core::marker::Unpin,)*));
    let items = impls.iter().zip(&pieces.bodies).map(|(one, body)| {
        let bounds = quote!(#(#bounds,)* #unpin);
        one.with(
            &quote!(#bounded #(#types),*),
            &ty,
            predicates,
            &bounds,
            body,
        )
    });
    let marker = marker();
    let name = &object.name;
    let new = Ident::new("__new", Span::call_site());
    let inits = state.iter().map(|variable| &variable.init);
    let turbofish = object.turbofish(types.len());
    quote! {{
        #declaration
        #(#items)*
        #constants
        #[allow(clippy::mismatching_type_param_order)]
        impl<#bounded #(#types),*> #ty
        where #(#predicates,)* #(#bounds,)*
        {
            #[allow(clippy::too_many_arguments)]
            fn #new(#(#fields: #types),*) -> Self {
                Self { #(#fields,)* #marker: ::core::marker::PhantomData }
            }
        }
        #name #turbofish::#new((#(#inits,)*), #(#values),*)
    }}
}

/// What a member becomes; `None` for those that stay as they are.
fn member<'a>(
    item: &'a ImplItem,
    prepared: &Prepared,
    at: &mut usize,
    refused: &mut Vec<Refused<'a>>,
) -> Option<Box<Closure>> {
    let ImplItem::Fn(method) = item else {
        return None;
    };
    let (found, result) = closure(method, &prepared.selfless, *at);
    *at += 1;
    match result {
        Ok(mut closure) => {
            closure.found = found;
            Some(closure)
        }
        Err(reasons) => {
            if !reasons.is_empty() {
                refused.push(Refused {
                    method,
                    names: found.values,
                    reasons,
                });
            }
            None
        }
    }
}

/// Methods that use captures and can't be closures.
fn refuse(
    input: &Input,
    attribute: bool,
    state: &[Variable],
    refused: &[Refused<'_>],
    mistakes: &mut Mistakes,
) {
    let listed = input.captures.is_some();
    let uses = |refused: &Refused<'_>| -> Vec<Ident> {
        let held = |name: &&Ident| !listed || state.iter().any(|held| walk::same(&held.name, name));
        refused.names.iter().filter(held).cloned().collect()
    };
    let mut names: Vec<String> = state.iter().map(|held| held.name.to_string()).collect();
    for name in refused.iter().flat_map(uses) {
        if !names.contains(&name.to_string()) {
            names.push(name.to_string());
        }
    }
    let list: Vec<String> = names.iter().map(|name| format!("{name}: Type")).collect();
    let list = list.join(", ");
    let (hint, outer) = if attribute {
        (format!("#[anon({list})]"), "#[anon(this = self)]")
    } else {
        (format!("for [{list}]"), "for [this = self]")
    };
    for refused in refused {
        let uses = uses(refused);
        let Some(first) = uses.first() else { continue };
        let method = &refused.method.sig.ident;
        for Reason(token, why) in &refused.reasons {
            let outer = if token.to_string() == "self" {
                format!(
                    "; if the `self` around the impl is meant, capture it by another name: `{outer}`"
                )
            } else {
                String::new()
            };
            mistakes.at(
                token,
                format!(
                    "{why}: `{method}` captures `{first}`, whose type is inferred, so it is a closure\n\
                     write the types of the captures: `{hint}`{outer}"
                ),
            );
        }
    }
}

/// Where each variable is in the body of a closure.
fn places(input: &Input, state: &[Variable], class: Class) -> Captured {
    let place = |variable: &Variable| match (variable.by, class) {
        (By::Value, Class::Owned) => Place::Itself,
        _ => Place::Behind,
    };
    let outside = input.places.0.iter();
    let outside = outside.map(|(name, place)| (name, Place::Outside(place.clone())));
    let held = state.iter().map(|held| (&held.name, place(held)));
    let all = outside.chain(held);
    all.map(|(name, place)| (walk::key(name), (name.clone(), place)))
        .collect()
}

/// Binds the variables that the object holds, also those that the body doesn't seem to use: a macro in it
/// may, and would get at the variable outside, which is another one by then.
fn pattern(state: &[Variable], closure: &Closure) -> TokenStream {
    let class = closure.taken.class;
    let own = walk::parameters(&closure.method);
    let binds = |held: &Variable| !own.contains(&walk::key(&held.name));
    if !state.iter().any(binds) {
        return quote!(_);
    }
    let parts = state.iter().map(|held| {
        let name = &held.name;
        if !binds(held) {
            return quote!(_);
        }
        match (held.by, class) {
            (By::Value, Class::Shared) => quote!(ref #name),
            (By::Value, Class::Mut) => quote!(ref mut #name),
            (By::Value, Class::Owned) => quote!(mut #name),
            (By::RefMut, Class::Shared) => quote!(&mut ref #name),
            (By::RefMut, Class::Mut) => quote!(&mut ref mut #name),
            (By::Ref, _) | (By::RefMut, Class::Owned) => quote!(#name),
        }
    });
    let pattern = match class {
        Class::Shared => quote!(&(#(#parts,)*)),
        Class::Mut => quote!(&mut (#(#parts,)*)),
        Class::Owned => quote!((#(#parts,)*)),
    };
    quote!(#[allow(unused_variables, unused_mut)] #pattern)
}
