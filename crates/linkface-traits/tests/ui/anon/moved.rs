//! `next` may change `names`, so it is moved in: `[&names]` borrows it.
use linkface_traits::anon;

fn main() {
    let names = vec![String::from("a")];
    let mut it = anon! { impl Iterator for _ {
        type Item = usize;
        fn next(&mut self) -> Option<usize> { Some(names.len()) }
    } };
    println!("{:?} {}", it.next(), names.len());

    let text = String::new();
    let mut it = anon! { impl Iterator for _ {
        type Item = String;
        fn next(&mut self) -> Option<String> { Some(text) }
    } };
    it.next();

    let log = Vec::new();
    let mut it = anon! { impl Iterator for [&log] {
        type Item = ();
        fn next(&mut self) -> Option<()> { log.push(1); None }
    } };
    it.next();
}
