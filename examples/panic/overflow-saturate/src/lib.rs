//! A provider: overflows saturate, and are counted.
#![no_std]
#![forbid(unsafe_code)]

use core::panic::Location;
use core::sync::atomic::{AtomicU32, Ordering};
use linkface::implement;
use overflow::{Answer, Operation};

static COUNT: AtomicU32 = AtomicU32::new(0);

/// How often something overflowed. The façade knows nothing of it: only a root asks.
pub fn count() -> u32 {
    COUNT.load(Ordering::Relaxed)
}

#[implement(overflow::on_overflow)]
fn saturate(_operation: Operation, _at: &'static Location<'static>) -> Answer {
    COUNT.fetch_add(1, Ordering::Relaxed);
    Answer::Saturate
}
