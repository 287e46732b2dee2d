//! How a method takes the object.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{GenericArgument, Lifetime, PathArguments, Receiver, ReceiverKind, Type};

#[derive(Clone, Copy, PartialEq)]
pub(super) enum Class {
    /// `&self`
    Shared,
    /// `&mut self`
    Mut,
    /// `self`
    Owned,
}

/// How the object's parts are reached from `self`.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Reach {
    /// As fields.
    Direct,
    /// `*self`, a box's inside.
    Boxed,
    /// `Pin<&mut Self>`
    PinMut,
    /// `Pin<&Self>`
    PinRef,
}

pub(super) struct Taken {
    pub class: Class,
    pub reach: Reach,
    /// Whether lifetimes that are left out in the output are the object's borrow.
    pub lends: bool,
    /// The borrow's name, if it has one.
    pub lifetime: Option<Lifetime>,
}

/// Reads a receiver; `None` if it is of no known kind.
pub(super) fn taken(receiver: &Receiver) -> Option<Taken> {
    let direct = |class, lends, lifetime: Option<&Lifetime>| {
        Some(Taken {
            class,
            reach: Reach::Direct,
            lends,
            lifetime: lifetime.filter(|lifetime| lifetime.ident != "_").cloned(),
        })
    };
    match &receiver.kind {
        ReceiverKind::Value => direct(Class::Owned, false, None),
        ReceiverKind::Reference(_, lifetime, mutable) => {
            direct(class(mutable.is_some()), true, lifetime.as_ref())
        }
        ReceiverKind::Typed(_, ty) => match &**ty {
            ty if is_self(ty) => direct(Class::Owned, false, None),
            Type::Reference(reference) if is_self(&reference.elem) => direct(
                class(reference.mutability.is_some()),
                true,
                reference.lifetime.as_ref(),
            ),
            Type::Path(path) => pointer(path),
            _ => None,
        },
        _ => None,
    }
}

fn class(mutable: bool) -> Class {
    if mutable { Class::Mut } else { Class::Shared }
}

/// `Box<Self>`, `Rc<Self>`, `Pin<&mut Self>`
fn pointer(path: &syn::TypePath) -> Option<Taken> {
    let last = path.path.segments.last()?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return None;
    };
    let Some(GenericArgument::Type(inside)) = arguments.args.first() else {
        return None;
    };
    let pinned = last.ident == "Pin";
    match inside {
        Type::Reference(reference) if pinned && is_self(&reference.elem) => {
            let mutable = reference.mutability.is_some();
            Some(Taken {
                class: class(mutable),
                reach: if mutable {
                    Reach::PinMut
                } else {
                    Reach::PinRef
                },
                lends: true,
                lifetime: reference.lifetime.clone().filter(|name| name.ident != "_"),
            })
        }
        inside if is_self(inside) && last.ident == "Box" => Some(Taken {
            class: Class::Owned,
            reach: Reach::Boxed,
            lends: false,
            lifetime: None,
        }),
        // `Rc`, `Arc` and the like dereference to the object.
        inside if is_self(inside) && !pinned => Some(Taken {
            class: Class::Shared,
            reach: Reach::Direct,
            lends: false,
            lifetime: None,
        }),
        _ => None,
    }
}

fn is_self(ty: &Type) -> bool {
    match ty {
        Type::Path(path) => path.qself.is_none() && path.path.is_ident("Self"),
        Type::Paren(paren) => is_self(&paren.elem),
        Type::Group(group) => is_self(&group.elem),
        _ => false,
    }
}

impl Reach {
    /// An expression for the object, of which fields can be taken, given `self`.
    pub(super) fn object(self, this: &TokenStream) -> TokenStream {
        match self {
            Self::Direct => quote!(#this),
            Self::Boxed => quote!(*#this),
            Self::PinMut => quote!(::core::pin::Pin::get_mut(#this)),
            Self::PinRef => quote!(::core::pin::Pin::get_ref(#this)),
        }
    }
}
