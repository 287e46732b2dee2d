//! How a parameter crosses.

use crate::mistakes::Mistakes;
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::visit_mut::{self, VisitMut};
use syn::{Attribute, Lifetime, Path, Type, TypeParamBound, TypeReference, parse_quote};

/// How a parameter crosses.
pub(crate) enum Form {
    /// By its impl of `Shared`.
    Shared,
    /// As the twin of a dependency's type: `#[shared(with = Twin)]`.
    With(Path),
    /// `&dyn Trait` and `&mut dyn Trait` of an interface: lent for the call.
    Lent { is_mut: bool, path: Path },
    /// As it is, between images of one build.
    AsItIs,
}

/// Of a parameter; takes our attributes away.
pub(crate) fn of(
    attributes: &mut Vec<Attribute>,
    ty: &Type,
    same_build: bool,
    mistakes: &mut Mistakes,
) -> Form {
    let mut with = None;
    attributes.retain(|attribute| {
        if !attribute.path().is_ident("shared") {
            return true;
        }
        let parsed = attribute.parse_nested_meta(|meta| {
            if meta.path.is_ident("with") {
                with = Some(meta.value()?.parse()?);
                Ok(())
            } else {
                Err(meta.error("a parameter takes `#[shared(with = Twin)]`"))
            }
        });
        if let Err(error) = parsed {
            mistakes.add(error);
        }
        false
    });
    if same_build {
        return Form::AsItIs;
    }
    if let Some(twin) = with {
        return Form::With(twin);
    }
    if let Some(form) = lent(ty) {
        return form;
    }
    if is_impl(ty) {
        mistakes.on(
            ty,
            "an `impl` parameter is compiled for each of its uses: take `&dyn` or `&mut dyn`",
        );
    }
    mentions_self(ty, mistakes);
    Form::Shared
}

/// Of what is returned.
pub(crate) fn returned(
    ty: &Type,
    is_async: bool,
    same_build: bool,
    mistakes: &mut Mistakes,
) -> Form {
    if is_async {
        mistakes.on(ty, "an `async` method doesn't cross yet");
    }
    if same_build {
        return Form::AsItIs;
    }
    if is_impl(ty) {
        mistakes.on(
            ty,
            "the caller can't know the size of an `impl` that a plugin chooses: return a boxed interface",
        );
    }
    mentions_self(ty, mistakes);
    Form::Shared
}

/// `impl …`
pub(crate) fn is_impl(ty: &Type) -> bool {
    match ty {
        Type::ImplTrait(_) => true,
        Type::Reference(reference) => is_impl(&reference.elem),
        Type::Paren(inner) => is_impl(&inner.elem),
        Type::Group(inner) => is_impl(&inner.elem),
        _ => false,
    }
}

fn mentions_self(ty: &Type, mistakes: &mut Mistakes) {
    struct Find<'a>(&'a mut Mistakes);
    impl VisitMut for Find<'_> {
        fn visit_path_mut(&mut self, path: &mut Path) {
            if path
                .segments
                .first()
                .is_some_and(|first| first.ident == "Self")
            {
                self.0.on(
                    path,
                    "`Self` is another type on either side: take or return the loaded type's name, or \
                     `&dyn` of the trait",
                );
            }
            visit_mut::visit_path_mut(self, path);
        }
    }
    Find(mistakes).visit_type_mut(&mut ty.clone());
}

/// `&mut dyn Physics`, with auto traits and lifetimes beside it.
fn lent(ty: &Type) -> Option<Form> {
    let Type::Reference(TypeReference {
        mutability, elem, ..
    }) = ty
    else {
        return None;
    };
    let elem = match &**elem {
        Type::Paren(inner) => &*inner.elem,
        elem => elem,
    };
    let Type::TraitObject(object) = elem else {
        return None;
    };
    let TypeParamBound::Trait(bound) = object.bounds.first()? else {
        return None;
    };
    Some(Form::Lent {
        is_mut: mutability.is_some(),
        path: bound.path.clone(),
    })
}

