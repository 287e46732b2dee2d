//! A method's signature, ready to be written out.

use proc_macro2::{Delimiter, Group, Span, TokenStream};
use quote::{format_ident, quote};
use syn::{
    FnArg, GenericParam, Ident, Pat, PatIdent, ReceiverKind, ReturnType, Safety, Signature, Token,
    Type, parse_quote, visit::Visit, visit_mut::VisitMut,
};

/// A method to write out.
pub(super) struct Method {
    pub(super) signature: Signature,
    /// `self` among its arguments, if it has one.
    pub(super) receiver: Option<Ident>,
    /// The names of its other arguments.
    pub(super) arguments: Vec<Ident>,
}

/// How a method takes `self`.
pub(super) enum Receives {
    Value,
    Shared,
    Mutable,
    PinShared,
    PinMutable,
    /// `Box`, `Rc`, `Arc`: by name.
    Pointer(String),
    Other,
}

impl Method {
    /// `at`: where the `use` stands that it is written for. Its names are none that an expression of the
    /// user's could mean.
    pub(super) fn new(mut signature: Signature, at: Span) -> Self {
        let hidden = at.resolved_at(Span::mixed_site());
        let mut receiver = None;
        let mut arguments = Vec::new();
        let taken: Vec<String> = signature.inputs.iter().filter_map(name).collect();
        for (n, argument) in signature.inputs.iter_mut().enumerate() {
            match argument {
                FnArg::Receiver(it) => {
                    it.attrs.clear();
                    it.mutability = None;
                    // `self` in what the user wrote and `self` here have to be one.
                    let word = Ident::new("self", hidden);
                    it.self_token = Token![self](word.span());
                    receiver = Some(word);
                }
                FnArg::Typed(it) => {
                    it.attrs.clear();
                    let name = if let Pat::Ident(PatIdent {
                        ident,
                        subpat: None,
                        ..
                    }) = &*it.pat
                    {
                        at_span(ident, hidden)
                    } else {
                        let mut name = format_ident!("argument{n}", span = hidden);
                        while taken.iter().any(|other| name == other) {
                            name = format_ident!("{name}_", span = hidden);
                        }
                        name
                    };
                    *it.pat = parse_quote!(#name);
                    arguments.push(name);
                }
            }
        }
        Self {
            signature,
            receiver,
            arguments,
        }
    }

    pub(super) fn receives(&self) -> Option<Receives> {
        Some(match &self.signature.receiver()?.kind {
            ReceiverKind::Value => Receives::Value,
            ReceiverKind::Reference(_, _, None) => Receives::Shared,
            ReceiverKind::Reference(_, _, Some(_)) => Receives::Mutable,
            ReceiverKind::Typed(_, ty) => typed(ty),
            _ => Receives::Other,
        })
    }

    /// An `async fn` as what it stands for: the future is passed on, not wrapped into another.
    pub(super) fn without_async(&mut self) {
        if self.signature.asyncness.take().is_none() {
            return;
        }
        let output = match &self.signature.output {
            ReturnType::Default => parse_quote!(()),
            ReturnType::Type(_, ty) => ty.clone(),
        };
        self.signature.output = parse_quote!(-> impl ::core::future::Future<Output = #output>);
    }

    /// The method, written out with `body`.
    ///
    /// Its first and last tokens are at `at`, where the user wrote what it is made for. The signature may
    /// come from another crate's macro, and of methods that seem to be, rustc lints nothing: not even
    /// that one calls only itself.
    pub(super) fn with_body(&mut self, at: Span, body: &TokenStream) -> TokenStream {
        let signature = &mut self.signature;
        let place = |span: &mut Span| *span = at;
        if let Some(token) = &mut signature.constness {
            place(&mut token.span);
        }
        if let Some(token) = &mut signature.asyncness {
            place(&mut token.span);
        }
        if let Safety::Unsafe(token) = &mut signature.safety {
            place(&mut token.span);
        }
        if let Some(abi) = &mut signature.abi {
            place(&mut abi.extern_token.span);
        }
        place(&mut signature.fn_token.span);
        let mut body = Group::new(Delimiter::Brace, body.clone());
        body.set_span(at);
        quote!(#signature #body)
    }

    /// Makes an `impl Trait` that is returned capture all lifetimes, as it does in a trait, also
    /// where the user's edition says otherwise: what counts is where the word was written.
    pub(super) fn capture_all(&mut self) {
        struct Respan;
        impl VisitMut for Respan {
            fn visit_type_impl_trait_mut(&mut self, ty: &mut syn::TypeImplTrait) {
                ty.impl_token.span = Span::call_site().located_at(ty.impl_token.span);
            }
        }
        Respan.visit_return_type_mut(&mut self.signature.output);
    }

    /// `::<T, N>` of the method's parameters.
    pub(super) fn turbofish(&self) -> TokenStream {
        let names: Vec<&Ident> = self.parameters().collect();
        if names.is_empty() {
            TokenStream::new()
        } else {
            quote!(::<#(#names),*>)
        }
    }

    /// The same, if nothing else says what they are.
    pub(super) fn needed_turbofish(&self) -> TokenStream {
        let mut mentioned = Mentioned(Vec::new());
        for argument in &self.signature.inputs {
            mentioned.visit_fn_arg(argument);
        }
        mentioned.visit_return_type(&self.signature.output);
        if self
            .parameters()
            .all(|name| mentioned.0.iter().any(|other| name == other))
        {
            TokenStream::new()
        } else {
            self.turbofish()
        }
    }

    fn parameters(&self) -> impl Iterator<Item = &Ident> {
        self.signature
            .generics
            .params
            .iter()
            .filter_map(|parameter| match parameter {
                GenericParam::Type(parameter) => Some(&parameter.ident),
                GenericParam::Const(parameter) => Some(&parameter.ident),
                GenericParam::Lifetime(_) => None,
            })
    }

    /// Whether `Self` stands in it for the type itself: not for `self`, and not as in `Self::Item`.
    pub(super) fn mentions_self_type(&self) -> bool {
        let mut found = SelfType(false);
        for argument in &self.signature.inputs {
            if let FnArg::Typed(argument) = argument {
                found.visit_type(&argument.ty);
            }
        }
        found.visit_return_type(&self.signature.output);
        found.0
    }
}

/// The name of an argument, if it has one.
fn name(argument: &FnArg) -> Option<String> {
    match argument {
        FnArg::Typed(argument) => match &*argument.pat {
            Pat::Ident(pattern) => Some(pattern.ident.to_string()),
            _ => None,
        },
        FnArg::Receiver(_) => None,
    }
}

/// A name elsewhere.
pub(super) fn at_span(name: &Ident, span: Span) -> Ident {
    let mut name = name.clone();
    name.set_span(span);
    name
}

fn typed(ty: &Type) -> Receives {
    let is_self =
        |ty: &Type| matches!(ty, Type::Path(ty) if ty.qself.is_none() && ty.path.is_ident("Self"));
    match ty {
        ty if is_self(ty) => Receives::Value,
        Type::Reference(reference) if is_self(&reference.elem) => {
            if reference.mutability.is_some() {
                Receives::Mutable
            } else {
                Receives::Shared
            }
        }
        Type::Path(path) => {
            let Some(last) = path.path.segments.last() else {
                return Receives::Other;
            };
            let syn::PathArguments::AngleBracketed(arguments) = &last.arguments else {
                return Receives::Other;
            };
            let Some(syn::GenericArgument::Type(inner)) = arguments.args.first() else {
                return Receives::Other;
            };
            match (last.ident.to_string().as_str(), inner) {
                ("Pin", Type::Reference(reference)) if is_self(&reference.elem) => {
                    if reference.mutability.is_some() {
                        Receives::PinMutable
                    } else {
                        Receives::PinShared
                    }
                }
                ("Box" | "Rc" | "Arc", inner) if is_self(inner) => {
                    Receives::Pointer(last.ident.to_string())
                }
                _ => Receives::Other,
            }
        }
        _ => Receives::Other,
    }
}

/// The names in types.
struct Mentioned(Vec<Ident>);

impl Visit<'_> for Mentioned {
    fn visit_path(&mut self, path: &syn::Path) {
        if let Some(name) = path.get_ident() {
            self.0.push(name.clone());
        }
        syn::visit::visit_path(self, path);
    }

    // From `<T as Bar>::Item` nobody finds `T`.
    fn visit_qself(&mut self, _: &syn::QSelf) {}
}

/// Whether there is a `Self` that isn't the beginning of a path.
struct SelfType(bool);

impl Visit<'_> for SelfType {
    fn visit_path(&mut self, path: &syn::Path) {
        self.0 |= path.is_ident("Self");
        syn::visit::visit_path(self, path);
    }

    fn visit_qself(&mut self, qself: &syn::QSelf) {
        // `<Self as Bar>::Item`
        if !matches!(&*qself.ty, Type::Path(ty) if ty.path.is_ident("Self")) {
            syn::visit::visit_qself(self, qself);
        }
    }
}
