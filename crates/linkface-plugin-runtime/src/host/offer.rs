//! What a host offers to plugins.

use crate::check::{self, Caller, Difference};
use crate::describe::{Description, TypeRef, flag};
use crate::loadable::{Exports, Loadable};
use crate::object::Object;
use core::fmt;
use core::slice;
use std::sync::Arc;

/// An implementor that plugins may call.
pub(super) struct Offer {
    pub(super) name: &'static str,
    pub(super) description: &'static [u8],
    /// See [`Loadable::BUILD`].
    pub(super) build: u64,
    /// Another handle of it.
    get: Box<dyn Fn() -> Object + Send + Sync>,
}

impl fmt::Debug for Offer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Offer")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}

impl Offer {
    pub(super) fn new<L: Loadable, T: Send + Sync + 'static>(value: T) -> Self
    where
        (): Exports<L, T>,
    {
        const {
            assert!(
                is_shared(L::INTERFACE),
                "what a host offers is called from several places at once: all methods of its interface take `&self`"
            );
        }
        let value = Arc::new(value);
        Self {
            name: L::NAME,
            description: L::DESCRIPTION,
            build: L::BUILD,
            get: Box::new(move || Object {
                data: Arc::into_raw(Arc::clone(&value)).cast_mut().cast(),
                table: <() as Exports<L, T>>::SHARED.as_ptr(),
            }),
        }
    }

    /// Whether a plugin that knows the interface like this may call it. One of the same build has to
    /// know the very same description, in the same place.
    fn fits(&self, theirs: &[u8], build: u64) -> bool {
        self.build == build
            && (build == 0 || core::ptr::eq(self.description, theirs))
            && self.differences(theirs).is_empty()
    }

    /// From the interface as a plugin knows it.
    pub(super) fn differences(&self, theirs: &[u8]) -> Vec<Difference> {
        if theirs == self.description {
            return Vec::new();
        }
        let decode = |bytes| Description::decode(bytes);
        match (decode(theirs), decode(self.description)) {
            (Ok(theirs), Ok(ours)) => check::interface(&theirs, &ours, Caller::Plugin),
            // Read before.
            _ => Vec::new(),
        }
    }
}

/// Whether all methods take `&self`: an `Arc` is all that a plugin is given.
const fn is_shared(interface: TypeRef) -> bool {
    let methods = interface.get().members;
    let mut n = 0;
    while n < methods.len() {
        if methods[n].ty.get().flags & flag::MUT != 0 {
            return false;
        }
        n += 1;
    }
    true
}

/// What a plugin calls by its [`PluginHost`](crate::PluginHost).
///
/// # Safety
///
/// `data` is a host's `Vec<Offer>`, which lives; the description is a plugin's.
pub(super) unsafe extern "C" fn get(
    data: *const (),
    description: *const u8,
    len: usize,
    build: u64,
) -> Object {
    const NONE: Object = Object {
        data: core::ptr::null_mut(),
        table: core::ptr::null(),
    };
    // SAFETY: by the caller.
    let (offers, bytes) = unsafe {
        (
            &*data.cast::<Vec<Offer>>(),
            slice::from_raw_parts(description, len),
        )
    };
    let Ok(theirs) = Description::decode(bytes) else {
        return NONE;
    };
    offers
        .iter()
        .find(|offer| offer.name == theirs.root().name && offer.fits(bytes, build))
        .map_or(NONE, |offer| (offer.get)())
}
