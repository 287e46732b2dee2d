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
    fn take(self);
}

struct Owned;

impl Change for Owned {
    fn change(&mut self) {}
    fn take(self) {}
}

fn main() {
    let mut x = Owned;
    q!((|| x.Change::change())());
    q!((|| x.Change::take())());
    q!((|| (&mut x).Change::change())());
    q!((|| { x }.Change::take())());
}
