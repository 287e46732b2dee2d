//! `use self.field.*;`

use linkface_traits::attr::*;
use linkface_traits::delegate;
use std::pin::Pin;

mod store {
    use linkface_traits::attr::*;

    #[delegatable]
    pub(crate) trait Store {
        fn get(&self, key: &str) -> Option<&u32>;
        fn put(&mut self, key: &str, value: u32);
        fn close(self) -> usize
        where
            Self: Sized;
        fn count(&self) -> usize {
            0
        }
        fn borrowed(&mut self) -> &mut Self
        where
            Self: Sized,
        {
            self
        }
    }
}

#[derive(Default)]
struct Memory(Vec<(String, u32)>);

impl store::Store for Memory {
    fn get(&self, key: &str) -> Option<&u32> {
        self.0.iter().find(|it| it.0 == key).map(|it| &it.1)
    }
    fn put(&mut self, key: &str, value: u32) {
        self.0.push((key.to_owned(), value));
    }
    fn close(self) -> usize {
        self.0.len()
    }
    fn count(&self) -> usize {
        self.0.len()
    }
}

struct Whole(Memory);

// The trait is not imported.
#[delegate(use self.0.*)]
impl store::Store for Whole {}

struct Deep {
    inner: (u8, (Memory, u8)),
}

delegate! {
    impl store::Store for Deep {
        use self.inner.1.0.*;

        fn count(&self) -> usize {
            100 + usize::from(self.inner.0) + usize::from(self.inner.1.1)
        }
    }
}

struct Named {
    first: Memory,
    second: Memory,
}

delegate! {
    impl store::Store for Named {
        use self.first.{get, put};
        // `Memory` has another `count`, too.
        use self.second.store::Store::count;
        use self.second.close;
    }
}

fn use_it<S: store::Store>(mut it: S) -> (Option<u32>, usize, usize) {
    it.put("a", 1);
    it.put("b", 2);
    (it.borrowed().get("b").copied(), it.count(), it.close())
}

#[test]
fn all_methods_go_to_the_field() {
    assert_eq!(use_it(Whole(Memory::default())), (Some(2), 2, 2));
}

#[test]
fn what_is_written_out_wins() {
    let inner = (1, (Memory::default(), 2));
    assert_eq!(use_it(Deep { inner }), (Some(2), 103, 2));
}

#[test]
fn methods_go_to_different_fields() {
    let mut it = Named {
        first: Memory::default(),
        second: Memory::default(),
    };
    store::Store::put(&mut it.second, "x", 1);
    assert_eq!(use_it(it), (Some(2), 1, 1));
}

#[delegatable]
#[allow(clippy::elidable_lifetime_names, reason = "as traits have it")]
trait Full {
    const N: usize;
    const M: usize = 1;
    type Out;
    type Lent<'a>
    where
        Self: 'a;
    fn make() -> Self::Out;
    fn lend<'a>(&'a self) -> Self::Lent<'a>;
}

struct Inner(String);

impl Full for Inner {
    const N: usize = 4;
    const M: usize = 5;
    type Out = String;
    type Lent<'a> = &'a str;
    fn make() -> String {
        "made".to_owned()
    }
    fn lend(&self) -> &str {
        &self.0
    }
}

struct Outer(Inner);

delegate! {
    impl Full for Outer {
        use (self.0 as Inner).*;
    }
}

struct Outer2(Inner);

delegate! {
    impl Full for Outer2 {
        use (self.0 as Inner).{N, M, Out, Lent, make, lend};
    }
}

struct Outer3(Inner);

delegate! {
    impl Full for Outer3 {
        use <Inner as Full>::{N, Out, Lent, make};
        use self.0.lend;
    }
}

#[test]
fn a_fields_type_gives_constants_types_and_functions() {
    fn check<F: for<'a> Full<Out = String, Lent<'a> = &'a str>>(it: &F, m: usize) {
        assert_eq!(F::N, 4);
        assert_eq!(F::M, m);
        assert_eq!(F::make(), "made");
        assert_eq!(it.lend(), "lent");
    }
    check(&Outer(Inner("lent".to_owned())), 5);
    check(&Outer2(Inner("lent".to_owned())), 5);
    check(&Outer3(Inner("lent".to_owned())), 1);
}

#[delegatable]
#[allow(clippy::needless_arbitrary_self_type, reason = "each way to write it")]
trait Receivers {
    fn boxed(self: Box<Self>) -> u8;
    fn pinned(self: Pin<&mut Self>) -> u8;
    fn pinned_shared(self: Pin<&Self>) -> u8;
    fn typed(self: &Self) -> u8;
    fn typed_mut(self: &mut Self) -> u8;
}

impl Receivers for u8 {
    fn boxed(self: Box<Self>) -> u8 {
        *self
    }
    fn pinned(mut self: Pin<&mut Self>) -> u8 {
        *self += 1;
        *self
    }
    fn pinned_shared(self: Pin<&Self>) -> u8 {
        *self
    }
    fn typed(&self) -> u8 {
        *self
    }
    fn typed_mut(&mut self) -> u8 {
        *self += 1;
        *self
    }
}

struct Boxed(Box<u8>);

delegate! {
    impl Receivers for Boxed {
        use (*self.0).*;
    }
}

struct Dynamic(Box<dyn Receivers>);

delegate! {
    impl Receivers for Dynamic {
        use (*self.0).{boxed, typed, typed_mut};
        fn pinned(self: Pin<&mut Self>) -> u8 { 1 }
        fn pinned_shared(self: Pin<&Self>) -> u8 { 1 }
    }
}

#[test]
fn receivers_reach_the_field() {
    let mut it = Boxed(Box::new(1));
    assert_eq!(it.typed_mut(), 2);
    assert_eq!(Pin::new(&mut it).pinned(), 3);
    assert_eq!(Pin::new(&it).pinned_shared(), 3);
    assert_eq!(it.typed(), 3);
    assert_eq!(Receivers::boxed(Box::new(it)), 3);
    let mut it = Dynamic(Box::new(1_u8));
    assert_eq!(it.typed_mut(), 2);
    assert_eq!(it.typed(), 2);
    assert_eq!(Receivers::boxed(Box::new(it)), 2);
}

struct Locked(std::sync::Mutex<Memory>);

#[delegatable]
trait Counting {
    fn count(&self) -> usize;
}

impl Counting for Memory {
    fn count(&self) -> usize {
        self.0.len()
    }
}

delegate! {
    impl Counting for Locked {
        use (*self.0.lock().unwrap()).*;
    }
}

#[test]
fn any_place_will_do() {
    assert_eq!(Locked(Memory::default().into()).count(), 0);
}

struct Renamed(Memory);

delegate! {
    impl Counting for Renamed {
        use self.0.store::Store::*;
    }
}

#[test]
fn a_field_has_methods_by_another_trait() {
    assert_eq!(Renamed(Memory::default()).count(), 0);
}
