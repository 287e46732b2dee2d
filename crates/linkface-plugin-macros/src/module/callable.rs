//! A function, a method or a constant of the module: as a method of a trait, and as one of the loaded
//! type.

use super::elision;
use super::marks::{self, Since};
use super::place::{deeper_expression, deeper_generics};
use super::shape::{Objects, Shape, lent_loaded, lent_trait};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::{
    Attribute, Expr, FnArg, Pat, PatType, Receiver, ReceiverKind, ReturnType, Safety, Signature,
    Type, parse_quote,
};

/// How it is called on its own side.
pub(super) enum Kind {
    /// A function, by its path.
    Function(TokenStream),
    /// A constant, by its path.
    Constant(TokenStream),
    /// A method of the object, by its path.
    Method(TokenStream, Access),
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Access {
    Ref,
    Mut,
    Value,
}

pub(super) struct Callable {
    /// In the interface.
    pub(super) name: Ident,
    attributes: Vec<Attribute>,
    since: Option<Since>,
    kind: Kind,
    /// Of the trait's method, with attributes of parameters.
    signature: Signature,
    /// Of the loaded type's.
    shown: Signature,
    /// How each parameter is converted.
    parameters: Vec<(Ident, Shape)>,
    returned: Shape,
}

impl Callable {
    pub(super) fn new(
        name: Ident,
        attributes: &[Attribute],
        since: Option<Since>,
        kind: Kind,
        original: &Signature,
        objects: &Objects,
        this: Option<&Ident>,
    ) -> Self {
        let mut written = original.clone();
        written.constness = None;
        written.abi = None;
        written.ident = name.clone();
        if !matches!(kind, Kind::Method(_, Access::Ref | Access::Mut)) {
            elision::name(&mut written);
        }
        let mut parameters = Vec::new();
        for input in &mut written.inputs {
            if let FnArg::Typed(PatType { pat, ty, .. }) = input {
                let ident = match &**pat {
                    Pat::Ident(pat) => pat.ident.clone(),
                    _ => format_ident!("argument{}", parameters.len()),
                };
                **pat = parse_quote!(#ident);
                parameters.push((ident, objects.shape(ty, this)));
            }
        }
        let returned = match &written.output {
            ReturnType::Default => Shape::Plain,
            ReturnType::Type(_, ty) => objects.shape(ty, this),
        };
        let mut signature = written.clone();
        types(&mut signature, objects, this, lent_trait);
        receiver(&mut signature, &kind, false);
        let mut shown = written;
        types(&mut shown, objects, this, lent_loaded);
        receiver(&mut shown, &kind, true);
        parameter_attributes(&mut shown);
        Self {
            name,
            attributes: marks::shown(attributes).into_iter().cloned().collect(),
            since,
            kind,
            signature,
            shown,
            parameters,
            returned,
        }
    }

    /// Of the trait, with our attributes or without.
    pub(super) fn declared(&self, with_ours: bool) -> TokenStream {
        let mut signature = self.signature.clone();
        let cfgs = marks::conditions(&self.attributes);
        let body = self
            .default()
            .map_or_else(|| quote!(;), |body| quote!({ #body }));
        if with_ours {
            let since = self.since.as_ref().map(marks::since);
            return quote!(#(#cfgs)* #since #signature #body);
        }
        parameter_attributes(&mut signature);
        quote!(#(#cfgs)* #signature #body)
    }

    /// What runs for older plugins.
    fn default(&self) -> Option<TokenStream> {
        let default = self.since.as_ref()?.default.as_ref()?;
        Some(match deeper_expression(default) {
            Expr::Closure(closure) => {
                let inputs = &closure.inputs;
                let names = self.parameters.iter().map(|(name, _)| name);
                let body = &closure.body;
                quote!(
                    let (#inputs,) = (self, #(#names,)*);
                    #body
                )
            }
            value => quote!(#value),
        })
    }

    /// How many parameters a default's closure has to have, and how many it has.
    pub(super) fn default_takes(&self) -> Option<(usize, usize, &Expr)> {
        let default = self.since.as_ref()?.default.as_ref()?;
        match default {
            Expr::Closure(closure) => {
                Some((self.parameters.len() + 1, closure.inputs.len(), default))
            }
            _ => None,
        }
    }

    /// Whether it is there under a condition only.
    pub(super) fn is_conditional(&self) -> bool {
        !marks::conditions(&self.attributes).is_empty()
    }

    pub(super) fn shapes(&self) -> impl Iterator<Item = &Shape> {
        self.parameters.iter().map(|(_, shape)| shape)
    }

    /// Objects that are lent, and the parameters' types as they are written, which don't say that what is
    /// returned borrows from them.
    pub(super) fn borrowed_from<'a>(
        &'a self,
        original: &'a Signature,
    ) -> impl Iterator<Item = (&'a Ident, &'a Type)> {
        let inputs = |signature: &'a Signature| {
            signature.inputs.iter().filter_map(|input| match input {
                FnArg::Typed(input) => Some(&*input.ty),
                FnArg::Receiver(_) => None,
            })
        };
        let is_named = |ty: &Type| matches!(ty, Type::Reference(ty) if ty.lifetime.is_some());
        let types = inputs(original).zip(inputs(&self.signature));
        let parameters = self.shapes().zip(types);
        parameters.filter_map(move |(shape, (original, named))| match shape {
            Shape::Lent { object, .. } if !is_named(original) && is_named(named) => {
                Some((object, original))
            }
            _ => None,
        })
    }

    pub(super) fn returned(&self) -> &Shape {
        &self.returned
    }

    /// Of the impl for what is in the plugin.
    pub(super) fn implemented(&self) -> TokenStream {
        let mut signature = self.signature.clone();
        parameter_attributes(&mut signature);
        let cfgs = marks::conditions(&self.attributes);
        let arguments = self
            .parameters
            .iter()
            .map(|(name, shape)| shape.incoming(&quote!(#name)));
        let call = match &self.kind {
            Kind::Function(path) => quote!(#path(#(#arguments),*)),
            Kind::Constant(path) => quote!(#path),
            Kind::Method(path, access) => {
                let this = match access {
                    Access::Ref => quote!(self.get()),
                    Access::Mut => quote!(self.get_mut()),
                    Access::Value => quote!(self.take()),
                };
                quote!(#path(#this, #(#arguments),*))
            }
        };
        let call = wrapped(&self.signature, call);
        let value = if matches!(self.returned, Shape::Plain) {
            call
        } else {
            let value = self.returned.outgoing(&quote!(__value));
            quote!(let __value = #call; #value)
        };
        quote!(#(#cfgs)* #[inline] #signature { #value })
    }

    /// Of the loaded type.
    pub(super) fn offered(&self, trait_name: &Ident) -> TokenStream {
        let Self {
            attributes,
            name,
            shown,
            ..
        } = self;
        let arguments = self.parameters.iter().map(|(name, _)| name);
        let this = if matches!(self.kind, Kind::Method(_, Access::Value)) {
            quote!(&mut self)
        } else {
            quote!(self)
        };
        let call = wrapped(
            shown,
            quote!(<Self as #trait_name>::#name(#this, #(#arguments),*)),
        );
        quote!(#(#attributes)* #[inline] pub #shown { #call })
    }
}

/// With `.await` and `unsafe`, as the signature says.
fn wrapped(signature: &Signature, call: TokenStream) -> TokenStream {
    let call = match signature.safety {
        // SAFETY, in the expansion: the contract is the caller's.
        Safety::Unsafe(_) => quote!(unsafe { #call }),
        _ => call,
    };
    match signature.asyncness {
        Some(_) => quote!(#call.await),
        None => call,
    }
}

fn types(
    signature: &mut Signature,
    objects: &Objects,
    this: Option<&Ident>,
    lent: impl Fn(&Ident) -> Type,
) {
    for input in &mut signature.inputs {
        if let FnArg::Typed(input) = input {
            *input.ty = objects.replaced(&input.ty, this, &lent);
        }
    }
    if let ReturnType::Type(_, ty) = &mut signature.output {
        **ty = objects.replaced(ty, this, &lent);
    }
    deeper_generics(&mut signature.generics, this);
}

/// `&self` for functions; `&mut self` or `mut self` for `self`.
fn receiver(signature: &mut Signature, kind: &Kind, shown: bool) {
    let has = matches!(signature.inputs.first(), Some(FnArg::Receiver(_)));
    match kind {
        Kind::Function(_) | Kind::Constant(_) => signature.inputs.insert(0, parse_quote!(&self)),
        Kind::Method(_, Access::Value) if has => {
            signature.inputs[0] = if shown {
                parse_quote!(mut self)
            } else {
                parse_quote!(&mut self)
            };
        }
        Kind::Method(..) => {}
    }
}

/// Away with attributes of parameters, which are the interface's.
fn parameter_attributes(signature: &mut Signature) {
    for input in &mut signature.inputs {
        match input {
            FnArg::Typed(input) => marks::without(&mut input.attrs, "shared"),
            FnArg::Receiver(receiver) => marks::without(&mut receiver.attrs, "shared"),
        }
    }
}

/// How a method takes its object, if a loaded one can be taken so.
pub(super) fn access(receiver: &Receiver) -> Option<Access> {
    match &receiver.kind {
        ReceiverKind::Value => Some(Access::Value),
        ReceiverKind::Reference(_, _, None) => Some(Access::Ref),
        ReceiverKind::Reference(_, _, Some(_)) => Some(Access::Mut),
        _ => None,
    }
}
