use linkface_traits::{anon, attr::*};

fn main() {
    let (a, b) = (1, 2);
    let _ = anon! { impl Iterator for [a, b, mut a, &b: i32] {
        type Item = i32;
        fn next(&mut self) -> Option<i32> { None }
    } };
    let _ = anon! { impl Iterator for [a, b, mut a] {
        type Item = i32;
        fn next(&mut self) -> Option<i32> { Some(a + b) }
    } };
    let _ = anon! { impl Iterator for [a: i32, b, &c, &mut d] {
        type Item = i32;
        fn next(&mut self) -> Option<i32> { Some(a + b) }
    } };
    let _ = anon! { impl Iterator for [a, mut b] {
        type Item = i32;
        fn next(&mut self) -> Option<i32> { a += 1; b += 1; a = 2; let _ = &mut a; None }
    } };
    let _ = anon! { impl Iterator for [a: i32, mut b: i32] {
        type Item = i32;
        fn next(&mut self) -> Option<i32> { a += 1; b += 1; None }
    } };
    let _ = anon! { impl Iterator for [&self] {
        type Item = i32;
        fn next(&mut self) -> Option<i32> { None }
    } };
    let _ = anon! {
        impl Iterator for [a] { type Item = i32; fn next(&mut self) -> Option<i32> { Some(a) } }
        impl ExactSizeIterator for [b] {}
    };
    let _ = {
        #[anon(a b)]
        impl Iterator for _ {
            type Item = i32;
            fn next(&mut self) -> Option<i32> { Some(a) }
        }
    };
}
