use linkface_traits::attr::mode;

trait Stringer {}
struct Foo;

#[mode("internal")]
impl Stringer for Foo {}
#[mode(internal external)]
impl Stringer for u8 {}
#[mode(pub(in))]
impl Stringer for u16 {}
#[mode(crate)]
impl Stringer for u32 {}
#[mode(internal, except(1))]
impl Stringer for u64 {}
#[mode(default = )]
trait A {}
#[mode(internal)]
impl !Send for Foo {}
#[mode(internal)]
fn function() {}
#[mode = "internal"]
impl Stringer for i8 {}
#[mode(external)]
impl Stringer for Missing {
    fn string(&self);
    const A: = 1;
}

fn main() {}
