//! What both expansions need: who declares which lifetime, what `Self::Item` is, the object's parameters.

use super::free::{free, mentions};
use super::input::{AnonImpl, Input};
use super::lifetimes::{Named, name_elided};
use super::object::Object;
use super::receiver::{Class, taken};
use super::selfless::{Selfless, mentions_self};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};
use std::collections::BTreeSet;
use syn::visit;
use syn::visit_mut::{self, VisitMut};
use syn::{
    ConstParam, GenericParam, Generics, ImplItem, Lifetime, ReturnType, Type, TypeParam,
    WherePredicate, parse_quote,
};

pub(super) struct Prepared {
    pub impls: Vec<OneImpl>,
    pub object: Object,
    pub selfless: Selfless,
}

pub(super) struct OneImpl {
    pub item: AnonImpl,
    /// What the impl is for all of, as it declares it: lifetimes, and other parameters where captures have
    /// types.
    pub universal: Vec<GenericParam>,
    /// What it says about them, and about `Self`: `where Self: Send`.
    pub predicates: Vec<WherePredicate>,
}

impl OneImpl {
    pub(super) fn universal(&self) -> BTreeSet<Lifetime> {
        let lifetimes = self.universal.iter().filter_map(|param| match param {
            GenericParam::Lifetime(param) => Some(param.lifetime.clone()),
            _ => None,
        });
        lifetimes.collect()
    }
}

impl OneImpl {
    /// The impl, for `ty`, with `body` for its inside.
    pub(super) fn with(
        &self,
        parameters: &TokenStream,
        ty: &TokenStream,
        predicates: &[WherePredicate],
        bounds: &TokenStream,
        body: &TokenStream,
    ) -> TokenStream {
        let AnonImpl {
            attrs,
            unsafety,
            impl_token,
            path,
            for_token,
            ..
        } = &self.item;
        let own = &self.predicates;
        let (lifetimes, others): (Vec<_>, Vec<_>) = self
            .universal
            .iter()
            .partition(|param| matches!(param, GenericParam::Lifetime(_)));
        // That an object can be copied is no promise of the user's.
        let mut tokens = quote! {
            #(#attrs)*
            #[allow(clippy::copy_iterator, clippy::mismatching_type_param_order)]
            #unsafety #impl_token<#(#lifetimes,)* #parameters #(#others),*> #path #for_token #ty
            where #(#predicates,)* #(#own,)* #bounds
        };
        self.item
            .brace_token
            .surround(&mut tokens, |tokens| tokens.extend(body.clone()));
        tokens
    }
}

/// Makes up lifetimes.
#[derive(Default)]
pub(super) struct Fresh(Vec<Lifetime>);

impl Fresh {
    pub(super) fn next(&mut self, span: Span) -> Lifetime {
        let span = Span::mixed_site().located_at(span);
        let name = Lifetime::new(&format!("'__{}", self.0.len()), span);
        self.0.push(name.clone());
        name
    }
}

/// `held` are the types of annotated captures; without, types are inferred.
pub(super) fn prepare(input: &Input, mut held: Option<Vec<&mut Type>>) -> Option<Prepared> {
    let mut object = Object::new(&input.impls.first()?.path);
    object.changes = input.impls.iter().any(changes);
    let mut selfless = Selfless::default();
    let mut fresh = Fresh::default();
    let mut impls: Vec<AnonImpl> = input.impls.clone();
    for ty in held.iter_mut().flatten() {
        name_elided(ty, |span| fresh.next(span));
    }
    for item in impls.iter_mut().flat_map(|item| &mut item.items) {
        match item {
            ImplItem::Type(item) => {
                name_elided(&mut item.ty, |span| fresh.next(span));
                if held.is_none() {
                    infer(&mut item.ty, &mut object, &mut selfless);
                }
                selfless.add_type(item);
            }
            ImplItem::Const(item) => selfless.add_constant(item),
            _ => {}
        }
    }
    let mut outer: BTreeSet<Lifetime> = BTreeSet::new();
    outer.extend(fresh.0);
    for ty in held.iter().flatten() {
        outer.extend(Named::in_type(ty).undeclared());
    }
    let free = held
        .as_ref()
        .map_or_else(BTreeSet::new, |held| free(&impls, held));
    let impls = impls
        .into_iter()
        .map(|item| {
            let universal = universal(&item, &selfless, held.is_some(), &outer);
            for lifetime in named(&item) {
                let declared = declares(&item.generics, &lifetime);
                if !declared || !universal.contains(&lifetime) {
                    outer.insert(lifetime);
                }
            }
            declare(item, &universal, &free, &selfless, &mut object)
        })
        .collect();
    selfless.lifetimes.clone_from(&outer);
    object.lifetimes = outer.into_iter().collect();
    Some(Prepared {
        impls,
        object,
        selfless,
    })
}

/// All lifetimes that an impl's head and its items' signatures take from around them.
fn named(item: &AnonImpl) -> BTreeSet<Lifetime> {
    let mut all = Named::in_generics(&item.generics).used;
    all.extend(Named::in_path(&item.path).undeclared());
    for item in &item.items {
        all.extend(Named::in_item(item).undeclared());
    }
    all.retain(|lifetime| lifetime.ident != "static" && lifetime.ident != "_");
    all
}

