use linkface_traits::attr::mode;

#[mode(default = external)]
trait Stringer {
    fn string(&self) -> u8;
    fn twice(&self) -> u8 {
        self.string() * 2
    }
}

#[mode]
impl Stringer for &str {
    fn string(&self) -> u8 {
        0
    }
}
#[mode]
impl<T: Send> Stringer for [T] {
    fn string(&self) -> u8 {
        0
    }
}

struct Foo;
#[mode]
impl Stringer for Foo {
    fn string(&self) -> u8 {
        0
    }
}

#[mode(default = internal)]
trait Every {}
#[mode]
impl<T> Every for T {}

trait Silent {}
#[mode]
impl Silent for Foo {}

fn main() {
    Foo.twice();
}
