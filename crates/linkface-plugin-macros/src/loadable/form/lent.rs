//! `&dyn Trait` and `&mut dyn Trait` of an interface: lent for a call.

use super::bounds::{Bounds, argument, bare};
use crate::mistakes::Mistakes;
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{Path, Type, TypeReference};

/// `&dyn Trait`, `&mut dyn Trait`, or an `Option` of it.
pub(crate) struct Lent {
    is_mut: bool,
    optional: bool,
    path: Path,
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

    pub(super) fn id(&self, krate: &Path) -> TokenStream {
        let Self { is_mut, path, .. } = self;
        let id = quote!(#krate::__private::lent_id::<dyn #path>(#is_mut));
        if self.optional {
            quote!(#krate::__private::option_id(#id))
        } else {
            id
        }
    }

    pub(super) fn description(&self, krate: &Path) -> TokenStream {
        let Self { is_mut, path, .. } = self;
        let lent = quote!(#krate::__private::lent::<dyn #path>(#is_mut));
        if self.optional {
            let id = quote!(#krate::__private::lent_id::<dyn #path>(#is_mut));
            super::described_option(krate, &id, &lent)
        } else {
            lent
        }
    }

    pub(super) fn send(&self, krate: &Path, value: &Ident) -> (TokenStream, TokenStream) {
        let private = quote!(#krate::__private);
        let path = &self.path;
        let lend = if self.is_mut {
            quote!(lend_mut)
        } else {
            quote!(lend)
        };
        let lend = quote!(<dyn #path + '_ as #private::Lend>::#lend);
        let object = quote!(#private::lent_object::<dyn #path + '_>);
        if self.optional {
            (
                quote!(let mut #value = #value.map(|lent| #lend(lent));),
                quote!(#private::wire_option(#value.as_mut().map(|lent| #object(lent)))),
            )
        } else {
            (
                quote!(let mut #value = #lend(#value);),
                quote!(#object(&mut #value)),
            )
        }
    }

    pub(super) fn receive(&self, krate: &Path, value: &Ident) -> (TokenStream, TokenStream) {
        let private = quote!(#krate::__private);
        let path = &self.path;
        let borrowed = quote!(#private::borrowed::<dyn #path + '_>);
        let before = if self.optional {
            quote!(let mut #value = #private::from_wire_option(#value).map(|lent| #borrowed(lent));)
        } else {
            quote!(let mut #value = #borrowed(#value);)
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