/// The type with all lifetimes `'static`: as it is named in types of functions that cross.
pub(crate) fn make_static(ty: &Type) -> Type {
    struct Static;
    impl VisitMut for Static {
        fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
            *lifetime = parse_quote!('static);
        }
        fn visit_type_reference_mut(&mut self, reference: &mut TypeReference) {
            reference.lifetime = Some(parse_quote!('static));
            visit_mut::visit_type_mut(self, &mut reference.elem);
        }
    }
    let mut ty = ty.clone();
    Static.visit_type_mut(&mut ty);
    ty
}

impl Form {
    /// The type that crosses.
    pub(crate) fn wire(&self, krate: &Path, ty: &Type) -> TokenStream {
        let fixed = make_static(ty);
        match self {
            Self::Shared => quote!(<#fixed as #krate::Shared>::Wire),
            Self::With(twin) => quote!(<#twin as #krate::Shared>::Wire),
            Self::Lent { .. } => quote!(#krate::__private::Object),
            Self::AsItIs => quote!(#fixed),
        }
    }

    /// What describes it: a `TypeRef`.
    pub(crate) fn description(&self, krate: &Path, ty: &Type) -> TokenStream {
        let fixed = make_static(ty);
        match self {
            Self::Shared => quote!(<#fixed as #krate::Shared>::TYPE),
            Self::With(twin) => quote!(<#twin as #krate::Shared>::TYPE),
            Self::Lent { is_mut, path } => {
                let object = quote!(dyn #path);
                quote!(#krate::__private::lent::<#object>(#is_mut))
            }
            Self::AsItIs => {
                let name = quote!(#ty).to_string();
                quote!(#krate::__private::TypeRef::new(&const {
                    #krate::__private::opaque(#name)
                }))
            }
        }
    }

    /// Statements before a call and the argument: from the user's value to what crosses.
    pub(crate) fn send(
        &self,
        krate: &Path,
        ty: &Type,
        value: &Ident,
    ) -> (TokenStream, TokenStream) {
        let wire = self.wire(krate, ty);
        let plain = quote!(#krate::__private::transmute);
        match self {
            Self::Shared => (
                TokenStream::new(),
                quote!(#plain::<_, #wire>(<#ty as #krate::Shared>::into_wire(#value))),
            ),
            Self::With(twin) => (
                TokenStream::new(),
                quote!(<#twin as #krate::Shared>::into_wire(<#twin as ::core::convert::From<_>>::from(#value))),
            ),
            Self::Lent { is_mut, path } => {
                let lend = if *is_mut {
                    quote!(lend_mut)
                } else {
                    quote!(lend)
                };
                (
                    quote!(let mut #value = <dyn #path + '_ as #krate::__private::Lend>::#lend(#value);),
                    quote!(#krate::__private::lent_object::<dyn #path + '_>(&mut #value)),
                )
            }
            Self::AsItIs => (TokenStream::new(), quote!(#plain::<_, #wire>(#value))),
        }
    }

    /// Statements and an expression: from what crossed to the user's value.
    pub(crate) fn receive(
        &self,
        krate: &Path,
        ty: &Type,
        value: &Ident,
    ) -> (TokenStream, TokenStream) {
        let plain = quote!(#krate::__private::transmute);
        match self {
            Self::Shared => (
                TokenStream::new(),
                quote!(<#ty as #krate::Shared>::from_wire(#plain(#value))),
            ),
            Self::With(twin) => (
                TokenStream::new(),
                quote!(::core::convert::From::from(<#twin as #krate::Shared>::from_wire(#value))),
            ),
            Self::Lent { is_mut, path } => (
                quote!(let mut #value = #krate::__private::borrowed::<dyn #path + '_>(#value);),
                if *is_mut {
                    quote!(&mut *#value)
                } else {
                    quote!(&*#value)
                },
            ),
            Self::AsItIs => (TokenStream::new(), quote!(#plain(#value))),
        }
    }
}
