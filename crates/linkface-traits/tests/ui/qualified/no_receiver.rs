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

trait Make {
    fn make() -> Self;
    fn from_text(text: &str) -> Self;
}

impl Make for i32 {
    fn make() -> Self {
        0
    }
    fn from_text(text: &str) -> Self {
        text.len() as i32
    }
}

fn main() {
    let _: i32 = q!(42.Make::make());
    let _: i32 = q!(42.Make::from_text());
}
