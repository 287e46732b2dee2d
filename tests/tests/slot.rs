//! The protocol of dynamic items under a model checker: every order in which threads can install,
//! replace, override and call, as far as the memory model allows them to differ.
//!
//! The code under test is that of `linkface` itself, compiled here with loom's atomics.

use loom::sync::Arc;
use std::ptr;

mod sync {
    pub(crate) use loom::sync::atomic::{AtomicPtr, Ordering};
    pub(crate) use loom::sync::{Mutex, MutexGuard};
    pub(crate) use std::sync::PoisonError;
}

#[path = "../../crates/linkface/src/dynamic/overriding.rs"]
mod overriding;
#[path = "../../crates/linkface/src/dynamic/slot.rs"]
mod slot;

use overriding::Overriding;
use slot::Slot;

const INITIAL: usize = 1;
const DISPATCHER: usize = 2;
const FIRST: usize = 3;
const SECOND: usize = 4;
const THIRD: usize = 5;

/// A pointer that is called by its number, and never followed.
fn pointer(number: usize) -> *mut () {
    ptr::without_provenance_mut(number)
}

struct Item {
    slot: Slot,
}

impl Item {
    fn new() -> Arc<Self> {
        let word = |number| sync::AtomicPtr::new(pointer(number));
        Arc::new(Self {
            slot: Slot {
                current: word(INITIAL),
                installed: word(0),
                initial: word(INITIAL),
                dispatcher: word(DISPATCHER),
                overriding: Overriding {
                    count: sync::Mutex::new(0),
                },
            },
        })
    }

    /// What a call finds, on a thread that doesn't override.
    fn call(&self) -> usize {
        match self.slot.current().addr() {
            DISPATCHER => self.slot.beneath().addr(),
            found => found,
        }
    }

    fn install(&self, number: usize) -> bool {
        self.slot.install(pointer(number))
    }

    fn replace(&self, number: usize) -> usize {
        self.slot.replace(pointer(number)).addr()
    }

    /// What is called on the thread that overrides must be the dispatcher, as long as it does.
    fn override_once(&self) {
        self.slot.begin_overriding();
        assert_eq!(self.slot.current().addr(), DISPATCHER);
        self.slot.end_overriding();
    }

    /// Nobody overrides any more: the dispatcher is gone, too.
    fn ends_as(&self, number: usize) {
        assert_eq!(self.slot.current().addr(), number);
        assert_eq!(self.call(), number);
    }
}

/// In every order, with up to this many preemptions: more than two find nothing new and take minutes.
fn check(preemptions: usize, test: impl Fn() + Sync + Send + 'static) {
    let mut model = loom::model::Builder::new();
    model.preemption_bound = Some(preemptions);
    model.check(test);
}

#[test]
fn one_of_two_installs_and_both_find_it() {
    check(3, || {
        let item = Item::new();
        let other = Arc::clone(&item);
        let second = loom::thread::spawn(move || {
            let won = other.install(SECOND);
            let found = other.call();
            assert_ne!(found, INITIAL);
            (won, found)
        });
        let won = item.install(FIRST);
        let found = item.call();
        let (other_won, other_found) = second.join().unwrap();
        assert!(won != other_won);
        let winner = if won { FIRST } else { SECOND };
        assert_eq!((found, other_found), (winner, winner));
        item.ends_as(winner);
    });
}

/// Who finds the new pointer also finds what was written before it was installed.
#[test]
fn what_was_written_before_is_seen() {
    check(3, || {
        let item = Item::new();
        let data = Arc::new(loom::cell::UnsafeCell::new(0));
        let (other, written) = (Arc::clone(&item), Arc::clone(&data));
        let caller = loom::thread::spawn(move || {
            if other.call() == FIRST {
                // SAFETY: it was written before it was installed.
                written.with(|data| assert_eq!(unsafe { *data }, 7));
            }
        });
        // SAFETY: nobody reads it before it is installed.
        data.with_mut(|data| unsafe { *data = 7 });
        assert!(item.install(FIRST));
        caller.join().unwrap();
    });
}

#[test]
fn calls_never_go_back() {
    check(3, || {
        let item = Item::new();
        assert!(item.install(FIRST));
        let other = Arc::clone(&item);
        let caller = loom::thread::spawn(move || {
            let seen = [other.call(), other.call(), other.call()];
            assert!(seen.is_sorted(), "{seen:?}");
            assert!(seen[0] >= FIRST);
        });
        assert_eq!(item.replace(SECOND), FIRST);
        assert_eq!(item.call(), SECOND);
        assert_eq!(item.replace(THIRD), SECOND);
        item.ends_as(THIRD);
        caller.join().unwrap();
    });
}

#[test]
fn an_installation_meets_an_override() {
    check(3, || {
        let item = Item::new();
        let other = Arc::clone(&item);
        let overriding = loom::thread::spawn(move || other.override_once());
        assert!(item.install(FIRST));
        assert_eq!(item.call(), FIRST);
        overriding.join().unwrap();
        assert!(item.slot.is_installed());
        item.ends_as(FIRST);
    });
}

#[test]
fn replacements_meet_an_override() {
    check(3, || {
        let item = Item::new();
        assert!(item.install(FIRST));
        let other = Arc::clone(&item);
        let overriding = loom::thread::spawn(move || other.override_once());
        assert_eq!(item.replace(SECOND), FIRST);
        assert_eq!(item.call(), SECOND);
        assert_eq!(item.replace(THIRD), SECOND);
        assert_eq!(item.call(), THIRD);
        overriding.join().unwrap();
        item.ends_as(THIRD);
    });
}

#[test]
fn overrides_on_two_threads_meet_an_installation() {
    check(2, || {
        let item = Item::new();
        let threads = [(); 2].map(|()| {
            let other = Arc::clone(&item);
            loom::thread::spawn(move || other.override_once())
        });
        assert!(item.install(FIRST));
        assert_eq!(item.call(), FIRST);
        for thread in threads {
            thread.join().unwrap();
        }
        item.ends_as(FIRST);
    });
}

#[test]
fn two_installations_meet_an_override() {
    check(2, || {
        let item = Item::new();
        let (one, two) = (Arc::clone(&item), Arc::clone(&item));
        let overriding = loom::thread::spawn(move || one.override_once());
        let second = loom::thread::spawn(move || {
            let won = two.install(SECOND);
            assert_ne!(two.call(), INITIAL);
            won
        });
        let won = item.install(FIRST);
        assert_ne!(item.call(), INITIAL);
        let other_won = second.join().unwrap();
        overriding.join().unwrap();
        assert!(won != other_won);
        item.ends_as(if won { FIRST } else { SECOND });
    });
}
