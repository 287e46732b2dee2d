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

trait Change {
    fn change(&mut self);
}

impl Change for u8 {
    fn change(&mut self) {}
}

fn main() {
    let x = 1_u8;
    q!(x.Change::change());
    let r = &1_u8;
    q!(r.Change::change());
}
