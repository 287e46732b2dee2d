//! The object has fields, and methods of its own.

fn main() {
    let counter = impl_tools::impl_anon! {
        struct { steps: u8 = 0 }
        impl Self {
            fn steps(&self) -> u8 {
                self.steps
            }
        }
        impl Iterator for Self {
            type Item = u8;
            fn next(&mut self) -> Option<u8> {
                self.steps += 1;
                Some(self.steps)
            }
        }
    };
    let mut counter = counter;
    counter.next();
    counter.steps += 1;
    assert_eq!(counter.steps(), 2);
}