fn declares(generics: &Generics, lifetime: &Lifetime) -> bool {
    generics
        .lifetimes()
        .any(|param| param.lifetime == *lifetime)
}

/// Which of an impl's lifetimes it is for all of: those of the trait, unless the object holds them or a
/// method returns what it didn't take.
fn universal(
    item: &AnonImpl,
    selfless: &Selfless,
    annotated: bool,
    held: &BTreeSet<Lifetime>,
) -> BTreeSet<Lifetime> {
    let in_path = Named::in_path(&item.path).used;
    let returned_only = |lifetime: &Lifetime| {
        item.items.iter().any(|item| {
            let ImplItem::Fn(method) = item else {
                return false;
            };
            let mut taken = method.sig.clone();
            taken.output = ReturnType::Default;
            let taken = Named::in_signature(&taken).used;
            let ReturnType::Type(_, output) = &method.sig.output else {
                return false;
            };
            let mut output = (**output).clone();
            selfless.ty(&mut output);
            let returned = Named::in_type(&output).used;
            returned.contains(lifetime) && !taken.contains(lifetime)
        })
    };
    item.generics
        .lifetimes()
        .map(|param| param.lifetime.clone())
        .filter(|lifetime| in_path.contains(lifetime) && !held.contains(lifetime))
        .filter(|lifetime| annotated || !returned_only(lifetime))
        .collect()
}

/// Takes the parameters out of an impl: the object's become the object's.
fn declare(
    item: AnonImpl,
    universal: &BTreeSet<Lifetime>,
    free: &BTreeSet<Ident>,
    selfless: &Selfless,
    object: &mut Object,
) -> OneImpl {
    let mut own = Vec::new();
    let mut predicates = Vec::new();
    for param in &item.generics.params {
        match param {
            GenericParam::Lifetime(lifetime) => {
                if universal.contains(&lifetime.lifetime) {
                    own.push(param.clone());
                } else if !lifetime.bounds.is_empty() {
                    let (name, bounds) = (&lifetime.lifetime, &lifetime.bounds);
                    object.predicates.push(parse_quote!(#name: #bounds));
                }
            }
            GenericParam::Type(TypeParam { ident, .. })
            | GenericParam::Const(ConstParam { ident, .. })
                if free.contains(ident) =>
            {
                own.push(param.clone());
            }
            GenericParam::Type(param) => {
                // `T: 'a` for an `'a` of the impl is the impl's, as the object knows no such `'a`.
                let mut param = param.clone();
                let (own, rest) = param.bounds.into_iter().partition::<Vec<_>, _>(|bound| {
                    let used =
                        Named::of(|named| visit::Visit::visit_type_param_bound(named, bound));
                    !used.used.is_disjoint(universal)
                });
                param.bounds = rest.into_iter().collect();
                if !own.is_empty() {
                    let name = &param.ident;
                    predicates.push(parse_quote!(#name: #(#own)+*));
                }
                object.declare(&GenericParam::Type(param));
            }
            param @ GenericParam::Const(_) => object.declare(param),
        }
    }
    let written = item.generics.where_clause.iter();
    for predicate in written.flat_map(|clause| &clause.predicates) {
        let mut predicate = predicate.clone();
        if let WherePredicate::Type(predicate) = &mut predicate {
            selfless.ty(&mut predicate.bounded_ty);
        }
        let used = Named::of(|named| visit::Visit::visit_where_predicate(named, &predicate)).used;
        let own = match &predicate {
            WherePredicate::Type(predicate) => mentions_self(&predicate.bounded_ty).is_some(),
            _ => false,
        };
        if own || !used.is_disjoint(universal) || mentions(&predicate, free) {
            predicates.push(predicate);
        } else {
            object.predicates.push(predicate);
        }
    }
    OneImpl {
        item,
        universal: own,
        predicates,
    }
}

/// Whether a method has `&mut self`.
fn changes(item: &AnonImpl) -> bool {
    item.items.iter().any(|item| {
        let ImplItem::Fn(method) = item else {
            return false;
        };
        let receiver = method.sig.receiver().and_then(taken);
        receiver.is_some_and(|taken| taken.class == Class::Mut)
    })
}

/// Makes a parameter of each `_` in `type Item = _;`: what it is, the bodies say.
fn infer(ty: &mut Type, object: &mut Object, selfless: &mut Selfless) {
    struct Infer<'a>(
        &'a mut Vec<(Ident, Vec<syn::TypeParamBound>)>,
        &'a mut BTreeSet<Ident>,
    );
    impl VisitMut for Infer<'_> {
        fn visit_type_mut(&mut self, ty: &mut Type) {
            if let Type::Infer(_) = ty {
                let name = format_ident!("__Inferred{}", self.0.len());
                self.0.push((name.clone(), Vec::new()));
                self.1.insert(name.clone());
                *ty = parse_quote!(#name);
            } else {
                visit_mut::visit_type_mut(self, ty);
            }
        }
    }
    Infer(&mut object.hidden, &mut selfless.inferred).visit_type_mut(ty);
}
