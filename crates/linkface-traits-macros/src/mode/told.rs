//! Members that stand in the trait only: methods that an impl leaves to their default.
//!
//! An impl doesn't show them. A trait with a macro beside it tells them, and its default mode.

use super::args::Args;
use super::default;
use super::model::{Const, Impl, Method};
use crate::krate::Krate;
use crate::mistakes::Mistakes;
use crate::told;
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use std::collections::HashMap;
use syn::parse::{Parse, ParseStream};
use syn::visit_mut::{self, VisitMut};
use syn::{
    Expr, GenericArgument, GenericParam, ItemImpl, ItemTrait, Lifetime, Path, PathArguments,
    TraitItem, Type, braced,
};

/// Asks the trait.
pub(super) fn ask(args: &Args, model: &Impl) -> TokenStream {
    let krate = &args.krate;
    let to = quote!(#krate::__private::__mode_told);
    let tokens = &args.tokens;
    let item = sketch(model);
    let asked = told::ask(
        &model.trait_path,
        &to,
        &quote!([#krate] { #tokens } { #item }),
    );
    let conditions = &model.conditions;
    quote!(#(#conditions)* #asked)
}

/// The impl without bodies, which nobody needs a second time.
fn sketch(model: &Impl) -> TokenStream {
    let Impl {
        keyword,
        generics,
        trait_path,
        self_ty,
        methods,
        consts,
        types,
        ..
    } = model;
    let (impl_generics, _, clause) = generics.split_for_impl();
    let methods = methods
        .iter()
        .map(|Method { attrs, sig }| quote!(#(#attrs)* #sig;));
    let consts = consts
        .iter()
        .map(|Const { attrs, ident, ty }| quote!(#(#attrs)* const #ident: #ty;));
    quote! {
        #keyword #impl_generics #trait_path for #self_ty #clause {
            #(type #types = ();)*
            #(#consts)*
            #(#methods)*
        }
    }
}

struct Told {
    declared: ItemTrait,
    krate: Krate,
    args: TokenStream,
    item: ItemImpl,
}

impl Parse for Told {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let declared;
        braced!(declared in input);
        let declared = declared.parse()?;
        let krate = input.parse()?;
        let args;
        braced!(args in input);
        let args = args.parse()?;
        let item;
        braced!(item in input);
        Ok(Self {
            declared,
            krate,
            args,
            item: item.parse()?,
        })
    }
}

pub(super) fn told(input: TokenStream) -> TokenStream {
    let Told {
        declared,
        krate,
        args,
        item,
    } = match syn::parse2(input) {
        Ok(told) => told,
        Err(error) => return error.to_compile_error(),
    };
    // What is wrong in these was said before.
    let mut said = Mistakes::default();
    let mut args = Args::parse(args, &mut said);
    args.krate = krate;
    let mode = match &args.mode {
        Some((mode, _)) => *mode,
        None => default::of(&declared),
    };
    // The impl as it was written says what it is, `derived` or not; its type is checked again, because
    // only now the mode is known.
    let derived = args.derived.take();
    let (item, Some(mut model)) = Impl::of(item, &args, &mut said) else {
        return TokenStream::new();
    };
    args.derived = derived;
    let mut mistakes = Mistakes::default();
    if args.mode.is_none() {
        super::kind::check(mode, &item.generics, &item.self_ty, &mut mistakes);
    }
    if mistakes.is_empty() {
        add(&declared, &mut model);
        let expanded = super::expand(mode, &args, &model, &mut mistakes);
        if mistakes.is_empty() {
            return expanded;
        }
    }
    mistakes.report()
}

/// Adds to the impl what only the trait has.
fn add(declared: &ItemTrait, model: &mut Impl) {
    let mut arguments = Arguments::of(declared, &model.trait_path);
    for member in &declared.items {
        match member {
            TraitItem::Fn(method) => {
                let known = model
                    .methods
                    .iter_mut()
                    .find(|known| known.sig.ident == method.sig.ident);
                if let Some(known) = known {
                    // What the trait says of its method holds for this one, if it says nothing itself.
                    inherit(&mut known.attrs, &method.attrs);
                } else {
                    let mut sig = method.sig.clone();
                    arguments.visit_signature_mut(&mut sig);
                    model.methods.push(Method {
                        attrs: method.attrs.clone(),
                        sig,
                    });
                }
            }
            TraitItem::Const(constant) => {
                let known = model
                    .consts
                    .iter_mut()
                    .find(|known| known.ident == constant.ident);
                if let Some(known) = known {
                    inherit(&mut known.attrs, &constant.attrs);
                } else {
                    let mut ty = constant.ty.clone();
                    arguments.visit_type_mut(&mut ty);
                    let (attrs, ident) = (constant.attrs.clone(), constant.ident.clone());
                    model.consts.push(Const { attrs, ident, ty });
                }
            }
            TraitItem::Type(ty) if !model.types.contains(&ty.ident) => {
                model.types.push(ty.ident.clone());
            }
            _ => {}
        }
    }
}

fn inherit(own: &mut Vec<syn::Attribute>, declared: &[syn::Attribute]) {
    for name in ["doc", "must_use", "deprecated"] {
        if !own.iter().any(|attribute| attribute.path().is_ident(name)) {
            own.extend(declared.iter().filter(|a| a.path().is_ident(name)).cloned());
        }
    }
}

/// The trait's parameters, and what stands for them in the impl.
#[derive(Default)]
struct Arguments {
    types: HashMap<Ident, TokenStream>,
    lifetimes: HashMap<Ident, Lifetime>,
}

impl Arguments {
    fn of(declared: &ItemTrait, path: &Path) -> Self {
        let mut written = Vec::new();
        if let Some(last) = path.segments.last()
            && let PathArguments::AngleBracketed(arguments) = &last.arguments
        {
            written.extend(arguments.args.iter());
        }
        let mut lifetimes = written.iter().filter_map(|argument| match argument {
            GenericArgument::Lifetime(lifetime) => Some(lifetime.clone()),
            _ => None,
        });
        let mut others = written.iter().filter(|argument| {
            matches!(
                argument,
                GenericArgument::Type(_) | GenericArgument::Const(_)
            )
        });
        let mut arguments = Self::default();
        for parameter in &declared.generics.params {
            let (name, default) = match parameter {
                GenericParam::Lifetime(parameter) => {
                    if let Some(lifetime) = lifetimes.next() {
                        let name = parameter.lifetime.ident.clone();
                        arguments.lifetimes.insert(name, lifetime);
                    }
                    continue;
                }
                GenericParam::Type(parameter) => (
                    &parameter.ident,
                    parameter.default.as_ref().map(|(_, ty)| quote!(#ty)),
                ),
                GenericParam::Const(parameter) => (
                    &parameter.ident,
                    parameter.default.as_ref().map(|(_, value)| quote!(#value)),
                ),
            };
            if let Some(tokens) = others.next().map(ToTokens::to_token_stream).or(default) {
                arguments.types.insert(name.clone(), tokens);
            }
        }
        arguments
    }

    fn argument(&self, path: &Path) -> Option<&TokenStream> {
        self.types.get(&path.segments.first()?.ident)
    }
}

impl VisitMut for Arguments {
    fn visit_type_mut(&mut self, ty: &mut Type) {
        if let Type::Path(path) = ty
            && path.qself.is_none()
            && path.path.leading_colon.is_none()
            && let Some(argument) = self.argument(&path.path)
        {
            let rest = path.path.segments.iter().skip(1);
            let written = if path.path.segments.len() == 1 {
                argument.clone()
            } else {
                quote!(<#argument>::#(#rest)::*)
            };
            if let Ok(written) = syn::parse2(written) {
                *ty = written;
                return;
            }
        }
        visit_mut::visit_type_mut(self, ty);
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        if let Expr::Path(path) = expr
            && path.qself.is_none()
            && path.path.get_ident().is_some()
            && let Some(argument) = self.argument(&path.path)
            && let Ok(written) = syn::parse2(argument.clone())
        {
            *expr = written;
            return;
        }
        visit_mut::visit_expr_mut(self, expr);
    }

    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        if let Some(written) = self.lifetimes.get(&lifetime.ident) {
            *lifetime = written.clone();
        }
    }
}
