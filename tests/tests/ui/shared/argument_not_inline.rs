//! What a generic type with a `repr` is given has to cross as it is, too.

use linkface_plugin::Shared;

#[derive(Shared)]
#[repr(C)]
struct Pair<A, B>(A, B);

fn shared<T: Shared>() {}

fn main() {
    shared::<Pair<u8, bool>>();
    shared::<Pair<u8, String>>();
}
