//! Whose turn it is: many at once, or one alone.
//!
//! A reader's lock whose reader may come again while a writer waits: what a plugin calls back may call
//! the plugin. The standard library's lock makes such a reader wait for the writer, which waits for it.

use core::cell::RefCell;
use core::marker::PhantomData;
use core::ptr;
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

#[derive(Debug)]
pub(super) struct Turns(RwLock<()>);

/// The turns that a thread has. The guard of a shared one is kept here, for as long as any of the
/// thread's turns needs it, in whatever order they end.
struct Held {
    turns: *const Turns,
    count: usize,
    /// None: the thread has it alone.
    guard: Option<RwLockReadGuard<'static, ()>>,
}

thread_local! {
    static HELD: RefCell<Vec<Held>> = const { RefCell::new(Vec::new()) };
}

/// A turn with others. Ends on the thread that began it.
pub(super) struct Shared<'a>(&'a Turns, PhantomData<*const ()>);

/// A turn alone. Ends on the thread that began it.
pub(super) struct Alone<'a>(
    &'a Turns,
    #[expect(dead_code, reason = "dropped last")] RwLockWriteGuard<'a, ()>,
);

impl Turns {
    pub(super) const fn new() -> Self {
        Self(RwLock::new(()))
    }

    /// Whether this thread has a turn.
    pub(super) fn is_held(&self) -> bool {
        HELD.with_borrow(|held| held.iter().any(|held| ptr::eq(held.turns, self)))
    }

    /// None: this thread has it alone.
    pub(super) fn shared(&self) -> Option<Shared<'_>> {
        let again = HELD.with_borrow_mut(|held| {
            let held = held.iter_mut().find(|held| ptr::eq(held.turns, self))?;
            held.count += usize::from(held.guard.is_some());
            Some(held.guard.is_some())
        });
        match again {
            Some(true) => return Some(Shared(self, PhantomData)),
            Some(false) => return None,
            None => {}
        }
        let guard = self.0.read().unwrap_or_else(PoisonError::into_inner);
        // SAFETY: only makes the lifetime longer. The guard goes with the last of this thread's turns,
        // each of which borrows the lock.
        let guard = unsafe {
            core::mem::transmute::<RwLockReadGuard<'_, ()>, RwLockReadGuard<'static, ()>>(guard)
        };
        HELD.with_borrow_mut(|held| {
            held.push(Held {
                turns: self,
                count: 1,
                guard: Some(guard),
            });
        });
        Some(Shared(self, PhantomData))
    }

    /// None: this thread has a turn already.
    pub(super) fn alone(&self) -> Option<Alone<'_>> {
        if self.is_held() {
            return None;
        }
        let guard = self.0.write().unwrap_or_else(PoisonError::into_inner);
        HELD.with_borrow_mut(|held| {
            held.push(Held {
                turns: self,
                count: 1,
                guard: None,
            });
        });
        Some(Alone(self, guard))
    }

    fn end(&self) {
        let ended = HELD.with_borrow_mut(|all| {
            let at = all.iter().position(|held| ptr::eq(held.turns, self))?;
            all[at].count -= 1;
            (all[at].count == 0).then(|| all.swap_remove(at))
        });
        drop(ended);
    }
}

impl Drop for Shared<'_> {
    fn drop(&mut self) {
        self.0.end();
    }
}

impl Drop for Alone<'_> {
    fn drop(&mut self) {
        self.0.end();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use core::cell::UnsafeCell;
    use std::panic::{AssertUnwindSafe, catch_unwind};
    use std::sync::mpsc;
    use std::thread;

    #[test]
    fn a_thread_does_not_wait_for_itself() {
        let turns = Turns::new();
        {
            let _first = turns.shared().unwrap();
            assert!(turns.is_held());
            assert!(turns.alone().is_none());
            let second = turns.shared().unwrap();
            drop(second);
            assert!(turns.is_held());
        }
        assert!(!turns.is_held());
        {
            let _alone = turns.alone().unwrap();
            assert!(turns.alone().is_none());
            assert!(turns.shared().is_none());
            assert!(Turns::new().shared().is_some(), "another's turn");
        }
        assert!(!turns.is_held());
    }

    #[test]
    fn turns_end_in_any_order() {
        let turns = Turns::new();
        let first = turns.shared().unwrap();
        let second = turns.shared().unwrap();
        drop(first);
        assert!(turns.0.try_write().is_err());
        drop(second);
        assert!(turns.0.try_write().is_ok());
    }

    #[test]
    fn a_thread_comes_again_while_another_waits_to_be_alone() {
        let turns = Turns::new();
        let (waits, is_waiting) = mpsc::channel();
        thread::scope(|scope| {
            let first = turns.shared().unwrap();
            scope.spawn(|| {
                waits.send(()).unwrap();
                drop(turns.alone());
            });
            is_waiting.recv().unwrap();
            // Soon the other thread waits. With a plain reader's lock, this one then waits, too.
            for _ in 0..100_000 {
                drop(turns.shared().unwrap());
            }
            drop(first);
        });
    }

    #[test]
    fn a_panic_ends_a_turn() {
        let turns = Turns::new();
        let panics = || {
            let _turn = turns.alone();
            panic!("for the test");
        };
        assert!(catch_unwind(AssertUnwindSafe(panics)).is_err());
        assert!(turns.shared().is_some());
    }

    #[test]
    fn alone_is_alone() {
        struct Cell(UnsafeCell<u64>);
        // SAFETY: changed by whoever is alone.
        unsafe impl Sync for Cell {}
        impl Cell {
            fn get(&self) -> *mut u64 {
                self.0.get()
            }
        }
        let (turns, cell) = (Turns::new(), Cell(UnsafeCell::new(0)));
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..1000 {
                        let turn = turns.alone();
                        // SAFETY: alone.
                        unsafe { *cell.get() += 1 };
                        drop(turn);
                        let turn = turns.shared();
                        // SAFETY: nobody is alone.
                        assert!(unsafe { *cell.get() } > 0);
                        drop(turn);
                    }
                });
            }
        });
        assert_eq!(cell.0.into_inner(), 4000);
    }
}
