//! What `export!` makes of a type.

use crate::entry::{Constructor, HostTable, PluginHost};
use crate::handle::with_state;
use crate::header::Export;
use crate::loadable::{Exports, Loadable};
use crate::object::{Object, TableRef};
use crate::panic::catch;
use crate::private::{BoxError, Constructed, NewFn};
use crate::reload::State;
use crate::shared::{ResultValue, Shared as _, WireResult};
use core::any::TypeId;
use core::marker::PhantomData;
use core::mem::ManuallyDrop;

/// A type of a plugin, as an implementor of an interface.
#[derive(Debug)]
pub struct Exporting<L, T> {
    /// For a `Box<T>`.
    owned: TableRef,
    of: PhantomData<fn() -> (L, T)>,
}

/// The interface is inferred where `export!` doesn't say it. This is the one place that demands it, so that
/// rustc complains once; it shows the line of the bound, with what stands behind it.
#[must_use]
#[rustfmt::skip]
pub const fn exporting<L: Loadable, T: 'static>() -> Exporting<L, T>
where
    (): Exports<L, T>, // of several interfaces, say which one: `export!(Type as LoadedName)`
{
    Exporting {
        owned: <() as Exports<L, T>>::OWNED,
        of: PhantomData,
    }
}

#[expect(clippy::unused_self, reason = "it has what is inferred")]
impl<L: Loadable, T: 'static> Exporting<L, T> {
    /// For the header.
    #[must_use]
    pub const fn export(self, name: &'static str) -> Export {
        Export::implements::<L>(name)
    }

    /// For the entry.
    #[must_use]
    pub const fn constructor(self, new: NewFn) -> Constructor {
        Constructor {
            new,
            interface: L::DESCRIPTION.as_ptr(),
            type_id: type_id::<T>,
        }
    }

    /// Makes a `T` for a host: what generated constructors call.
    ///
    /// # Safety
    ///
    /// `host` is null or lives while this runs.
    pub unsafe fn construct(
        self,
        host: *const HostTable,
        new: fn(PluginHost<'_>) -> Result<T, BoxError>,
        state: Option<&'static State>,
    ) -> Constructed {
        catch(|| {
            // SAFETY: by the caller.
            let host = unsafe { PluginHost::new(host) };
            let table = self.owned;
            match new(host) {
                Ok(value) => WireResult {
                    is_ok: 1,
                    value: ResultValue {
                        ok: ManuallyDrop::new(Object {
                            data: Box::into_raw(Box::new(value)).cast(),
                            table: state
                                .map_or(table, |state| with_state(table, state))
                                .as_ptr(),
                        }),
                    },
                },
                Err(error) => WireResult {
                    is_ok: 0,
                    value: ResultValue {
                        err: ManuallyDrop::new(error.to_string().into_wire()),
                    },
                },
            }
        })
    }
}

/// # Safety
///
/// There's room for a `TypeId` of this image's compiler.
unsafe extern "C" fn type_id<T: 'static>(to: *mut TypeId) {
    // SAFETY: by the caller.
    unsafe { to.write(TypeId::of::<T>()) }
}
