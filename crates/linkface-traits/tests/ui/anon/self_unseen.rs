// A closure's `self` is that of the method around: never what is meant.

use linkface_traits::anon;
use std::fmt::{self, Display, Formatter};

struct Outer;

impl Display for Outer {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("outer")
    }
}

#[allow(unused_macros)]
macro_rules! pick {
    ($name:ident => $value:expr) => {{
        let $name = 1;
        $name + $value
    }};
}

trait Step {
    fn step(&mut self) -> String;
    fn name(&mut self) -> String;
    fn size(&mut self) -> u32;
}

impl Outer {
    const LIMIT: u32 = 1;

    fn step(&self) -> impl Step {
        let n = 0;
        anon! { impl Step for _ {
            fn step(&mut self) -> String { n += 1; format!("{self}") }
            fn name(&mut self) -> String { n += 1; macro_rules! me { () => { self.to_string() } } me!() }
            fn size(&mut self) -> u32 { n += pick!(x => Self::LIMIT); n }
        } }
    }
}

fn main() {
    Outer.step();
}
