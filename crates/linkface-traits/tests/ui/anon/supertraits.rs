//! `impl Job for _ where Self: Send` says that the captures are `Send`; a second impl adds a trait.
use linkface_traits::{anon, attr::*};

trait Job: Send {
    fn run(&mut self) -> usize;
}

fn main() {
    let n = 1;
    let _ = anon! { impl Job for _ { fn run(&mut self) -> usize { n += 1; n } } };
    let _ = {
        #[anon]
        impl Job for _ {
            fn run(&mut self) -> usize {
                n += 1;
                n
            }
        }
    };
    let _ = anon! { impl ExactSizeIterator for _ { fn len(&self) -> usize { n } } };
}
