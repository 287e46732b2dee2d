//! How a value crosses: what is written between a method's head and its thunk.

mod bounds;
mod closure;
mod future;
mod lent;
pub(crate) mod lifetimes;
mod reference;
mod spans;

pub(crate) use future::{Future, How};

use crate::mistakes::Mistakes;
use crate::shared::twin::{from_twin, to_twin};
use bounds::bare;
use closure::Closure;
use lent::Lent;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use reference::Reference;
use spans::{as_trait, call_as_trait};
use syn::visit_mut::{self, VisitMut};
use syn::{Attribute, Path, Type, parse_quote};

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

/// Where a type is written. What is lent is lent to a method or a closure.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Parameter,
    Returned,
    /// Of a closure.
    Argument,
    /// Of a closure.
    Result,
    /// By a future.
    Made,
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
}

fn form(ty: &Type, place: Place, same_build: bool, mistakes: &mut Mistakes) -> Form {
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
        if bounds::Bounds::of(&object.bounds).function().is_some())
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

/// What describes an option of a value with this `Type::id` and `TypeRef`.
fn described_option(krate: &Path, id: &TokenStream, value: &TokenStream) -> TokenStream {
    let private = quote!(#krate::__private);
    quote!(#private::TypeRef::new(&const {
        #private::option(
            #private::option_id(#id),
            &const { [#private::Member::nameless(0, #value)] },
        )
    }))
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

impl Value {
    /// What has the impl that converts it: itself, or its twin.
    fn crosses_as(&self) -> &Type {
        match &self.form {
            Form::With(twin) => twin,
            _ => &self.ty,
        }
    }

    /// An item of the trait's impl that converts it.
    fn shared(&self, krate: &Path, item: &str) -> TokenStream {
        let ty = self.crosses_as();
        let erased = lifetimes::erased(ty);
        as_trait(ty, &erased, &parse_quote!(#krate::Shared), item)
    }

    fn converted(&self, krate: &Path, by: &str, value: &TokenStream) -> TokenStream {
        let ty = self.crosses_as();
        let path = parse_quote!(#krate::Shared);
        let call = call_as_trait(ty, &lifetimes::erased(ty), &path, by, value);
        // Of `Result<Vec<T>, E>` rustc would say here that it needs `Vec<T>: Shared`, and where it is
        // described that it needs that for `Result<…>: Shared`: two texts, and so two errors. What is
        // asked first, it answers with the longer one everywhere.
        let asked = self.shared(krate, "ID");
        quote!({ let _ = #asked; #call })
    }

    /// The type that crosses, if it can be named without a mistake.
    fn wire(&self, krate: &Path) -> Option<TokenStream> {
        match &self.form {
            Form::Reference(reference) => Some(reference.wire(krate)),
            Form::Lent(lent) => Some(lent.wire(krate)),
            Form::Closure(_) => Some(quote!(#krate::__private::WireClosure)),
            Form::Option(_) => Some(quote!(#krate::__private::WireOption<_>)),
            Form::Shared | Form::With(_) | Form::Future(_) | Form::AsItIs => None,
        }
    }

    /// A name for what crosses, with its type where that isn't left to inference.
    pub(crate) fn bound(&self, krate: &Path, name: &Ident) -> TokenStream {
        let ty = self.wire(krate).map(|wire| quote!(: #wire));
        quote!(#name #ty)
    }

    /// Its `Type::id`.
    fn id(&self, krate: &Path) -> TokenStream {
        match &self.form {
            Form::Shared | Form::With(_) => self.shared(krate, "ID"),
            Form::Reference(reference) => reference.id(krate),
            Form::Lent(lent) => lent.id(krate),
            Form::Closure(closure) => closure.id(krate),
            Form::Option(inner) => {
                let id = inner.id(krate);
                quote!(#krate::__private::option_id(#id))
            }
            Form::Future(future) => future.id(krate),
            Form::AsItIs => {
                let name = self.name();
                quote!(#krate::__private::opaque(#name).id)
            }
        }
    }

    /// What describes it: a `TypeRef`.
    pub(crate) fn description(&self, krate: &Path) -> TokenStream {
        match &self.form {
            Form::Shared | Form::With(_) => self.shared(krate, "TYPE"),
            Form::Reference(reference) => reference.description(krate),
            Form::Lent(lent) => lent.description(krate),
            Form::Closure(closure) => closure.description(krate),
            Form::Option(inner) => {
                described_option(krate, &inner.id(krate), &inner.description(krate))
            }
            Form::Future(future) => future.description(krate),
            Form::AsItIs => {
                let name = self.name();
                quote!(#krate::__private::TypeRef::new(&const {
                    #krate::__private::opaque(#name)
                }))
            }
        }
    }

    fn name(&self) -> String {
        let ty = &self.ty;
        quote!(#ty).to_string()
    }

    /// Statements before a call and the argument: from the user's value to what crosses.
    pub(crate) fn send(&self, krate: &Path, value: &Ident) -> (TokenStream, TokenStream) {
        let nothing = TokenStream::new();
        match &self.form {
            Form::Shared => (nothing, self.converted(krate, "into_wire", &quote!(#value))),
            Form::With(twin) => {
                let convert = to_twin(krate, twin);
                let twin = spans::call(twin, &convert, &quote!(#value));
                (nothing, self.converted(krate, "into_wire", &twin))
            }
            Form::Reference(reference) => (nothing, reference.send(krate, value)),
            Form::Lent(lent) => lent.send(krate, value),
            Form::Closure(closure) => closure.send(krate, value),
            Form::Option(inner) => {
                let (before, some) = inner.send(krate, value);
                (
                    before,
                    quote!(#krate::__private::wire_option(#value.map(|#value| #some))),
                )
            }
            Form::Future(future) => (
                future.checked(krate, value),
                future.send(krate, &quote!(#value.await)),
            ),
            Form::AsItIs => (nothing, quote!(#value)),
        }
    }

    /// Statements and an expression: from what crossed to the user's value.
    pub(crate) fn receive(&self, krate: &Path, value: &Ident) -> (TokenStream, TokenStream) {
        let nothing = TokenStream::new();
        match &self.form {
            Form::Shared => (nothing, self.converted(krate, "from_wire", &quote!(#value))),
            Form::With(twin) => {
                let convert = from_twin(krate, twin);
                let value = self.converted(krate, "from_wire", &quote!(#value));
                (nothing, spans::call(twin, &convert, &value))
            }
            Form::Reference(reference) => (nothing, reference.receive(value)),
            Form::Lent(lent) => lent.receive(krate, value),
            Form::Closure(closure) => closure.receive(krate, value),
            Form::Option(inner) => {
                let (before, some) = inner.receive(krate, value);
                (
                    nothing,
                    quote!(match #krate::__private::from_wire_option(#value) {
                        ::core::option::Option::Some(#value) => {
                            #before
                            ::core::option::Option::Some(#some)
                        }
                        ::core::option::Option::None => ::core::option::Option::None,
                    }),
                )
            }
            Form::Future(future) => future.receive(krate, value),
            Form::AsItIs => (nothing, quote!(#value)),
        }
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
