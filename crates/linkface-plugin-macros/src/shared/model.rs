//! A type, as it was declared.

use super::attribute::{self, Options};
use super::repr::{self, Layout};
use crate::mistakes::Mistakes;
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident};
use std::hash::{DefaultHasher, Hash, Hasher};
use syn::ext::IdentExt;
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, Generics, Index, Item, Member, Path, Type, parse_quote};

/// A type whose values are to cross.
pub(crate) struct Declaration {
    /// Where linkface-plugin is.
    pub(crate) krate: Path,
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    /// In the description.
    pub(crate) name: String,
    /// The dependency's type that this one mirrors.
    pub(crate) remote: Option<Type>,
    pub(crate) layout: Layout,
    pub(crate) body: Body,
    /// Of all its tokens.
    pub(crate) hash: u64,
}

pub(crate) enum Body {
    Struct(Vec<Field>),
    Enum(Vec<Variant>),
}

/// A variant of an enum.
pub(crate) struct Variant {
    pub(crate) ident: Ident,
    /// In the description.
    pub(crate) name: String,
    pub(crate) discriminant: Option<Expr>,
    pub(crate) fields: Vec<Field>,
}

/// A field of a struct or of a variant.
pub(crate) struct Field {
    /// `name` or `0`.
    pub(crate) member: Member,
    /// In the description.
    pub(crate) name: String,
    /// In generated code.
    pub(crate) ident: Ident,
    /// Without `Self`.
    pub(crate) ty: Type,
    /// The twin that crosses for it.
    pub(crate) with: Option<Type>,
    /// Doesn't cross: the other side has its default.
    pub(crate) skip: bool,
}

impl Declaration {
    pub(crate) fn parse(input: TokenStream, mistakes: &mut Mistakes) -> syn::Result<Self> {
        let mut hasher = DefaultHasher::new();
        input.to_string().hash(&mut hasher);
        let item: Item = syn::parse2(input)?;
        let (attributes, ident, generics) = match &item {
            Item::Struct(item) => (&item.attrs, &item.ident, &item.generics),
            Item::Enum(item) => (&item.attrs, &item.ident, &item.generics),
            Item::Union(item) => {
                return Err(syn::Error::new_spanned(
                    item.union_token,
                    "a union doesn't say which of its fields is there, so that it cannot be described: \
                     declare an enum",
                ));
            }
            other => {
                return Err(syn::Error::new_spanned(
                    other,
                    "expected a struct or an enum",
                ));
            }
        };
        let Options {
            krate,
            name,
            remote,
            ..
        } = attribute::of_type(attributes, mistakes);
        let layout = repr::layout(attributes, matches!(item, Item::Enum(_)), mistakes);
        let this = this_type(ident, generics);
        let body = match &item {
            Item::Enum(item) => Body::Enum(
                item.variants
                    .iter()
                    .map(|variant| Variant::new(variant, &this, mistakes))
                    .collect(),
            ),
            Item::Struct(item) => Body::Struct(fields(&item.fields, &this, mistakes)),
            _ => Body::Struct(Vec::new()),
        };
        Ok(Self {
            krate: krate.unwrap_or_else(|| parse_quote!(::linkface_plugin)),
            ident: ident.clone(),
            generics: generics.clone(),
            name: name.unwrap_or_else(|| ident.unraw().to_string()),
            remote,
            layout,
            body,
            hash: hasher.finish(),
        })
    }

    /// Whether there is one description for each set of arguments.
    pub(crate) fn is_generic(&self) -> bool {
        self.generics.type_params().next().is_some()
            || self.generics.const_params().next().is_some()
    }

    /// The fields of a struct, or of all variants.
    pub(crate) fn fields(&self) -> impl Iterator<Item = &Field> {
        let (own, variants) = match &self.body {
            Body::Struct(fields) => (&fields[..], &[][..]),
            Body::Enum(variants) => (&[][..], &variants[..]),
        };
        own.iter()
            .chain(variants.iter().flat_map(|variant| &variant.fields))
    }
}

impl Variant {
    fn new(variant: &syn::Variant, this: &Type, mistakes: &mut Mistakes) -> Self {
        let Options { name, .. } = attribute::of_variant(&variant.attrs, mistakes);
        Self {
            ident: variant.ident.clone(),
            name: name.unwrap_or_else(|| variant.ident.unraw().to_string()),
            discriminant: variant.discriminant.clone().map(|(_, value)| value),
            fields: fields(&variant.fields, this, mistakes),
        }
    }
}

fn fields(fields: &syn::Fields, this: &Type, mistakes: &mut Mistakes) -> Vec<Field> {
    fields
        .iter()
        .enumerate()
        .map(|(n, field)| {
            let Options {
                name, with, skip, ..
            } = attribute::of_field(&field.attrs, mistakes);
            let member = match &field.ident {
                Some(ident) => Member::Named(ident.clone()),
                None => Member::Unnamed(Index::from(n)),
            };
            let declared = match &field.ident {
                Some(ident) => ident.unraw().to_string(),
                None => n.to_string(),
            };
            let mut ty = field.ty.clone();
            WithoutSelf(this).visit_type_mut(&mut ty);
            Field {
                member,
                name: name.unwrap_or(declared),
                ident: format_ident!("__f{n}"),
                ty,
                with,
                skip,
            }
        })
        .collect()
}

/// `Pair<'a, A, N>`
fn this_type(ident: &Ident, generics: &Generics) -> Type {
    let (_, arguments, _) = generics.split_for_impl();
    parse_quote!(#ident #arguments)
}

/// Field types stand in other types, too, in which `Self` is somebody else.
struct WithoutSelf<'a>(&'a Type);

impl VisitMut for WithoutSelf<'_> {
    fn visit_type_mut(&mut self, ty: &mut Type) {
        if ty.to_token_stream().to_string() == "Self" {
            *ty = self.0.clone();
        } else {
            visit_mut::visit_type_mut(self, ty);
        }
    }
}
