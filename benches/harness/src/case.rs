//! A call, ready to be measured.

use crate::Scenario;
use core::hint::black_box;
use core::ptr::NonNull;

/// One scenario as one peer does it.
#[derive(Clone, Copy)]
pub struct Case {
    peer: &'static str,
    scenario: Scenario,
    baseline: Scenario,
    /// What is called through, if the site needs that.
    object: *const (),
    /// Calls the site that many times.
    turns: fn(*const (), u64) -> u64,
}

/// Cases that call nothing: what is subtracted from the others.
pub const EMPTY: &str = "empty";

impl Case {
    /// A call that needs nothing.
    pub fn free<F: Fn(u64) -> u64 + Copy + 'static>(
        peer: &'static str,
        scenario: Scenario,
        _site: F,
    ) -> Self {
        Self {
            peer,
            scenario,
            baseline: Scenario::Required,
            object: core::ptr::null(),
            turns: free_turns::<F>,
        }
    }

    /// A call through `object`.
    pub fn method<T: 'static, F: Fn(&T, u64) -> u64 + Copy + 'static>(
        peer: &'static str,
        scenario: Scenario,
        object: T,
        _site: F,
    ) -> Self {
        let object: *const T = Box::leak(Box::new(object));
        Self {
            peer,
            scenario,
            baseline: Scenario::Method,
            object: object.cast(),
            turns: method_turns::<T, F>,
        }
    }

    /// Both ways to call a site, with nothing in it.
    pub fn empty() -> [Self; 2] {
        [
            Self::free(EMPTY, Scenario::Required, |x| x),
            Self::method(EMPTY, Scenario::Method, (), |(), x| x),
        ]
    }

    /// Calls the site once.
    pub fn warm_up(&self) {
        black_box((self.turns)(self.object, 1));
    }

    /// Whose way it is.
    pub const fn peer(&self) -> &'static str {
        self.peer
    }

    /// What it does.
    pub const fn scenario(&self) -> Scenario {
        self.scenario
    }

    /// The empty case to subtract.
    pub const fn baseline(&self) -> Scenario {
        self.baseline
    }
}

/// Calls the case's site `turns` times, each with the answer of the one before.
///
/// It has a name, for valgrind, and is never inlined, so that it is the same for all.
#[unsafe(no_mangle)]
#[inline(never)]
pub extern "Rust" fn bench_turns(case: &Case, turns: u64) -> u64 {
    (case.turns)(case.object, turns)
}

/// A loop for each site, always the same instructions: one loop for all would have a call with many
/// targets, which processors predict now and then.
#[inline(never)]
fn free_turns<F: Fn(u64) -> u64 + Copy>(_: *const (), turns: u64) -> u64 {
    // By a pointer that the compiler knows nothing about, so that it can't look into the site.
    let site = black_box(free_site::<F> as fn(u64) -> u64);
    let mut x = turns;
    for _ in 0..turns {
        x = site(x);
    }
    x
}

#[inline(never)]
fn method_turns<T, F: Fn(&T, u64) -> u64 + Copy>(object: *const (), turns: u64) -> u64 {
    // SAFETY: `Case::method` leaked a `T`.
    let object: &T = unsafe { &*object.cast() };
    let site = black_box(method_site::<T, F> as fn(&T, u64) -> u64);
    let mut x = turns;
    for _ in 0..turns {
        x = site(object, x);
    }
    x
}

fn free_site<F: Fn(u64) -> u64 + Copy>(x: u64) -> u64 {
    function::<F>()(x)
}

fn method_site<T, F: Fn(&T, u64) -> u64 + Copy>(object: &T, x: u64) -> u64 {
    function::<F>()(object, x)
}

/// The value of a function's own type, of which there is one.
fn function<F: Copy>() -> F {
    const { assert!(size_of::<F>() == 0, "a function that captures nothing") }
    // SAFETY: it has no bytes, and there is one to copy: it was given to `Case`.
    unsafe { NonNull::<F>::dangling().read() }
}
