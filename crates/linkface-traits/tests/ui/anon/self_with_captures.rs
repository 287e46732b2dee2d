use linkface_traits::{anon, attr::*};

trait Shape {
    fn area(&self) -> f64;
    fn describe(&self, unit: &str) -> String;
    fn scale<T: Into<f64>>(&mut self, by: T);
    fn print(&self, to: &mut impl std::fmt::Write);
    fn same(&self, other: &Self) -> bool;
}

fn main() {
    let (w, h) = (2.0, 3.0);
    let shape = anon! { impl Shape for _ {
        fn area(&self) -> f64 { w * h }
        fn describe(&self, unit: &str) -> String { format!("{w}: {} {unit}", self.area()) }
        fn scale<T: Into<f64>>(&mut self, by: T) { w *= by.into(); }
        fn print(&self, to: &mut impl std::fmt::Write) { let _ = write!(to, "{w}"); }
        fn same(&self, other: &Self) -> bool { w == other.area() }
    } };
    shape.area();

    let n = 1;
    #[anon]
    impl Iterator for _ {
        type Item = i32;
        fn next(&mut self) -> Option<i32> {
            n += 1;
            Some(n)
        }
        fn count(mut self) -> usize {
            while self.next().is_some() {}
            n as usize
        }
    }
}
