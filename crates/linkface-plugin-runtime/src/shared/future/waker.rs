//! Wakers. The standard library's have a table of Rust functions, whose layout and calling
//! convention are the compiler's choice; these are C.

use crate::object::Return;
use crate::panic::{PanicRecord, catch, catch_drop, raise_drop};
use core::mem::ManuallyDrop;
use core::ptr;
use core::task::{RawWaker, RawWakerVTable, Waker};

/// A waker as it crosses.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct WireWaker {
    /// What the functions are called with.
    pub data: *const (),
    /// What it can do. Of the image that made it.
    pub table: *const WakerTable,
}

/// What a waker of another image can do, from any thread.
#[derive(Debug)]
#[repr(C)]
pub struct WakerTable {
    /// Another one, which is to be dropped.
    pub clone: unsafe extern "C" fn(*const ()) -> Return<WireWaker>,
    /// Wakes, and leaves the waker as it is.
    pub wake: unsafe extern "C" fn(*const ()) -> *mut PanicRecord,
    /// Drops a clone.
    pub drop: unsafe extern "C" fn(*const ()) -> *mut PanicRecord,
}

/// Here, `data` is a `&Waker`: of the caller of `poll`, or in a box of its own.
static TABLE: WakerTable = WakerTable {
    clone,
    wake,
    drop: drop_waker,
};

/// # Safety
///
/// `data` is a waker of this image, which lives.
unsafe extern "C" fn clone(data: *const ()) -> Return<WireWaker> {
    catch(|| WireWaker {
        // SAFETY: by the caller.
        data: Box::into_raw(Box::new(unsafe { &*data.cast::<Waker>() }.clone()))
            .cast_const()
            .cast(),
        table: &raw const TABLE,
    })
}

/// # Safety
///
/// As for `clone`.
unsafe extern "C" fn wake(data: *const ()) -> *mut PanicRecord {
    // SAFETY: by the caller.
    catch_drop(|| unsafe { &*data.cast::<Waker>() }.wake_by_ref())
}

/// # Safety
///
/// `data` was made by `clone`, and isn't used again.
unsafe extern "C" fn drop_waker(data: *const ()) -> *mut PanicRecord {
    // SAFETY: by the caller.
    catch_drop(|| drop(unsafe { Box::from_raw(data.cast_mut().cast::<Waker>()) }))
}

impl WireWaker {
    /// Lends a waker. The result isn't to be used after it.
    pub(super) fn borrowed(waker: &Waker) -> Self {
        Self {
            data: ptr::from_ref(waker).cast(),
            table: &raw const TABLE,
        }
    }

    /// Runs `f` with a waker of this image's standard library that stands for this one.
    pub(super) fn with<R>(&self, f: impl FnOnce(&Waker) -> R) -> R {
        // SAFETY: the functions of `BORROWED` do what `RawWaker` demands; `self` outlives the waker,
        // which nobody drops, and clones of which have a `WireWaker` of their own.
        let waker = ManuallyDrop::new(unsafe {
            Waker::from_raw(RawWaker::new(ptr::from_ref(self).cast(), &BORROWED))
        });
        f(&waker)
    }
}

/// `data` is a `&WireWaker`, which somebody else drops.
static BORROWED: RawWakerVTable =
    RawWakerVTable::new(clone_theirs, wake_theirs, wake_theirs, leave);
/// `data` is a `Box<WireWaker>`.
static OWNED: RawWakerVTable =
    RawWakerVTable::new(clone_theirs, wake_and_drop, wake_theirs, drop_theirs);

/// # Safety
///
/// `data` is a `WireWaker` that lives.
unsafe fn clone_theirs(data: *const ()) -> RawWaker {
    // SAFETY: by the caller; the table is of an image that stays mapped.
    let clone = unsafe {
        let WireWaker { data, table } = *data.cast::<WireWaker>();
        ((*table).clone)(data).get()
    };
    RawWaker::new(Box::into_raw(Box::new(clone)).cast_const().cast(), &OWNED)
}

/// # Safety
///
/// As for `clone_theirs`.
unsafe fn wake_theirs(data: *const ()) {
    // SAFETY: as in `clone_theirs`.
    unsafe {
        let WireWaker { data, table } = *data.cast::<WireWaker>();
        raise_drop(((*table).wake)(data));
    }
}

/// # Safety
///
/// `data` is a `Box<WireWaker>` that was made by `clone_theirs`, and isn't used again.
unsafe fn wake_and_drop(data: *const ()) {
    /// Drops the waker even if waking panics.
    struct Dropped(*const ());
    impl Drop for Dropped {
        fn drop(&mut self) {
            // SAFETY: by the caller of `wake_and_drop`.
            unsafe { drop_theirs(self.0) }
        }
    }
    let waker = Dropped(data);
    // SAFETY: by the caller.
    unsafe { wake_theirs(waker.0) }
}

/// # Safety
///
/// As for `wake_and_drop`.
unsafe fn drop_theirs(data: *const ()) {
    // SAFETY: by the caller; a clone is dropped once, by its own image.
    unsafe {
        let WireWaker { data, table } = *Box::from_raw(data.cast_mut().cast::<WireWaker>());
        raise_drop(((*table).drop)(data));
    }
}

/// What is borrowed is not dropped.
unsafe fn leave(_: *const ()) {}
