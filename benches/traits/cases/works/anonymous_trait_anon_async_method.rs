//! The trait has an `async fn`.

use anonymous_trait::anonymous_trait;
use std::task::{Context, Poll, Waker};

trait Fetch {
    async fn fetch(&self, key: u8) -> u8;
}

fn main() {
    let k = 4;

    #[anonymous_trait(let fetch = ())]
    impl Fetch for () {
        async fn fetch(&self, key: u8) -> u8 {
            key + k
        }
    }
    let future = std::pin::pin!(fetch.fetch(1));
    assert_eq!(
        future.poll(&mut Context::from_waker(Waker::noop())),
        Poll::Ready(5)
    );
}
