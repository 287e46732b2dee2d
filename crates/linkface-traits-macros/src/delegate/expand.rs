//! The impl of a trait.

use super::call::{Refusal, Site};
use super::input::Delegation;
use super::member::{Declared, Member};
use super::method::Method;
use super::placeholder::placeholder;
use super::plan::Plan;
use super::substitute::Substitution;
use super::target::{Names, Source, Use};
use crate::mistakes::Mistakes;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{
    Ident, ItemImpl, ItemTrait, TraitItem, TraitItemConst, TraitItemFn, TraitItemType, Visibility,
};

/// An impl whose trait has told how it is declared.
///
/// `failed`: a mistake was reported already.
pub(super) fn told(declared: ItemTrait, mut delegation: Delegation, failed: bool) -> TokenStream {
    let mut mistakes = Mistakes::default();
    check_visibility(&delegation, &mut mistakes);
    let substitution = Substitution::of_impl(&declared, &mut delegation.item, &mut mistakes);
    let of = format!("`{}`", declared.ident);
    let members: Vec<Declared> = declared
        .items
        .into_iter()
        .map(|mut member| {
            substitution.member(&mut member, &delegation.item.generics);
            Declared {
                visibility: Visibility::Inherited,
                member,
            }
        })
        .collect();
    let Delegation { item, uses, .. } = delegation;
    implement(item, &uses, &members, &of, (mistakes, failed))
}

/// An impl that declares what it delegates.
pub(super) fn declared(mut delegation: Delegation) -> TokenStream {
    let mut mistakes = std::mem::take(&mut delegation.mistakes);
    check_visibility(&delegation, &mut mistakes);
    let Delegation {
        item,
        uses,
        declared,
        ..
    } = delegation;
    implement(item, &uses, &declared, HERE, (mistakes, false))
}

/// A trait's methods are as visible as the trait.
fn check_visibility(delegation: &Delegation, mistakes: &mut Mistakes) {
    let uses = delegation.uses.iter().map(|it| &it.visibility);
    let declared = delegation.declared.iter().map(|it| &it.visibility);
    for visibility in uses.chain(declared) {
        if !matches!(visibility, Visibility::Inherited) {
            mistakes.at(
                visibility,
                "a method of a trait is as visible as the trait: leave this out",
            );
        }
    }
}

/// Whose members they are if the impl declares them.
pub(super) const HERE: &str = "this impl";

