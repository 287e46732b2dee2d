//! Dynamic items within one program: installed, replaced, overridden by threads.
#![forbid(unsafe_code)]
#![cfg(feature = "std")]

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};

mod clock {
    use linkface::interface;

    /// Seconds.
    #[interface(dynamic)]
    pub fn now() -> u64 {
        1
    }

    #[interface(dynamic)]
    pub fn zone() -> &'static str {
        "UTC"
    }

    #[interface(dynamic)]
    pub fn missing(_: u32) -> String;
}

#[test]
fn a_default_is_called_until_one_is_installed() {
    assert_eq!(clock::now(), 1);
    assert!(!clock::now::is_installed());
    let mut installed = clock::now::install(|| 2).unwrap();
    assert!(clock::now::is_installed());
    assert_eq!(clock::now(), 2);
    assert_eq!(installed.replace(|| 3)(), 2);
    assert_eq!(clock::now(), 3);
    let again = clock::now::install(|| 4).unwrap_err();
    assert_eq!(again.item(), "dynamic::clock::now");
    let _ = installed;
    assert_eq!(clock::now(), 3);
    assert!(clock::now::install(|| 4).is_err());
}

#[test]
fn a_call_of_nothing_says_what_to_do() {
    let panic = catch_unwind(|| clock::missing(1)).unwrap_err();
    assert_eq!(
        *panic.downcast::<String>().unwrap(),
        "`dynamic::clock::missing` is called before anybody implements it: call \
         `dynamic::clock::missing::install(…)` first, or link a provider"
    );
}

#[test]
fn a_thread_has_its_own() {
    let seen = RefCell::new(Vec::new());
    clock::zone::scoped(
        &|| {
            seen.borrow_mut().push(clock::zone()); // what it overrides
            "CET"
        },
        || {
            assert_eq!(clock::zone(), "CET");
            assert_eq!(std::thread::spawn(clock::zone).join().unwrap(), "UTC");
            clock::zone::scoped(&|| "EET", || assert_eq!(clock::zone(), "EET"));
            let caught = catch_unwind(AssertUnwindSafe(|| {
                clock::zone::scoped(&|| panic!("inside"), clock::zone)
            }));
            assert!(caught.is_err());
            assert_eq!(clock::zone(), "CET");
        },
    );
    assert_eq!(seen.into_inner(), ["UTC", "UTC"]);
    assert_eq!(clock::zone(), "UTC");
}
