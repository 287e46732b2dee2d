//! How a type crosses that is written at some place.

use super::bounds::{self, Bounds, bare};
use super::closure::{self, Closure};
use super::future::{self, Future};
use super::lent::Lent;
use super::reference::Reference;
use super::{Form, Value};
use crate::mistakes::Mistakes;
use syn::visit_mut::{self, VisitMut};
use syn::{Path, Type};

/// Where a type is written. What is lent is lent to a method or a closure.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Place {
    Parameter,
    Returned,
    /// Of a closure.
    Argument,
    /// Of a closure.
    Result,
    /// By a future.
    Made,
}

pub(super) fn form(ty: &Type, place: Place, same_build: bool, mistakes: &mut Mistakes) -> Form {
    // Only what an `impl` is made of matters between images of one build.
    let ignored = &mut Mistakes::default();
    let mistakes = if same_build && !is_impl(ty) {
        ignored
    } else {
        mistakes
    };
    if let Place::Returned | Place::Result = place
        && let Some(future) = Future::of(ty, same_build, mistakes)
    {
        if place == Place::Result
            && let Some(lifetime) = future::bounded(ty)
        {
            mistakes.on(
                &lifetime,
                "a future that a closure returns can't borrow from the call: leave this away",
            );
        }
        return Form::Future(future);
    }
    if let Some(closure) = Closure::of(ty, same_build, mistakes) {
        let may_lend = matches!(place, Place::Parameter | Place::Argument);
        if closure.is_lent() && !may_lend {
            mistakes.on(
                ty,
                "what is returned can't be lent: return a `Box<dyn Fn(…)>`",
            );
        }
        if place != Place::Parameter
            && let Some(lifetime) = closure::bounded(ty)
        {
            mistakes.on(
                &lifetime,
                "a closure that is handed over here may be kept: it can't borrow, so leave this away",
            );
        }
        return Form::Closure(Box::new(closure));
    }
    if let Some(inner) = bounds::argument(ty, "Option")
        && argument_is_closure(inner)
    {
        return Form::Option(Box::new(Value::new(inner, place, same_build, mistakes)));
    }
    if let Some(lent) = Lent::of(ty, mistakes) {
        if !matches!(place, Place::Parameter | Place::Argument) {
            mistakes.on(
                ty,
                "what is returned can't be lent: return a `Box<dyn …>`, or the interface's loaded type",
            );
        }
        return Form::Lent(lent);
    }
    if let Some(reference) = Reference::of(ty) {
        return Form::Reference(reference);
    }
    if is_impl(ty) {
        mistakes.on(
            ty,
            if place == Place::Parameter {
                "an `impl` parameter is compiled for each of its uses: take `&dyn` or `&mut dyn`; closures \
                 and `impl Fn(…)` cross, too"
            } else {
                "the caller can't know the size of an `impl` that a plugin chooses: return a `Box<dyn …>`; \
                 `impl Future<Output = …>` crosses, too"
            },
        );
    }
    Form::Shared
}

/// `Box<dyn Fn(…)>`
fn argument_is_closure(ty: &Type) -> bool {
    matches!(bounds::argument(ty, "Box"), Some(Type::TraitObject(object))
        if Bounds::of(&object.bounds).function().is_some())
}

/// `impl …`
pub(crate) fn is_impl(ty: &Type) -> bool {
    match bare(ty) {
        Type::ImplTrait(_) => true,
        Type::Reference(reference) => is_impl(&reference.elem),
        _ => false,
    }
}

/// That the type doesn't mention `Self`.
pub(crate) fn mentions_self(ty: &Type, mistakes: &mut Mistakes) {
    struct Find<'a>(&'a mut Mistakes);
    impl VisitMut for Find<'_> {
        fn visit_path_mut(&mut self, path: &mut Path) {
            if path
                .segments
                .first()
                .is_some_and(|first| first.ident == "Self")
            {
                self.0.on(
                    path,
                    "`Self` is another type on either side: take or return the loaded type's name, or \
                     `&dyn` of the trait",
                );
            }
            visit_mut::visit_path_mut(self, path);
        }
    }
    Find(mistakes).visit_type_mut(&mut ty.clone());
}
