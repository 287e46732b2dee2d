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

fn main() {
    let x = 42;
    q!(x.Stringer::string);
    q!(x.Stringer::pad + 1);
    q!(x.<i32 as Stringer>::string);
}
