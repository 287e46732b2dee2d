//! The method is generic.

#[functional_trait::functional_trait]
trait Callback {
    fn run<T: std::fmt::Display>(&self, value: T) -> String;
}

fn main() {}
