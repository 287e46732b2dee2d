//! The impl is a derive's.

mod shape {
    use inherent::inherent;
    use std::hash::{Hash, Hasher};

    #[derive(Hash)]
    pub struct Point(pub u8);

    #[inherent]
    impl Hash for Point {
        pub fn hash<H: Hasher>(&self, state: &mut H);
    }
}

fn main() {
    shape::Point(1).hash(&mut std::hash::DefaultHasher::new());
}
