//! A function or a closure is not the trait.

generic_closure::closure_trait!(Callback(value: u8) -> u8);

fn call(f: impl Callback) -> u8 {
    f.call(1)
}

fn add(x: u8) -> u8 {
    x + 4
}

fn main() {
    // The compiler's text for a closure names the folder that it is in.
    assert_eq!(call(add), 5);
}
