//! How a method takes `self`.

use super::model::Kind;
use super::types;
use syn::{GenericArgument, Lifetime, Path, PathArguments, Receiver, ReceiverKind, Type};

/// How `self` is taken, and the lifetime of the reference.
pub(super) fn kind(receiver: &Receiver) -> Option<(Kind, Option<Lifetime>)> {
    fn of_mutability(mutable: bool) -> Kind {
        if mutable { Kind::Mut } else { Kind::Shared }
    }
    fn is_self(ty: &Type) -> bool {
        types::name(ty).is_some_and(|name| name == "Self")
    }
    fn pinned(path: &Path) -> Option<&syn::TypeReference> {
        let last = path.segments.last()?;
        let PathArguments::AngleBracketed(arguments) = &last.arguments else {
            return None;
        };
        match arguments.args.first()? {
            GenericArgument::Type(ty) if last.ident == "Pin" => match types::bare(ty) {
                Type::Reference(reference) => Some(reference),
                _ => None,
            },
            _ => None,
        }
    }
    match &receiver.kind {
        ReceiverKind::Value => Some((Kind::Once, None)),
        ReceiverKind::Reference(_, lifetime, mutability) => {
            Some((of_mutability(mutability.is_some()), lifetime.clone()))
        }
        ReceiverKind::Typed(_, ty) => match types::bare(ty) {
            ty if is_self(ty) => Some((Kind::Once, None)),
            Type::Reference(reference) if is_self(&reference.elem) => Some((
                of_mutability(reference.mutability.is_some()),
                reference.lifetime.clone(),
            )),
            Type::Path(path) => {
                let reference = pinned(&path.path)?;
                (reference.mutability.is_some() && is_self(&reference.elem))
                    .then(|| (Kind::Pinned, reference.lifetime.clone()))
            }
            _ => None,
        },
        _ => None,
    }
}
