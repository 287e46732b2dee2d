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

mod private {
    trait Hidden {
        fn hidden(&self) {}
    }

    impl Hidden for i32 {}
}

fn main() {
    q!(42.private::Hidden::hidden());
}
