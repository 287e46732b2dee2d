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
type Word = UnsafeCell<MaybeUninit<*mut ()>>;

/// Room for an implementor: `Of` words that belong to the proxy `Owner`, aligned like `Align`.
///
/// Two words are two scalar fields, not an array: that is what calling conventions pass and return
/// in two registers.
#[repr(C)]
pub struct Storage<Of: Words, Owner, Align = [usize; 0]> {
    align: Align,
    words: Of,
    /// Storages of two proxies are two types, so that safe code can't swap their contents.
    owner: PhantomData<fn(Owner) -> Owner>,
    /// Not `Send`, `Sync`, `Unpin`, `UnwindSafe` or `RefUnwindSafe` unless the proxy says so.
    any: PhantomData<dyn Any>,
}

/// How many words.
pub trait Words {}
impl Words for One {}
impl Words for Two {}
impl<const N: usize> Words for Many<N> {}

/// One word.
#[repr(C)]
pub struct One(Word);

/// Two words, in two registers.
#[repr(C)]
pub struct Two(Word, Word);

/// More words, in memory.
#[repr(C)]
pub struct Many<const N: usize>([Word; N]);

/// Eight bytes.
#[cfg(target_pointer_width = "64")]
pub type Bytes8 = One;
/// Eight bytes.
#[cfg(not(target_pointer_width = "64"))]
pub type Bytes8 = Two;

/// Sixteen bytes.
#[cfg(target_pointer_width = "64")]
pub type Bytes16 = Two;
/// Sixteen bytes.
#[cfg(not(target_pointer_width = "64"))]
pub type Bytes16 = Many<{ 16 / size_of::<usize>() }>;

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
