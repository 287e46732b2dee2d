//! Closures, in either direction: `&dyn Fn(…)`, `&mut dyn FnMut(…)`, `Box<dyn FnOnce(…)>`.
//!
//! The function that is called is generated where the closure's type is written, as the arguments of
//! each have wires of their own. Here is the rest: who drops it, and on which threads.

use crate::describe::{Kind, Member, Type, id};
use crate::panic::raise_drop;
use crate::private::{DropFn, drop_box};
use core::mem::ManuallyDrop;

/// A closure as it crosses.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct WireClosure {
    /// What `call` is called with.
    pub data: *mut (),
    /// `unsafe extern "C" fn(data: *mut (), …) -> Return<…>`. That of an `FnOnce` takes `data` over.
    pub call: *const (),
    /// Drops the closure. Null for one that is only lent.
    pub drop: Option<DropFn>,
}

impl WireClosure {
    /// Lends a closure, which is behind `place`.
    pub fn lent<F>(place: &mut F, call: *const ()) -> Self {
        Self {
            data: core::ptr::from_mut(place).cast(),
            call,
            drop: None,
        }
    }

    /// Hands a closure over. `call` finds an `F` behind `data`.
    pub fn owned<F>(closure: F, call: *const ()) -> Self {
        Self {
            data: Box::into_raw(Box::new(closure)).cast(),
            call,
            drop: Some(drop_box::<F>),
        }
    }
}

/// A closure of another image, in the closure that calls it: what both demand of threads.
#[derive(Debug)]
pub struct RemoteClosure<const SEND: bool, const SYNC: bool>(WireClosure);

// SAFETY: `SEND` says that the type of the closure demands `Send`, on either side.
unsafe impl<const SYNC: bool> Send for RemoteClosure<true, SYNC> {}
// SAFETY: `SYNC` says that the type of the closure demands `Sync`, on either side.
unsafe impl<const SEND: bool> Sync for RemoteClosure<SEND, true> {}

impl<const SEND: bool, const SYNC: bool> RemoteClosure<SEND, SYNC> {
    /// Takes a closure over.
    ///
    /// # Safety
    ///
    /// `wire` isn't used again. The closure is [`Send`] if `SEND`, and [`Sync`] if `SYNC`.
    #[must_use]
    pub unsafe fn new(wire: WireClosure) -> Self {
        Self(wire)
    }

    /// For a call.
    #[must_use]
    pub fn wire(&self) -> WireClosure {
        self.0
    }

    /// For the one call of an `FnOnce`, which drops it.
    #[must_use]
    pub fn into_wire(self) -> WireClosure {
        ManuallyDrop::new(self).0
    }
}

impl<const SEND: bool, const SYNC: bool> Drop for RemoteClosure<SEND, SYNC> {
    fn drop(&mut self) {
        if let Some(drop) = self.0.drop {
            // SAFETY: the closure is this one's own, which is gone after this.
            unsafe { raise_drop(drop(self.0.data)) }
        }
    }
}

/// What [`Type::id`] a closure has: by its flags, and its parameters and what it returns.
#[must_use]
pub const fn closure_id(flags: u32, parts: &[u64]) -> u64 {
    id(&["closure"], &[flags as u64, id(&[], parts)])
}

/// What describes a closure: its parameters, then what it returns.
#[must_use]
pub const fn closure(flags: u32, parts: &[u64], members: &'static [Member]) -> Type {
    Type {
        flags,
        ..Type::converted(Kind::Closure, closure_id(flags, parts), members)
    }
}
