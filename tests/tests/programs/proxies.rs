//! What a proxy can do: by value, by reference, nested, dropped, taken back, with supertraits.

use linkface_tests::{Crate, Profile, Workspace};

const API: &str = r"
use linkface::interface;
use core::fmt::Debug;

#[interface(pub Node)]
pub trait NodeApi: Sized + Send + Sync + Unpin + Clone + Debug + PartialEq + Default {
    fn new(value: u64) -> Self;
    fn try_new(value: u64) -> Result<Self, &'static str>;
    fn maybe(value: u64) -> Option<Self>;
    fn pair(self, other: Self) -> (Self, u32);
    fn value(&self) -> u64;
    fn set(&mut self, value: u64) -> &mut Self;
    fn join(&self, other: &Self) -> Self;
    fn text<'a>(&'a self, fallback: &'a str) -> &'a str;
    fn fill(&self, buf: &mut [u8]) -> usize;
    fn doubled(&self) -> u64 { self.value() * 2 }
    fn map<F: FnOnce(u64) -> u64>(self, f: F) -> Self {
        let value = f(self.value());
        Self::new(value)
    }
    fn count() -> usize;
}
";

// `SIZE` words make it larger than, as large as, or smaller than the proxy's inline storage.
const PROVIDER: &str = r#"
use linkface::implement;
use std::sync::atomic::{AtomicUsize, Ordering};

static LIVE: AtomicUsize = AtomicUsize::new(0);

#[derive(Debug, PartialEq)]
pub struct Mine { words: [u64; SIZE] }

impl Mine {
    fn of(value: u64) -> Self {
        LIVE.fetch_add(1, Ordering::Relaxed);
        Self { words: [value; SIZE] }
    }
}
impl Drop for Mine {
    fn drop(&mut self) { LIVE.fetch_sub(1, Ordering::Relaxed); }
}
impl Clone for Mine {
    fn clone(&self) -> Self {
        LIVE.fetch_add(1, Ordering::Relaxed);
        Self { words: self.words }
    }
}
impl Default for Mine {
    fn default() -> Self { Self::of(99) }
}

#[implement]
impl api::NodeApi for Mine {
    fn new(value: u64) -> Self { Self::of(value) }
    fn try_new(value: u64) -> Result<Self, &'static str> {
        if value > 9 { Err("too large") } else { Ok(Self::of(value)) }
    }
    fn maybe(value: u64) -> Option<Self> { (value > 9).then(|| Self::of(value)) }
    fn pair(mut self, other: Self) -> (Self, u32) {
        self.words[0] += other.words[0];
        (self, 7)
    }
    fn value(&self) -> u64 { self.words[0] }
    fn set(&mut self, value: u64) -> &mut Self { self.words[0] = value; self }
    fn join(&self, other: &Self) -> Self { Self::of(self.words[0] * other.words[0]) }
    fn text<'a>(&'a self, fallback: &'a str) -> &'a str {
        if self.words[0] == 0 { "zero" } else { fallback }
    }
    fn fill(&self, buf: &mut [u8]) -> usize { buf.fill(self.words[0] as u8); buf.len() }
    fn count() -> usize { LIVE.load(Ordering::Relaxed) }
}
"#;

const APP: &str = r#"
use api::{Node, NodeApi};

fn main() {
    {
        let mut node = Node::new(3);
        assert_eq!(node.value(), 3);
        assert_eq!(node.doubled(), 6);
        node.set(4).set(5);
        assert_eq!(node.value(), 5);
        let joined = node.join(&Node::new(2));
        assert_eq!(joined.value(), 10);
        let (pair, seven) = node.pair(joined);
        assert_eq!((pair.value(), seven), (15, 7));
        let copy = pair.clone();
        assert_eq!(copy, pair);
        assert_ne!(copy, Node::default());
        assert_eq!(Node::new(0).text("else"), "zero");
        assert_eq!(copy.text("else"), "else");
        let mut buf = [0; 3];
        assert_eq!(copy.fill(&mut buf), 3);
        assert_eq!(buf, [15; 3]);
        assert_eq!(copy.map(|value| value + 1).value(), 16);
        assert_eq!(Node::try_new(10).unwrap_err(), "too large");
        assert_eq!(Node::try_new(9).unwrap().value(), 9);
        assert!(Node::maybe(9).is_none());
        assert_eq!(Node::maybe(10).unwrap().value(), 10);
        assert!(format!("{pair:?}").contains("15"));
        let moved = std::thread::spawn(move || pair.value()).join().unwrap();
        assert_eq!(moved, 15);

        let proxy = Node::from_impl(provider::Mine::new(8));
        assert!(Node::is::<provider::Mine>());
        assert!(!Node::is::<u32>());
        assert_eq!(proxy.downcast_ref::<provider::Mine>().unwrap().value(), 8);
        assert!(proxy.downcast_ref::<u32>().is_none());
        let mut proxy = proxy.into_impl::<u32>().unwrap_err();
        proxy.downcast_mut::<provider::Mine>().unwrap().set(6);
        let mine: provider::Mine = proxy.into_impl().unwrap();
        assert_eq!(mine.value(), 6);

        let many: Vec<Node> = (0..100).map(Node::new).collect();
        assert_eq!(many.iter().map(Node::value).sum::<u64>(), 4950);
    }
    // Everything that was made is gone, once.
    println!("{} live", Node::count());
}
"#;

fn check(size: usize, profile: Profile) {
    let provider = PROVIDER.replace("SIZE", &size.to_string());
    let storage = if size > 2 {
        format!("pub Node, storage = {}", size * 8)
    } else {
        "pub Node".to_owned()
    };
    let api = API.replace("pub Node)", &format!("{storage})"));
    Workspace::new(&format!("proxies-{size}-{}", profile.name()))
        .profile(profile)
        .member(Crate::lib("api").linkface().source(&api))
        .member(
            Crate::lib("provider")
                .linkface()
                .dep("api")
                .source(&provider),
        )
        .member(Crate::bin("app").dep("api").dep("provider").source(APP))
        .run("app")
        .succeeds()
        .prints("0 live\n");
}

#[test]
fn smaller_than_the_proxy() {
    check(1, Profile::Debug);
}

#[test]
fn as_large_as_the_proxy() {
    check(2, Profile::Debug);
    check(2, Profile::Release);
}

#[test]
fn larger_with_storage_asked_for() {
    check(5, Profile::Debug);
    check(5, Profile::Fat);
}
