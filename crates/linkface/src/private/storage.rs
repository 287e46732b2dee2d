//! The bytes of a proxy.

use core::any::Any;
use core::cell::UnsafeCell;
use core::marker::PhantomData;
use core::mem::MaybeUninit;

/// A word that may hold anything: part of a pointer's provenance, padding, or nothing at all.
///
/// A pointer, because an integer would lose provenance. `MaybeUninit`, because an implementor may
/// have padding or be shorter (so no `noundef`). `UnsafeCell`, because it may be a `Cell`: a
/// `&Proxy` must not be `readonly noalias`.
pub type Word = UnsafeCell<MaybeUninit<*mut ()>>;

/// A word of a `Copy` implementor, which can't hold a `Cell`: no cell is `Copy`.
pub type CopyWord = MaybeUninit<*mut ()>;

/// Room for an implementor: `Words` that belong to the proxy `Owner`, aligned like `Align`.
///
/// Two words are two scalar fields, not an array: that is what calling conventions pass and return
/// in two registers.
#[repr(C)]
pub struct Storage<Words, Owner, Align = [usize; 0]> {
    align: Align,
    words: Words,
    /// Storages of two proxies are two types, so that safe code can't swap their contents.
    owner: PhantomData<fn(Owner) -> Owner>,
    /// Not `Send`, `Sync`, `Unpin`, `UnwindSafe` or `RefUnwindSafe` unless the proxy says so.
    any: PhantomData<dyn Any>,
}

impl<Words: Copy, Owner, Align: Copy> Clone for Storage<Words, Owner, Align> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}
impl<Words: Copy, Owner, Align: Copy> Copy for Storage<Words, Owner, Align> {}

/// One word.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct One<W>(W);

/// Two words, in two registers.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct Two<W>(W, W);

/// More words, in memory.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct Many<W, const N: usize>([W; N]);

/// Eight bytes.
#[cfg(target_pointer_width = "64")]
pub type Bytes8<W> = One<W>;
/// Eight bytes.
#[cfg(not(target_pointer_width = "64"))]
pub type Bytes8<W> = Two<W>;

/// Sixteen bytes.
#[cfg(target_pointer_width = "64")]
pub type Bytes16<W> = Two<W>;
/// Sixteen bytes.
#[cfg(not(target_pointer_width = "64"))]
pub type Bytes16<W> = Many<W, { 16 / size_of::<usize>() }>;

macro_rules! align {
    ($($name:ident $bytes:literal)+) => {$(
        #[doc(hidden)]
        #[derive(Clone, Copy)]
        #[repr(align($bytes))]
        pub struct $name;
    )+};
}

align! {
    Align1 1 Align2 2 Align4 4 Align8 8 Align16 16 Align32 32 Align64 64 Align128 128 Align256 256
    Align512 512 Align1024 1024 Align2048 2048 Align4096 4096
}
