//! An implementor behind a pointer, and the table of its methods: how an object of an interface
//! crosses, in either direction.

use crate::panic::PanicRecord;
use crate::reload::State;
use core::mem::MaybeUninit;
use core::slice;

/// An implementor as it crosses.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct Object {
    /// The implementor. Null: there is none.
    pub data: *mut (),
    /// Its methods.
    pub table: *const Table,
}

/// What every table begins with; its methods stand behind it.
#[derive(Debug)]
#[repr(C)]
pub struct Table {
    /// The interface as the table's image knows it: see [`describe`](crate::describe).
    pub description: *const u8,
    /// In bytes.
    pub description_len: usize,
    /// Drops the implementor and frees its memory. Null for one that is only lent.
    pub drop: Option<unsafe extern "C" fn(*mut ()) -> *mut PanicRecord>,
    /// Saves and restores the implementor's state. Null for one that keeps none.
    pub state: *const State,
    /// How many methods there are.
    pub methods: usize,
}

/// A table with the `N` methods of an interface, in the order of its description. A method that its
/// image doesn't have is null.
#[derive(Debug)]
#[repr(C)]
pub struct Methods<const N: usize> {
    /// What every table begins with.
    pub head: Table,
    /// `unsafe extern "C" fn(this: *mut (), …) -> Return<…>`, as `*const ()`.
    pub methods: [*const (); N],
}

// SAFETY: never changed once it is made; leads to constants and functions.
unsafe impl Send for Table {}
// SAFETY: as above.
unsafe impl Sync for Table {}
// SAFETY: as above.
unsafe impl<const N: usize> Send for Methods<N> {}
// SAFETY: as above.
unsafe impl<const N: usize> Sync for Methods<N> {}

/// A table, by a pointer that may read the methods behind it, too.
#[derive(Clone, Copy, Debug)]
#[repr(transparent)]
pub struct TableRef(*const Table);

// SAFETY: tables are immutable and may be used from any thread.
unsafe impl Send for TableRef {}
// SAFETY: as above.
unsafe impl Sync for TableRef {}

impl TableRef {
    /// Of a table that lives as long as its image.
    #[must_use]
    pub const fn new<const N: usize>(methods: &'static Methods<N>) -> Self {
        Self(core::ptr::from_ref(methods).cast())
    }

    /// Of another image's table.
    ///
    /// # Safety
    ///
    /// `table` begins a `Methods<N>` whose head is true of it, in an image that stays mapped.
    #[must_use]
    pub const unsafe fn from_ptr(table: *const Table) -> Self {
        Self(table)
    }

    /// As it crosses.
    #[must_use]
    pub const fn as_ptr(self) -> *const Table {
        self.0
    }

    /// The table's head.
    #[must_use]
    pub fn head(self) -> &'static Table {
        // SAFETY: by the constructors.
        unsafe { &*self.0 }
    }

    /// The interface as the table's image knows it.
    #[must_use]
    pub fn description(self) -> &'static [u8] {
        let Table {
            description,
            description_len,
            ..
        } = *self.head();
        // SAFETY: tables are made by generated code, of a constant's pointer and length.
        unsafe { slice::from_raw_parts(description, description_len) }
    }

    /// Its methods.
    #[must_use]
    pub fn methods(self) -> &'static [*const ()] {
        let start: *const Methods<0> = self.0.cast();
        // SAFETY: every table is the head of a `Methods<N>`, with `N` in `methods`.
        unsafe { slice::from_raw_parts((&raw const (*start).methods).cast(), self.head().methods) }
    }
}

/// What a thunk returns: in registers, as long as the value is small.
#[derive(Debug)]
#[repr(C)]
pub struct Return<W> {
    /// There if there was no panic.
    pub value: MaybeUninit<W>,
    /// Null, or what the panic said.
    pub panic: *mut PanicRecord,
}
