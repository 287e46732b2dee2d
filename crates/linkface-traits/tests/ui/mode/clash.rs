use linkface_traits::attr::mode;

trait Stringer {
    const LEN: usize;
    fn string(&self) -> u8;
}
trait Other {
    fn string(&self) -> u8;
}

struct Foo;
impl Foo {
    const LEN: usize = 1;
    fn string(&self) -> u8 {
        0
    }
}
#[mode(internal)]
impl Stringer for Foo {
    const LEN: usize = 1;
    fn string(&self) -> u8 {
        1
    }
}

struct Bar;
#[mode(internal)]
impl Stringer for Bar {
    const LEN: usize = 1;
    fn string(&self) -> u8 {
        1
    }
}
#[mode(internal)]
impl Other for Bar {
    fn string(&self) -> u8 {
        2
    }
}

struct Baz;
#[mode(internal)]
impl Stringer for Baz {
    const LEN: usize = 1;
    fn string(&self) -> u8 {
        1
    }
}
#[mode(external)]
impl Other for Baz {
    fn string(&self) -> u8 {
        2
    }
}

fn main() {}
