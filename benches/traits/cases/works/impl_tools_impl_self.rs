//! `impl Self` repeats a type's parameters.

use std::fmt::Debug;

#[impl_tools::impl_self]
mod Pair {
    struct Pair<T: Debug, const N: usize>(T, [u8; N]);

    impl Self {
        fn text(&self) -> String {
            format!("{:?} {N}", self.0)
        }
    }
}

fn main() {
    assert_eq!(Pair('a', [1, 2]).text(), "'a' 2");
}
