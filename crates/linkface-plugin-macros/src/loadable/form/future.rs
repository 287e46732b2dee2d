//! What `async` methods return: `async fn`, `-> impl Future<…>`, `-> Pin<Box<dyn Future<…>>>`.

use super::Value;
use super::bounds::{Bounds, argument, bare};
use crate::mistakes::Mistakes;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::{GenericArgument, Lifetime, Path, PathArguments, Type};

/// A future, which the other image polls.
pub(crate) struct Future {
    pub(crate) how: How,
    is_send: bool,
    made: Box<Value>,
}

/// How a future is declared.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum How {
    /// `async fn`: nothing happens before it is polled, so that it can hold what is lent.
    Async,
    /// `-> impl Future<Output = T>`: the method runs at once.
    Impl,
    /// `-> Pin<Box<dyn Future<Output = T>>>`: so, too.
    Boxed,
}

impl Future {
    /// Of an `async fn` that returns this.
    pub(super) fn of_async(ty: &Type, same_build: bool, mistakes: &mut Mistakes) -> Self {
        Self {
            how: How::Async,
            // The language has no way to demand it of implementors.
            is_send: false,
            made: Box::new(Value::made(ty, same_build, mistakes)),
        }
    }

    /// `None` for other types.
    pub(crate) fn of(ty: &Type, same_build: bool, mistakes: &mut Mistakes) -> Option<Self> {
        let (bounds, how) = match bare(ty) {
            Type::ImplTrait(object) => (&object.bounds, How::Impl),
            other => match argument(argument(other, "Pin")?, "Box")? {
                Type::TraitObject(object) => (&object.bounds, How::Boxed),
                _ => return None,
            },
        };
        let bounds = Bounds::of(bounds);
        let [bound] = bounds.traits[..] else {
            return None;
        };
        let last = bound.path.segments.last()?;
        let PathArguments::AngleBracketed(arguments) = &last.arguments else {
            return None;
        };
        if last.ident != "Future" {
            return None;
        }
        let made = arguments.args.iter().find_map(|argument| match argument {
            GenericArgument::AssocType(output) if output.ident == "Output" => Some(&output.ty),
            _ => None,
        })?;
        if bounds.is_sync {
            mistakes.on(ty, "a future that crosses can be `Send`, not `Sync`");
        }
        Some(Self {
            how,
            is_send: bounds.is_send,
            made: Box::new(Value::made(made, same_build, mistakes)),
        })
    }

    fn flags(&self, krate: &Path) -> TokenStream {
        let send = self.is_send;
        quote!(#krate::__private::future_flags(#send))
    }

    pub(super) fn id(&self, krate: &Path) -> TokenStream {
        let (flags, made) = (self.flags(krate), self.made.id(krate));
        quote!(#krate::__private::future_id(#flags, #made))
    }

    pub(super) fn description(&self, krate: &Path) -> TokenStream {
        let private = quote!(#krate::__private);
        let (flags, id) = (self.flags(krate), self.made.id(krate));
        let made = self.made.description(krate);
        quote!(#private::TypeRef::new(&const {
            #private::future(#flags, #id, &const { [#private::Member::nameless(0, #made)] })
        }))
    }

    /// A statement: that the future really is what its bounds are called. A type's own methods show what
    /// is behind its `impl Future`, also where a trait of the user's has the name `Send`.
    pub(crate) fn checked(&self, krate: &Path, value: &Ident) -> TokenStream {
        if self.is_send {
            quote!(#krate::__private::sends(&#value);)
        } else {
            TokenStream::new()
        }
    }

    /// From an expression of what is made, in `async` code, to what crosses.
    pub(crate) fn send(&self, krate: &Path, value: &TokenStream) -> TokenStream {
        let made = format_ident!("__made");
        let (after, wire_value) = self.made.send(krate, &made);
        quote!(#krate::__private::WireFuture::new(async move {
            let #made = #value;
            #after
            #wire_value
        }))
    }

    /// From what crossed to a future of this image's, which isn't translated yet.
    pub(crate) fn remote(&self, krate: &Path, wire: &TokenStream) -> TokenStream {
        let send = self.is_send;
        quote!(#krate::__private::RemoteFuture::<_, #send>::new(#wire))
    }

    /// Waits for a [`remote`](Self::remote) future, in `async` code.
    pub(crate) fn wait(&self, krate: &Path, remote: &TokenStream) -> TokenStream {
        let made = format_ident!("__made");
        let bound = self.made.bound(krate, &made);
        let (after, value) = self.made.receive(krate, &made);
        quote!(
            let #bound = #remote.await;
            #after
            #value
        )
    }

    pub(super) fn receive(&self, krate: &Path, value: &Ident) -> (TokenStream, TokenStream) {
        let remote = self.remote(krate, &quote!(#value));
        let wait = self.wait(krate, &quote!(#value));
        let mut future = quote!(async move { #wait });
        if self.how == How::Boxed {
            future = quote!(#krate::__private::Box::pin(#future));
        }
        (quote!(let #value = #remote;), future)
    }
}

/// The lifetime that a box says its future lives, if it isn't `'static`.
pub(super) fn bounded(ty: &Type) -> Option<Lifetime> {
    let Type::TraitObject(object) = argument(argument(ty, "Pin")?, "Box")? else {
        return None;
    };
    Bounds::of(&object.bounds).borrows().cloned()
}
