//! The object: a struct that is generic over every part, so that nobody has to know its parts' types.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::{Attribute, GenericParam, Lifetime, Path, TypeParamBound, WherePredicate};

pub(super) struct Object {
    pub name: Ident,
    /// Lifetimes of the function around.
    pub lifetimes: Vec<Lifetime>,
    /// Type and constant parameters that an impl restates.
    pub params: Vec<GenericParam>,
    pub predicates: Vec<WherePredicate>,
    /// Type parameters that stand for types nobody names.
    pub hidden: Vec<(Ident, Vec<TypeParamBound>)>,
    /// Each part, and its type parameter.
    pub parts: Vec<(Ident, Ident)>,
    /// What every impl demands, if the struct itself has to: that it is dropped is nothing that only some
    /// of its types can have.
    pub demanded: Option<TokenStream>,
    /// Whether a method changes it. A copy that is changed for the original compiles and is a mistake.
    pub changes: bool,
}

impl Object {
    pub(super) fn new(path: &Path) -> Self {
        let last = path.segments.last();
        let name = last.map_or_else(String::new, |last| {
            let name = last.ident.to_string();
            name.trim_start_matches("r#").to_owned()
        });
        Self {
            name: format_ident!("__Anonymous{name}", span = Span::call_site()),
            lifetimes: Vec::new(),
            params: Vec::new(),
            predicates: Vec::new(),
            hidden: Vec::new(),
            parts: Vec::new(),
            demanded: None,
            changes: false,
        }
    }

