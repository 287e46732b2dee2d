//! A generic method whose bound is no object, with the types of captured variables written.

generic_closure::closure_trait!(Repeat<T: Clone>(value: T) -> Vec<T>);

fn main() {
    let times = 2;
    let repeat = generic_closure::closure!(
        times: usize,
        Repeat<T: Clone>(x: T) -> Vec<T> { vec![x; *times] }
    );
    assert_eq!(repeat.call('a'), ['a', 'a']);
}
