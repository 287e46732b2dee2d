//! The types of a closure's parameters have to be written.

#[auto_impl::auto_impl(Fn)]
trait Callback {
    fn run(&self, value: &str) -> usize;
}

fn call(f: impl Callback) -> usize {
    f.run("a")
}

fn main() {
    assert_eq!(call(|x| x.len()), 1);
}
