//! How a value crosses: what is written between a method's head and its thunk.
//!
//! | module | holds |
//! |---|---|
//! | `decide` | which form a type has, and which types have none |
//! | `crossing` | what is written for a value of each form |
//! | `closure`, `future`, `lent`, `reference` | the forms that have parts |
//! | `bounds`, `lifetimes` | reading a type |
//! | `spans` | where errors of generated code point |

mod bounds;
mod closure;
mod crossing;
mod decide;
mod future;
mod lent;
pub(crate) mod lifetimes;
mod reference;
mod spans;

pub(crate) use decide::{is_impl, mentions_self};
pub(crate) use future::{Future, How};

use crate::mistakes::Mistakes;
use closure::Closure;
use decide::{Place, form};
use lent::Lent;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use reference::Reference;
use syn::{Attribute, Path, Type};

/// A type, and how its values cross.
pub(crate) struct Value {
    pub(crate) ty: Type,
    pub(crate) form: Form,
}

/// How a value crosses.
pub(crate) enum Form {
    /// By its impl of `Shared`.
    Shared,
    /// As the twin of a dependency's type: `#[shared(with = Twin)]`.
    With(Box<Type>),
    /// `&T`, `&mut [T]`.
    Reference(Reference),
    /// `&dyn Trait` of an interface.
    Lent(Lent),
    /// A closure.
    Closure(Box<Closure>),
    /// Of a boxed closure.
    Option(Box<Value>),
    /// What an `async` method returns.
    Future(Future),
    /// As it is, between images of one build.
    AsItIs,
}

impl Value {
    /// Of a parameter; takes our attributes away.
    pub(crate) fn parameter(
        attributes: &mut Vec<Attribute>,
        ty: &Type,
        same_build: bool,
        mistakes: &mut Mistakes,
    ) -> Self {
        match twin(attributes, "with", mistakes) {
            Some(twin) if !same_build => Self {
                ty: ty.clone(),
                form: Form::With(Box::new(twin)),
            },
            _ => Self::new(ty, Place::Parameter, same_build, mistakes),
        }
    }

    /// Of what a method with these attributes returns.
    pub(crate) fn returned(
        attributes: &[Attribute],
        ty: &Type,
        is_async: bool,
        same_build: bool,
        mistakes: &mut Mistakes,
    ) -> Self {
        let twin = twin(&mut attributes.to_vec(), "returns", mistakes);
        if let Some(twin) = &twin
            && is_async
        {
            mistakes.on(
                twin,
                "what a future makes crosses as it is: return the twin, made with `into()`",
            );
        }
        if let Some(twin) = twin
            && !same_build
        {
            Self {
                ty: ty.clone(),
                form: Form::With(Box::new(twin)),
            }
        } else if is_async {
            Self {
                ty: ty.clone(),
                form: Form::Future(Future::of_async(ty, same_build, mistakes)),
            }
        } else {
            Self::new(ty, Place::Returned, same_build, mistakes)
        }
    }

    /// Of a closure's argument.
    fn argument(ty: &Type, same_build: bool, mistakes: &mut Mistakes) -> Self {
        Self::new(ty, Place::Argument, same_build, mistakes)
    }

    /// Of a closure's result.
    fn result(ty: &Type, same_build: bool, mistakes: &mut Mistakes) -> Self {
        Self::new(ty, Place::Result, same_build, mistakes)
    }

    /// Of what a future makes.
    fn made(ty: &Type, same_build: bool, mistakes: &mut Mistakes) -> Self {
        Self::new(ty, Place::Made, same_build, mistakes)
    }

    fn new(ty: &Type, place: Place, same_build: bool, mistakes: &mut Mistakes) -> Self {
        mentions_self(ty, mistakes);
        let ty = ty.clone();
        let form = match form(&ty, place, same_build, mistakes) {
            _ if same_build && !is_impl(&ty) => Form::AsItIs,
            form => form,
        };
        Self { ty, form }
    }

    /// Whether it is lent for the call.
    pub(crate) fn is_lent(&self) -> bool {
        match &self.form {
            Form::Lent(_) => true,
            Form::Closure(closure) => closure.is_lent(),
            _ => false,
        }
    }
}

/// `#[shared(with = Twin)]` of a parameter, `#[shared(returns = Twin)]` of a method: return types can't
/// have attributes.
fn twin(attributes: &mut Vec<Attribute>, word: &str, mistakes: &mut Mistakes) -> Option<Type> {
    let mut twin = None;
    attributes.retain(|attribute| {
        if !attribute.path().is_ident("shared") {
            return true;
        }
        let parsed = attribute.parse_nested_meta(|meta| {
            if meta.path.is_ident(word) {
                twin = Some(meta.value()?.parse()?);
                Ok(())
            } else {
                Err(meta.error(
                    "a parameter takes `#[shared(with = Twin)]`, a method `#[shared(returns = Twin)]`",
                ))
            }
        });
        if let Err(error) = parsed {
            mistakes.add(error);
        }
        false
    });
    twin
}

/// A function that crosses and takes a pointer and these values: an expression of its address, made of
/// what it does, which captures nothing.
pub(crate) fn thunk<'a>(
    krate: &Path,
    this: &Ident,
    parameters: impl ExactSizeIterator<Item = (&'a Ident, &'a Value)>,
    body: &TokenStream,
) -> TokenStream {
    let thunk = format_ident!("thunk{}", parameters.len());
    let parameters = parameters.map(|(name, value)| value.bound(krate, name));
    quote!(#krate::__private::#thunk(|#this, #(#parameters),*| {
        // SAFETY: by the caller, who has compared the types: the pointer leads to what this was made for,
        // borrowed as it is here, and the values were made for it.
        unsafe { #body }
    }))
}

/// How many parameters there are thunks for.
pub(crate) const MOST: usize = 12;
