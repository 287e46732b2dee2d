//! The call that is a method's body.

use super::method::{Method, Receives, at_span};
use super::target::{Names, Source, Use};
use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Expr, ExprMatch, ExprPath, ItemImpl, Path, PathArguments, Safety, Type};

/// What a call is made from.
pub(super) struct Site<'a> {
    pub(super) item: &'a ItemImpl,
    /// The trait of the methods, as types are written; a field's own methods have none.
    pub(super) of: Option<&'a Path>,
    /// Whether the impl declares what it delegates.
    pub(super) here: bool,
}

/// Why there is no call.
pub(super) enum Refusal {
    /// The type of the field would have to be known.
    NeedsType,
    Words(String),
}

impl Site<'_> {
    /// The body of `method`, which is delegated by `it`.
    pub(super) fn body(&self, method: &Method, it: &Use) -> Result<TokenStream, Refusal> {
        let call = match (&it.source, &it.names) {
            (Source::Path(path), Names::One { .. }) => {
                let (receiver, arguments) = (method.receiver.iter(), &method.arguments);
                let mut path = path.clone();
                if let Some(last) = path.path.segments.last_mut()
                    && last.arguments.is_empty()
                    && let turbofish = method.needed_turbofish()
                    && !turbofish.is_empty()
                    && let Ok(arguments) = syn::parse2(turbofish)
                {
                    last.arguments = PathArguments::AngleBracketed(arguments);
                }
                let span = it.span();
                quote_spanned!(span=> #path(#(#receiver,)* #(#arguments),*))
            }
            (Source::Path(path), Names::All(_)) => {
                let path = self.item_of(path, &method.signature.ident, method.receiver.is_some());
                let (receiver, arguments) = (method.receiver.iter(), &method.arguments);
                let turbofish = method.turbofish();
                let span = it.span();
                quote_spanned!(span=> #path #turbofish(#(#receiver,)* #(#arguments),*))
            }
            (Source::Place(place), names) => {
                if matches!(method.signature.safety, Safety::Unsafe(_))
                    && dereferences(place.tokens.clone())
                {
                    return Err(Refusal::Words(format!(
                        "`{}` is unsafe, and whether `{}` may be read is not for a macro to vouch: \
                         write `fn {0}` out",
                        method.signature.ident,
                        crate::code::code(&place.tokens)
                    )));
                }
                let of = Place {
                    tokens: with_self(&place.tokens, method.receiver.as_ref()),
                    ty: place.ty.as_ref(),
                    pointer: place
                        .pointer
                        .as_ref()
                        .map(|pointer| with_self(pointer, method.receiver.as_ref())),
                    variants: place
                        .variants
                        .as_ref()
                        .map(|variants| with_self(variants, method.receiver.as_ref())),
                };
                match (names, place.of.as_ref()) {
                    (Names::All(_), qualifier) => {
                        let name = &method.signature.ident;
                        match qualifier.or(self.of) {
                            Some(path) => Self::by_trait(method, &of, path, name, it)?,
                            None => self.by_dot(method, &of, name, it)?,
                        }
                    }
                    (Names::One { name, .. }, Some(path)) => {
                        Self::by_trait(method, &of, path, name, it)?
                    }
                    (Names::One { name, .. }, None) => self.by_dot(method, &of, name, it)?,
                }
            }
        };
        Ok(match method.signature.safety {
            // SAFETY of the call: what the trait's method demands of its caller. Whoever wrote `use`
            // vouches that the function demands no more.
            Safety::Unsafe(_) => quote!(unsafe { #call }),
            _ => call,
        })
    }

    /// A method of a certain trait, for a place.
    fn by_trait(
        method: &Method,
        place: &Place<'_>,
        of: &Path,
        name: &Ident,
        it: &Use,
    ) -> Result<TokenStream, Refusal> {
        let arguments = &method.arguments;
        let turbofish = method.turbofish();
        let span = it.span();
        let ty = match (place.ty, method.receives()) {
            (Some(ty), _) => quote!(#ty),
            (None, Some(_)) => quote_spanned!(span=> _),
            (None, None) => {
                return Err(Refusal::NeedsType);
            }
        };
        if method.receiver.is_some()
            && let Some(variants) = &place.variants
        {
            return variant_by_variant(
                variants,
                method,
                |value| quote_spanned!(span=> <#ty as #of>::#name #turbofish(#value, #(#arguments),*)),
            );
        }
        let receiver = place.receiver(method, it)?;
        let receiver = receiver.iter();
        Ok(quote_spanned! {span=>
            <#ty as #of>::#name #turbofish(#(#receiver,)* #(#arguments),*)
        })
    }

    /// `self.0.name(…)`: as it is written.
    fn by_dot(
        &self,
        method: &Method,
        place: &Place<'_>,
        name: &Ident,
        it: &Use,
    ) -> Result<TokenStream, Refusal> {
        let arguments = &method.arguments;
        let turbofish = method.needed_turbofish();
        let span = it.span();
        // The trait is named in the impl, and so need not be imported.
        let import = self.of.map(|of| {
            let mut path = of.clone();
            super::paths::strip(&mut path);
            quote!(#[allow(unused_imports)] use #path as _;)
        });
        if method.receiver.is_none() {
            let Some(ty) = place.ty else {
                return Err(Refusal::NeedsType);
            };
            return Ok(quote_spanned!(span=> #import <#ty>::#name #turbofish(#(#arguments),*)));
        }
        if let Some(variants) = &place.variants {
            let call = variant_by_variant(
                variants,
                method,
                |value| quote_spanned!(span=> (#value).#name #turbofish(#(#arguments),*)),
            )?;
            return Ok(quote!(#import #call));
        }
        let place = match (&place.pointer, method.receives()) {
            (Some(pointer), Some(Receives::Pointer(_))) => pointer,
            (None, Some(Receives::PinMutable | Receives::PinShared)) => {
                let receiver = place.receiver(method, it)?;
                return Ok(
                    quote_spanned!(span=> #import (#receiver).#name #turbofish(#(#arguments),*)),
                );
            }
            _ => &place.tokens,
        };
        Ok(quote_spanned!(span=> #import #place.#name #turbofish(#(#arguments),*)))
    }

    /// `name` of what stands before `::*`.
    pub(super) fn item_of(&self, path: &ExprPath, name: &Ident, infers: bool) -> TokenStream {
        if path.qself.is_some() {
            let mut path = path.clone();
            if let Some(last) = path.path.segments.last_mut() {
                last.ident = at_span(name, last.ident.span());
            }
            return quote!(#path);
        }
        let Some(prefix) = super::plan::prefix(path) else {
            return quote!(#name);
        };
        // The type itself, or a trait of its.
        let is_type = prefix.is_ident("Self")
            || matches!(&*self.item.self_ty, Type::Path(ty) if super::paths::alike(&ty.path, &prefix));
        let name = at_span(name, it_span(path));
        if is_type || infers {
            quote!(#prefix::#name)
        } else {
            let prefix = super::paths::as_in_types(&prefix);
            quote!(<Self as #prefix>::#name)
        }
    }
}

/// A `match` whose arms lead to values, with a call of each. They are of different types, so the call
/// can't stand outside; and what an arm leads to is a reference already if `self` is one.
fn variant_by_variant(
    variants: &TokenStream,
    method: &Method,
    call: impl Fn(&Expr) -> TokenStream,
) -> Result<TokenStream, Refusal> {
    let mut variants: ExprMatch =
        syn::parse2(variants.clone()).map_err(|mistake| Refusal::Words(mistake.to_string()))?;
    let wait = method.signature.asyncness.map(|_| quote!(.await));
    for arm in &mut variants.arms {
        let call = call(&arm.body);
        *arm.body = Expr::Verbatim(quote!(#call #wait));
        arm.comma.get_or_insert_default();
    }
    Ok(variants.into_token_stream())
}

fn it_span(path: &ExprPath) -> Span {
    path.path
        .segments
        .last()
        .map_or_else(Span::call_site, |last| last.ident.span())
}

/// A place in the method.
struct Place<'a> {
    tokens: TokenStream,
    ty: Option<&'a Type>,
    pointer: Option<TokenStream>,
    variants: Option<TokenStream>,
}

impl Place<'_> {
    /// What is passed for `self`.
    fn receiver(&self, method: &Method, it: &Use) -> Result<Option<TokenStream>, Refusal> {
        let Some(receives) = method.receives() else {
            return Ok(None);
        };
        let place = &self.tokens;
        let span = it.span();
        let name = &method.signature.ident;
        let pinned = method.receiver.as_ref().map(|word| {
            let inner = Ident::new("inner", span.resolved_at(Span::mixed_site()));
            (word, with_self(place, Some(&inner)), inner)
        });
        Ok(Some(match (receives, pinned) {
            (Receives::Value, _) => quote_spanned!(span=> #place),
            (Receives::Shared, _) => quote_spanned!(span=> &#place),
            (Receives::Mutable, _) => quote_spanned!(span=> &mut #place),
            (Receives::PinMutable, Some((word, place, inner))) => quote_spanned! {span=>
                { let #inner = ::core::pin::Pin::get_mut(#word); ::core::pin::Pin::new(&mut #place) }
            },
            (Receives::PinShared, Some((word, place, inner))) => quote_spanned! {span=>
                { let #inner = ::core::pin::Pin::get_ref(#word); ::core::pin::Pin::new(&#place) }
            },
            (Receives::Pointer(pointer), _) => match &self.pointer {
                Some(inner) => quote_spanned!(span=> #inner),
                None => {
                    return Err(Refusal::Words(format!(
                        "`{name}` takes `self: {pointer}<Self>`, and a field has no `{pointer}` of \
                         its own: write `fn {name}` out, or delegate to `(*self.field)` where the \
                         field is a `{pointer}`"
                    )));
                }
            },
            _ => {
                return Err(Refusal::Words(format!(
                    "`{name}` takes `self` in a way that a field can't be taken: write `fn {name}` out"
                )));
            }
        }))
    }
}

/// `tokens` with every `self` meaning the method's.
fn with_self(tokens: &TokenStream, receiver: Option<&Ident>) -> TokenStream {
    let Some(receiver) = receiver else {
        return tokens.clone();
    };
    tokens
        .clone()
        .into_iter()
        .map(|token| match token {
            TokenTree::Ident(word) if word == "self" => {
                let mut new = receiver.clone();
                new.set_span(word.span().resolved_at(receiver.span()));
                TokenTree::Ident(new)
            }
            TokenTree::Group(group) => {
                let mut new = Group::new(
                    group.delimiter(),
                    with_self(&group.stream(), Some(receiver)),
                );
                new.set_span(group.span());
                TokenTree::Group(new)
            }
            token => token,
        })
        .collect()
}

/// Whether a place may go through a raw pointer, which the call's `unsafe` block would let pass.
fn dereferences(place: TokenStream) -> bool {
    place.into_iter().any(|token| match token {
        TokenTree::Punct(sign) => sign.as_char() == '*',
        TokenTree::Group(group) => dereferences(group.stream()),
        _ => false,
    })
}
