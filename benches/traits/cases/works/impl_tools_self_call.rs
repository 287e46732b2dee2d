//! A method calls another on `self`, and uses a captured variable.

fn main() {
    let from = 3;
    let count = impl_tools::impl_anon! {
        struct { n: u8 = from }
        impl Iterator for Self {
            type Item = u8;
            fn next(&mut self) -> Option<u8> {
                self.n = self.n.checked_sub(1)?;
                Some(self.n)
            }
            fn last(mut self) -> Option<u8> {
                while self.n > 1 {
                    self.next();
                }
                self.next()
            }
        }
    };
    assert_eq!(count.last(), Some(0));
}
