//! The types of captured variables are inferred, and their methods called.

fn main() {
    let list = vec![1, 2, 3];
    let numbers = impl_tools::impl_anon! {
        struct { rest = &list[..] }
        impl Iterator for Self {
            type Item = i32;
            fn next(&mut self) -> Option<i32> {
                let (first, others) = self.rest.split_first()?;
                self.rest = others;
                Some(*first)
            }
        }
    };
    assert_eq!(numbers.sum::<i32>(), 6);
}
