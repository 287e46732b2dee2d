//! What expansions use. Not for anybody else: it changes without notice.

pub use crate::describe::{Kind, Member, Type, TypeRef, encode, encoded_len, flag, id};
pub use crate::entry::{Constructor, Entry, HostTable, PluginHost};
pub use crate::exported::{Held, ImageMark, borrowed_own, borrowed_own_mut, taken};
pub use crate::exporting::exporting;
pub use crate::handle::Handle;
pub use crate::header::{Contents, Export};
pub use crate::loadable::{Exports, Lend, Loadable};
pub use crate::object::{Methods, Object, Return, TableRef};
pub use crate::panic::catch;
pub use crate::reload::{Keeps, KeepsNothing, State};
pub use crate::shared::closure::{closure, closure_id};
pub use crate::shared::future::{future, future_id};
pub use crate::shared::option::{option, option_id};
pub use crate::shared::{
    RemoteClosure, RemoteFuture, WireClosure, WireFuture, WireOption, WireSlice,
};
pub use crate::thunk::*;
pub use core::mem::transmute;
pub use core::ptr::{from_mut, from_ref};
pub use std::boxed::Box;
pub use std::vec::Vec;

use crate::object::Table;
use crate::panic::{PanicRecord, catch_drop};
use crate::shared::{Inline, WireResult, WireVec};
use core::mem::ManuallyDrop;
use core::ops::{Deref, DerefMut};
use std::error::Error;
use std::sync::Arc;

/// What `export!`'s expressions may fail with.
pub type BoxError = Box<dyn Error + Send + Sync>;
/// A table's destructor.
pub type DropFn = unsafe extern "C" fn(*mut ()) -> *mut PanicRecord;

/// The head of a table.
#[must_use]
pub const fn head<L: Loadable>(drop: Option<DropFn>, methods: usize) -> Table {
    Table {
        description: L::DESCRIPTION.as_ptr(),
        description_len: L::DESCRIPTION.len(),
        drop,
        state: core::ptr::null(),
        methods,
    }
}

/// Drops a `Box<T>`.
///
/// # Safety
///
/// `data` is one of this image's, and isn't used again.
pub unsafe extern "C" fn drop_box<T>(data: *mut ()) -> *mut PanicRecord {
    // SAFETY: by the caller.
    catch_drop(|| drop(unsafe { Box::from_raw(data.cast::<T>()) }))
}

/// Drops an `Arc<T>`.
///
/// # Safety
///
/// `data` is one of this image's, and isn't used again.
pub unsafe extern "C" fn drop_arc<T>(data: *mut ()) -> *mut PanicRecord {
    // SAFETY: by the caller.
    catch_drop(|| drop(unsafe { Arc::from_raw(data.cast::<T>().cast_const()) }))
}

/// The loaded form of a value of this program.
pub fn owned<L: Loadable, T>(value: T) -> L
where
    (): Exports<L, T>,
{
    let object = Object {
        data: Box::into_raw(Box::new(value)).cast(),
        table: <() as Exports<L, T>>::OWNED.as_ptr(),
    };
    // SAFETY: the object is of this very interface, and handed over.
    unsafe { L::from_object(object) }
}

/// An interface's flags.
#[must_use]
#[expect(clippy::fn_params_excessive_bools, reason = "one for each flag")]
pub const fn interface_flags(
    is_unsafe: bool,
    send: bool,
    sync: bool,
    unpin: bool,
    same_build: bool,
) -> u32 {
    flags(&[
        (is_unsafe, flag::UNSAFE),
        (send, flag::SEND),
        (sync, flag::SYNC),
        (unpin, flag::UNPIN),
        (same_build, flag::SAME_BUILD),
    ])
}

/// A method's flags.
#[must_use]
#[expect(clippy::fn_params_excessive_bools, reason = "one for each flag")]
pub const fn method_flags(is_mut: bool, default: bool, is_unsafe: bool, is_async: bool) -> u32 {
    flags(&[
        (is_mut, flag::MUT),
        (default, flag::DEFAULT),
        (is_unsafe, flag::UNSAFE),
        (is_async, flag::ASYNC),
    ])
}

const fn flags(which: &[(bool, u32)]) -> u32 {
    let mut flags = 0;
    let mut n = 0;
    while n < which.len() {
        if which[n].0 {
            flags |= which[n].1;
        }
        n += 1;
    }
    flags
}

/// See [`Loadable::BUILD`]. 0 is for interfaces that need no build.
#[must_use]
pub const fn build(said: Option<&str>, nonce: u64) -> u64 {
    let build = match said {
        Some(said) => id(&["LINKFACE_BUILD_ID", said], &[]),
        None => nonce,
    };
    if build == 0 { 1 } else { build }
}

