//! Which table was made or found for another, remembered without a lock. What is lent crosses anew with
//! each call: comparing its description would take longer than all the rest of the call.

use crate::object::TableRef;
use core::ptr;
use core::sync::atomic::{AtomicPtr, Ordering};
use std::sync::{Mutex, PoisonError};

/// The addresses of a table and of what another is wanted for: this image's description, or the
/// functions for a state. Both are statics of images that stay mapped.
type Key = [usize; 2];

struct Known {
    key: Key,
    found: TableRef,
}

/// More tables than most programs have; where two want one place, the last has it.
const PLACES: usize = 64;

static PLACE: [AtomicPtr<Known>; PLACES] = [const { AtomicPtr::new(ptr::null_mut()) }; PLACES];

/// Each key has one for good, so that those that want one place don't make new ones by turns. Sorted by
/// their keys.
static ALL: Mutex<Vec<&'static Known>> = Mutex::new(Vec::new());

fn place([table, of]: Key) -> &'static AtomicPtr<Known> {
    // Tables are some words apart, descriptions some bytes.
    &PLACE[((table >> 5) ^ of) % PLACES]
}

/// What `make` makes, or made before for the same two.
#[inline]
pub(super) fn get_or_make(key: Key, make: impl FnOnce() -> TableRef) -> TableRef {
    // SAFETY: null, or one that was leaked.
    match unsafe { place(key).load(Ordering::Acquire).as_ref() } {
        Some(known) if known.key == key => known.found,
        _ => remember(key, make),
    }
}

#[cold]
#[inline(never)]
fn remember(key: Key, make: impl FnOnce() -> TableRef) -> TableRef {
    let mut all = ALL.lock().unwrap_or_else(PoisonError::into_inner);
    let known = match all.binary_search_by_key(&key, |known| known.key) {
        Ok(at) => all[at],
        Err(at) => {
            let known: &'static Known = Box::leak(Box::new(Known { key, found: make() }));
            all.insert(at, known);
            known
        }
    };
    place(key).store(ptr::from_ref(known).cast_mut(), Ordering::Release);
    known.found
}

/// Forgets everything: for when addresses may come to mean something else. The tables themselves stay.
#[cfg(feature = "host")]
pub(crate) fn forget() {
    let mut all = ALL.lock().unwrap_or_else(PoisonError::into_inner);
    all.clear();
    for place in &PLACE {
        place.store(ptr::null_mut(), Ordering::Release);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of which only the addresses are looked at.
    fn tables() -> Vec<TableRef> {
        let one = || -> &'static [u64; 8] { Box::leak(Box::new([0; 8])) };
        (0..200)
            // SAFETY: never dereferenced.
            .map(|_| unsafe { TableRef::from_ptr(ptr::from_ref(one()).cast()) })
            .collect()
    }

    #[test]
    fn each_pair_has_its_own() {
        // More than there are places, so that some want the same one.
        let tables = tables();
        let descriptions: [&'static [u8]; 2] = [b"one", b"another"];
        let made = |of: usize, mine: usize| tables[(of + mine + 1) % tables.len()];
        for _ in 0..3 {
            for (n, table) in tables.iter().enumerate() {
                for (m, mine) in descriptions.into_iter().enumerate() {
                    let key = [table.as_ptr().addr(), mine.as_ptr().addr()];
                    let found = get_or_make(key, || made(n, m));
                    assert_eq!(found.as_ptr(), made(n, m).as_ptr());
                }
            }
        }
        let key = [tables[7].as_ptr().addr(), descriptions[0].as_ptr().addr()];
        let known = get_or_make(key, || unreachable!("it is known"));
        assert_eq!(known.as_ptr(), made(7, 0).as_ptr());
    }
}
