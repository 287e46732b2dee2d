//! An implementor that several threads call while it is reloaded.

mod turn;

use super::error::Why;
use super::reload::{discard, move_state};
use super::{Host, LoadError};
use crate::loadable::Loadable;
use core::cell::UnsafeCell;
use core::fmt;
use core::sync::atomic::{AtomicU64, Ordering};
use std::path::Path;
use turn::Turns;

/// A loaded implementor that several threads call while it is reloaded.
///
/// ```ignore
/// let physics = Arc::new(Live::new(host.load::<LoadedPhysics>("mods/euler.so")?));
/// // some threads
/// physics.with_mut(|physics| physics.step(&world, 0.1));
/// // another
/// physics.reload(&host, "mods/euler.so")?;
/// ```
///
/// Calls that run when it is reloaded end first, and others wait until the state has moved: nothing
/// that a call changes is lost. The new image is mapped and its implementor made before anybody waits.
///
/// A loaded implementor that is called by itself pays nothing for this type; a call through it pays for
/// a reader's lock, so let a closure do several.
pub struct Live<L> {
    turns: Turns,
    loaded: UnsafeCell<L>,
    generation: AtomicU64,
}

// SAFETY: `with` gives `&L` to several threads at once, for which it demands `L: Sync`. All else gives
// `&mut L` or `L` to one at a time, for which `Send` is enough.
unsafe impl<L: Send> Sync for Live<L> {}

impl<L> fmt::Debug for Live<L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Live")
            .field("generation", &self.generation)
            .finish_non_exhaustive()
    }
}

impl<L: Loadable> Live<L> {
    /// Of a loaded implementor.
    #[must_use]
    pub const fn new(loaded: L) -> Self {
        Self {
            turns: Turns::new(),
            loaded: UnsafeCell::new(loaded),
            generation: AtomicU64::new(0),
        }
    }

    /// Calls the implementor, as other threads do at the same time. It isn't replaced while `f` runs,
    /// which may call `with` again: from what a plugin calls back, for example.
    ///
    /// # Panics
    ///
    /// In a [`with_mut`](Self::with_mut) of the same thread: that one has it alone.
    pub fn with<R>(&self, f: impl FnOnce(&L) -> R) -> R
    where
        L: Sync,
    {
        let _turn = self.turns.shared().expect(ALONE);
        // SAFETY: nobody has it alone before the turn ends.
        f(unsafe { &*self.loaded.get() })
    }

    /// Calls the implementor, alone.
    ///
    /// # Panics
    ///
    /// In a [`with`](Self::with) or `with_mut` of the same thread, which would wait for itself.
    pub fn with_mut<R>(&self, f: impl FnOnce(&mut L) -> R) -> R {
        let _turn = self.turns.alone().expect(ALONE);
        // SAFETY: nobody else has it before the turn ends.
        f(unsafe { &mut *self.loaded.get() })
    }

    /// The implementor, of which nobody else knows: without a lock.
    pub const fn get_mut(&mut self) -> &mut L {
        self.loaded.get_mut()
    }

    /// The implementor.
    #[must_use]
    pub fn into_inner(self) -> L {
        self.loaded.into_inner()
    }

    /// How often it was replaced: what was asked of another generation may be asked anew.
    #[must_use]
    pub fn generation(&self) -> u64 {
        self.generation.load(Ordering::Acquire)
    }

    /// Replaces the implementor by what its plugin's file makes now: see [`Host::reload`].
    ///
    /// # Errors
    ///
    /// As [`Host::reload`], and if this thread is calling it: the plugin that asks for this is the one
    /// that would go.
    ///
    /// # Panics
    ///
    /// If the old implementor's destructor does. The new one is in place by then.
    pub fn reload(&self, host: &Host, path: impl AsRef<Path>) -> Result<(), LoadError> {
        self.reload_which(host, path.as_ref(), None)
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
    pub fn reload_named(
        &self,
        host: &Host,
        path: impl AsRef<Path>,
        name: &str,
    ) -> Result<(), LoadError> {
        self.reload_which(host, path.as_ref(), Some(name))
    }

    fn reload_which(&self, host: &Host, path: &Path, name: Option<&str>) -> Result<(), LoadError> {
        let fails = |why| LoadError::new(path, L::RUSTC, why);
        if self.turns.is_held() {
            return Err(fails(Why::Busy));
        }
        let mut new = host.successor::<L>(path, name)?;
        let Some(turn) = self.turns.alone() else {
            discard(new);
            return Err(fails(Why::Busy));
        };
        // SAFETY: nobody else has it before the turn ends.
        let place = unsafe { &mut *self.loaded.get() };
        let moved = move_state(place, &mut new);
        if moved.is_ok() {
            core::mem::swap(place, &mut new);
            self.generation.fetch_add(1, Ordering::Release);
        }
        // Destructors may call it.
        drop(turn);
        match moved {
            Ok(()) => drop(new),
            Err(why) => {
                discard(new);
                return Err(fails(why));
            }
        }
        Ok(())
    }
}

const ALONE: &str = "this thread is calling the loaded implementor, so that it cannot be had alone";