    /// Adds what an impl declares, once for each name.
    pub(super) fn declare(&mut self, param: &GenericParam) {
        let known = self.params.iter().any(|other| match (other, param) {
            (GenericParam::Type(other), GenericParam::Type(param)) => other.ident == param.ident,
            (GenericParam::Const(other), GenericParam::Const(param)) => other.ident == param.ident,
            _ => false,
        });
        if known {
            if let GenericParam::Type(param) = param
                && !param.bounds.is_empty()
            {
                let (name, bounds) = (&param.ident, &param.bounds);
                self.predicates.push(syn::parse_quote!(#name: #bounds));
            }
        } else {
            self.params.push(param.clone());
        }
    }

    /// The parameters of the struct: no bounds but `?Sized`.
    fn bare(&self) -> TokenStream {
        let lifetimes = &self.lifetimes;
        let params = self.params.iter().map(|param| match param {
            GenericParam::Type(param) => {
                let name = &param.ident;
                let bounds = param.bounds.iter();
                let unsized_ = bounds.filter(
                    |bound| matches!(bound, TypeParamBound::Trait(bound) if bound.maybe.is_some()),
                );
                quote!(#name: #(#unsized_)+*)
            }
            GenericParam::Const(param) => {
                let (name, ty) = (&param.ident, &param.ty);
                quote!(const #name: #ty)
            }
            GenericParam::Lifetime(param) => param.to_token_stream(),
        });
        let hidden = self.hidden.iter().map(|(name, _)| name);
        quote!(#(#lifetimes,)* #(#params,)* #(#hidden,)*)
    }

    /// The parameters of an impl or function that knows all bounds.
    pub(super) fn bounded(&self) -> TokenStream {
        let lifetimes = &self.lifetimes;
        let params = self.params.iter().map(|param| {
            let mut param = param.clone();
            match &mut param {
                GenericParam::Type(param) => param.default = None,
                GenericParam::Const(param) => param.default = None,
                GenericParam::Lifetime(_) => {}
            }
            param
        });
        let hidden = self
            .hidden
            .iter()
            .map(|(name, bounds)| quote!(#name: #(#bounds)+*));
        quote!(#(#lifetimes,)* #(#params,)* #(#hidden,)*)
    }

    /// The names of the parameters, without those of the parts.
    pub(super) fn names(&self) -> TokenStream {
        let lifetimes = &self.lifetimes;
        let params = self.params.iter().filter_map(name);
        let hidden = self.hidden.iter().map(|(name, _)| name);
        quote!(#(#lifetimes,)* #(#params,)* #(#hidden,)*)
    }

    /// The type, given types for its parts.
    pub(super) fn ty(&self, parts: impl IntoIterator<Item = impl ToTokens>) -> TokenStream {
        let (name, names) = (&self.name, self.names());
        let parts = parts.into_iter();
        quote!(#name<#names #(#parts),*>)
    }

    /// `::<T, N, _, …>`: what is restated means what it means around the impl.
    pub(super) fn turbofish(&self, inferred: usize) -> Option<TokenStream> {
        if self.params.is_empty() {
            return None;
        }
        let params = self.params.iter().filter_map(name);
        let rest = (0..self.hidden.len() + inferred).map(|_| quote!(_));
        Some(quote!(::<#(#params,)* #(#rest),*>))
    }

    /// The struct, and the traits that it has whenever its parts have them. `paths` are those that it is
    /// made for.
    pub(super) fn declaration(&self, paths: &[&Path]) -> TokenStream {
        let demanded = &self.demanded;
        let bare = match demanded {
            None => self.bare(),
            Some(_) => self.bounded(),
        };
        let name = &self.name;
        let (fields, types): (Vec<_>, Vec<_>) = self.parts.iter().cloned().unzip();
        let marker = marker();
        let lifetimes = &self.lifetimes;
        let mentioned = self
            .params
            .iter()
            .filter(|param| matches!(param, GenericParam::Type(_)))
            .filter_map(|param| self::name(param))
            .chain(self.hidden.iter().map(|(name, _)| name));
        let ty = self.ty(&types);
        let implements = |name: &str| {
            paths
                .iter()
                .any(|path| path.segments.last().is_some_and(|last| last.ident == name))
        };
        let all = |bound: &TokenStream| quote!(#(#types: #bound,)*);
        let unique = implements("Clone") || implements("Copy") || implements("Drop");
        let clone = (!unique).then(|| {
            let clone = quote!(::core::clone::Clone);
            let copy = quote!(::core::marker::Copy);
            let (cloned, copied) = (all(&clone), all(&copy));
            let copied = (!self.changes).then(|| {
                quote! {
                    #[automatically_derived]
                    impl<#bare #(#types),*> #copy for #ty where #copied {}
                }
            });
            quote! {
                #[automatically_derived]
                impl<#bare #(#types),*> #clone for #ty where #cloned {
                    #[inline]
                    fn clone(&self) -> Self {
                        Self {
                            #(#fields: #clone::clone(&self.#fields),)*
                            #marker: ::core::marker::PhantomData,
                        }
                    }
                }
                #copied
            }
        });
        let debug = (!implements("Debug")).then(|| {
            let shown = paths.iter().filter_map(|path| path.segments.last());
            let shown: Vec<String> = shown.map(|last| last.ident.to_string()).collect();
            let shown = format!("impl {}", shown.join(" + "));
            quote! {
                #[automatically_derived]
                impl<#bare #(#types),*> ::core::fmt::Debug for #ty
                where #demanded
                {
                    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                        ::core::fmt::Formatter::write_str(f, #shown)
                    }
                }
            }
        });
        quote! {
            #[allow(dead_code, non_camel_case_types)]
            struct #name<#bare #(#types),*>
            where #demanded
            {
                #(#fields: #types,)*
                #marker: ::core::marker::PhantomData<
                    fn() -> (#(&#lifetimes (),)* #(::core::marker::PhantomData<#mentioned>,)*)
                >,
            }
            #clone
            #debug
        }
    }
}

/// The field that mentions what no part mentions.
pub(super) fn marker() -> Ident {
    Ident::new("__marker", Span::call_site())
}

fn name(param: &GenericParam) -> Option<&Ident> {
    match param {
        GenericParam::Type(param) => Some(&param.ident),
        GenericParam::Const(param) => Some(&param.ident),
        GenericParam::Lifetime(_) => None,
    }
}

/// An impl's attributes: those about the code in bodies, and the others.
pub(super) fn lints(attrs: &[Attribute]) -> (Vec<&Attribute>, Vec<&Attribute>) {
    attrs.iter().partition(|attr| super::closure::is_lint(attr))
}
