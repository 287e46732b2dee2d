//! Closures: `&dyn Fn(…)`, `&mut dyn FnMut(…)`, `Box<dyn FnOnce(…)>`, `impl FnMut(…)`.

use super::bounds::{Bounds, argument, bare};
use super::{MOST, Value, lent, lifetimes, thunk};
use crate::mistakes::Mistakes;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::{Lifetime, Path, ReturnType, Type, parse_quote};

/// A closure, which the other image calls.
pub(crate) struct Closure {
    kind: Kind,
    place: Place,
    is_send: bool,
    is_sync: bool,
    /// `dyn FnMut(A, &B) -> C + Send`
    object: Type,
    parameters: Vec<Value>,
    returned: Box<Value>,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Fn,
    FnMut,
    FnOnce,
}

#[derive(Clone, Copy, PartialEq)]
enum Place {
    /// `&dyn Fn(…)`
    Ref,
    /// `&mut dyn FnMut(…)`
    RefMut,
    /// `Box<dyn Fn(…)>`
    Boxed,
    /// `impl FnMut(…)`, lent as `&mut dyn FnMut(…)`.
    Lent,
    /// `impl FnOnce(…)`, and what may be kept: handed over in a box.
    Owned,
}

impl Closure {
    /// `None` for other types.
    pub(super) fn of(ty: &Type, same_build: bool, mistakes: &mut Mistakes) -> Option<Self> {
        let (bounds, place) = match bare(ty) {
            Type::Reference(reference) => {
                let Type::TraitObject(object) = bare(&reference.elem) else {
                    return None;
                };
                let bounds = Bounds::of(&object.bounds);
                bounds.function()?;
                lent::for_the_call(reference, mistakes);
                let place = match reference.mutability {
                    Some(_) => Place::RefMut,
                    None => Place::Ref,
                };
                (bounds, place)
            }
            Type::ImplTrait(object) => {
                let bounds = Bounds::of(&object.bounds);
                let place = match bounds.function()?.0.as_str() {
                    "FnOnce" => Place::Owned,
                    _ if !bounds.lifetimes.is_empty() => Place::Owned,
                    _ => Place::Lent,
                };
                (bounds, place)
            }
            other => {
                let Type::TraitObject(object) = argument(other, "Box")? else {
                    return None;
                };
                (Bounds::of(&object.bounds), Place::Boxed)
            }
        };
        let (name, arguments) = bounds.function()?;
        let kind = match name.as_str() {
            "Fn" => Kind::Fn,
            "FnMut" => Kind::FnMut,
            _ => Kind::FnOnce,
        };
        if let Some(input) = arguments.inputs.iter().nth(MOST) {
            mistakes.on(
                &input.ty,
                format!("a closure that crosses has {MOST} parameters at most"),
            );
        }
        let parameters = arguments
            .inputs
            .iter()
            .map(|input| Value::argument(&input.ty, same_build, mistakes))
            .collect();
        let output = match &arguments.output {
            ReturnType::Default => parse_quote!(()),
            ReturnType::Type(_, ty) => (**ty).clone(),
        };
        let returned = Box::new(Value::result(&output, same_build, mistakes));
        let function = bounds.traits[0];
        let send = bounds.is_send.then(|| quote!(+ ::core::marker::Send));
        let sync = bounds.is_sync.then(|| quote!(+ ::core::marker::Sync));
        Some(Self {
            kind,
            place,
            is_send: bounds.is_send,
            is_sync: bounds.is_sync,
            object: parse_quote!(dyn #function #send #sync),
            parameters,
            returned,
        })
    }

    /// Whether it is lent for the call, and not to be kept.
    pub(super) fn is_lent(&self) -> bool {
        matches!(self.place, Place::Ref | Place::RefMut | Place::Lent)
    }

    fn is_owned(&self) -> bool {
        !self.is_lent()
    }

    fn flags(&self, krate: &Path) -> TokenStream {
        let Self {
            kind,
            is_send,
            is_sync,
            ..
        } = self;
        let (is_mut, once) = (*kind == Kind::FnMut, *kind == Kind::FnOnce);
        let owned = self.is_owned();
        quote!(#krate::__private::closure_flags(#is_mut, #once, #owned, #is_send, #is_sync))
    }

    fn values(&self) -> impl Iterator<Item = &Value> {
        self.parameters.iter().chain([&*self.returned])
    }

    /// Of the parameters, for a closure of this name, which may be another one's parameter.
    fn names(&self, closure: &Ident) -> Vec<Ident> {
        (0..self.parameters.len())
            .map(|n| format_ident!("{closure}_{n}"))
            .collect()
    }

    pub(super) fn id(&self, krate: &Path) -> TokenStream {
        let flags = self.flags(krate);
        let parts = self.values().map(|value| value.id(krate));
        quote!(#krate::__private::closure_id(#flags, &[#(#parts),*]))
    }

    pub(super) fn description(&self, krate: &Path) -> TokenStream {
        let private = quote!(#krate::__private);
        let flags = self.flags(krate);
        let parts = self.values().map(|value| value.id(krate));
        let members = self.values().map(|value| value.description(krate));
        quote!(#private::TypeRef::new(&const {
            #private::closure(
                #flags,
                &[#(#parts),*],
                &const { [#(#private::Member::nameless(0, #members)),*] },
            )
        }))
    }

    pub(super) fn send(&self, krate: &Path, value: &Ident) -> (TokenStream, TokenStream) {
        let private = quote!(#krate::__private);
        let call = self.function(krate, value);
        let object = lifetimes::erased(&self.object);
        let lent = quote!(#private::WireClosure::lent(&mut #value, #call));
        let owned = quote!(#private::WireClosure::owned(#value, #call));
        let (place, wire) = match (self.place, self.kind) {
            (Place::Ref | Place::RefMut, _) => (quote!(let mut #value = #value;), lent),
            (Place::Lent, Kind::Fn) => (
                quote!(let #value = #value; let mut #value: &(#object) = &#value;),
                lent,
            ),
            (Place::Lent, _) => (
                quote!(let mut #value = #value; let mut #value: &mut (#object) = &mut #value;),
                lent,
            ),
            (Place::Boxed, _) => (TokenStream::new(), owned),
            (Place::Owned, _) => (
                quote!(let #value: #private::Box<#object + '_> = #private::Box::new(#value);),
                owned,
            ),
        };
        (place, wire)
    }

    /// The function that the other image calls.
    fn function(&self, krate: &Path, closure: &Ident) -> TokenStream {
        let private = quote!(#krate::__private);
        let object = lifetimes::fixed(&self.object);
        let names = self.names(closure);
        let parameters = || names.iter().zip(&self.parameters);
        let (before, values): (Vec<_>, Vec<_>) = parameters()
            .map(|(name, value)| value.receive(krate, name))
            .unzip();
        let returned = format_ident!("__returned");
        let (after, value) = self.returned.send(krate, &returned);
        let closure = match (self.place, self.kind) {
            (Place::Boxed | Place::Owned, Kind::FnOnce) => {
                quote!(*#private::Box::from_raw(__data.cast::<#private::Box<#object>>()))
            }
            (Place::Boxed | Place::Owned, Kind::Fn) => {
                quote!(&**__data.cast::<#private::Box<#object>>())
            }
            (Place::Boxed | Place::Owned, Kind::FnMut) => {
                quote!(&mut **__data.cast::<#private::Box<#object>>())
            }
            (Place::Ref, _) | (Place::Lent, Kind::Fn) => {
                quote!(*__data.cast::<&'static (#object)>())
            }
            (Place::RefMut | Place::Lent, _) => {
                quote!(&mut **__data.cast::<&'static mut (#object)>())
            }
        };
        let body = quote!(
            let __closure = #closure;
            #(#before)*
            let #returned = __closure(#(#values),*);
            #after
            #value
        );
        thunk(krate, &format_ident!("__data"), parameters(), &body)
    }

    pub(super) fn receive(&self, krate: &Path, value: &Ident) -> (TokenStream, TokenStream) {
        let private = quote!(#krate::__private);
        let Self {
            is_send, is_sync, ..
        } = self;
        let names = self.names(value);
        let (before, arguments): (Vec<_>, Vec<_>) = names
            .iter()
            .zip(&self.parameters)
            .map(|(name, value)| value.send(krate, name))
            .unzip();
        // The rest of the type is known from what it is called with.
        let wires = self.parameters.iter().map(|_| quote!(_));
        let call = quote!(unsafe extern "C" fn(*mut (), #(#wires),*) -> #private::Return<_>);
        let wire = if self.kind == Kind::FnOnce {
            quote!(into_wire)
        } else {
            quote!(wire)
        };
        let returned = format_ident!("__returned");
        let bound = self.returned.bound(krate, &returned);
        let (after, result) = self.returned.receive(krate, &returned);
        // SAFETY: the closure's type was compared. Transmuting makes a function pointer of it, and
        // changes lifetimes.
        let closure = quote!(
            move |#(#names),*| unsafe {
                let __wire = #value.#wire();
                let __call = #private::transmute::<*const (), #call>(__wire.call);
                #(#before)*
                let #bound = __call(__wire.data, #(#arguments),*).get();
                #after
                #result
            }
        );
        let closure = match self.place {
            Place::Ref => quote!(&#closure),
            Place::RefMut => quote!(&mut #closure),
            Place::Boxed => quote!(#private::Box::new(#closure)),
            Place::Lent | Place::Owned => closure,
        };
        (
            quote!(let #value = #private::RemoteClosure::<#is_send, #is_sync>::new(#value);),
            closure,
        )
    }
}

/// The lifetime that a box says its closure lives, if it isn't `'static`.
pub(super) fn bounded(ty: &Type) -> Option<Lifetime> {
    let Type::TraitObject(object) = argument(ty, "Box")? else {
        return None;
    };
    Bounds::of(&object.bounds).borrows().cloned()
}
