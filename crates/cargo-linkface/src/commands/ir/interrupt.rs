//! Ctrl-C, where something has to be put away before we end.

use crate::failure::Failure;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

static INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// From now on Ctrl-C is noted, and ends only the programs that we call: then [`check`] says so.
pub(super) fn notice() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // Where it can't be noted it ends us at once, as it would without.
        let _ = ctrlc::set_handler(|| INTERRUPTED.store(true, Ordering::SeqCst));
    });
}

/// Whether somebody wants us to end.
pub(super) fn check() -> Result<(), Failure> {
    if INTERRUPTED.load(Ordering::SeqCst) {
        return Err(Failure::new("interrupted"));
    }
    Ok(())
}
