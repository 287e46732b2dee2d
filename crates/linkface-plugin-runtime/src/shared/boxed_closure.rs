//! Boxed closures within other types: `Vec<Box<dyn Fn(u32) -> String>>`.
//!
//! Those whose arguments are owned are [`Shared`]. A closure that takes references is another type for
//! each way to take them; such ones cross where generated code sees their type: as a parameter, as
//! what is returned, and in an `Option` there.

use super::Shared;
use super::closure::{RemoteClosure, WireClosure, closure, closure_id};
use crate::describe::{Member, TypeRef, flag};
use crate::object::Return;
use crate::thunk;

/// One kind of closure with so many arguments, and these auto traits.
macro_rules! boxed {
    (
        $function:ident $wire:ident [$($flag:ident)*] [$($auto:ident)*] ($send:literal $sync:literal)
        $thunk:ident ($($ty:ident $value:ident),*)
        |$data:ident| $place:expr
    ) => {
        // SAFETY: a `repr(C)` struct with the closure's kind, auto traits, arguments and result in its
        // description; each of these is converted as it is described.
        unsafe impl<$($ty: Shared + 'static,)* R: Shared + 'static> Shared
            for Box<dyn $function($($ty),*) -> R $(+ $auto)*>
        {
            type Wire = WireClosure;
            const ID: u64 = closure_id(flag::OWNED $(| flag::$flag)*, &[$($ty::ID,)* R::ID]);
            const TYPE: TypeRef = TypeRef::new(&const {
                closure(
                    flag::OWNED $(| flag::$flag)*,
                    &[$($ty::ID,)* R::ID],
                    &const { [$(Member::nameless(0, $ty::TYPE),)* Member::nameless(0, R::TYPE)] },
                )
            });

            fn into_wire(self) -> WireClosure {
                WireClosure::owned(self, thunk::$thunk(|$data: *mut (), $($value: $ty::Wire),*| {
                    // SAFETY: `WireClosure::owned` put this very box there, which is called as its kind
                    // says; the arguments were made for it.
                    unsafe { ($place)($($ty::from_wire($value)),*).into_wire() }
                }))
            }

            unsafe fn from_wire(wire: WireClosure) -> Self {
                // SAFETY: by the caller.
                let remote = unsafe { RemoteClosure::<$send, $sync>::new(wire) };
                Box::new(move |$($value: $ty),*| {
                    let wire = remote.$wire();
                    // SAFETY: the closure's type was compared.
                    unsafe {
                        let call = core::mem::transmute::<
                            *const (),
                            unsafe extern "C" fn(*mut (), $($ty::Wire),*) -> Return<R::Wire>,
                        >(wire.call);
                        R::from_wire(call(wire.data, $($value.into_wire()),*).get())
                    }
                })
            }
        }
    };
}

/// All kinds, with so many arguments.
macro_rules! kinds {
    ($thunk:ident $arguments:tt) => {
        kinds!(@ [] [] (false false) $thunk $arguments);
        kinds!(@ [SEND] [Send] (true false) $thunk $arguments);
        kinds!(@ [SEND SYNC] [Send Sync] (true true) $thunk $arguments);
    };
    (@ [$($flag:ident)*] $autos:tt $are:tt $thunk:ident $arguments:tt) => {
        boxed!(Fn wire [$($flag)*] $autos $are $thunk $arguments |data| &**data.cast::<Self>());
        boxed!(FnMut wire [FN_MUT $($flag)*] $autos $are $thunk $arguments |data| &mut **data.cast::<Self>());
        boxed!(FnOnce into_wire [FN_ONCE $($flag)*] $autos $are $thunk $arguments |data| *Box::from_raw(data.cast::<Self>()));
    };
}

kinds!(thunk0());
kinds!(thunk1 (A a));
kinds!(thunk2 (A a, B b));
kinds!(thunk3 (A a, B b, C c));
kinds!(thunk4 (A a, B b, C c, D d));