pub(super) fn implement(
    mut item: ItemImpl,
    uses: &[Use],
    members: &[Declared],
    of: &str,
    (mut mistakes, failed): (Mistakes, bool),
) -> TokenStream {
    let plan = Plan::of(&item, uses, members, of, &mut mistakes);
    let site = Site {
        item: &item,
        of: item.trait_.as_ref().map(|(path, _)| path),
        here: of == HERE,
    };
    let mut written = Vec::new();
    let mut untyped = Untyped::default();
    for (member, it, otherwise) in &plan.delegated {
        match site.member(member, it) {
            Ok(Some(tokens)) => written.push(quote!(#otherwise #tokens)),
            Ok(None) => {}
            Err(refusal) => {
                match refusal {
                    Refusal::Words(text) => mistakes.add(syn::Error::new(it.span(), text)),
                    Refusal::NeedsType => untyped.add(it, &member.member),
                }
                written.push(placeholder(&member.member));
            }
        }
    }
    untyped.report(&mut mistakes);
    for member in &plan.wrong {
        written.push(placeholder(&member.member));
    }
    for member in &plan.rest {
        let Some(name) = Member::name(&member.member) else {
            continue;
        };
        if site.here {
            mistakes.at(
                name,
                format!(
                    "nothing says what `{name}` is delegated to: add `use path::{name};`, or write \
                     it out"
                ),
            );
        }
        if (failed || !mistakes.is_empty()) && !Member::has_default(&member.member) {
            // So that nothing is missing besides what is wrong.
            written.push(placeholder(&member.member));
        }
    }
    item.items
        .extend(written.into_iter().map(syn::ImplItem::Verbatim));
    let mistakes = mistakes.report();
    quote!(#item #mistakes)
}

impl Site<'_> {
    /// A member, delegated; none if it is left to its default.
    fn member(&self, declared: &Declared, it: &Use) -> Result<Option<TokenStream>, Refusal> {
        let Declared { visibility, member } = declared;
        let tokens = match member {
            TraitItem::Fn(item) => self.method(visibility, item, it)?,
            TraitItem::Const(item) => Some(self.constant(visibility, item, it)?),
            TraitItem::Type(item) => Some(self.ty(item, it)?),
            _ => None,
        };
        let attributes = attributes(member, it, self.here);
        Ok(tokens.map(|tokens| quote!(#attributes #tokens)))
    }

    fn method(
        &self,
        visibility: &Visibility,
        item: &TraitItemFn,
        it: &Use,
    ) -> Result<Option<TokenStream>, Refusal> {
        let mut method = Method::new(item.sig.clone(), it.span());
        if matches!((&it.source, &it.names), (Source::Place(_), Names::All(_)))
            && method.mentions_self_type()
        {
            let name = &item.sig.ident;
            // What only works on the whole, like `fn by_ref(&mut self) -> &mut Self`.
            return if item.default.is_some() {
                Ok(None)
            } else {
                Err(Refusal::Words(format!(
                    "`{name}` has `Self` in its signature, which is another type for the field: \
                     write `fn {name}` out"
                )))
            };
        }
        let body = self.body(&method, it)?;
        // Of several futures one more has to be made.
        if !matches!(&it.source, Source::Place(place) if place.variants.is_some()) {
            method.without_async();
        }
        let method = method.with_body(it.span(), &body);
        Ok(Some(quote!(#visibility #method)))
    }

    fn constant(
        &self,
        visibility: &Visibility,
        item: &TraitItemConst,
        it: &Use,
    ) -> Result<TokenStream, Refusal> {
        let (name, ty) = (&item.ident, &item.ty);
        let value = self.item_path(name, it)?;
        Ok(quote!(#visibility const #name: #ty = #value;))
    }

    fn ty(&self, item: &TraitItemType, it: &Use) -> Result<TokenStream, Refusal> {
        let name = &item.ident;
        let value = self.item_path(name, it)?;
        let mut generics = item.generics.clone();
        let clause = generics.where_clause.take();
        let (_, arguments, _) = generics.split_for_impl();
        Ok(quote!(type #name #generics = #value #arguments #clause;))
    }

    /// A constant or a type of what is delegated to.
    fn item_path(&self, name: &Ident, it: &Use) -> Result<TokenStream, Refusal> {
        match (&it.source, &it.names) {
            (Source::Path(path), Names::One { .. }) => Ok(path.to_token_stream()),
            (Source::Path(path), Names::All(_)) => Ok(self.item_of(path, name, false)),
            (Source::Place(place), names) => {
                let used = match names {
                    Names::One { name, .. } => name,
                    Names::All(_) => name,
                };
                match (&place.ty, place.of.as_ref().or(self.of)) {
                    (Some(ty), Some(of)) => Ok(quote!(<#ty as #of>::#used)),
                    (Some(ty), None) => Ok(quote!(<#ty>::#used)),
                    (None, _) => Err(Refusal::NeedsType),
                }
            }
        }
    }
}

/// What lacks a type, for each `use`.
#[derive(Default)]
struct Untyped<'a>(Vec<(&'a Use, Vec<&'a Ident>)>);

impl<'a> Untyped<'a> {
    fn add(&mut self, it: &'a Use, member: &'a TraitItem) {
        let name = Member::name(member);
        match self
            .0
            .iter_mut()
            .find(|(other, _)| std::ptr::eq(*other, it))
        {
            Some((_, names)) => names.extend(name),
            None => self.0.push((it, name.into_iter().collect())),
        }
    }

    fn report(self, mistakes: &mut Mistakes) {
        for (it, names) in self.0 {
            let what = match &it.names {
                Names::All(_) => "*".to_owned(),
                Names::One { name, .. } => name.to_string(),
            };
            let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
            let (verb, by_hand) = match names.len() {
                1 => ("has", "it"),
                _ => ("have", "them"),
            };
            let text = format!(
                "{} {verb} no `self` to find the field's type by: write \
                 `use ({} as Type).{what};`, or write {by_hand} out",
                names.join(", "),
                it.place()
            );
            mistakes.add(syn::Error::new(it.span(), text));
        }
    }
}

impl Substitution {
    /// A told member, in the impl's words.
    fn member(&self, member: &mut TraitItem, around: &syn::Generics) {
        match member {
            TraitItem::Fn(item) => self.signature(&mut item.sig, around),
            TraitItem::Const(item) => self.ty(&mut item.ty),
            TraitItem::Type(item) => self.generics(&mut item.generics),
            _ => {}
        }
    }
}

/// How a signature is written is the matter of where it was written.
pub(super) struct Quiet;

impl ToTokens for Quiet {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(quote!(#[allow(clippy::all, clippy::pedantic, clippy::nursery)]));
    }
}

/// The attributes of a member. Those of a trait's own are the trait's matter; those that stand `here`,
/// in the impl, are meant for it.
fn attributes(member: &TraitItem, it: &Use, here: bool) -> TokenStream {
    let declared = Member::attributes(member);
    let own = &it.attributes;
    let is = |name: &str| {
        let mut all = own.iter().chain(declared.iter().filter(|_| here));
        all.any(|attribute| attribute.path().is_ident(name))
    };
    let kept = declared.iter().filter(|_| here);
    let is_method = matches!(member, TraitItem::Fn(_));
    let quiet = is_method.then_some(Quiet);
    let inline = (is_method && !is("inline")).then(|| quote!(#[inline]));
    let deprecated = declared
        .iter()
        .any(|attribute| attribute.path().is_ident("deprecated"))
        .then(|| quote!(#[allow(deprecated)]));
    // A function that isn't there makes the method find itself, and so does the place `(*self)`.
    let recursion = is_method.then(|| quote!(#[deny(unconditional_recursion)]));
    quote!(#(#kept)* #(#own)* #inline #quiet #deprecated #recursion)
}
