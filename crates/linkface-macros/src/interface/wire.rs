//! The methods of a proxied trait, and what of each crosses.

use super::types::{Site, Types};
use crate::cursor::{Tokens, mentions, span_of, stream};
use crate::erase::{self, Erased};
use crate::errors::{Errors, Mistake};
use crate::future;
use crate::generics::{Kind, make_static};
use crate::shape::{self, Shape, shape, with_proxy};
use crate::signature::Signature;
use crate::template::tokens;
use proc_macro::{Ident, Span, TokenStream};

/// A trait whose methods cross: the declared one or a supertrait.
pub(super) struct WireTrait {
    /// As an impl and a call name it.
    pub(super) path: TokenStream,
    /// What an impl holds besides methods.
    pub(super) items: TokenStream,
    pub(super) is_unsafe: bool,
    pub(super) methods: Vec<WireMethod>,
}

pub(super) struct WireMethod {
    /// Tells it from the methods of other traits.
    pub(super) wire_name: String,
    /// As the impl for the proxy writes it.
    pub(super) declared: Signature,
    parameters: Vec<Crossing>,
    ret: Ret,
    crossing: Signature,
}

struct Crossing {
    shape: Shape,
    /// As it crosses, with `Self`.
    ty: TokenStream,
    erased: Option<Erased>,
}

enum Ret {
    Shape(Shape),
    /// `&mut Self` from `&mut self`.
    SelfMut,
    Never,
    /// Boxed, of an `async fn`.
    Future,
}

impl WireMethod {
    /// Finds out how everything in a signature crosses.
    pub(super) fn new(
        wire_name: String,
        declared: Signature,
        crossing: &Signature,
        lf: &TokenStream,
        errors: &mut Errors,
    ) -> Option<Self> {
        // Not `Send`: nothing says so of the implementor's future.
        let crossing = errors.take(future::boxed(crossing, lf, false))?;
        let names = crossing.names();
        let mut parameters = Vec::new();
        let mut failed = false;
        for (parameter, name) in crossing.parameters.iter().zip(&names) {
            match parameter_crossing(&parameter.ty, name, parameter.is_receiver) {
                Ok(crossing) => parameters.push(crossing),
                Err(mistake) => {
                    errors.add(mistake);
                    failed = true;
                }
            }
        }
        if declared.asyncness.is_some() {
            let erased = crossing.parameters.iter().zip(&parameters);
            for (parameter, _) in erased.filter(|(_, crossing)| crossing.erased.is_some()) {
                errors.add(erase::refuse_in_future(&parameter.ty));
                failed = true;
            }
        }
        let ret = if declared.asyncness.is_some() {
            if let Some(span) = mentions(&declared.ret, "Self") {
                errors.at(
                    span,
                    "a future that crosses cannot make a `Self`: declare a plain `fn` that does",
                );
                return None;
            }
            Ret::Future
        } else {
            errors.take(ret(&crossing))?
        };
        (!failed).then_some(Self {
            wire_name,
            declared,
            parameters,
            ret,
            crossing,
        })
    }

    /// Whether a value of the proxy is needed or made.
    pub(super) fn needs_value(&self) -> bool {
        self.parameters
            .iter()
            .any(|parameter| parameter.shape != Shape::Plain)
            || !matches!(
                self.ret,
                Ret::Shape(Shape::Plain) | Ret::Never | Ret::Future
            )
    }

    fn glue(&self) -> Ident {
        Ident::new(&format!("m_{}", self.wire_name), Span::call_site())
    }
}

fn parameter_crossing(ty: &Tokens, name: &Ident, is_receiver: bool) -> Result<Crossing, Mistake> {
    let erased = erase::erase(ty, name)?;
    // An `impl FnMut(&mut Self)` has the shape of what it is erased to.
    let crossing: Tokens = erase::wire(ty, erased.as_ref()).into_iter().collect();
    let shape = shape(&crossing).map_err(|mistake| {
        if is_receiver {
            Mistake::on(
                ty,
                "this receiver cannot cross: a method takes `self`, `&self`, `&mut self`, \
                 `self: Pin<&Self>`, `self: Pin<&mut Self>` or (feature `alloc`) `self: Box<Self>`",
            )
        } else {
            mistake
        }
    })?;
    Ok(Crossing {
        shape,
        ty: crossing.into_iter().collect(),
        erased,
    })
}

