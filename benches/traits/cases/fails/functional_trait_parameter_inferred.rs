//! The types of a closure's parameters have to be written.

#[functional_trait::functional_trait]
trait Callback {
    fn run(&self, value: &str) -> usize;
}

fn call(f: impl Callback) -> usize {
    f.run("a")
}

fn main() {
    assert_eq!(call(|x| x.len()), 1);
}
