//! External impls: for each method of the trait an inherent method that can't be called.
//!
//! rustc looks for a type's own methods first, so a call with a dot (and a path `Foo::method`) finds the
//! trap. Its `where` clause never holds, and the trait of that clause says what to write instead. The
//! clause is higher-ranked, because rustc refuses one that is plainly false where it is written.
//! Generic code knows nothing of the type's own methods, and a path through the trait doesn't look at
//! them.

use super::args::Args;
use super::forward;
use super::header::Header;
use super::model::{Impl, Method};
use super::shared::Shared;
use super::text::text;
use crate::mistakes::Mistakes;
use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{PathArguments, ReceiverKind, Signature};

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
    let (mark, mut beside) = shared.leave();
    let mut traps = TokenStream::new();
    for method in methods {
        let (condition, imported) = shared.condition(&method.sig.ident);
        traps.extend(trap(args, model, &header, method, condition, mistakes));
        beside.extend(imported);
    }
    let conditions = &model.conditions;
    if conditions.is_empty() {
        return quote!(const _: () = { #mark #traps }; #beside);
    }
    // `beside` is several items: each needs the conditions.
    let beside = conditional(conditions, beside);
    quote!(#(#conditions)* const _: () = { #mark #traps }; #beside)
}

fn trap(
    args: &Args,
    model: &Impl,
    header: &Header,
    method: &Method,
    condition: Option<TokenStream>,
    mistakes: &mut Mistakes,
) -> Option<TokenStream> {
    let runtime = super::runtime(&args.krate);
    let conditions: Vec<_> = method
        .attrs
        .iter()
        .filter(|a| super::model::is_condition(a))
        .collect();
    let members = forward::members(model);
    let (mut sig, body) = forward::forward(header, &members, &method.sig, mistakes)?;
    let name = format_ident!("DotCall_{}", method.sig.ident, span = Span::call_site());
    // What rustc shows as the bound that isn't met.
    let span = args
        .mode
        .as_ref()
        .map_or(model.trait_path.span(), |(_, word)| word.span());
    let never = quote_spanned!(span.resolved_at(Span::mixed_site())=> for<'__a> Self: #name<'__a>);
    sig.generics
        .make_where_clause()
        .predicates
        .push(syn::parse_quote!(#never));
    let mut generics = header.generics.clone();
    if let Some(condition) = condition {
        generics
            .make_where_clause()
            .predicates
            .push(syn::parse_quote!(#condition));
    }
    let (generics, _, clause) = generics.split_for_impl();
    let self_ty = &header.self_ty;
    let Text {
        message,
        label,
        note,
    } = Text::of(model, &method.sig);
    let allow = forward::allow();
    Some(quote! {
        #(#conditions)*
        const _: () = {
            #[diagnostic::on_unimplemented(message = #message, label = #label, note = #note)]
            #[allow(non_camel_case_types)]
            pub trait #name<'__a> {}
            // rustc suggests to implement a trait that no type implements.
            #[diagnostic::do_not_recommend]
            impl #name<'_> for #runtime::Nobody {}

            #[doc(hidden)]
            #allow
            #[allow(private_interfaces, private_bounds)]
            impl #generics #self_ty #clause {
                #[doc(hidden)]
                #[inline]
                pub #sig { #body }
            }
        };
    })
}

/// What is said where a trap is called.
///
/// `cargo linkface fix --qualified` reads the message: its shape is documented in `guide/modes.md`.
struct Text {
    message: String,
    label: String,
    note: String,
}

impl Text {
    fn of(model: &Impl, sig: &Signature) -> Self {
        let method = &sig.ident;
        let ty = text(&model.self_ty);
        let trait_path = text(&in_expression(&model.trait_path));
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
                text(&model.trait_path)
            )),
            label: "call this through the trait".to_owned(),
            note: escape(format!(
                "write `{trait_path}::{method}({receiver}{separator}{more})` or \
                 `q!(x.{trait_path}::{method}({more}))`"
            )),
        }
    }
}

/// `From::<u8>` of `From<u8>`.
fn in_expression(path: &syn::Path) -> syn::Path {
    let mut path = path.clone();
    for segment in &mut path.segments {
        if let PathArguments::AngleBracketed(arguments) = &mut segment.arguments {
            if arguments
                .args
                .iter()
                .all(|argument| matches!(argument, syn::GenericArgument::Lifetime(_)))
            {
                segment.arguments = PathArguments::None;
            } else {
                arguments.colon2_token = Some(<syn::Token![::]>::default());
            }
        }
    }
    path
}

/// Items, each under the conditions.
fn conditional(conditions: &[syn::Attribute], items: TokenStream) -> TokenStream {
    let Ok(file) = syn::parse2::<syn::File>(items) else {
        return TokenStream::new();
    };
    file.items
        .iter()
        .map(|item| quote!(#(#conditions)* #item))
        .collect()
}