fn ret(signature: &Signature) -> Result<Ret, Mistake> {
    if let Some(span) = mentions(&signature.ret, "impl") {
        return Err(Mistake::at(
            span,
            "the caller cannot know the size of an `impl Trait` that the implementor chooses: return \
             a `Box<dyn Trait>` or another interface's proxy",
        ));
    }
    if signature.ret_type().to_string() == "!" {
        return Ok(Ret::Never);
    }
    let shape = shape(&signature.ret)?;
    if shape == Shape::Mut {
        let from_self = signature
            .receiver()
            .is_some_and(|receiver| matches!(self::shape(&receiver.ty), Ok(Shape::Mut)));
        return if from_self {
            Ok(Ret::SelfMut)
        } else {
            Err(shape::refuse_return(&signature.ret))
        };
    }
    if shape.can_return() {
        Ok(Ret::Shape(shape))
    } else {
        Err(shape::refuse_return(&signature.ret))
    }
}

/// What is wrong with a method of the declared trait, apart from its types.
pub(super) fn check(signature: &Signature, errors: &mut Errors) -> bool {
    let mut failed = false;
    let mut refuse = |span: Span, text: &str| {
        errors.at(span, text);
        failed = true;
    };
    if let Some(word) = &signature.constness {
        refuse(
            word.span(),
            "a trait's method cannot be `const`: leave it out",
        );
    }
    if let Some(span) = signature.variadic {
        refuse(
            span,
            "a variadic method cannot be implemented in Rust: take a slice",
        );
    }
    // Lifetimes are declared in front, and what `Self` has to be behind the trait's name.
    let clause = &signature.where_clause;
    if mentions(clause, "Self").is_some() && mentions(clause, "Sized").is_none() {
        refuse(
            span_of(clause),
            "what `Self` has to be is the whole trait's matter: write it behind the colon, \
             `trait Api: Bound`",
        );
    }
    if signature.body.is_none() {
        for parameter in &signature.generics.0 {
            if parameter.kind != Kind::Lifetime {
                refuse(
                    span_of(&parameter.tokens),
                    "a generic method has no single symbol to link: take `impl Trait` or \
                     `&dyn Trait`, or give it a default body, which stays in the façade",
                );
            }
        }
    }
    !failed
}

/// What stays in the façade: generic, so it has no symbol, and a default, so it needs none.
pub(super) fn stays(signature: &Signature) -> bool {
    signature.body.is_some()
        && (signature.generics.has(Kind::Type) || signature.generics.has(Kind::Const))
}

impl WireMethod {
    /// The types as they cross: parameters, then the one returned.
    fn indices(&self, types: &mut Types, site: &Site<'_>) -> (Vec<usize>, usize) {
        let lifetimes = self.crossing.generics.lifetimes();
        let mut index =
            |ty: TokenStream| types.index(make_static(&with_proxy(ty, site.proxy), &lifetimes));
        let parameters = self
            .parameters
            .iter()
            .map(|parameter| index(parameter.ty.clone()))
            .collect();
        (parameters, index(self.crossing.ret_type()))
    }

