//! The method is an `async fn`.

generic_closure::closure_trait!(async Fetch(key: u8) -> u8);

fn main() {}
