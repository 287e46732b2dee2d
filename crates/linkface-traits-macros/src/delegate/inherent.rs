//! Methods of a trait, or of a field, as the type's own.

use super::expand;
use super::input::Delegation;
use super::member::Member;
use super::method::{Method, at_span};
use super::near;
use super::paths::{as_in_types, same_path};
use super::plan::{prefix, written};
use super::substitute::Substitution;
use super::target::{Names, Source, Use};
use crate::krate::Krate;
use crate::mistakes::Mistakes;
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::{Attribute, Generics, Ident, ImplItem, ItemTrait, Path, Safety, TraitItem, Visibility};

/// `impl Woofer { pub use Stringer::*; }`: each trait is asked.
pub(super) fn items(krate: &Krate, mut delegation: Delegation) -> TokenStream {
    let mut mistakes = std::mem::take(&mut delegation.mistakes);
    if !delegation.declared.is_empty() {
        return declared(delegation, mistakes);
    }
    let mut groups: Vec<(Path, Vec<Use>)> = Vec::new();
    for it in std::mem::take(&mut delegation.uses) {
        let of = match &it.source {
            Source::Path(path) => prefix(path),
            Source::Place(_) => {
                mistakes.add(syn::Error::new(
                    it.span(),
                    "this impl is of no trait that says what methods there are: declare them, as in \
                     `pub fn len(&self) -> usize;`",
                ));
                continue;
            }
        };
        let Some(of) = of else {
            mistakes.add(syn::Error::new(
                it.span(),
                "which trait's? write `use Trait::method;`, or declare what this function is here: \
                 `pub fn name(&self);`",
            ));
            continue;
        };
        match groups.iter_mut().find(|(other, _)| same_path(other, &of)) {
            Some((_, uses)) => uses.push(it),
            None => groups.push((of, vec![it])),
        }
    }
    let item = &delegation.item;
    let written: Vec<Ident> = written(item).cloned().collect();
    let asked = groups.into_iter().map(|(of, uses)| {
        let mut item = item.clone();
        item.attrs
            .retain(|attribute| !attribute.path().is_ident("doc"));
        item.items.clear();
        let part = Delegation {
            item,
            uses,
            declared: Vec::new(),
            mistakes: Mistakes::default(),
        };
        super::ask(krate, &of, &part, &written)
    });
    let item = (!item.items.is_empty()).then_some(item);
    let mistakes = mistakes.report();
    quote!(#item #(#asked)* #mistakes)
}

/// The impl's part for one trait, which has told how it is declared.
///
/// `written`: what the impl has besides.
pub(super) fn told(declared: &ItemTrait, delegation: Delegation, written: &[Ident]) -> TokenStream {
    let mut mistakes = Mistakes::default();
    let Delegation { mut item, uses, .. } = delegation;
    let Some(of) = uses.first().and_then(|it| match &it.source {
        Source::Path(path) => prefix(path),
        Source::Place(_) => None,
    }) else {
        return TokenStream::new();
    };
    let of = as_in_types(&of);
    let substitution =
        Substitution::of_path(declared, &of, &mut mistakes).with_members(declared, of.clone());
    if !mistakes.is_empty() {
        return mistakes.report();
    }
    let part = Part {
        of: &of,
        substitution,
        around: item.generics.clone(),
    };
    let mut names: Vec<&Ident> = Vec::new();
    let mut star = false;
    for it in &uses {
        let Names::One { name, rename } = &it.names else {
            if star {
                mistakes.add(syn::Error::new(
                    it.span(),
                    "a second `*` of one trait: leave it out",
                ));
            }
            star = true;
            continue;
        };
        let own = rename.as_ref().unwrap_or(name);
        if names.contains(&own) || written.contains(own) {
            mistakes.at(
                own,
                format!(
                    "this impl has two of the name `{own}`: leave one out, or rename it by `as`"
                ),
            );
            continue;
        }
        names.push(own);
        let Some(member) = declared
            .items
            .iter()
            .find(|member| Member::name(member) == Some(name))
        else {
            unknown(name, declared, &mut mistakes);
            continue;
        };
        match part.own(member, own, it) {
            Some(tokens) => item.items.push(ImplItem::Verbatim(tokens)),
            None => mistakes.at(
                name,
                "a type can't be an impl's own on stable Rust (rustc calls that inherent associated \
                 types): write a `type` beside the impl",
            ),
        }
    }
    let mut all = uses
        .iter()
        .filter(|it| matches!(it.names, Names::All(_)))
        .take(1);
    if let Some(it) = all.next() {
        for member in &declared.items {
            let Some(name) = Member::name(member) else {
                continue;
            };
            let used = uses
                .iter()
                .any(|it| matches!(&it.names, Names::One { name: used, .. } if used == name));
            if !used && !written.contains(name) {
                let tokens = part.own(member, name, it);
                item.items.extend(tokens.map(ImplItem::Verbatim));
            }
        }
    }
    let mistakes = mistakes.report();
    quote!(#item #mistakes)
}

fn unknown(name: &Ident, declared: &ItemTrait, mistakes: &mut Mistakes) {
    let names: Vec<String> = declared
        .items
        .iter()
        .filter_map(Member::name)
        .map(ToString::to_string)
        .collect();
    let known = near::known(&name.to_string(), &names);
    mistakes.at(name, format!("`{}` has no `{name}`{known}", declared.ident));
}

/// The part of an impl that is for one trait.
struct Part<'a> {
    of: &'a Path,
    substitution: Substitution,
    around: Generics,
}

impl Part<'_> {
    /// A member as the type's own; none for a type, which can't be.
    fn own(&self, member: &TraitItem, name: &Ident, it: &Use) -> Option<TokenStream> {
        let (of, visibility) = (self.of, &it.visibility);
        let declared = Member::name(member)?;
        let named_here = at_span(name, it.span().resolved_at(name.span()));
        let span = it.span();
        match member {
            TraitItem::Fn(method) => {
                let mut signature = method.sig.clone();
                self.substitution.signature(&mut signature, &self.around);
                without_sized(&mut signature.generics);
                signature.ident = named_here;
                let mut own = Method::new(signature, span);
                let (receiver, arguments) = (own.receiver.iter(), &own.arguments);
                let turbofish = own.turbofish();
                let call = quote_spanned!(span=> <Self as #of>::#declared #turbofish(#(#receiver,)* #(#arguments),*));
                let call = match own.signature.safety {
                    // SAFETY of the call: the method demands what the trait's does, of the same caller.
                    Safety::Unsafe(_) => quote!(unsafe { #call }),
                    _ => call,
                };
                own.without_async();
                own.capture_all();
                let own = own.with_body(span, &call);
                let attributes = attributes(&method.attrs, it, true);
                Some(quote!(#attributes #visibility #own))
            }
            TraitItem::Const(constant) => {
                let mut ty = constant.ty.clone();
                self.substitution.ty(&mut ty);
                let attributes = attributes(&constant.attrs, it, false);
                Some(
                    quote!(#attributes #visibility const #named_here: #ty = <Self as #of>::#declared;),
                )
            }
            _ => None,
        }
    }
}

/// `where Self: Sized` says nothing of a type that is known.
fn without_sized(generics: &mut Generics) {
    if let Some(clause) = &mut generics.where_clause {
        clause.predicates = std::mem::take(&mut clause.predicates)
            .into_iter()
            .filter(|predicate| quote!(#predicate).to_string().replace(' ', "") != "Self:Sized")
            .collect();
    }
}

/// The attributes of a method or constant that the type has as its own: the documentation is carried
/// over, and what the compiler tells callers.
fn attributes(declared: &[Attribute], it: &Use, is_method: bool) -> TokenStream {
    let own = &it.attributes;
    let kept = declared.iter().filter(|attribute| {
        ["doc", "must_use", "deprecated", "track_caller"]
            .iter()
            .any(|name| attribute.path().is_ident(name))
            // Documentation on the `use` is for all that it names.
            && !own.iter().any(|other| other.path().get_ident() == attribute.path().get_ident())
    });
    let is = |attributes: &[Attribute], name: &str| {
        attributes
            .iter()
            .any(|attribute| attribute.path().is_ident(name))
    };
    let inline = (is_method && !is(own, "inline")).then(|| quote!(#[inline]));
    let deprecated = is(declared, "deprecated").then(|| quote!(#[allow(deprecated)]));
    let quiet = is_method.then_some(expand::Quiet);
    quote!(#(#kept)* #(#own)* #inline #quiet #deprecated)
}

/// An impl that declares what it delegates: `use self.0.*; pub fn len(&self) -> usize;`.
fn declared(delegation: Delegation, mut mistakes: Mistakes) -> TokenStream {
    for it in &delegation.uses {
        if !matches!(it.visibility, Visibility::Inherited) {
            mistakes.at(
                &it.visibility,
                "what is declared here has its own visibility: leave this out",
            );
        }
    }
    let Delegation {
        item,
        uses,
        declared,
        ..
    } = delegation;
    expand::implement(item, &uses, &declared, expand::HERE, (mistakes, false))
}