/// A type that crosses as it is, between images of one build.
#[must_use]
pub const fn opaque(name: &'static str) -> Type {
    Type {
        name,
        ..Type::converted(Kind::Opaque, id(&["opaque", name], &[]), &[])
    }
}

/// A closure's flags.
#[must_use]
#[expect(clippy::fn_params_excessive_bools, reason = "one for each flag")]
pub const fn closure_flags(is_mut: bool, once: bool, owned: bool, send: bool, sync: bool) -> u32 {
    flags(&[
        (is_mut, flag::FN_MUT),
        (once, flag::FN_ONCE),
        (owned, flag::OWNED),
        (send, flag::SEND),
        (sync, flag::SYNC),
    ])
}

/// A future's flags.
#[must_use]
pub const fn future_flags(send: bool) -> u32 {
    flags(&[(send, flag::SEND)])
}

/// An optional value of another form than [`Shared`](crate::Shared), as it crosses.
pub fn wire_option<W>(value: Option<W>) -> WireOption<W> {
    WireOption::new(value)
}

/// # Safety
///
/// `wire` was made by [`wire_option`].
pub unsafe fn from_wire_option<W>(wire: WireOption<W>) -> Option<W> {
    // SAFETY: by the caller.
    unsafe { wire.get() }
}

/// What a `&mut self` method does first, for an implementor that others have, too.
///
/// # Panics
///
/// Always.
pub fn refuse(method: &str) {
    panic!("`{method}` takes `&mut self`, and what a host offers is shared by all who call it")
}

/// Compiles for what is `Send`.
pub const fn is_send<T: Send + ?Sized>() {}
/// Compiles for what is `Sync`.
pub const fn is_sync<T: Sync + ?Sized>() {}

/// Compiles for a value that is `Send`.
pub const fn sends<T: Send + ?Sized>(_: &T) {}

/// What is lent, as it crosses.
pub fn lent_object<L: Loadable, T>(lent: &mut T) -> Object
where
    (): Exports<L, T>,
{
    Object {
        data: core::ptr::from_mut(lent).cast(),
        table: <() as Exports<L, T>>::LENT.as_ptr(),
    }
}

/// What leads to a lent value, on its own side.
#[derive(Debug)]
#[repr(transparent)]
pub struct Lent<T: ?Sized>(*mut T);

impl<T: ?Sized> Lent<T> {
    /// # Safety
    ///
    /// The result isn't used after the value, and mutably only if this is the only way to it meanwhile.
    #[must_use]
    pub const unsafe fn new(value: *mut T) -> Self {
        Self(value)
    }
}

impl<T: ?Sized> Deref for Lent<T> {
    type Target = T;
    fn deref(&self) -> &T {
        // SAFETY: by the caller of `new`.
        unsafe { &*self.0 }
    }
}

impl<T: ?Sized> DerefMut for Lent<T> {
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: by the caller of `new`.
        unsafe { &mut *self.0 }
    }
}

/// What was lent, on the other side.
#[derive(Debug)]
pub struct Borrowed<L>(ManuallyDrop<L>);

impl<L> Borrowed<L> {
    pub(crate) fn new(loaded: L) -> Self {
        Self(ManuallyDrop::new(loaded))
    }
}

impl<L> Deref for Borrowed<L> {
    type Target = L;
    fn deref(&self) -> &L {
        &self.0
    }
}

impl<L> DerefMut for Borrowed<L> {
    fn deref_mut(&mut self) -> &mut L {
        &mut self.0
    }
}

/// The description of a field of a type that crosses as it is.
#[must_use]
pub const fn inline_field<T: Inline>() -> TypeRef {
    T::TYPE
}

/// A tag that no variant has.
///
/// # Panics
///
/// Always: images with equal descriptions have the same variants.
#[cold]
pub fn no_such_variant() -> ! {
    panic!("another image gave an enum a variant that it doesn't have")
}

/// The name of a plugin's package; without Cargo, of its crate.
#[must_use]
pub const fn package(package: Option<&'static str>, krate: &'static str) -> &'static str {
    match package {
        Some(package) => package,
        None => krate,
    }
}

/// The version of a plugin's package.
#[must_use]
pub const fn version(version: Option<&'static str>) -> &'static str {
    match version {
        Some(version) => version,
        None => "",
    }
}

/// What a constructor returns.
pub type Constructed = Return<WireResult<Object, WireVec<u8>>>;
/// A constructor.
pub type NewFn = unsafe extern "C" fn(*const HostTable) -> Constructed;
