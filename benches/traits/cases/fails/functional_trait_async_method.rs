//! The method is an `async fn`.

#[functional_trait::functional_trait]
trait Fetch {
    async fn fetch(&self, key: u8) -> u8;
}

fn main() {}
