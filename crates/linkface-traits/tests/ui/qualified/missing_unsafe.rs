use linkface_traits::q;

trait Stringer {
    fn string(&self) -> String;
    fn pad(&self, by: usize, with: &str) -> String;
}

impl Stringer for i32 {
    fn string(&self) -> String {
        self.to_string()
    }
    fn pad(&self, by: usize, with: &str) -> String {
        format!("{}{self}", with.repeat(by))
    }
}

trait Raw {
    unsafe fn raw(&self);
}

impl Raw for u8 {
    unsafe fn raw(&self) {}
}

fn main() {
    q!(1_u8.Raw::raw());
}