    /// The method in the impl for the proxy: calls the symbol.
    pub(super) fn caller(&self, symbol: &str, types: &mut Types, site: &Site<'_>) -> TokenStream {
        let (indices, ret) = self.indices(types, site);
        let declared = &self.declared;
        let names = declared.names();
        let mut head = TokenStream::new();
        let mut prepare = TokenStream::new();
        let mut wire = TokenStream::new();
        let mut arguments = TokenStream::new();
        for (n, parameter) in declared.parameters.iter().enumerate() {
            let Crossing { erased, ty, .. } = &self.parameters[n];
            let name = &names[n];
            let mutable = erased.as_ref().is_some_and(|erased| erased.mutable);
            if parameter.is_receiver {
                let tokens = without_mut(&parameter.tokens);
                head.extend(tokens!("#tokens,", tokens));
            } else {
                let binding = if mutable {
                    tokens!("mut #name", name)
                } else {
                    tokens!("#name", name)
                };
                head.extend(tokens!("#binding: #ty,", binding, ty = parameter.ty));
            }
            if let Some(erased) = erased {
                prepare.extend(erased.prepare.clone());
                // A statement of its own: what is borrowed here has to live until the call is over.
                prepare.extend(tokens!(
                    "let #name: #ty = #pass;",
                    name,
                    ty,
                    pass = erased.pass
                ));
            }
            let argument = tokens!("#name", name);
            let wire_ty = site.ty(indices[n]);
            let wire_name = Ident::new(&format!("a{n}"), Span::call_site());
            wire.extend(tokens!("#wire_name: #wire_ty,", wire_name, wire_ty));
            arguments.extend(if super::elided::is_plain_primitive(ty) {
                tokens!("#argument,", argument)
            } else {
                tokens!(
                    "::core::mem::transmute::<_, #wire_ty>(#argument),",
                    wire_ty,
                    argument
                )
            });
        }
        let wire_ret = site.ty(ret);
        let call = tokens!("__linkface_call(#arguments)", arguments);
        let call = if matches!(self.ret, Ret::Never)
            || super::elided::is_plain_primitive(&self.crossing.ret_type())
        {
            call
        } else {
            let ret = match &self.ret {
                // Awaited, not returned: nothing else says what it is.
                Ret::Future => stream(&future::with_placeholder(&self.crossing.ret)),
                _ => tokens!("_"),
            };
            tokens!(
                "::core::mem::transmute::<#wire_ret, #ret>(#call)",
                wire_ret,
                ret,
                call
            )
        };
        let abi = if declared.abi.is_empty() {
            tokens!("extern \"Rust\"")
        } else {
            crate::cursor::stream(&declared.abi)
        };
        tokens!(
            "#inline
             #[allow(deprecated, clippy::all, clippy::pedantic)]
             #asyncness #unsafety #abi fn #name #generics (#head) #ret #clause {
                #prepare
                #[allow(clashing_extern_declarations, improper_ctypes)]
                unsafe #extern_abi {
                    #[link_name = #symbol]
                    fn __linkface_call(#wire) -> #wire_ret;
                }
                // SAFETY: the implementor's shim has these very types. Transmuting only makes
                // lifetimes 'static, which the shim, knowing no more, can but pass on.
                unsafe { #call } #wait
             }",
            inline = site.inline,
            asyncness = declared.asyncness,
            wait = declared.asyncness.as_ref().map(|_| tokens!(".await")),
            unsafety = declared.unsafety,
            abi = declared.abi,
            name = declared.name,
            generics = declared.generics.angled(),
            head,
            ret = declared.arrow(),
            clause = declared.where_clause,
            prepare,
            extern_abi = abi,
            symbol,
            wire,
            wire_ret,
            call
        )
    }

