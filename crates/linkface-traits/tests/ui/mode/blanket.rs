use linkface_traits::attr::mode;

trait Stringer {
    fn string(&self) -> u8 {
        0
    }
}
trait Other {}

#[mode(internal)]
impl<T: Other> Stringer for T {}
#[mode(external)]
impl<'a> Stringer for &'a str {}
#[mode(internal)]
impl Stringer for [u8] {}
#[mode(internal)]
impl Stringer for [u8; 3] {}
#[mode(external)]
impl Stringer for (u8, u16) {}
#[mode(internal)]
impl Stringer for *const u8 {}
#[mode(internal)]
impl Stringer for fn(&u8) -> u16 {}
#[mode(internal)]
impl Stringer for <u8 as std::ops::Add>::Output {}

fn main() {}
