//! Inherent methods that pass a call on to the trait.

use super::args::Args;
use super::header::Header;
use super::model::{Const, Impl};
use super::rename::Rename;
use super::text;
use crate::code::code;
use crate::mistakes::Mistakes;
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::visit_mut::VisitMut;
use syn::{
    Attribute, FnArg, GenericParam, Meta, Pat, ReceiverKind, Safety, Signature, Token, Visibility,
    parse_quote,
};

/// An internal impl: its members, as the type's own.
pub(super) fn expand(args: &Args, model: &Impl, mistakes: &mut Mistakes) -> TokenStream {
    let header = Header::of(model);
    let members = members(model);
    let visibility = args
        .visibility
        .clone()
        .unwrap_or(Visibility::Public(<Token![pub]>::default()));
    let mut made = TokenStream::new();
    for constant in model
        .consts
        .iter()
        .filter(|constant| !args.excepts(&constant.ident))
    {
        made.extend(forward_const(
            &visibility,
            &header,
            &members,
            constant,
            mistakes,
        ));
    }
    for method in model
        .methods
        .iter()
        .filter(|method| !args.excepts(&method.sig.ident))
    {
        let Some((sig, body)) = forward(&header, &members, &method.sig, mistakes) else {
            continue;
        };
        let attrs = attributes(&method.attrs);
        let beside = beside(&visibility, &method.sig, &sig, body);
        let doc = documented(&method.attrs, model, &method.sig.ident);
        let inline = (!has(&method.attrs, "inline") && !has(&method.attrs, "cold"))
            .then(|| quote!(#[inline]));
        made.extend(quote!(#doc #(#attrs)* #inline #beside));
    }
    if made.is_empty() {
        return made;
    }
    let conditions = &model.conditions;
    let allow = allow();
    let (generics, _, clause) = header.generics.split_for_impl();
    let keyword = model.keyword;
    let made = model.braced(&made);
    let self_ty = &header.self_ty;
    quote! {
        #(#conditions)*
        #allow
        #keyword #generics #self_ty #clause #made
    }
}

/// A method as if it stood where the user's does, from `visibility` to the end: what rustc says of it
/// (E0592), it then says of the user's. `sig` is the user's, `made` what was made of it.
pub(super) fn beside(
    visibility: &Visibility,
    sig: &Signature,
    made: &Signature,
    body: TokenStream,
) -> TokenStream {
    let tokens: Vec<TokenTree> = sig.to_token_stream().into_iter().collect();
    let span = |token: Option<&TokenTree>| token.map_or_else(Span::call_site, TokenTree::span);
    let visibility = at(visibility, span(tokens.first()));
    let mut body = Group::new(Delimiter::Brace, body);
    body.set_span(span(tokens.last()));
    quote!(#visibility #made #body)
}

fn at(visibility: &Visibility, span: Span) -> TokenStream {
    let mut visibility = visibility.clone();
    match &mut visibility {
        Visibility::Public(keyword) => keyword.span = span,
        Visibility::Restricted(restricted) => restricted.pub_token.span = span,
        Visibility::Inherited => {}
    }
    visibility.into_token_stream()
}

/// What the lints of the user's crate say about methods belongs to the trait's declaration, not here.
pub(super) fn allow() -> TokenStream {
    quote! {
        #[allow(
            dead_code, deprecated, unreachable_pub, unused_qualifications, clippy::all,
            clippy::pedantic, clippy::nursery, clippy::restriction,
        )]
    }
}

/// The names of all members: what `Self::…` can mean in a signature.
pub(super) fn members(model: &Impl) -> Vec<Ident> {
    let consts = model.consts.iter().map(|constant| constant.ident.clone());
    model.types.iter().cloned().chain(consts).collect()
}

fn forward_const(
    visibility: &Visibility,
    header: &Header,
    members: &[Ident],
    constant: &Const,
    mistakes: &mut Mistakes,
) -> TokenStream {
    let Const { attrs, ident, ty } = constant;
    if let Some(parameter) = header.moved.first() {
        let parameter = super::header::name(parameter).unwrap_or_default();
        mistakes.at(
            ident,
            format!(
                "`{ident}` can't be internal: it differs with `{parameter}`, which isn't in the \
                 type; write `#[mode(internal, except({ident}))]`",
            ),
        );
        return TokenStream::new();
    }
    let trait_path = &header.trait_path;
    let mut ty = ty.clone();
    Rename {
        trait_path,
        members,
    }
    .visit_type_mut(&mut ty);
    let doc = (!has(attrs, "doc")).then(|| {
        let doc = link(trait_path, ident);
        quote!(#[doc = #doc])
    });
    let attrs = attributes(attrs);
    let visibility = at(visibility, ident.span());
    let span = ident.span();
    let keyword = quote_spanned!(span=> const);
    let end = quote_spanned!(span=> ;);
    quote!(#doc #(#attrs)* #visibility #keyword #ident: #ty = <Self as #trait_path>::#ident #end)
}

/// The signature and the body of the method that passes on a call of `sig`.
pub(super) fn forward(
    header: &Header,
    members: &[Ident],
    sig: &Signature,
    mistakes: &mut Mistakes,
) -> Option<(Signature, TokenStream)> {
    let trait_path = &header.trait_path;
    let name = &sig.ident;
    let mut sig = sig.clone();
    let mut arguments: Vec<TokenStream> = Vec::new();
    for (position, input) in sig.inputs.iter_mut().enumerate() {
        let attrs = match input {
            FnArg::Receiver(receiver) => {
                if !matches!(receiver.kind, ReceiverKind::Reference(..)) {
                    receiver.mutability = None;
                }
                arguments.push(receiver.self_token.to_token_stream());
                &mut receiver.attrs
            }
            FnArg::Typed(argument) => {
                let name = match &*argument.pat {
                    Pat::Ident(pat) if pat.subpat.is_none() => pat.ident.clone(),
                    _ => Ident::new(&format!("arg{position}"), Span::mixed_site()),
                };
                *argument.pat = parse_quote!(#name);
                arguments.push(name.to_token_stream());
                &mut argument.attrs
            }
        };
        if let Some(condition) = attrs
            .iter()
            .find(|attribute| attribute.path().is_ident("cfg"))
        {
            mistakes.at(
                condition,
                "put the condition on the method: a call can't be passed on with an argument that \
                 may not be there",
            );
            return None;
        }
        attrs.clear();
    }
    let own = sig.generics.params.iter().filter_map(argument);
    let own: Vec<_> = own.collect();
    let turbofish = (!own.is_empty()).then(|| quote!(::<#(#own),*>));
    let mut body = quote!(<Self as #trait_path>::#name #turbofish(#(#arguments),*));
    if sig.asyncness.is_some() {
        body = quote!(#body.await);
    }
    if matches!(sig.safety, Safety::Unsafe(_)) {
        // SAFETY of the call: the type's own method demands what the trait's does, of the same caller.
        body = quote!(unsafe { #body });
    }
    Rename {
        trait_path,
        members,
    }
    .visit_signature_mut(&mut sig);
    let lifetimes = sig
        .generics
        .params
        .iter()
        .take_while(|parameter| matches!(parameter, GenericParam::Lifetime(_)))
        .count();
    for (position, parameter) in header.moved.iter().enumerate() {
        sig.generics
            .params
            .insert(lifetimes + position, parameter.clone());
    }
    if !header.moved_predicates.is_empty() {
        let clause = sig.generics.make_where_clause();
        clause
            .predicates
            .extend(header.moved_predicates.iter().cloned());
    }
    Some((sig, body))
}

/// A parameter as an argument. Lifetimes are left to inference: most of them can't be written.
fn argument(parameter: &GenericParam) -> Option<TokenStream> {
    match parameter {
        GenericParam::Lifetime(_) => None,
        GenericParam::Type(parameter) => Some(parameter.ident.to_token_stream()),
        GenericParam::Const(parameter) => Some(parameter.ident.to_token_stream()),
    }
}

fn has(attrs: &[Attribute], name: &str) -> bool {
    attrs
        .iter()
        .any(|attribute| attribute.path().is_ident(name))
}

/// The attributes that mean on an inherent method what they mean on the impl's.
fn attributes(attrs: &[Attribute]) -> Vec<&Attribute> {
    const CARRIED: [&str; 10] = [
        "doc",
        "must_use",
        "deprecated",
        "cfg",
        "cfg_attr",
        "track_caller",
        "inline",
        "cold",
        "allow",
        "target_feature",
    ];
    attrs
        .iter()
        .filter(|attribute| CARRIED.iter().any(|name| attribute.path().is_ident(name)))
        .collect()
}

/// A sentence for a method without documentation.
fn documented(attrs: &[Attribute], model: &Impl, name: &Ident) -> Option<TokenStream> {
    let documented = attrs.iter().any(|attribute| match &attribute.meta {
        Meta::NameValue(meta) => meta.path.is_ident("doc"),
        _ => false,
    });
    (!documented).then(|| {
        let doc = link(&model.trait_path, name);
        quote!(#[doc = #doc])
    })
}

/// The trait's member as rustdoc links it.
fn link(path: &syn::Path, member: &Ident) -> String {
    let mut path = path.clone();
    for segment in &mut path.segments {
        segment.arguments = syn::PathArguments::None;
    }
    let (shown, path) = (text::path(&path), code(&path));
    format!("[`{shown}::{member}`]({path}::{member}).")
}
