//! A call, ready to be measured.

use crate::Scenario;
use core::hint::black_box;

/// One scenario as one peer does it.
#[derive(Clone, Copy)]
pub struct Case {
    pub(crate) peer: &'static str,
    pub(crate) scenario: Scenario,
    /// What is called.
    object: *mut (),
    /// Makes the call that many times, in a function of its own each time.
    apart: unsafe fn(*mut (), u64) -> u64,
    /// Makes the call that many times.
    inline: unsafe fn(*mut (), u64) -> u64,
}

impl Case {
    /// A call of `object` by `site`.
    ///
    /// The object stays where it is until the end of the program.
    pub fn new<T: 'static, F: Fn(&mut T, u64) -> u64 + Copy + 'static>(
        peer: &'static str,
        scenario: Scenario,
        object: T,
        _site: F,
    ) -> Self {
        Self {
            peer,
            scenario,
            object: Box::into_raw(Box::new(object)).cast(),
            apart: apart::<T, F>,
            inline: inline::<T, F>,
        }
    }

    /// Makes the call `turns` times, each with the answer of the one before.
    #[must_use]
    pub fn run(&self, turns: u64) -> u64 {
        // SAFETY: the object is of the type that `inline` was made for, and nobody else's.
        unsafe { (self.inline)(self.object, turns) }
    }

    /// Whose it is, and of which scenario.
    #[must_use]
    pub fn is(&self, peer: &str, scenario: Scenario) -> bool {
        self.peer == peer && self.scenario == scenario
    }
}

/// The same, for valgrind: the call is in a function of its own, so that the loop, which is
/// subtracted, has the same instructions for all. Never inlined: valgrind knows it by its name.
#[unsafe(no_mangle)]
#[inline(never)]
pub extern "Rust" fn bench_turns(case: &Case, turns: u64) -> u64 {
    // SAFETY: the object is of the type that `apart` was made for, and nobody else's.
    unsafe { (case.apart)(case.object, turns) }
}

/// A loop for each call, always the same instructions: one loop for all would have a call with many
/// targets, which processors predict now and then.
///
/// # Safety
///
/// `object` is a `T`, nobody else's.
#[inline(never)]
unsafe fn apart<T, F: Fn(&mut T, u64) -> u64 + Copy>(object: *mut (), turns: u64) -> u64 {
    // SAFETY: by the caller.
    let object: &mut T = unsafe { &mut *object.cast() };
    // By a pointer that the compiler knows nothing about, so that it can't look into the site.
    let site = black_box(site::<T, F> as fn(&mut T, u64) -> u64);
    let mut x = turns;
    for _ in 0..turns {
        x = site(object, x);
    }
    x
}

/// # Safety
///
/// As for [`apart`].
#[inline(never)]
unsafe fn inline<T, F: Fn(&mut T, u64) -> u64 + Copy>(object: *mut (), turns: u64) -> u64 {
    // SAFETY: by the caller.
    let object: &mut T = unsafe { &mut *object.cast() };
    let mut x = turns;
    for _ in 0..turns {
        x = site::<T, F>(object, x);
    }
    x
}

fn site<T, F: Fn(&mut T, u64) -> u64 + Copy>(object: &mut T, x: u64) -> u64 {
    const { assert!(size_of::<F>() == 0, "a function that captures nothing") }
    // SAFETY: it has no bytes, and there is one to copy: it was given to `Case`.
    let site = unsafe { core::ptr::NonNull::<F>::dangling().read() };
    site(object, x)
}
