//! Hot reload.

use super::error::Why;
use super::image::object;
use super::{Host, LoadError, copy, find};
use crate::loadable::Loadable;
use crate::object::{Object, TableRef};
use crate::reload::State;
use crate::shared::Shared;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

impl Host {
    /// Replaces a loaded implementor by what its plugin's file makes now, and hands its state over if
    /// it is [`Reload`](crate::Reload).
    ///
    /// The new image is a private copy of the file, as [`from_copies`](Self::from_copies) says. If the
    /// file may be overwritten in place, load the first one from a copy, too. The old image stays
    /// mapped; other implementors that it made go on as they are.
    ///
    /// # Errors
    ///
    /// As [`load`](Self::load), and if the state can't be saved or restored. The old implementor stays
    /// then, with its state.
    ///
    /// # Panics
    ///
    /// If the old implementor's destructor does. The new one is in place by then.
    pub fn reload<L: Loadable>(
        &self,
        loaded: &mut L,
        path: impl AsRef<Path>,
    ) -> Result<(), LoadError> {
        self.reload_which(loaded, path.as_ref(), None)
    }

    /// [`reload`](Self::reload), of a plugin that exports several implementors of the interface.
    ///
    /// # Errors
    ///
    /// As [`reload`](Self::reload), and if there is none of that name.
    ///
    /// # Panics
    ///
    /// As [`reload`](Self::reload).
    pub fn reload_named<L: Loadable>(
        &self,
        loaded: &mut L,
        path: impl AsRef<Path>,
        name: &str,
    ) -> Result<(), LoadError> {
        self.reload_which(loaded, path.as_ref(), Some(name))
    }

    fn reload_which<L: Loadable>(
        &self,
        loaded: &mut L,
        path: &Path,
        name: Option<&str>,
    ) -> Result<(), LoadError> {
        let mut new = self.successor::<L>(path, name)?;
        if let Err(why) = move_state(loaded, &mut new) {
            discard(new);
            return Err(LoadError::new(path, L::RUSTC, why));
        }
        drop(core::mem::replace(loaded, new));
        Ok(())
    }

    /// An implementor that may take another's place.
    pub(super) fn successor<L: Loadable>(
        &self,
        path: &Path,
        name: Option<&str>,
    ) -> Result<L, LoadError> {
        let load = || {
            let (file, at) = copy::open(path)?;
            let (number, export) = find::<L>(&file.header, name)?;
            self.load_export(&file, &at, number, export)
        };
        load().map_err(|why| LoadError::new(path, L::RUSTC, why))
    }
}

/// From the old implementor, which keeps it, to the new one.
pub(super) fn move_state<L: Loadable>(old: &L, new: &mut L) -> Result<(), Why> {
    let (old, new) = (object(old), object(new));
    let Some(from) = state(&old) else {
        return Ok(());
    };
    let to = state(&new).ok_or(Why::Stateless)?;
    // SAFETY: the functions are of the object's own table, and the object is borrowed.
    let saved = unsafe { (from.save)(old.data).into_result() }.map_err(Why::Save)?;
    // SAFETY: `save` made it, and it isn't used again.
    let saved = unsafe { Vec::<u8>::from_wire(saved) };
    // SAFETY: as above; the object is borrowed mutably, and the state for the call.
    let refused = unsafe { (to.restore)(new.data, saved.as_ptr(), saved.len()).into_result() };
    let refused = refused.map_err(Why::RestorePanicked)?;
    // SAFETY: `restore` made it, and it isn't used again.
    match unsafe { Option::<String>::from_wire(refused) } {
        None => Ok(()),
        Some(text) => Err(Why::Restore(text)),
    }
}

fn state(object: &Object) -> Option<&'static State> {
    // SAFETY: the table of an implementor, in an image that stays mapped, and so does the state's.
    unsafe { TableRef::from_ptr(object.table).head().state.as_ref() }
}

/// Drops an implementor that didn't take its place. Its destructor's panic was printed by its own
/// image's hook, and why it is dropped is about to be said.
pub(super) fn discard<L>(new: L) {
    if let Err(payload) = catch_unwind(AssertUnwindSafe(|| drop(new))) {
        core::mem::forget(payload);
    }
}
