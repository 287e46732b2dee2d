//! A twin is made from the field, and the field from the twin.

use linkface_plugin::Shared;

struct Point;

#[derive(Shared)]
struct Event {
    #[shared(with = String)]
    at: Point,
    #[shared(with = Point)]
    to: Point,
    #[shared(skip)]
    cache: Point,
}

fn main() {}
