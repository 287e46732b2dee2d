//! One build for all assertions of a process.

use crate::build::{Build, Built, Error};
use crate::case::{Linked, linked};
use std::sync::{Arc, Mutex, PoisonError};

/// What was built.
#[derive(Clone, Debug)]
pub(super) struct Ready {
    pub(super) built: Arc<Built>,
    pub(super) linked: Arc<Linked>,
}

/// Few, so a list does. It is locked while something is built: nobody builds the same twice.
static READY: Mutex<Vec<(Build, Result<Ready, Error>)>> = Mutex::new(Vec::new());

/// Builds it, or waits for the thread that does, or gives what was built before.
pub(super) fn get(build: &Build) -> Result<Ready, Error> {
    let mut ready = READY.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, result)) = ready.iter().find(|(other, _)| other == build) {
        return result.clone();
    }
    let result = build.run().map(|built| Ready {
        linked: Arc::new(linked(&built)),
        built: Arc::new(built),
    });
    ready.push((build.clone(), result.clone()));
    result
}
