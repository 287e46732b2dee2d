//! The method is an `async fn`.

use linkface_traits::attr::sam;
use std::task::{Context, Poll, Waker};

#[sam]
trait Fetch {
    async fn fetch(&self, key: u8) -> u8;
}

fn main() {
    let k = 4;
    let fetch = Fetch(async |x| x + k);
    let future = std::pin::pin!(fetch.fetch(1));
    assert_eq!(
        future.poll(&mut Context::from_waker(Waker::noop())),
        Poll::Ready(5)
    );
}
