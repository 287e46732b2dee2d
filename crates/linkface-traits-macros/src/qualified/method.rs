//! Which method a call names.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::{
    AngleBracketedGenericArguments, ExprMethodCall, ExprPath, GenericArgument, Path, PathArguments,
    Token, Type, TypeParamBound,
};

/// The method of a call.
#[derive(Clone)]
pub(crate) struct Method {
    pub(crate) of: Of,
    pub(crate) name: Ident,
    pub(crate) turbofish: Option<AngleBracketedGenericArguments>,
}

/// What it is a method of.
#[derive(Clone)]
pub(crate) enum Of {
    /// `x.Trait::method()`: a trait. Who implements it is looked for.
    Trait(Path),
    /// `x.Self::method()`, `x.<Foo as Trait>::method()`: a type. The path is the whole one.
    Type(Box<Type>, Box<ExprPath>),
}

impl Method {
    /// What stands behind the dot, without the arguments.
    pub(crate) fn parse(tokens: TokenStream) -> syn::Result<Self> {
        let path: ExprPath = syn::parse2(tokens)?;
        let mut whose = path.path.clone();
        let Some(last) = whose.segments.pop() else {
            return Err(syn::Error::new_spanned(
                path,
                "expected the path of a method",
            ));
        };
        whose.segments.pop_punct();
        let turbofish = match last.arguments {
            PathArguments::None => None,
            PathArguments::AngleBracketed(arguments) => Some(arguments),
            PathArguments::Parenthesized(arguments) => {
                return Err(syn::Error::new_spanned(
                    arguments,
                    "a method has no `Fn`-like arguments",
                ));
            }
        };
        let of = match &path.qself {
            Some(of) if matches!(*of.ty, Type::Infer(_)) && of.position == whose.segments.len() => {
                Of::Trait(whose)
            }
            Some(of) => Of::Type(of.ty.clone(), Box::new(path)),
            None if whose.is_ident("Self") => {
                Of::Type(Box::new(syn::parse_quote!(#whose)), Box::new(path))
            }
            None => Of::Trait(whose),
        };
        Ok(Self {
            of,
            name: last.ident,
            turbofish,
        })
    }

    /// The method of `x.method::<impl Trait, …>()`, if it is such a call.
    pub(crate) fn of_turbofish(call: &ExprMethodCall) -> Option<syn::Result<Self>> {
        let mut turbofish = call.turbofish.clone()?;
        let Some(GenericArgument::Type(Type::ImplTrait(bounds))) = turbofish.args.first() else {
            return None;
        };
        let [TypeParamBound::Trait(bound)] = Vec::from_iter(&bounds.bounds)[..] else {
            return Some(Err(syn::Error::new_spanned(
                bounds,
                "a qualified call names one trait: `.method::<impl Trait>()`",
            )));
        };
        if bound.maybe.is_none() && bound.lifetimes.is_none() {
            let mut path = bound.path.clone();
            // In a bound it is `Trait<T>`, in an expression `Trait::<T>`.
            for segment in &mut path.segments {
                if let PathArguments::AngleBracketed(arguments) = &mut segment.arguments {
                    arguments.colon2_token = Some(<Token![::]>::default());
                }
            }
            turbofish.args = turbofish.args.into_iter().skip(1).collect();
            return Some(Ok(Self {
                of: Of::Trait(path),
                name: call.method.clone(),
                turbofish: (!turbofish.args.is_empty()).then_some(turbofish),
            }));
        }
        Some(Err(syn::Error::new_spanned(
            bound,
            "a qualified call names a trait: `.method::<impl Trait>()`",
        )))
    }

    /// The function, as an expression.
    pub(crate) fn function(&self, of: &Path) -> TokenStream {
        let Self {
            name, turbofish, ..
        } = self;
        match &self.of {
            Of::Trait(_) => quote!(<_ as #of>::#name #turbofish),
            Of::Type(_, path) => path.to_token_stream(),
        }
    }
}
