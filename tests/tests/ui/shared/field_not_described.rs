//! A field's type that says nothing of itself.

use linkface_plugin::Shared;

struct Plain;

#[derive(Shared)]
struct Event {
    time: u64,
    what: Plain,
    more: Vec<Plain>,
}

#[derive(Shared)]
enum Message {
    One(Plain),
    Two { plain: Plain },
    More(Result<Vec<Plain>, String>),
}

fn main() {}
