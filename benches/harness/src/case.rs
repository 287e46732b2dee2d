//! A call, ready to be measured.

use crate::Scenario;

/// What is measured.
#[derive(Clone, Copy)]
enum Site {
    /// A site that needs nothing.
    Free(fn(u64) -> u64),
    /// A site that is given what it calls through.
    Method(*const (), fn(*const (), u64) -> u64),
}

/// One scenario as one peer does it.
#[derive(Clone, Copy)]
pub struct Case {
    peer: &'static str,
    scenario: Scenario,
    site: Site,
}

/// Cases that call nothing: what is subtracted from the others.
pub const EMPTY: &str = "empty";

impl Case {
    /// A call that needs nothing.
    pub const fn free(peer: &'static str, scenario: Scenario, site: fn(u64) -> u64) -> Self {
        Self {
            peer,
            scenario,
            site: Site::Free(site),
        }
    }

    /// A call through `object`.
    pub fn method<T: 'static>(
        peer: &'static str,
        scenario: Scenario,
        object: T,
        site: fn(&T, u64) -> u64,
    ) -> Self {
        let object: *const T = Box::leak(Box::new(object));
        // SAFETY: `&T` and `*const ()` are passed alike, and `object` is a `T` forever.
        let site =
            unsafe { core::mem::transmute::<fn(&T, u64) -> u64, fn(*const (), u64) -> u64>(site) };
        Self {
            peer,
            scenario,
            site: Site::Method(object.cast(), site),
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
        core::hint::black_box(match self.site {
            Site::Free(site) => site(1),
            Site::Method(object, site) => site(object, 1),
        });
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
        match self.site {
            Site::Free(_) => Scenario::Required,
            Site::Method(..) => Scenario::Method,
        }
    }
}

/// Calls the case's site `turns` times, each with the answer of the one before.
///
/// It has a name, for valgrind, and is never inlined, so that it is the same for all.
#[unsafe(no_mangle)]
#[inline(never)]
pub extern "Rust" fn bench_turns(case: &Case, turns: u64) -> u64 {
    let mut x = turns;
    match case.site {
        Site::Free(site) => {
            for _ in 0..turns {
                x = site(x);
            }
        }
        Site::Method(object, site) => {
            for _ in 0..turns {
                x = site(object, x);
            }
        }
    }
    x
}
