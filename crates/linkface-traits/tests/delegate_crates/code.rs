//! Calls, direct and delegated.

use api::plain::Plain;
use linkface_traits::{attr::*, delegate};
use std::fmt::Write;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

pub struct Inner(pub Vec<u8>);

impl Inner {
    #[inline(never)]
    pub fn length(&self, more: usize) -> usize {
        self.0.len() * 3 + more
    }
}

#[inline(never)]
pub fn boing() -> i32 {
    std::hint::black_box(7)
}

impl Plain for Inner {
    #[inline(never)]
    fn boing() -> i32 {
        std::hint::black_box(8)
    }
    #[inline(never)]
    fn len(&self, more: usize) -> usize {
        self.0.len() * 5 + more
    }
    fn dump<W: Write>(&self, to: &mut W) -> bool {
        to.write_str("dump").is_ok()
    }
    async fn wait(&self, n: u8) -> u8 {
        std::hint::black_box(n) + 1
    }
}

pub struct Wrap(pub Inner);

#[delegate(use (self.0 as Inner).*)]
impl Plain for Wrap {}

pub struct Functions(pub Inner);

fn length(it: &Functions, more: usize) -> usize {
    it.0.length(more)
}

delegate! {
    impl Plain for Functions {
        use boing;
        use length as len;
        use self.0.*;
    }
}

delegate! {
    impl Wrap {
        pub use Plain::len as own;
    }
}

pub struct Unused(pub Inner);

#[delegate(use (self.0 as Inner).*)]
impl Plain for Unused {}

#[unsafe(no_mangle)]
pub fn direct_len(it: &Inner) -> usize {
    it.len(2)
}
#[unsafe(no_mangle)]
pub fn delegated_len(it: &Wrap) -> usize {
    it.len(2)
}

#[unsafe(no_mangle)]
pub fn direct_star(it: &Inner) -> usize {
    it.length(2)
}
#[unsafe(no_mangle)]
pub fn delegated_star(it: &Functions) -> usize {
    it.len(2)
}

#[unsafe(no_mangle)]
pub fn direct_own(it: &Inner) -> usize {
    it.len(3)
}
#[unsafe(no_mangle)]
pub fn delegated_own(it: &Wrap) -> usize {
    it.own(3)
}

#[unsafe(no_mangle)]
pub fn direct_boing() -> i32 {
    boing()
}
#[unsafe(no_mangle)]
pub fn delegated_boing() -> i32 {
    <Functions as Plain>::boing()
}

#[unsafe(no_mangle)]
pub fn direct_dump(it: &Inner, to: &mut String) -> bool {
    it.dump(to)
}
#[unsafe(no_mangle)]
pub fn delegated_dump(it: &Wrap, to: &mut String) -> bool {
    it.dump(to)
}

#[unsafe(no_mangle)]
pub fn direct_wait(it: &Inner) -> u8 {
    ready(it.wait(3))
}
#[unsafe(no_mangle)]
pub fn delegated_wait(it: &Wrap) -> u8 {
    ready(Plain::wait(it, 3))
}

fn ready<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => unreachable!(),
    }
}
