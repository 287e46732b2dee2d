//! All mistakes at once, and no error where the types are used.

use linkface_plugin::Shared;

#[derive(Shared)]
#[repr(C, packed)]
struct Packed {
    a: u8,
    b: u32,
}

#[derive(Shared)]
#[repr(transparent)]
enum Transparent {
    Only(u8),
}

#[derive(Shared)]
enum Never {}

#[derive(Shared)]
struct List<T> {
    value: T,
    next: Option<Box<List<T>>>,
}

#[derive(Shared)]
struct Names {
    #[shared(name = "a")]
    first: u8,
    a: u8,
    #[shared(skip, with = Never)]
    skipped: u8,
    #[shared(rename = "b")]
    second: u8,
}

#[derive(Shared)]
#[shared(with = Names)]
#[repr(C)]
struct Inline {
    #[shared(skip)]
    cache: u8,
    #[shared(with = Names)]
    names: u8,
}

#[derive(Shared)]
struct Unsized<T: ?Sized>(Box<T>);

#[derive(Shared)]
enum Variants {
    One,
    #[shared(name = "One")]
    Two,
    #[shared(skip)]
    Three,
}

fn shared<T: Shared>() {}
fn inline<T: linkface_plugin::Inline>() {}

fn main() {
    shared::<Never>();
    shared::<List<u8>>();
    shared::<Names>();
    shared::<Variants>();
    inline::<Packed>();
    inline::<Transparent>();
    inline::<Inline>();
}
