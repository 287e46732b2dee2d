//! `sam!` with captures that are named: the closure's body becomes the method's.
//!
//! That is what a generic method needs to be called without `dyn`. Each capture is a field of a
//! structure with a type parameter for each, so that `Clone` and `Copy` follow from the fields.

use super::closure::required;
use super::input::{Capture, Input};
use super::model::{Kind, Sam};
use super::solve::Arguments;
use super::types::{self, Elided, Opaque, bare};
use super::{erase, plan};
use crate::mistakes::Mistakes;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::visit_mut::VisitMut;
use syn::{
    Expr, ExprClosure, FnArg, GenericArgument, GenericParam, Generics, Pat, ReturnType, Signature,
    Type, parse_quote,
};

pub(super) fn expand(sam: &mut Sam, input: &Input, mistakes: &mut Mistakes) -> TokenStream {
    let mut arguments = Arguments::of(input, sam, mistakes);
    let Some(closure) = required(input, mistakes) else {
        return TokenStream::new();
    };
    count(sam, closure, mistakes);
    arguments.learn(sam, closure);
    sam.names.take(input.closure.to_token_stream());
    sam.names.take(input.path.to_token_stream());

    let mut object = Object::new(input, sam);
    for capture in input.captures.iter().flat_map(|captures| &captures.all) {
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

/// What a capture is.
enum Field {
    /// `&T`
    Shared,
    /// `&mut T`
    Mutable,
    Value,
}

/// What a field is made of.
fn value_of(capture: &Capture, field: &Field) -> TokenStream {
    let name = &capture.name;
    match (&capture.value, field) {
        (Some(value), _) => value.to_token_stream(),
        (None, Field::Shared) => quote!(&#name),
        (None, Field::Mutable) => quote!(&mut #name),
        (None, Field::Value) => name.to_token_stream(),
    }
}

/// The structure that holds the captures.
pub(super) struct Object {
    ident: Ident,
    /// Parameters of the impl and of the function that makes the structure.
    generics: Generics,
    names: Vec<Ident>,
    mutable: Vec<bool>,
    types: Vec<Type>,
    /// Whether one of them is inferred.
    inferred: bool,
    fields: Vec<Field>,
    values: Vec<TokenStream>,
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

    fn capture(&mut self, sam: &mut Sam, capture: &Capture, mistakes: &mut Mistakes) {
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
                        super::words::code(value)
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
        self.push(capture, parse_quote!(#parameter), Field::Value, value);
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
                    match arguments.given.get(&ident.to_string()) {
                        Some(argument) => {
                            if let GenericArgument::Type(ty) = argument {
                                replace.names.insert(ident.to_string(), ty.clone());
                            } else if let GenericArgument::Const(value) = argument {
                                let value: Type = Type::Verbatim(quote!({ #value }));
                                replace.names.insert(ident.to_string(), value);
                            }
                            all.push(argument.to_token_stream());
                        }
                        None => {
                            named.push(format!("`{ident}`"));
                            unknown.push("…".to_owned());
                        }
                    }
                }
            }
        }
        for associated in &sam.associated {
            let name = &associated.item.ident;
            match arguments.bindings.get(&name.to_string()) {
                Some(ty) => {
                    self.associated.extend(quote!(type #name = #ty;));
                    replace.associated.insert(name.to_string(), ty.clone());
                }
                None => {
                    named.push(format!("`{name}`"));
                    unknown.push(format!("{name} = …"));
                }
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
    fn declare_lifetimes(&mut self, sig: &Signature) {
        let path = &self.path;
        let associated = &self.associated;
        let mut mentioned = types::lifetimes(&parse_quote!(dyn #path));
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

    fn write(
        &self,
        sam: &Sam,
        input: &Input,
        closure: &ExprClosure,
        sig: &Signature,
    ) -> TokenStream {
        let Self {
            ident,
            generics,
            names,
            types,
            values,
            path,
            associated,
            ..
        } = self;
        let parameters: Vec<Ident> = (0..names.len())
            .map(|index| format_ident!("T{index}"))
            .collect();
        let (impl_parameters, _, clause) = generics.split_for_impl();
        // Where rustc finds a parameter of the function around, it says to declare it after this word.
        let word = input.word.unwrap_or_default();
        let captured = self.bind(sam, sig);
        let bound = closure
            .inputs
            .iter()
            .zip(erase::argument_names(sam))
            .map(|(pattern, name)| {
                let pattern = match pattern {
                    Pat::Type(pattern) => &pattern.pat,
                    pattern => pattern,
                };
                quote!(let #pattern = #name;)
            });
        let body = match &*closure.body {
            Expr::Block(block) if block.label.is_none() && block.attrs.is_empty() => {
                let statements = &block.block.stmts;
                quote!(#(#statements)*)
            }
            body => body.to_token_stream(),
        };
        let waits = sam.is_async() && closure.asyncness.is_none();
        let body = if waits { quote!({ #body }.await) } else { body };
        // A function tells rustc what a captured closure takes, but can't mention parameters of the
        // function around, of which rustc would complain twice.
        let made = if self.inferred {
            quote! {
                #[inline]
                #[allow(clippy::all, clippy::pedantic)]
                const fn __sam_closure #impl_parameters (#(#names: #types),*) -> #ident<#(#types),*>
                #clause
                {
                    #ident { #(#names),* }
                }
                __sam_closure(#(#values),*)
            }
        } else {
            // Lifetimes with a name are the impl's.
            let types = types.iter().cloned().map(|mut ty| {
                types::Inferred.visit_type_mut(&mut ty);
                ty
            });
            quote!(#ident::<#(#types),*> { #(#names: #values),* })
        };
        let text = sam.ident.to_string();
        let attributes = &closure.attrs;
        quote!({
            #[derive(::core::clone::Clone, ::core::marker::Copy)]
            struct #ident<#(#parameters),*> { #(#names: #parameters),* }
            impl<#(#parameters),*> ::core::fmt::Debug for #ident<#(#parameters),*> {
                fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    ::core::fmt::Formatter::write_str(formatter, #text)
                }
            }
            #[allow(clippy::all, clippy::pedantic)]
            #word #impl_parameters #path for #ident<#(#types),*> #clause {
                #associated
                #[inline]
                #(#attributes)*
                #sig {
                    #captured
                    #(#bound)*
                    #body
                }
            }
            #made
        })
    }

    /// Makes variables of the fields.
    fn bind(&self, sam: &Sam, sig: &Signature) -> TokenStream {
        let this = plan::this(sig);
        if sam.kind == Kind::Once {
            let all = self.names.iter().zip(&self.mutable).map(|(name, mutable)| {
                let mutable = mutable.then(|| quote!(mut));
                quote!(let #mutable #name = #this.#name;)
            });
            return quote!(#(#all)*);
        }
        let pinned = (sam.kind == Kind::Pinned)
            .then(|| quote!(let #this = ::core::pin::Pin::get_mut(#this);));
        let all =
            self.names
                .iter()
                .zip(&self.fields)
                .map(|(name, field)| match (field, sam.kind) {
                    (Field::Shared, _) => quote!(let #name = #this.#name;),
                    (Field::Mutable, Kind::Shared) => quote!(let #name = &*#this.#name;),
                    (Field::Mutable, _) => quote!(let #name = &mut *#this.#name;),
                    (Field::Value, Kind::Shared) => quote!(let #name = &#this.#name;),
                    (Field::Value, _) => quote!(let #name = &mut #this.#name;),
                });
        quote!(#pinned #(#all)*)
    }
}
