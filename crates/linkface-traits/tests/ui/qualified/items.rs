use linkface_traits::attr::qualified as qualify;
use linkface_traits::qualified;

macro_rules! dsl {
    ($($tokens:tt)*) => {};
}

trait Stringer {
    fn string(&self) -> String;
}

impl Stringer for i32 {
    fn string(&self) -> String {
        self.to_string()
    }
}

qualified! {
    fn one(x: i32) -> String {
        x.Stringer::strung();
        x.Stringer::string;
        x.Stringer::string()
    }
}

#[qualify]
fn two(x: i32) -> String {
    x.strung::<impl Stringer>();
    x.string::<impl Stringer>()
}

#[qualify(krate = x)]
fn three() {}

qualified! {
    fn in_macros(x: i32) {
        _ = x;
        dsl! { x.Stringer::string() by x };
    }
}


fn main() {
    one(1);
    two(1);
    three();
    in_macros(1);
}
