//! The method is generic.

#[auto_impl::auto_impl(Fn)]
trait Callback {
    fn run<T: std::fmt::Display>(&self, value: T) -> String;
}

fn main() {}
