//! The trait has an associated type, which the closure decides.

generic_closure::closure_trait!(Callback(value: u8) -> Self::Out);

fn main() {}
