//! A loadable trait, as it was declared.

use super::method::Method;
use crate::mistakes::Mistakes;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::parse::{Parse, ParseStream};
use syn::{ItemTrait, LitInt, Path, TraitItem, TypeParamBound, bracketed};

/// A trait and how it is loaded.
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent of each other, as written"
)]
pub(crate) struct Interface {
    /// Where linkface-plugin is.
    pub(crate) krate: Path,
    /// The type that stands for a loaded implementor.
    pub(crate) loaded: Ident,
    pub(crate) version: u64,
    pub(crate) same_build: bool,
    /// As written.
    pub(crate) item: ItemTrait,
    /// Those that are in the table, in the order of their numbers.
    pub(crate) methods: Vec<Method>,
    pub(crate) is_send: bool,
    pub(crate) is_sync: bool,
    pub(crate) is_unpin: bool,
    /// Whether nothing is demanded of an implementor that one of another image can't have.
    pub(crate) is_implementable: bool,
}

struct Input {
    krate: Path,
    loaded: Ident,
    version: Option<LitInt>,
    same_build: bool,
    item: ItemTrait,
}

impl Parse for Input {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let krate;
        bracketed!(krate in input);
        let loaded;
        bracketed!(loaded in input);
        let version;
        bracketed!(version in input);
        let same_build;
        bracketed!(same_build in input);
        Ok(Self {
            krate: krate.call(Path::parse_mod_style)?,
            loaded: loaded.parse()?,
            version: (!version.is_empty()).then(|| version.parse()).transpose()?,
            same_build: same_build.parse::<Option<Ident>>()?.is_some(),
            item: input.parse()?,
        })
    }
}

impl Interface {
    pub(crate) fn parse(input: TokenStream, mistakes: &mut Mistakes) -> syn::Result<Self> {
        let Input {
            krate,
            loaded,
            version,
            same_build,
            item,
        } = syn::parse2(input)?;
        let version = match version {
            Some(version) => version.base10_parse()?,
            None => 1,
        };
        let mut this = Self {
            krate,
            loaded,
            version,
            same_build,
            methods: Vec::new(),
            is_send: false,
            is_sync: false,
            is_unpin: false,
            is_implementable: true,
            item,
        };
        if this.is_named_twice() {
            mistakes.on(
                &this.loaded,
                format!(
                    "the trait is called this, and what is loaded is a type of its own: \
                     `loadable = Loaded{}`",
                    this.item.ident
                ),
            );
        }
        let before = mistakes.count();
        this.bounds(mistakes);
        this.is_implementable = mistakes.count() == before;
        this.items(mistakes);
        Ok(this)
    }

    /// The name of something generated beside the trait.
    pub(crate) fn hidden(&self, what: &str) -> Ident {
        format_ident!("__linkface_{what}_{}", self.item.ident)
    }

    /// How many methods there are, in a constant.
    pub(crate) fn count(&self) -> TokenStream {
        self.number(self.methods.len())
    }

    /// The number of a method: how many there are before it.
    pub(crate) fn number(&self, method: usize) -> TokenStream {
        if self.methods.iter().all(|method| method.cfgs.is_empty()) {
            return quote!(#method);
        }
        // Which ones are there is known once the `#[cfg]`s are gone.
        let before = self.methods[..method].iter().map(|method| {
            let cfgs = &method.cfgs;
            quote!(#(#cfgs)* ())
        });
        quote!(<[()]>::len(&[#(#before),*]))
    }

    /// `Send` and `Sync` for a type that is or leads to an implementor, as the trait demands them.
    pub(crate) fn auto_traits(&self, ty: &TokenStream) -> TokenStream {
        let autos = [
            (self.is_send, quote!(::core::marker::Send)),
            (self.is_sync, quote!(::core::marker::Sync)),
        ];
        autos
            .iter()
            .filter(|(is, _)| *is)
            .map(|(_, path)| {
                quote!(
                    // SAFETY: the trait demands it of its implementors.
                    unsafe impl #path for #ty {}
                )
            })
            .collect()
    }

    /// That the trait really demands what its bounds are called.
    pub(crate) fn auto_traits_checked(&self) -> TokenStream {
        let Self {
            krate,
            item,
            is_send,
            is_sync,
            ..
        } = self;
        let name = &item.ident;
        let checks = [
            is_send.then(|| quote!(#krate::__private::is_send::<__T>();)),
            is_sync.then(|| quote!(#krate::__private::is_sync::<__T>();)),
        ];
        let checks = checks.iter().flatten();
        quote!(
            const _: () = {
                #[allow(dead_code)]
                fn demands<__T: #name + ?::core::marker::Sized>() { #(#checks)* }
            };
        )
    }

    fn bounds(&mut self, mistakes: &mut Mistakes) {
        if let Some(parameter) = self.item.generics.params.first() {
            mistakes.on(
                parameter,
                "an interface that is loaded is one table of functions: it has no parameters",
            );
        }
        if let Some(clause) = &self.item.generics.where_clause {
            mistakes.on(
                clause,
                "what is loaded can be demanded to be `Send`, `Sync`, `Unpin` and `'static`: write it \
                 behind the trait's name, `trait Name: Send`",
            );
        }
        for bound in &self.item.supertraits {
            let name = match bound {
                TypeParamBound::Lifetime(lifetime) if lifetime.ident == "static" => continue,
                TypeParamBound::Trait(bound) => bound
                    .path
                    .segments
                    .last()
                    .map(|last| last.ident.to_string()),
                _ => None,
            };
            match name.as_deref() {
                Some("Send") => self.is_send = true,
                Some("Sync") => self.is_sync = true,
                Some("Unpin") => self.is_unpin = true,
                Some("Sized") => {}
                _ => mistakes.on(
                    bound,
                    "what is loaded can be demanded to be `Send`, `Sync`, `Unpin` and `'static`: \
                     other traits have methods that aren't in this interface; declare what you need of \
                     them here",
                ),
            }
        }
    }

    fn items(&mut self, mistakes: &mut Mistakes) {
        for item in &self.item.items {
            match item {
                TraitItem::Fn(method) => {
                    if let Some(method) =
                        Method::new(method, self.version, self.same_build, mistakes)
                    {
                        self.methods.push(method);
                    }
                }
                other => mistakes.on(
                    other,
                    "an interface that is loaded has methods only: its other items would differ from \
                     implementor to implementor",
                ),
            }
        }
    }

    /// Whether the trait and the loaded type have one name.
    pub(crate) fn is_named_twice(&self) -> bool {
        self.loaded == self.item.ident
    }

    /// Whether `dyn Trait` is a type.
    pub(crate) fn is_dyn(&self) -> bool {
        let sized = |bound: &TypeParamBound| {
            matches!(bound, TypeParamBound::Trait(bound)
                if bound.path.segments.last().is_some_and(|last| last.ident == "Sized"))
        };
        !self.item.supertraits.iter().any(sized)
            && self.item.items.iter().all(|item| match item {
                TraitItem::Fn(method) => Method::is_dyn(method),
                _ => false,
            })
    }
}

/// `#[since(N)]`: the version that a method came with.
pub(crate) fn since(attributes: &[syn::Attribute]) -> syn::Result<Option<(u64, &syn::Attribute)>> {
    for attribute in attributes {
        if attribute.path().is_ident("since") {
            let version: LitInt = attribute.parse_args()?;
            return Ok(Some((version.base10_parse()?, attribute)));
        }
    }
    Ok(None)
}
