//! A closure is not the trait.

generic_closure::closure_trait!(Callback(value: u8) -> u8);

fn call(f: impl Callback) -> u8 {
    f.call(1)
}

fn main() {
    let k = 4;
    assert_eq!(call(move |x: u8| x + k), 5);
}
