//! The trait has an `async fn`.

use std::task::{Context, Poll, Waker};

trait Fetch {
    async fn fetch(&self, key: u8) -> u8;
}

fn main() {
    let k = 4;
    let fetch = impl_tools::impl_anon! {
        struct(u8 = k);
        impl Fetch for Self {
            async fn fetch(&self, key: u8) -> u8 {
                key + self.0
            }
        }
    };
    let future = std::pin::pin!(fetch.fetch(1));
    assert_eq!(
        future.poll(&mut Context::from_waker(Waker::noop())),
        Poll::Ready(5)
    );
}
