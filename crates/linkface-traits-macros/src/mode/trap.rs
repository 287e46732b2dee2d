//! External impls: for each method of the trait an inherent method that can't be called.
//!
//! rustc looks for a type's own methods first, so a call with a dot (and a path `Foo::method`) finds the
//! trap. Its `where` clause never holds, and the trait of that clause says what to write instead. The
//! clause is higher-ranked, because rustc refuses one that is plainly false where it is written.
//! Generic code knows nothing of the type's own methods, and a path through the trait doesn't look at
//! them.

use super::args::Args;
use super::forward;
use super::header::{Header, name, names};
use super::model::{Impl, Method, is_condition};
use super::shared::{Place, Shared};
use super::text;
use crate::code::code;
use crate::mistakes::Mistakes;
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use std::collections::HashSet;
use syn::{GenericArgument, PathArguments, ReceiverKind, Signature, Token, parse_quote};

pub(super) fn expand(args: &Args, model: &Impl, mistakes: &mut Mistakes) -> TokenStream {
    let header = Header::of(model);
    // A function without `self` isn't called with a dot.
    let methods: Vec<&Method> = model
        .methods
        .iter()
        .filter(|method| method.sig.receiver().is_some() && !args.excepts(&method.sig.ident))
        .collect();
    if methods.is_empty() {
        return TokenStream::new();
    }
    let shared = Shared::new(&args.krate, model, &header.generics, &header.self_ty);
    let mut traps = TokenStream::new();
    let mut beside = TokenStream::new();
    for method in methods {
        let place = shared.trap(&method.sig.ident);
        let mut conditions = model.conditions.clone();
        conditions.extend(method.attrs.iter().filter(|a| is_condition(a)).cloned());
        beside.extend(conditional(&conditions, &place.beside));
        let trap = trap(args, model, &header, method, &place, mistakes);
        traps.extend(trap.map(|trap| conditional(&conditions, &trap)));
    }
    quote!(const _: () = { #traps }; #beside)
}

fn trap(
    args: &Args,
    model: &Impl,
    header: &Header,
    method: &Method,
    place: &Place,
    mistakes: &mut Mistakes,
) -> Option<TokenStream> {
    let runtime = super::runtime(&args.krate);
    let members = forward::members(model);
    let (mut sig, body) = forward::forward(header, &members, &method.sig, mistakes)?;
    let name = format_ident!("DotCall_{}", method.sig.ident, span = Span::call_site());
    // What rustc shows as the bound that isn't met.
    let span = match &args.mode {
        Some((_, word)) => word.span(),
        None => model.keyword.span,
    };
    let never = quote_spanned!(span.resolved_at(Span::mixed_site())=> for<'__a> Self: #name<'__a>);
    let clause = sig.generics.make_where_clause();
    clause.predicates.push(parse_quote!(#never));
    let mut generics = header.generics.clone();
    if let Some(condition) = &place.condition {
        let clause = generics.make_where_clause();
        clause.predicates.push(parse_quote!(#condition));
    }
    let (generics, _, clause) = generics.split_for_impl();
    let keyword = model.keyword;
    let self_ty = &header.self_ty;
    let text = Text::of(model, &method.sig);
    let Text {
        message,
        label,
        note,
        others,
    } = &text;
    let allow = forward::allow();
    let method = forward::beside(&parse_quote!(pub), &method.sig, &sig, body);
    let mark = &place.mark;
    let members = model.braced(&quote! {
        #mark
        #[doc(hidden)]
        #[inline]
        #method
    });
    Some(quote! {
        #[diagnostic::on_unimplemented(message = #message, label = #label, note = #note, note = #others)]
        #[allow(non_camel_case_types)]
        pub trait #name<'__a> {}
        // rustc suggests to implement a trait that no type implements.
        #[diagnostic::do_not_recommend]
        impl #name<'_> for #runtime::Nobody {}

        #[doc(hidden)]
        #allow
        #[allow(private_interfaces, private_bounds)]
        #keyword #generics #self_ty #clause #members
    })
}

/// What is said where a trap is called.
///
/// `cargo linkface fix --qualified` reads the message: its shape is documented in `guide/modes.md`.
struct Text {
    message: String,
    label: String,
    note: String,
    others: String,
}

impl Text {
    fn of(model: &Impl, sig: &Signature) -> Self {
        let method = &sig.ident;
        let ty = code(&model.self_ty);
        let trait_path = text::path(&in_expression(model));
        let more = if sig.inputs.len() > 1 { ".." } else { "" };
        let receiver = match sig.receiver().map(|receiver| &receiver.kind) {
            Some(ReceiverKind::Reference(_, _, None)) => "&x",
            Some(ReceiverKind::Reference(_, _, Some(_))) => "&mut x",
            _ => "x",
        };
        let separator = if more.is_empty() { "" } else { ", " };
        // `{` begins a parameter in these texts.
        let escape = |text: String| text.replace('{', "{{").replace('}', "}}");
        Self {
            message: escape(format!(
                "`{ty}` has no method `{method}`: its impl of `{}` is external",
                text::path(&model.trait_path)
            )),
            label: "call this through the trait".to_owned(),
            others: format!(
                "a `{method}` of another trait, or of what this dereferences to, is called by a path, too"
            ),
            note: escape(format!(
                "write `{trait_path}::{method}({receiver}{separator}{more})` or \
                 `q!(x.{trait_path}::{method}({more}))`"
            )),
        }
    }
}

/// `From::<u8>` of `From<u8>`. What the impl is generic in, can't be written elsewhere.
fn in_expression(model: &Impl) -> syn::Path {
    let own: HashSet<String> = model.generics.params.iter().filter_map(name).collect();
    let mut path = model.trait_path.clone();
    for segment in &mut path.segments {
        if let PathArguments::AngleBracketed(arguments) = &mut segment.arguments {
            let lifetimes = arguments
                .args
                .iter()
                .all(|argument| matches!(argument, GenericArgument::Lifetime(_)));
            if lifetimes || !names(arguments.args.to_token_stream()).is_disjoint(&own) {
                segment.arguments = PathArguments::None;
            } else {
                arguments.colon2_token = Some(<Token![::]>::default());
            }
        }
    }
    path
}

/// Items, each under the conditions.
fn conditional(conditions: &[syn::Attribute], items: &TokenStream) -> TokenStream {
    if conditions.is_empty() {
        return items.clone();
    }
    let Ok(file) = syn::parse2::<syn::File>(items.clone()) else {
        return TokenStream::new();
    };
    file.items
        .iter()
        .map(|item| quote!(#(#conditions)* #item))
        .collect()
}
