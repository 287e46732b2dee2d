//! What a loaded implementor is made of.

mod known;
mod tables;

#[cfg(feature = "host")]
pub(crate) use known::forget as forget_tables;
pub(crate) use tables::with_state;

use crate::describe::{Description, flag};
use crate::object::{Methods, Object, TableRef};
use crate::panic::raise_drop;
use core::fmt;
use core::marker::PhantomData;
use core::mem::{ManuallyDrop, transmute_copy};

/// An implementor of the interface of `L`, which has `N` methods, in this image or in another.
///
/// A loaded type has one as its field, which code beside it can reach: without `L`, that of another
/// interface could be put there.
pub struct Handle<L, const N: usize> {
    data: *mut (),
    methods: &'static Methods<N>,
    of: PhantomData<fn() -> L>,
}

/// What is known of the implementor, which may be in another image and isn't asked: its interface, the
/// plugin that made it, and the methods that it doesn't have.
impl<L, const N: usize> fmt::Debug for Handle<L, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let table = TableRef::new(self.methods);
        let Ok(description) = Description::decode(table.description()) else {
            return f.write_str("Handle");
        };
        let interface = description.root();
        let mut out = f.debug_struct(&interface.name);
        out.field("version", &interface.number);
        if interface.is(flag::SAME_BUILD) {
            out.field("same_build", &true);
        }
        #[cfg(feature = "host")]
        if let Some(plugin) = crate::host::plugin_of(table) {
            out.field("plugin", &plugin);
        }
        let methods = interface.members.iter().zip(&self.methods.methods);
        let defaults: Vec<&str> = methods
            .filter(|(_, method)| method.is_null())
            .map(|(member, _)| member.name.as_str())
            .collect();
        if !defaults.is_empty() {
            out.field("defaults", &defaults);
        }
        out.finish_non_exhaustive()
    }
}

impl<L, const N: usize> Handle<L, N> {
    /// Takes over an implementor, whose table may be of another version of the interface.
    ///
    /// # Safety
    ///
    /// `object` is used by nobody else. Its interface was found compatible with `mine`, which is
    /// described by these bytes and has `N` methods.
    #[must_use]
    pub unsafe fn new(object: Object, mine: &'static [u8]) -> Self {
        // SAFETY: tables come from generated code, and images stay mapped.
        let table = unsafe { TableRef::from_ptr(object.table) };
        Self {
            data: object.data,
            methods: tables::resolved(table, mine),
            of: PhantomData,
        }
    }

    /// The implementor, for one of its methods.
    #[inline]
    #[must_use]
    pub fn data(&self) -> *mut () {
        self.data
    }

    /// The method with this number, if the implementor has it.
    ///
    /// # Safety
    ///
    /// `F` is the method's type as a thunk: an `extern "C"` function pointer.
    #[inline]
    #[must_use]
    pub unsafe fn method<F: Copy>(&self, number: usize) -> Option<F> {
        const { assert!(size_of::<F>() == size_of::<*const ()>()) };
        let method = self.methods.methods[number];
        // SAFETY: a function pointer of this type, by the caller, and not null.
        (!method.is_null()).then(|| unsafe { transmute_copy::<*const (), F>(&method) })
    }

    /// The method with this number, which has no default, so that every implementor has it.
    ///
    /// # Safety
    ///
    /// As for [`method`](Self::method), and the method has no default.
    #[inline]
    #[must_use]
    pub unsafe fn required<F: Copy>(&self, number: usize) -> F {
        const { assert!(size_of::<F>() == size_of::<*const ()>()) };
        // SAFETY: a function pointer of this type, by the caller; not null, since an image without it
        // is refused.
        unsafe { transmute_copy::<*const (), F>(&self.methods.methods[number]) }
    }

    /// Hands the implementor over.
    #[must_use]
    pub fn into_object(self) -> Object {
        let this = ManuallyDrop::new(self);
        Object {
            data: this.data,
            table: TableRef::new(this.methods).as_ptr(),
        }
    }
}

impl<L, const N: usize> Drop for Handle<L, N> {
    fn drop(&mut self) {
        if let Some(drop) = self.methods.head.drop {
            // SAFETY: the implementor is this handle's own, which is gone after this.
            unsafe { raise_drop(drop(self.data)) }
        }
    }
}
