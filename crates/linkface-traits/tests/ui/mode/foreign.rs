use linkface_traits::attr::mode;

trait Stringer {
    fn string(&self) -> u8;
}

#[mode(internal)]
impl Stringer for i32 {
    fn string(&self) -> u8 {
        0
    }
}
#[mode(internal)]
impl Stringer for String {
    fn string(&self) -> u8 {
        0
    }
}
#[mode(external)]
impl Stringer for Vec<u8> {
    fn string(&self) -> u8 {
        0
    }
}
#[mode(external)]
impl Stringer for u8 {
    fn string(&self) -> u8 {
        0
    }
}
#[mode(internal)]
impl Stringer for dyn std::fmt::Debug {
    fn string(&self) -> u8 {
        0
    }
}

fn main() {}
