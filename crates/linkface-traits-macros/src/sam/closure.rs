//! `sam!`: which form it is, and the forms that a constructor is enough for.

use super::input::Input;
use super::model::Sam;
use super::plan;
use super::solve::Arguments;
use super::{captures, check, expand, for_all, types};
use crate::mistakes::Mistakes;
use crate::told;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::parse::{Parse, ParseStream};
use syn::{
    Expr, ExprClosure, GenericArgument, GenericParam, ItemTrait, Pat, PatType, PathArguments,
    ReturnType, parse_quote,
};

/// `sam!`
pub(super) fn closure(tokens: TokenStream) -> TokenStream {
    let whole = tokens.clone();
    let input: Input = match syn::parse2(tokens) {
        Ok(input) => input,
        Err(mistake) => return failed(&mistake.to_compile_error()),
    };
    if input.is_fn() {
        return bare(&input);
    }
    if input.declaration.is_some() {
        return declared(input);
    }
    if input.is_static() || input.binder.is_some() || input.has_arguments() {
        let krate = &input.krate;
        return told::ask(&input.path, &quote!(#krate::__private::__sam_told), &whole);
    }
    let constructor = input.constructor();
    let closure = &input.closure;
    quote!(#constructor(#closure))
}

/// `sam!`, after the trait has told how it is declared.
pub(super) fn told(tokens: TokenStream) -> TokenStream {
    struct Told {
        item: ItemTrait,
        input: Input,
    }
    impl Parse for Told {
        fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
            let content;
            syn::braced!(content in input);
            Ok(Self {
                item: content.parse()?,
                input: input.parse()?,
            })
        }
    }
    let Told { item, input } = match syn::parse2(tokens) {
        Ok(told) => told,
        Err(mistake) => return failed(&mistake.to_compile_error()),
    };
    let mut of_trait = Mistakes::default();
    let Some(mut sam) = check::check(&item, None, &mut of_trait) else {
        // The trait may be in another crate: what is wrong is said where it is used.
        let mut mistakes = Mistakes::default();
        mistakes.at(
            &input.path,
            format_args!(
                "a closure can't be a `{}`: {}",
                item.ident,
                of_trait.first().unwrap_or_default()
            ),
        );
        return failed(&mistakes.report());
    };
    let mut mistakes = Mistakes::default();
    let expanded = if input.is_static() {
        captures::expand(&mut sam, &input, &mut mistakes)
    } else if input.binder.is_some() {
        for_all::expand(&mut sam, &input, &mut mistakes)
    } else {
        pinned(&mut sam, &input, &mut mistakes)
    };
    if mistakes.is_empty() {
        expanded
    } else {
        failed(&mistakes.report())
    }
}

/// In place of a closure.
fn failed(mistakes: &TokenStream) -> TokenStream {
    quote!({ #mistakes })
}

/// `FnOnce(_) -> _ |x| …` is the closure itself: those traits can't be implemented. What the path says
/// about types goes to the closure.
fn bare(input: &Input) -> TokenStream {
    let Some(PathArguments::Parenthesized(arguments)) =
        input.path.segments.last().map(|it| &it.arguments)
    else {
        return input.closure.to_token_stream();
    };
    let mut mistakes = Mistakes::default();
    if let Some(captures) = &input.captures {
        mistakes.add(syn::Error::new(
            captures.span,
            "an ordinary closure captures by itself",
        ));
    }
    if !mistakes.is_empty() {
        return failed(&mistakes.report());
    }
    let Some(closure) = input.as_closure() else {
        return input.closure.to_token_stream();
    };
    let mut closure: ExprClosure = closure.clone();
    for (pattern, argument) in closure.inputs.iter_mut().zip(&arguments.inputs) {
        if !matches!(pattern, Pat::Type(_)) {
            let written = pattern.clone();
            *pattern = Pat::Type(PatType {
                attrs: Vec::new(),
                pat: Box::new(written),
                colon_token: syn::token::Colon::default(),
                ty: Box::new(argument.ty.clone()),
            });
        }
    }
    if let (ReturnType::Default, ReturnType::Type(..)) = (&closure.output, &arguments.output) {
        closure.output = arguments.output.clone();
        let body = &closure.body;
        *closure.body = parse_quote!({ #body });
    }
    closure.to_token_stream()
}

/// `Trait<i64> |x| …`: the constructor, with the arguments that the path has.
fn pinned(sam: &mut Sam, input: &Input, mistakes: &mut Mistakes) -> TokenStream {
    let arguments = Arguments::of(input, sam, mistakes);
    let constructor = input.constructor();
    let closure = &input.closure;
    let Ok(plan) = plan::plan(sam) else {
        // The constructor says why there is none.
        return quote!(#constructor(#closure));
    };
    let lifetimes = arguments.lifetimes.iter().map(ToTokens::to_token_stream);
    let given = sam.generics.params.iter().filter_map(|parameter| {
        let name = match parameter {
            GenericParam::Lifetime(_) => return None,
            GenericParam::Type(parameter) => &parameter.ident,
            GenericParam::Const(parameter) => &parameter.ident,
        };
        Some(
            arguments
                .given
                .get(&name.to_string())
                .map_or_else(|| quote!(_), GenericArgument::to_token_stream),
        )
    });
    let bindings = sam.associated.iter().map(|associated| {
        arguments
            .bindings
            .get(&associated.item.ident.to_string())
            .map_or_else(|| quote!(_), ToTokens::to_token_stream)
    });
    // What is returned, and the closure.
    let open = std::iter::repeat_n(quote!(_), plan.opaque.len() + 1);
    let lent = (!arguments.lifetimes.is_empty() && plan.lent.is_some()).then(|| quote!('_));
    let all = lent
        .into_iter()
        .chain(lifetimes)
        .chain(given)
        .chain(bindings)
        .chain(open);
    quote!(#constructor::<#(#all),*>(#closure))
}

/// `Iterator { type Item; fn next(…); } |…| …`: the trait is declared on the spot.
fn declared(mut input: Input) -> TokenStream {
    let mut mistakes = Mistakes::default();
    let items = input.declaration.take().unwrap_or_default();
    let Some(name) = types::last(&input.path).cloned() else {
        return input.closure.to_token_stream();
    };
    let mut path = input.path.clone();
    let bindings = take_bindings(&mut path);
    let generics = &input.generics;
    let (parameters, _, clause) = generics.split_for_impl();
    let item = quote!(trait #name #parameters #clause { #(#items)* });
    let item: ItemTrait = match syn::parse2(item) {
        Ok(item) => item,
        Err(mistake) => return failed(&mistake.to_compile_error()),
    };
    let Some(mut sam) = check::check(&item, Some(path), &mut mistakes) else {
        return failed(&mistakes.report());
    };
    if let Some(captures) = &input.captures {
        mistakes.add(syn::Error::new(
            captures.span,
            "captures are named with a trait that `#[sam(for …)]` declares, not with one declared here",
        ));
        return failed(&mistakes.report());
    }
    sam.foreign_is_exact = true;
    let constructor = quote::format_ident!("__sam_closure");
    sam.constructor = Some(constructor.clone());
    let closure = &input.closure;
    match plan::plan(&mut sam) {
        Ok(plan) => {
            let made = expand::constructor(&mut sam, &plan, &[]);
            // Parameters come first, then associated types, what is returned, and the closure.
            let parameters = generics.params.iter().filter_map(|it| match it {
                GenericParam::Lifetime(_) => None,
                _ => Some(quote!(_)),
            });
            let arguments = sam.associated.iter().map(|associated| {
                bindings
                    .iter()
                    .find(|it| it.ident == associated.item.ident)
                    .map_or_else(|| quote!(_), |it| it.ty.to_token_stream())
            });
            let open = std::iter::repeat_n(quote!(_), plan.opaque.len() + 1);
            let all = parameters.chain(arguments).chain(open);
            quote!({ #made #constructor::<#(#all),*>(#closure) })
        }
        Err(why) => {
            mistakes.at(
                &sam.method.sig.ident,
                format_args!(
                    "a closure with inferred captures can't implement this: {}",
                    why.0
                ),
            );
            failed(&mistakes.report())
        }
    }
}

/// Takes `Item = u8` out of the path's arguments.
fn take_bindings(path: &mut syn::Path) -> Vec<syn::AssocType> {
    let mut bindings = Vec::new();
    if let Some(last) = path.segments.last_mut()
        && let PathArguments::AngleBracketed(arguments) = &mut last.arguments
    {
        let all = std::mem::take(&mut arguments.args);
        for argument in all {
            match argument {
                GenericArgument::AssocType(binding) => bindings.push(binding),
                other => arguments.args.push(other),
            }
        }
        if arguments.args.is_empty() {
            last.arguments = PathArguments::None;
        }
    }
    bindings
}

/// The closure's own expression, for the forms that need one.
pub(super) fn required<'a>(input: &'a Input, mistakes: &mut Mistakes) -> Option<&'a ExprClosure> {
    let found = input.as_closure();
    if found.is_none() {
        mistakes.at(
            &input.closure as &Expr,
            "its body becomes the method's, so a closure has to be written here: `|x| …`",
        );
    }
    found
}
