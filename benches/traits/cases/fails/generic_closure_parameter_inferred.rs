//! The types of a closure's parameters have to be written.

generic_closure::closure_trait!(Callback(value: &str) -> usize);

fn call(f: impl Callback) -> usize {
    f.call("a")
}

fn main() {
    assert_eq!(
        call(generic_closure::closure!(Callback(x) -> usize { x.len() })),
        1
    );
}
