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
    q!(42.Stringer::string() + );
    q!();
    q!(42.Stringer::);
    q!(42.string::<impl Stringer + Send>());
    q!(42.string::<impl ?Stringer>());
    q!(42.Stringer::string(i32)::x());
}
