//! Dynamic items on many threads at once. `tests/tests/slot.rs` has every order of a few steps; this has
//! many steps, in whatever order the machine takes.
#![forbid(unsafe_code)]
#![cfg(feature = "std")]

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Barrier, Mutex};
use std::thread;

const THREADS: u64 = 4;
const TURNS: u64 = 500;

mod counter {
    use linkface::interface;

    #[interface(dynamic)]
    pub fn raced() -> u64 {
        0
    }
    #[interface(dynamic)]
    pub fn generation() -> u64 {
        0
    }
    #[interface(dynamic)]
    pub static WORD: &str = "zero";
}

/// Each of several threads installs; one wins, and nobody finds the default afterwards.
#[test]
fn one_of_many_installs() {
    let start = Barrier::new(4);
    let winners = Mutex::new(Vec::new());
    let candidates: [fn() -> u64; 4] = [|| 1, || 2, || 3, || 4];
    thread::scope(|scope| {
        for candidate in candidates {
            let (start, winners) = (&start, &winners);
            scope.spawn(move || {
                start.wait();
                if counter::raced::install(candidate).is_ok() {
                    winners.lock().unwrap().push(candidate());
                }
                assert_ne!(counter::raced(), 0);
            });
        }
    });
    assert_eq!(winners.into_inner().unwrap(), [counter::raced()]);
}

/// What an implementation reads, which its installer writes before.
static WRITTEN: [AtomicU64; 2] = [AtomicU64::new(0), AtomicU64::new(0)];

/// One thread replaces again and again; callers never go back, and those that override find their own.
#[test]
fn replaced_called_and_overridden() {
    let done = AtomicBool::new(false);
    let mut installed =
        counter::generation::install(|| WRITTEN[0].load(Ordering::Relaxed)).unwrap();
    let mut word = counter::WORD.install(&"even").unwrap();
    thread::scope(|scope| {
        for n in 0..THREADS {
            let done = &done;
            scope.spawn(move || {
                let mut last = 0;
                while !done.load(Ordering::Relaxed) {
                    let now = counter::generation();
                    // A call under way can see what is written for the next but one.
                    assert!(last <= now + 1, "{last} and then {now}");
                    last = now;
                    assert!(["even", "odd"].contains(&*counter::WORD));
                    let own = u64::MAX - n;
                    counter::generation::scoped(&|| own, || {
                        assert_eq!(counter::generation(), own);
                        let beneath = || counter::generation();
                        counter::generation::scoped(&beneath, || {
                            assert_eq!(counter::generation(), own);
                        });
                    });
                }
            });
        }
        for n in 1..=TURNS {
            let place = usize::from(n % 2 == 1);
            // Relaxed: what makes it seen is the replacement.
            WRITTEN[place].store(n, Ordering::Relaxed);
            installed.replace(if place == 1 {
                || WRITTEN[1].load(Ordering::Relaxed)
            } else {
                || WRITTEN[0].load(Ordering::Relaxed)
            });
            word.replace(if place == 1 { &"odd" } else { &"even" });
            assert_eq!(counter::generation(), n);
        }
        done.store(true, Ordering::Relaxed);
    });
    assert_eq!(counter::generation(), TURNS);
}
