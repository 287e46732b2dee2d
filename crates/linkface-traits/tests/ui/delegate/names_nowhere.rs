mod store {
    use linkface_traits::attr::*;

    pub struct Key;

    #[delegatable(use crate::store::{Kee, Key})]
    pub trait Wrong {
        fn get(&self, key: &Key);
    }
}

fn main() {}
