//! An implementor that several threads call while it is reloaded.

use super::{Host, LoadError};
use crate::loadable::Loadable;
use core::sync::atomic::{AtomicU64, Ordering};
use std::path::Path;
use std::sync::{PoisonError, RwLock};

/// A loaded implementor that several threads call while it is reloaded.
#[derive(Debug)]
pub struct Live<L> {
    loaded: RwLock<L>,
    generation: AtomicU64,
}

impl<L: Loadable> Live<L> {
    /// Of a loaded implementor.
    #[must_use]
    pub fn new(loaded: L) -> Self {
        Self {
            loaded: RwLock::new(loaded),
            generation: AtomicU64::new(0),
        }
    }

    /// Calls the implementor. It isn't reloaded while `f` runs.
    pub fn with<R>(&self, f: impl FnOnce(&L) -> R) -> R
    where
        L: Sync,
    {
        f(&self.loaded.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Calls the implementor, alone.
    pub fn with_mut<R>(&self, f: impl FnOnce(&mut L) -> R) -> R {
        f(&mut self.loaded.write().unwrap_or_else(PoisonError::into_inner))
    }

    /// Calls the implementor, of which nobody else knows: without a lock.
    pub fn get_mut(&mut self) -> &mut L {
        self.loaded
            .get_mut()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// How often it was reloaded.
    pub fn generation(&self) -> u64 {
        self.generation.load(Ordering::Acquire)
    }

    /// Replaces the implementor: see [`Host::reload`].
    ///
    /// # Errors
    ///
    /// As [`Host::reload`].
    pub fn reload(&self, host: &Host, path: impl AsRef<Path>) -> Result<(), LoadError> {
        self.with_mut(|loaded| host.reload(loaded, path))?;
        self.generation.fetch_add(1, Ordering::Release);
        Ok(())
    }
}
