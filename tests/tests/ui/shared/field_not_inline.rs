//! A `repr` is a promise about all fields.

use linkface_plugin::Shared;

#[derive(Shared)]
#[repr(C)]
struct Event<'a> {
    time: u64,
    what: String,
    name: &'a u8,
}

#[derive(Shared)]
#[repr(u8)]
enum Message {
    One(Converted),
    Two { other: Box<u8> },
}

#[derive(Shared)]
struct Converted(u8);

fn main() {}