    /// The generic function in the façade that calls the implementor.
    pub(super) fn glue_fn(
        &self,
        path: &TokenStream,
        bound: &TokenStream,
        types: &mut Types,
        site: &Site<'_>,
    ) -> TokenStream {
        let (indices, ret) = self.indices(types, site);
        let names = site.names();
        let name = |n: usize| Ident::new(&format!("a{n}"), Span::call_site());
        let mut parameters = TokenStream::new();
        let mut arguments = TokenStream::new();
        let mut shortened = TokenStream::new();
        for (n, parameter) in self.parameters.iter().enumerate() {
            let a = name(n);
            parameters.extend(tokens!("#a: #ty,", a, ty = site.ty(indices[n])));
            if let Some(erased) = &parameter.erased {
                let is_mut = erased
                    .ty
                    .clone()
                    .into_iter()
                    .take_while(|token| !matches!(token, proc_macro::TokenTree::Group(_)))
                    .any(|token| token.to_string() == "mut");
                let shorten = if is_mut { "shorten_mut" } else { "shorten" };
                shortened.extend(tokens!(
                    "let #a = #lf::__private::#shorten(#a, &call);",
                    a,
                    lf = site.lf,
                    shorten = Ident::new(shorten, Span::call_site())
                ));
            }
            let value = tokens!("#a", a);
            let value = parameter.shape.to_implementor(&value, &names);
            let value = match &self.crossing.parameters[n].ty[..] {
                // `&mut impl Bound` is generic over a sized type: the reference itself.
                [proc_macro::TokenTree::Punct(_), behind @ ..]
                    if parameter.erased.is_some() && mentions(behind, "impl").is_some() =>
                {
                    if matches!(&behind[0], proc_macro::TokenTree::Ident(word) if word.to_string() == "mut")
                    {
                        tokens!("&mut {#value}", value)
                    } else {
                        tokens!("&{#value}", value)
                    }
                }
                _ => value,
            };
            arguments.extend(tokens!("#value,", value));
        }
        let method = &self.crossing.name;
        let call = tokens!(
            "<__T as #path>::#method(#arguments)",
            path,
            method,
            arguments
        );
        let body = match &self.ret {
            Ret::Never => call,
            Ret::Future => future::pin(site.lf, &call),
            Ret::Shape(shape) => {
                let value = tokens!("__linkface_returned");
                let converted = shape.to_proxy(&value, &names);
                tokens!("let #value = #call; #converted", value, call, converted)
            }
            Ret::SelfMut => {
                // The receiver is lent to the method and handed out again.
                let mut others = TokenStream::new();
                for (n, parameter) in self.parameters.iter().enumerate().skip(1) {
                    let name = name(n);
                    let value = parameter
                        .shape
                        .to_implementor(&tokens!("#name", name), &names);
                    others.extend(tokens!("#value,", value));
                }
                tokens!(
                    "let returned = #lf::__private::Returned::from(a0);
                     returned.check(<__T as #path>::#method(returned.lend::<__T>(), #others), #text)",
                    lf = site.lf, path, method, others,
                    text = method.to_string()
                )
            }
        };
        tokens!(
            "#[doc(hidden)] #[inline(always)]
             #[allow(deprecated, unused_unsafe, clippy::all, clippy::pedantic)]
             pub unsafe fn #glue<__T: #bound + 'static>(#parameters) -> #ret {
                let call = ();
                #shortened
                // SAFETY: the caller: every proxy here holds a `__T`.
                unsafe { #body }
             }",
            glue = self.glue(),
            bound,
            parameters,
            ret = site.ty(ret),
            shortened,
            body
        )
    }

    /// What the implementor's macro is told.
    pub(super) fn shim(&self, symbol: &str, types: &mut Types, site: &Site<'_>) -> TokenStream {
        let (indices, ret) = self.indices(types, site);
        let parameters: TokenStream = indices
            .iter()
            .enumerate()
            .map(|(n, index)| {
                let name = Ident::new(&format!("a{n}"), Span::call_site());
                tokens!("#name #index", name, index)
            })
            .collect();
        tokens!(
            "[#glue #symbol {} {#abi} (#parameters) #ret]",
            glue = self.glue(),
            symbol,
            abi = self.crossing.abi,
            parameters,
            ret
        )
    }
}

pub(super) fn without_mut(receiver: &Tokens) -> TokenStream {
    match &receiver[..] {
        [proc_macro::TokenTree::Ident(word), rest @ ..] if word.to_string() == "mut" => {
            rest.iter().cloned().collect()
        }
        all => all.iter().cloned().collect(),
    }
}
