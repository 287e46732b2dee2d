//! The one symbol of a plugin: what it exports, once it is loaded.

use crate::header::RUNTIME;
use crate::loadable::Loadable;
use crate::object::Object;
use crate::private::NewFn;
use core::any::TypeId;
use core::fmt;
use core::marker::PhantomData;
use std::error::Error;
use std::sync::Arc;

/// The symbol's name. Its number is [`RUNTIME`]'s.
pub const SYMBOL: &str = "linkface_plugin_v1";

/// What the symbol is.
#[derive(Debug)]
#[repr(C)]
pub struct Entry {
    /// See [`RUNTIME`].
    pub runtime: u32,
    /// How many exports there are.
    pub count: u32,
    /// The first.
    pub exports: *const Constructor,
    /// The plugin's header, as it is mapped.
    pub header: *const u8,
    /// In bytes.
    pub header_len: usize,
    /// The address of a function of the standard library, which says whose library it is.
    pub std: *const (),
}

// SAFETY: leads to constants and functions.
unsafe impl Sync for Entry {}

/// Makes an implementor.
#[derive(Debug)]
#[repr(C)]
pub struct Constructor {
    /// Makes one, in a box, or says why not.
    pub new: NewFn,
    /// The address of the interface's description: which image it is in.
    pub interface: *const u8,
    /// Writes the implementor's [`TypeId`], for images of one build, which know it alike.
    pub type_id: unsafe extern "C" fn(*mut TypeId),
}

// SAFETY: as above.
unsafe impl Sync for Constructor {}

impl Entry {
    /// Of a plugin with these exports.
    #[must_use]
    pub const fn new(exports: &'static [Constructor], header: &'static [u8]) -> Self {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "written by hand, in one list"
        )]
        Self {
            runtime: RUNTIME,
            count: exports.len() as u32,
            exports: exports.as_ptr(),
            header: header.as_ptr(),
            header_len: header.len(),
            std: std_identity(),
        }
    }
}

/// A function of the standard library that isn't generic, so that there is one in each copy.
#[must_use]
pub const fn std_identity() -> *const () {
    std::process::abort as *const ()
}

/// What a host offers, as it crosses.
#[derive(Debug)]
#[repr(C)]
pub struct HostTable {
    /// The host's own.
    pub data: *const (),
    /// The object for an interface with this description and of this build, see
    /// [`Loadable::BUILD`]; null in it for none.
    pub get: unsafe extern "C" fn(
        data: *const (),
        description: *const u8,
        len: usize,
        build: u64,
    ) -> Object,
}

/// The host, while it makes an implementor: what `|host| …` in `export!` is given.
#[derive(Clone, Copy, Debug)]
pub struct PluginHost<'a> {
    table: *const HostTable,
    lives: PhantomData<&'a HostTable>,
}

/// The host offers no such interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotOffered {
    interface: &'static str,
}

impl fmt::Display for NotOffered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the host doesn't offer `{}`: it would, by `Host::new().offer(…)` with an implementor of it",
            self.interface
        )
    }
}

impl Error for NotOffered {}

impl PluginHost<'_> {
    /// # Safety
    ///
    /// `table` is null or lives for as long as this does.
    pub(crate) const unsafe fn new(table: *const HostTable) -> Self {
        Self {
            table,
            lives: PhantomData,
        }
    }

    /// What the host offers for an interface. It may be kept.
    ///
    /// # Errors
    ///
    /// If the host offers none.
    pub fn get<L: Loadable>(&self) -> Result<Arc<L>, NotOffered> {
        // SAFETY: the host's table, which lives while the implementor is made.
        let object = unsafe {
            let HostTable { data, get } = *self.table;
            get(
                data,
                L::DESCRIPTION.as_ptr(),
                L::DESCRIPTION.len(),
                L::BUILD,
            )
        };
        if object.data.is_null() {
            return Err(NotOffered { interface: L::NAME });
        }
        // SAFETY: the host has compared the two descriptions. It handed an `Arc` of its own over, whose
        // methods through `&self` are all that can be called through this one.
        Ok(Arc::new(unsafe { L::from_object(object) }))
    }
}
