//! A library on a real crate that wants critical sections, `embassy-sync`. Neither has heard of the
//! façade.
#![no_std]

use embassy_sync::blocking_mutex::raw::CriticalSectionRawMutex;
use embassy_sync::channel::Channel;

static MAIL: Channel<CriticalSectionRawMutex, u32, 8> = Channel::new();

/// Leaves a letter; `false` if the box is full.
#[must_use]
pub fn post(letter: u32) -> bool {
    MAIL.try_send(letter).is_ok()
}

/// Takes the oldest letter.
#[must_use]
pub fn collect() -> Option<u32> {
    MAIL.try_receive().ok()
}
