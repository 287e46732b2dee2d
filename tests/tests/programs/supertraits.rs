//! Supertraits of an interface trait are the proxy's too, and no others.

use linkface_tests::{Crate, Workspace};

const PROVIDER: &str = r"
use linkface::implement;
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Mine(u32);
impl core::fmt::Display for Mine {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result { write!(f, '{}', self.0) }
}
impl core::error::Error for Mine {}
impl AsRef<u32> for Mine { fn as_ref(&self) -> &u32 { &self.0 } }
impl AsMut<u32> for Mine { fn as_mut(&mut self) -> &mut u32 { &mut self.0 } }
impl Iterator for Mine {
    type Item = u32;
    fn next(&mut self) -> Option<u32> { self.0 = self.0.checked_sub(1)?; Some(self.0) }
}
impl core::fmt::Write for Mine {
    fn write_str(&mut self, s: &str) -> core::fmt::Result { self.0 += s.len() as u32; Ok(()) }
}
impl core::future::Future for Mine {
    type Output = u32;
    fn poll(self: core::pin::Pin<&mut Self>, _: &mut core::task::Context<'_>) -> core::task::Poll<u32> {
        core::task::Poll::Ready(self.0)
    }
}
#[implement] impl api::ThingApi for Mine { fn new(value: u32) -> Self { Self(value) } }
";

/// `bounds` on the trait, as written in the façade; `uses` in the root, where `new` makes a proxy.
fn check(name: &str, bounds: &str, uses: &str) {
    let api = format!(
        "#![allow(unused_imports)]
         use core::fmt::{{self, Debug, Display}};
         use core::error::Error;
         use core::future::Future;
         #[linkface::interface(pub Thing)]
         pub trait ThingApi: Sized + {bounds} {{ fn new(value: u32) -> Self; }}"
    );
    // `Copy` types have no destructor to run twice, but the others' proxies move.
    let provider = PROVIDER.replace("'{}'", "\"{}\"");
    let provider = if bounds.contains("Copy") {
        provider
    } else {
        provider.replace("Copy, ", "")
    };
    let app = format!(
        "use provider as _;
         use api::{{Thing, ThingApi}};
         #[allow(dead_code)] fn new(value: u32) -> Thing {{ <Thing as ThingApi>::new(value) }}
         fn main() {{ {uses} println!(\"well\"); }}"
    );
    Workspace::new(&format!("supertraits-{name}"))
        .member(Crate::lib("api").linkface().source(&api))
        .member(
            Crate::lib("provider")
                .linkface()
                .dep("api")
                .source(&provider),
        )
        .member(Crate::bin("app").dep("api").dep("provider").source(&app))
        .run("app")
        .succeeds()
        .prints("well\n");
}

#[test]
fn of_values() {
    check(
        "values",
        "Copy + Clone + Default + PartialEq + Eq + PartialOrd + Ord + core::hash::Hash + Debug + Display",
        "let a = new(1);
         let b = a;
         assert!(a == b && a < new(2) && a >= b && a.cmp(&new(0)).is_gt());
         assert!(Thing::default() == new(0));
         assert_eq!(format!(\"{a} {a:?}\"), \"1 Mine(1)\");
         let mut set = std::collections::HashSet::new();
         assert!(set.insert(a) && !set.insert(b));",
    );
}

#[test]
fn of_errors() {
    check(
        "errors",
        "Error + Debug + Display + Send + Sync",
        "let error: Box<dyn std::error::Error + Send + Sync> = Box::new(new(4));
         assert_eq!(error.to_string(), \"4\");",
    );
}

#[test]
fn of_references() {
    check(
        "references",
        "AsRef<u32> + AsMut<u32>",
        "let mut a = new(1);
         *a.as_mut() += 4;
         assert_eq!(*a.as_ref(), 5);",
    );
}

#[test]
fn of_iterators() {
    check(
        "iterators",
        "Iterator<Item = u32>",
        "assert_eq!(new(3).collect::<Vec<_>>(), [2, 1, 0]);",
    );
}

#[test]
fn of_writers() {
    check(
        "writers",
        "fmt::Write + AsRef<u32>",
        "use std::fmt::Write;
         let mut a = new(1);
         write!(a, \"{}\", \"four\").unwrap();
         assert_eq!(*a.as_ref(), 5);",
    );
}

#[test]
fn of_futures() {
    check(
        "futures",
        "Future<Output = u32> + Unpin",
        "let mut context = std::task::Context::from_waker(std::task::Waker::noop());
         let mut a = std::pin::pin!(new(6));
         assert_eq!(std::future::Future::poll(a.as_mut(), &mut context), std::task::Poll::Ready(6));",
    );
}

#[test]
fn of_threads() {
    check(
        "threads",
        "Send + Sync + Unpin + core::panic::UnwindSafe + core::panic::RefUnwindSafe",
        "fn all<T: Send + Sync + Unpin + std::panic::UnwindSafe + std::panic::RefUnwindSafe>(_: T) {}
         all(new(1));",
    );
}
