//! `&dyn Trait` and `&mut dyn Trait` of an interface: lent for a call.

use super::bounds::{Bounds, argument, bare};
use super::spans::{as_trait, call_as_trait, call_as_trait_mut, ends};
use crate::mistakes::Mistakes;
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{Lifetime, Path, Type, TypeParamBound, TypeReference, TypeTraitObject, parse_quote};

/// `&dyn Trait`, `&mut dyn Trait`, or an `Option` of it.
pub(crate) struct Lent {
    is_mut: bool,
    optional: bool,
    path: Path,
    /// `dyn Trait`, as written.
    object: TypeTraitObject,
}

impl Lent {
    /// `None` for other types.
    pub(super) fn of(ty: &Type, mistakes: &mut Mistakes) -> Option<Self> {
        let (reference, optional) = match (reference(ty), argument(ty, "Option")) {
            (Some(reference), _) => (reference, false),
            (None, Some(inner)) => (reference(inner)?, true),
            (None, None) => return None,
        };
        let Type::TraitObject(object) = bare(&reference.elem) else {
            return None;
        };
        let bounds = Bounds::of(&object.bounds);
        if bounds.function().is_some() {
            if optional {
                mistakes.on(
                    ty,
                    "a closure that may be missing is handed over: take `Option<Box<dyn Fn(…)>>`",
                );
            }
            return None;
        }
        let [bound] = bounds.traits[..] else {
            return None;
        };
        if bounds.is_send || bounds.is_sync {
            mistakes.on(
                ty,
                "an interface itself says on which threads it may be used: declare it as \
                 `trait …: Send + Sync`, and leave that away here",
            );
        }
        for_the_call(reference, mistakes);
        Some(Self {
            is_mut: reference.mutability.is_some(),
            optional,
            path: bound.path.clone(),
            object: object.clone(),
        })
    }

    pub(super) fn wire(&self, krate: &Path) -> TokenStream {
        let object = quote!(#krate::__private::Object);
        if self.optional {
            quote!(#krate::__private::WireOption<#object>)
        } else {
            object
        }
    }

    /// `dyn Trait`, as written, and with the lifetime that it has in a function's body.
    fn objects(&self) -> (Type, Type) {
        let written = Type::TraitObject(self.object.clone());
        let mut elided = self.object.clone();
        let lifetime = Lifetime::new("'_", ends(&written).1);
        elided.bounds = elided
            .bounds
            .into_iter()
            .filter(|bound| matches!(bound, TypeParamBound::Trait(_)))
            .chain([TypeParamBound::Lifetime(lifetime)])
            .collect();
        (written, Type::TraitObject(elided))
    }

    fn lent(&self, krate: &Path) -> TokenStream {
        let (written, object) = self.objects();
        let item = if self.is_mut { "LENT_MUT" } else { "LENT" };
        as_trait(
            &written,
            &object,
            &parse_quote!(#krate::__private::Lend),
            item,
        )
    }

    fn call(&self, krate: &Path, item: &str, value: &TokenStream) -> TokenStream {
        let (written, object) = self.objects();
        let path = parse_quote!(#krate::__private::Lend);
        call_as_trait(&written, &object, &path, item, value)
    }

    fn object(&self, krate: &Path, place: &TokenStream) -> TokenStream {
        let (written, object) = self.objects();
        let path = parse_quote!(#krate::__private::Lend);
        call_as_trait_mut(&written, &object, &path, "object", place)
    }

    pub(super) fn id(&self, krate: &Path) -> TokenStream {
        let lent = self.lent(krate);
        if self.optional {
            quote!(#krate::__private::option_id(#lent.get().id))
        } else {
            quote!(#lent.get().id)
        }
    }

    pub(super) fn description(&self, krate: &Path) -> TokenStream {
        let lent = self.lent(krate);
        if self.optional {
            super::crossing::described_option(krate, &quote!(#lent.get().id), &lent)
        } else {
            lent
        }
    }

    pub(super) fn send(&self, krate: &Path, value: &Ident) -> (TokenStream, TokenStream) {
        let private = quote!(#krate::__private);
        let lend = if self.is_mut { "lend_mut" } else { "lend" };
        if self.optional {
            let lend = self.call(krate, lend, &quote!(lent));
            let object = self.object(krate, &quote!(*lent));
            (
                quote!(let mut #value = #value.map(|lent| #lend);),
                quote!(#private::wire_option(#value.as_mut().map(|lent| #object))),
            )
        } else {
            let lend = self.call(krate, lend, &quote!(#value));
            let object = self.object(krate, &quote!(#value));
            (quote!(let mut #value = #lend;), object)
        }
    }

    pub(super) fn receive(&self, krate: &Path, value: &Ident) -> (TokenStream, TokenStream) {
        let private = quote!(#krate::__private);
        let path = &self.path;
        let before = if self.optional {
            let borrow = self.call(krate, "borrow", &quote!(lent));
            quote!(let mut #value = #private::from_wire_option(#value).map(|lent| #borrow);)
        } else {
            let borrow = self.call(krate, "borrow", &quote!(#value));
            quote!(let mut #value = #borrow;)
        };
        let object = if self.is_mut {
            quote!(&mut dyn #path)
        } else {
            quote!(&dyn #path)
        };
        let value = match (self.optional, self.is_mut) {
            (true, true) => quote!(#value.as_mut().map(|lent| &mut **lent as #object)),
            (true, false) => quote!(#value.as_ref().map(|lent| &**lent as #object)),
            (false, true) => quote!(&mut *#value),
            (false, false) => quote!(&*#value),
        };
        (before, value)
    }
}

fn reference(ty: &Type) -> Option<&TypeReference> {
    match bare(ty) {
        Type::Reference(reference) => Some(reference),
        _ => None,
    }
}

/// What stands for a lent value on the other side lives as long as the call, whatever the lender's
/// own lives: a lifetime with a name could be made to say more.
pub(super) fn for_the_call(reference: &TypeReference, mistakes: &mut Mistakes) {
    if let Some(lifetime) = &reference.lifetime
        && lifetime.ident != "_"
    {
        mistakes.on(
            lifetime,
            "this is lent for the call and no longer: leave its lifetime away, or take a `Box<dyn …>`, \
             which may be kept",
        );
    }
}
