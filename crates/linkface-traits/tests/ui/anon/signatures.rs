//! What is wrong with a method is said by rustc, where it is wrong.
use linkface_traits::anon;

fn main() {
    let n = 1;
    let _ = anon! { impl Iterator for _ { type Item = u8; } };
    let _ = anon! { impl Iterator for _ {
        type Item = u8;
        fn next(&mut self) -> Option<u16> { n += 1; Some(n) }
    } };
    let _ = anon! { impl Iterator for _ {
        type Item = u8;
        fn next(&mut self) -> Option<u8> { n }
    } };
    let _ = anon! { impl Iterator for _ {
        type Item = u8;
        fn next(&mut self) -> Option<u8> { Some(missing + n) }
    } };
    let _ = anon! { impl Iterator for _ {
        type Item = u8;
        fn next(&mut self) -> Option<u8> { None }
        fn no_such_method(&mut self) {}
    } };
}
