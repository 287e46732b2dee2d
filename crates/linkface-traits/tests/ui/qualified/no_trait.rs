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

mod module {
    pub fn function(_: i32) -> i32 {
        0
    }
}

struct Type;

impl Type {
    fn method(&self) {}
}

fn main() {
    q!(42.module::function());
    q!(Type.Type::method());
    q!(42.Missing::method());
    q!(42.missing::Trait::method());
}
