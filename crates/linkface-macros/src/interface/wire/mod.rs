//! The methods of a proxied trait, and what of each crosses.

mod caller;
mod glue;

pub(super) use caller::without_mut;

use super::types::{Site, Types};
use crate::args::InterfaceArgs;
use crate::cursor::{Tokens, mentions, span_of};
use crate::erase::{self, Erased};
use crate::errors::{Errors, Mistake};
use crate::features::Features;
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
        args: &InterfaceArgs,
        errors: &mut Errors,
    ) -> Option<Self> {
        let features = args.features;
        // Not `Send`: nothing says so of the implementor's future.
        let crossing = errors.take(future::boxed(crossing, &args.lf(), features, false))?;
        let names = crossing.names();
        let mut parameters = Vec::new();
        let mut failed = false;
        for (parameter, name) in crossing.parameters.iter().zip(&names) {
            match parameter_crossing(&parameter.ty, name, parameter.is_receiver, features) {
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
            errors.take(ret(&crossing, features))?
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

fn parameter_crossing(
    ty: &Tokens,
    name: &Ident,
    is_receiver: bool,
    features: Features,
) -> Result<Crossing, Mistake> {
    let erased = erase::erase(ty, name)?;
    // An `impl FnMut(&mut Self)` has the shape of what it is erased to.
    let crossing: Tokens = erase::wire(ty, erased.as_ref()).into_iter().collect();
    let shape = shape(&crossing, features).map_err(|mistake| {
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

fn ret(signature: &Signature, features: Features) -> Result<Ret, Mistake> {
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
    let shape = shape(&signature.ret, features)?;
    if shape == Shape::Mut {
        let from_self = signature
            .receiver()
            .is_some_and(|receiver| matches!(self::shape(&receiver.ty, features), Ok(Shape::Mut)));
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
