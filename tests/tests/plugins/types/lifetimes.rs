//! Lifetimes, named and elided, in every place.
#![forbid(unsafe_code)]
#![allow(elided_lifetimes_in_paths)]
use linkface::interface;
use std::borrow::Cow;
#[interface(loadable = LoadedLt)]
pub trait Lt {
    fn hidden(&self, c: Cow<str>) -> usize;
    fn back<'a>(&'a self, c: Cow<'a, str>) -> Option<Cow<'a, str>>;
    fn tell(&self, f: &mut dyn FnMut(Cow<'_, str>) -> usize) -> usize;
    fn tell_hidden(&self, f: &mut dyn FnMut(Cow<str>) -> usize) -> usize;
    fn outer<'a>(&self, s: &'a str, f: &mut dyn FnMut(&'a str)) -> &'a str;
    fn two<'a, 'b>(&self, s: &'a mut [u8], t: &'b [u8]) -> (&'a mut [u8], &'b u8);
    fn bx<'a>(&self, f: Box<dyn FnMut(&'a str) -> &'a str + 'a>, s: &'a str) -> &'a str;
    fn stat(&self, s: &'static str) -> &'static str;
    fn fut<'a>(&'a self, s: &'a str) -> impl Future<Output = &'a str> + Send;
    fn each(&self, f: impl for<'x> Fn(&'x str, &'x [u8]) -> Option<&'x str> + Sync) -> usize;
}
struct S;
impl Lt for S {
    fn hidden(&self, c: Cow<str>) -> usize { c.len() }
    fn back<'a>(&'a self, c: Cow<'a, str>) -> Option<Cow<'a, str>> { Some(c) }
    fn tell(&self, f: &mut dyn FnMut(Cow<'_, str>) -> usize) -> usize { f("a".into()) + f("b".to_owned().into()) }
    fn tell_hidden(&self, f: &mut dyn FnMut(Cow<str>) -> usize) -> usize { f("a".into()) + f("b".to_owned().into()) }
    fn outer<'a>(&self, s: &'a str, f: &mut dyn FnMut(&'a str)) -> &'a str { f(&s[1..]); &s[2..] }
    fn two<'a, 'b>(&self, s: &'a mut [u8], t: &'b [u8]) -> (&'a mut [u8], &'b u8) { (&mut s[1..], &t[0]) }
    fn bx<'a>(&self, mut f: Box<dyn FnMut(&'a str) -> &'a str + 'a>, s: &'a str) -> &'a str { f(s) }
    fn stat(&self, s: &'static str) -> &'static str { s }
    async fn fut<'a>(&'a self, s: &'a str) -> &'a str { &s[1..] }
    fn each(&self, f: impl for<'x> Fn(&'x str, &'x [u8]) -> Option<&'x str> + Sync) -> usize { std::thread::scope(|s| s.spawn(|| f("hello", b"12").map_or(0, str::len)).join().unwrap()) }
}
fn main() {
    let l = LoadedLt::new(LoadedLt::new(S));
    let mut kept = vec![];
    let text = String::from("text");
    println!("{}", l.outer(&text, &mut |s| kept.push(s)));
    println!("{kept:?}");
    let mut b = [1, 2, 3];
    l.two(&mut b, &[5]).0[0] = 9;
    println!("{b:?} {}", l.bx(Box::new(|s| { kept.push(s); &s[3..] }), &text));
    println!("{} {:?} {} {}", l.hidden("x".into()), l.back("y".into()), l.tell(&mut |c| c.len()), l.tell_hidden(&mut |c| c.len()));
    println!("{} {}", l.stat("s"), l.each(|a, b| a.get(b.len()..)));
    let f = l.fut(&text);
    let mut f = std::pin::pin!(f);
    println!("{:?}", f.as_mut().poll(&mut std::task::Context::from_waker(std::task::Waker::noop())));
}
