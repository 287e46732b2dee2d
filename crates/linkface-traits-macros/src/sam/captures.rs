//! `sam!` with captures that are named: the closure's body becomes the method's.
//!
//! That is what a generic method needs to be called without `dyn`.

use super::closure::required;
use super::input::Input;
use super::model::Sam;
use super::object::Object;
use super::solve::Arguments;
use super::types::{self, bare};
use super::{erase, plan, selves};
use crate::mistakes::Mistakes;
use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use syn::visit_mut::VisitMut;
use syn::{ExprClosure, FnArg, Generics, Pat, ReturnType, Signature, Type};

pub(super) fn expand(sam: &mut Sam, input: &Input, mistakes: &mut Mistakes) -> TokenStream {
    let mut arguments = Arguments::of(input, sam, mistakes);
    let Some(closure) = required(input, mistakes) else {
        return TokenStream::new();
    };
    count(sam, closure, mistakes);
    selves::in_body(&closure.body, mistakes);
    arguments.learn(sam, closure);
    sam.names.take(input.closure.to_token_stream());
    sam.names.take(input.path.to_token_stream());

    let mut object = Object::new(input, sam);
    for capture in input.captures.iter().flat_map(|captures| &captures.all) {
        if let Some(ty) = &capture.ty {
            selves::in_type(ty, mistakes);
        }
        object.capture(sam, capture, mistakes);
    }
    let replace = object.replace(sam, &arguments, input, mistakes);
    let sig = signature(sam, closure, replace);
    object.declare_lifetimes(&sig);
    if !mistakes.is_empty() {
        return TokenStream::new();
    }
    object.write(sam, input, closure, &sig)
}

/// The closure takes what the method takes.
pub(super) fn count(sam: &Sam, closure: &ExprClosure, mistakes: &mut Mistakes) {
    let (wanted, found) = (sam.arguments().count(), closure.inputs.len());
    if wanted != found {
        let text = format!(
            "`{}` takes {wanted} argument{} besides `self`, this closure {found}",
            sam.method.sig.ident,
            if wanted == 1 { "" } else { "s" },
        );
        if closure.inputs.is_empty() {
            let span = closure.inputs_begin.span;
            mistakes.add(syn::Error::new(span, text));
        } else {
            mistakes.at(&closure.inputs, text);
        }
    }
}

/// The method's signature: what the closure writes out, and what the trait tells where it does not.
pub(super) fn signature(
    sam: &Sam,
    closure: &ExprClosure,
    mut replace: types::Replace,
) -> Signature {
    let mut sig = sam.method.sig.clone();
    replace.visit_signature_mut(&mut sig);
    let names = erase::argument_names(sam);
    sig = plan::implemented(&sig, &names, |_| false);
    // What the trait wrote as `self` is not what is `self` here.
    if let Some(FnArg::Receiver(receiver)) = sig.inputs.first_mut() {
        receiver.self_token.span = Span::mixed_site();
    }
    let mut written = closure.inputs.iter();
    for input in &mut sig.inputs {
        if let FnArg::Typed(argument) = input
            && let Some(Pat::Type(written)) = written.next()
            && !matches!(bare(&written.ty), Type::Infer(_))
            && !bounds_again(&mut sig.generics, &argument.ty, &written.ty)
        {
            argument.ty.clone_from(&written.ty);
        }
    }
    if let ReturnType::Type(_, ty) = &closure.output
        && !matches!(bare(ty), Type::Infer(_))
    {
        sig.output = closure.output.clone();
    }
    if let Some(binder) = &closure.lifetimes
        && !binder.lifetimes.is_empty()
    {
        sig.generics = Generics {
            lt_token: Some(syn::token::Lt::default()),
            params: binder.lifetimes.clone(),
            gt_token: Some(syn::token::Gt::default()),
            where_clause: None,
        };
    }
    sig
}

/// Whether `written` is `declared` with `impl Bounds` for a parameter of the method, `T`. Then the
/// bounds are `T`'s: the trait's own may have names that mean nothing here.
fn bounds_again(generics: &mut Generics, declared: &Type, written: &Type) -> bool {
    match (bare(declared), bare(written)) {
        (Type::Reference(declared), Type::Reference(written))
            if declared.mutability.is_some() == written.mutability.is_some() =>
        {
            bounds_again(generics, &declared.elem, &written.elem)
        }
        (declared, Type::ImplTrait(written)) => {
            let Some(name) = types::name(declared) else {
                return false;
            };
            let Some(parameter) = generics.type_params_mut().find(|it| it.ident == *name) else {
                return false;
            };
            parameter.bounds.clone_from(&written.bounds);
            parameter.colon_token.get_or_insert_default();
            if let Some(clause) = &mut generics.where_clause {
                clause.predicates = std::mem::take(&mut clause.predicates)
                    .into_iter()
                    .filter(|predicate| match predicate {
                        syn::WherePredicate::Type(predicate) => {
                            types::name(&predicate.bounded_ty) != Some(name)
                        }
                        _ => true,
                    })
                    .collect();
            }
            true
        }
        _ => false,
    }
}
