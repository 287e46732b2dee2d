//! Functions that cross, made of closures that capture nothing.
//!
//! Generated code doesn't name the types that cross, which are inferred from what the closure does
//! with them: for a type that may not cross, a name would be a mistake of its own at each use.

use crate::object::Return;
use crate::panic::catch;
use core::ptr::NonNull;

/// The value of a type without any bytes.
///
/// # Safety
///
/// There is a value of `F`, somewhere.
const unsafe fn summon<F: Copy>() -> F {
    const {
        assert!(
            size_of::<F>() == 0,
            "a closure that crosses captures nothing"
        );
    };
    // SAFETY: no bytes are read, and `F` is `Copy` and not without values, by the caller.
    unsafe { NonNull::<F>::dangling().as_ptr().read() }
}

macro_rules! thunks {
    ($($thunk:ident $call:ident ($($wire:ident $argument:ident),*);)*) => { $(
        /// `unsafe extern "C" fn(this: *mut (), …) -> Return<R>`, which does what `method` does.
        pub const fn $thunk<F, $($wire,)* R>(method: F) -> *const ()
        where
            F: Fn(*mut () $(, $wire)*) -> R + Copy,
        {
            let _ = method;
            $call::<F, $($wire,)* R> as *const ()
        }

        #[allow(clippy::too_many_arguments, reason = "as many as a method has")]
        unsafe extern "C" fn $call<F, $($wire,)* R>(this: *mut () $(, $argument: $wire)*) -> Return<R>
        where
            F: Fn(*mut () $(, $wire)*) -> R + Copy,
        {
            // SAFETY: it was made by the function above, of a value.
            let method = unsafe { summon::<F>() };
            catch(|| method(this $(, $argument)*))
        }
    )* };
}

thunks! {
    thunk0 call0 ();
    thunk1 call1 (A a);
    thunk2 call2 (A a, B b);
    thunk3 call3 (A a, B b, C c);
    thunk4 call4 (A a, B b, C c, D d);
    thunk5 call5 (A a, B b, C c, D d, E e);
    thunk6 call6 (A a, B b, C c, D d, E e, G g);
    thunk7 call7 (A a, B b, C c, D d, E e, G g, H h);
    thunk8 call8 (A a, B b, C c, D d, E e, G g, H h, I i);
    thunk9 call9 (A a, B b, C c, D d, E e, G g, H h, I i, J j);
    thunk10 call10 (A a, B b, C c, D d, E e, G g, H h, I i, J j, K k);
    thunk11 call11 (A a, B b, C c, D d, E e, G g, H h, I i, J j, K k, L l);
    thunk12 call12 (A a, B b, C c, D d, E e, G g, H h, I i, J j, K k, L l, M m);
}
