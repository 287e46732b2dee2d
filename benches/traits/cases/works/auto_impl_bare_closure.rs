//! A bare closure is the trait: nothing around it.

#[auto_impl::auto_impl(Fn)]
trait Callback {
    fn run(&self, value: u8) -> u8;
}

fn call(f: impl Callback) -> u8 {
    f.run(1)
}

fn main() {
    let k = 4;
    assert_eq!(call(move |x: u8| x + k), 5);
}
