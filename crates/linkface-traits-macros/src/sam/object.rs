//! The structure that holds named captures: one field for each.

use super::input::{Capture, Input};
use super::model::{Kind, Sam};
use super::solve::Arguments;
use super::types::{self, Elided, Opaque, bare};
use crate::mistakes::Mistakes;
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::visit_mut::VisitMut;
use syn::{
    Expr, GenericArgument, GenericParam, Generics, Pat, ReturnType, Signature, Type, parse_quote,
};

/// What a capture is.
pub(super) enum Field {
    /// `&T`
    Shared,
    /// `&mut T`
    Mutable,
    Value,
    /// A closure that captures by itself.
    Helper,
}

/// What a field is made of.
fn value_of(capture: &Capture, field: &Field) -> TokenStream {
    let name = &capture.name;
    match (&capture.value, field) {
        (Some(value), _) => value.to_token_stream(),
        (None, Field::Shared) => quote!(&#name),
        (None, Field::Mutable) => quote!(&mut #name),
        (None, Field::Value | Field::Helper) => name.to_token_stream(),
    }
}

/// The structure that holds the captures.
pub(super) struct Object {
    pub(super) ident: Ident,
    /// Parameters of the impl and of the function that makes the structure.
    pub(super) generics: Generics,
    pub(super) names: Vec<Ident>,
    pub(super) mutable: Vec<bool>,
    pub(super) types: Vec<Type>,
    /// Whether one of them is inferred.
    pub(super) inferred: bool,
    pub(super) fields: Vec<Field>,
    pub(super) values: Vec<TokenStream>,
    /// The trait with arguments.
    pub(super) path: TokenStream,
    pub(super) associated: TokenStream,
}

impl Object {
    pub(super) fn new(input: &Input, sam: &Sam) -> Self {
        Self {
            ident: format_ident!("__Sam{}", syn::ext::IdentExt::unraw(&sam.ident)),
            generics: input.generics.clone(),
            names: Vec::new(),
            mutable: Vec::new(),
            types: Vec::new(),
            inferred: input
                .captures
                .iter()
                .flat_map(|captures| &captures.all)
                .any(|capture| capture.ty.as_ref().is_none_or(types::has_impl)),
            fields: Vec::new(),
            values: Vec::new(),
            path: TokenStream::new(),
            associated: TokenStream::new(),
        }
    }

    pub(super) fn capture(&mut self, sam: &mut Sam, capture: &Capture, mistakes: &mut Mistakes) {
        if let Some(word) = &capture.mutability
            && sam.kind == Kind::Shared
        {
            mistakes.at(
                word,
                format_args!(
                    "`{}` takes `&self`, so what is captured can't be changed: capture a `Cell`",
                    sam.method.sig.ident
                ),
            );
        }
        let Some(mut ty) = capture.ty.clone() else {
            self.helper(sam, capture, mistakes);
            return;
        };
        let field = match bare(&ty) {
            Type::Reference(reference) if reference.mutability.is_some() => Field::Mutable,
            Type::Reference(_) => Field::Shared,
            _ => Field::Value,
        };
        if !self.inferred {
            // An impl's header may leave lifetimes out.
            let value = value_of(capture, &field);
            self.push(capture, ty, field, value);
            return;
        }
        let mut lifetimes = Vec::new();
        let mut elided = || {
            let lifetime = sam.names.fresh_lifetime("captured");
            lifetimes.push(lifetime.clone());
            lifetime
        };
        Elided(&mut elided).visit_type_mut(&mut ty);
        for lifetime in lifetimes {
            self.generics.params.insert(0, parse_quote!(#lifetime));
        }
        let generics = &mut self.generics;
        let names = &mut sam.names;
        Opaque(&mut |opaque| {
            let parameter = names.fresh("Captured");
            let bounds = &opaque.bounds;
            generics.params.push(parse_quote!(#parameter: #bounds));
            parse_quote!(#parameter)
        })
        .visit_type_mut(&mut ty);
        let value = value_of(capture, &field);
        self.push(capture, ty, field, value);
    }

    /// `emit = |n: usize| …`: a closure with captures of its own, of which all is inferred.
    fn helper(&mut self, sam: &mut Sam, capture: &Capture, mistakes: &mut Mistakes) {
        let name = &capture.name;
        let Some(Expr::Closure(helper)) = &capture.value else {
            match &capture.value {
                Some(value) => mistakes.at(
                    name,
                    format_args!(
                        "what `{name}` is can't be inferred: write its type, `{name}: … = {}`",
                        crate::code::code(value)
                    ),
                ),
                None => mistakes.at(
                    name,
                    format_args!(
                        "write the type of what is captured: `{name}: &…` borrows `{name}`, \
                         `{name}: …` moves it",
                    ),
                ),
            }
            return;
        };
        let mut inputs = Vec::new();
        for input in &helper.inputs {
            match input {
                Pat::Type(input) => inputs.push(Type::clone(&input.ty)),
                other => mistakes.at(
                    other,
                    "write the types of what a captured closure takes: `|n: usize| …`",
                ),
            }
        }
        let parameter = sam.names.fresh("Captured");
        let asynchronous = helper.asyncness.is_some();
        let kind = match sam.kind {
            // `mut` says that it is called more than once.
            Kind::Once if capture.mutability.is_some() => Kind::Mut,
            kind => kind,
        };
        let closure_trait = kind.closure_trait(asynchronous, capture.name.span());
        let output = match &helper.output {
            ReturnType::Type(_, ty) => quote!(#ty),
            ReturnType::Default => {
                let returned = sam.names.fresh("Returned");
                self.generics.params.push(parse_quote!(#returned));
                quote!(#returned)
            }
        };
        self.generics
            .params
            .push(parse_quote!(#parameter: #closure_trait(#(#inputs),*) -> #output));
        let value = helper.to_token_stream();
        self.push(capture, parse_quote!(#parameter), Field::Helper, value);
    }

    fn push(&mut self, capture: &Capture, ty: Type, field: Field, value: TokenStream) {
        self.names.push(capture.name.clone());
        self.mutable.push(capture.mutability.is_some());
        self.types.push(ty);
        self.fields.push(field);
        self.values.push(value);
    }

    /// The trait's arguments, and what replaces its parameters in the signature.
    pub(super) fn replace(
        &mut self,
        sam: &Sam,
        arguments: &Arguments,
        input: &Input,
        mistakes: &mut Mistakes,
    ) -> types::Replace {
        let mut replace = types::Replace::default();
        let mut lifetimes = arguments.lifetimes.iter();
        let mut all = Vec::new();
        let mut named = Vec::new();
        let mut unknown = Vec::new();
        for parameter in &sam.generics.params {
            match parameter {
                GenericParam::Lifetime(parameter) => {
                    let own = &parameter.lifetime;
                    let given = lifetimes.next().filter(|it| it.ident != "_").unwrap_or(own);
                    replace
                        .lifetimes
                        .insert(own.ident.to_string(), given.clone());
                    all.push(given.to_token_stream());
                }
                GenericParam::Type(syn::TypeParam { ident, .. })
                | GenericParam::Const(syn::ConstParam { ident, .. }) => {
                    let name = ident.to_string();
                    let Some(argument) = arguments.given.get(&name) else {
                        named.push(format!("`{name}`"));
                        unknown.push("…".to_owned());
                        continue;
                    };
                    all.push(argument.to_token_stream());
                    match argument {
                        GenericArgument::Type(ty) => {
                            replace.names.insert(name, ty.clone());
                        }
                        GenericArgument::Const(value) => {
                            let value = Type::Verbatim(quote!({ #value }));
                            replace.names.insert(name, value);
                        }
                        _ => {}
                    }
                }
            }
        }
        for associated in &sam.associated {
            let name = &associated.item.ident;
            if let Some(ty) = arguments.bindings.get(&name.to_string()) {
                self.associated.extend(quote!(type #name = #ty;));
                replace.associated.insert(name.to_string(), ty.clone());
            } else {
                named.push(format!("`{name}`"));
                unknown.push(format!("{name} = …"));
            }
        }
        if !unknown.is_empty() {
            mistakes.at(
                &input.path,
                format_args!(
                    "nothing here tells what {} {}: write `{}<{}>`, or the closure's types",
                    named.join(" and "),
                    if named.len() == 1 { "is" } else { "are" },
                    sam.ident,
                    unknown.join(", "),
                ),
            );
        }
        let mut path = input.path.clone();
        if let Some(last) = path.segments.last_mut() {
            last.arguments = syn::PathArguments::None;
        }
        self.path = if all.is_empty() {
            path.to_token_stream()
        } else {
            quote!(#path<#(#all),*>)
        };
        replace
    }

    /// Lifetimes that are named are those of the function around, which items in it have to declare
    /// for themselves.
    pub(super) fn declare_lifetimes(&mut self, sig: &Signature) {
        let path = &self.path;
        let associated = &self.associated;
        let mut mentioned = types::lifetimes_in(path.clone());
        for ty in &self.types {
            mentioned.extend(types::lifetimes(ty));
        }
        mentioned.extend(types::lifetimes_in(associated.clone()));
        mentioned.extend(types::lifetimes_in(sig.inputs.to_token_stream()));
        mentioned.extend(types::lifetimes_in(sig.output.to_token_stream()));
        for parameter in self.generics.type_params() {
            mentioned.extend(types::lifetimes_in(parameter.bounds.to_token_stream()));
        }
        for lifetime in mentioned {
            let declared =
                |generics: &Generics| generics.lifetimes().any(|it| it.lifetime == lifetime);
            if !declared(&self.generics) && !declared(&sig.generics) {
                self.generics.params.insert(0, parse_quote!(#lifetime));
            }
        }
    }
}
