//! The impl is a derive's.

mod shape {
    use linkface_traits::attr::mode;
    use std::hash::{Hash, Hasher};

    #[derive(Hash)]
    pub struct Point(pub u8);

    #[mode(internal, derived)]
    impl Hash for Point {
        fn hash<H: Hasher>(&self, state: &mut H);
    }
}

fn main() {
    shape::Point(1).hash(&mut std::hash::DefaultHasher::new());
}
