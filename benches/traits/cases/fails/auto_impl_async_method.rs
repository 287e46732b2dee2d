//! The method is an `async fn`.

#[auto_impl::auto_impl(Fn)]
trait Fetch {
    async fn fetch(&self, key: u8) -> u8;
}

fn main() {}
