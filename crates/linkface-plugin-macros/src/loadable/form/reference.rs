//! `&T`, `&mut T`, `&[T]`, `&mut [T]`: of types that cross as they are.

use super::bounds::bare;
use super::lifetimes;
use super::spans::as_trait;
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{Path, Type, parse_quote};

/// A reference. Its form is known without the type behind it, so that the description is the only
/// place where the type has to be one that crosses behind a reference.
pub(crate) struct Reference {
    is_mut: bool,
    is_slice: bool,
    /// The type behind it, or of the slice's elements.
    ty: Type,
}

impl Reference {
    /// `None` for other types.
    pub(super) fn of(ty: &Type) -> Option<Self> {
        let Type::Reference(reference) = bare(ty) else {
            return None;
        };
        let (ty, is_slice) = match bare(&reference.elem) {
            Type::Slice(slice) => (&*slice.elem, true),
            // What has no size is behind references of its own forms.
            Type::Path(path)
                if path.path.segments.last().is_some_and(|last| {
                    ["str", "Path", "OsStr"].contains(&last.ident.to_string().as_str())
                }) =>
            {
                return None;
            }
            Type::TraitObject(_) | Type::ImplTrait(_) => return None,
            ty => (ty, false),
        };
        Some(Self {
            is_mut: reference.mutability.is_some(),
            is_slice,
            ty: ty.clone(),
        })
    }

    pub(super) fn wire(&self, krate: &Path) -> TokenStream {
        let ty = lifetimes::erased(&self.ty);
        match (self.is_slice, self.is_mut) {
            (true, _) => quote!(#krate::__private::WireSlice<#ty>),
            (false, true) => quote!(*mut #ty),
            (false, false) => quote!(*const #ty),
        }
    }

    pub(super) fn description(&self, krate: &Path) -> TokenStream {
        let item = match (self.is_slice, self.is_mut) {
            (false, false) => "REF",
            (false, true) => "REF_MUT",
            (true, false) => "SLICE",
            (true, true) => "SLICE_MUT",
        };
        let ty = lifetimes::erased(&self.ty);
        as_trait(&self.ty, &ty, &parse_quote!(#krate::Inline), item)
    }

    pub(super) fn id(&self, krate: &Path) -> TokenStream {
        let description = self.description(krate);
        quote!(#description.get().id)
    }

    pub(super) fn send(&self, krate: &Path, value: &Ident) -> TokenStream {
        let private = quote!(#krate::__private);
        match (self.is_slice, self.is_mut) {
            (true, true) => quote!(#private::WireSlice::of_mut(#value)),
            (true, false) => quote!(#private::WireSlice::of(#value)),
            (false, true) => quote!(#private::from_mut(#value)),
            (false, false) => quote!(#private::from_ref(#value)),
        }
    }

    pub(super) fn receive(&self, value: &Ident) -> TokenStream {
        match (self.is_slice, self.is_mut) {
            (true, true) => quote!(#value.get_mut()),
            (true, false) => quote!(#value.get()),
            (false, true) => quote!(&mut *#value),
            (false, false) => quote!(&*#value),
        }
    }
}
