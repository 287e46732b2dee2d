mod store {
    use linkface_traits::attr::*;
    use std::fmt;
    use std::io::Result;

    pub struct Key;

    #[delegatable]
    pub trait Store {
        fn get(&self, key: &Key, again: Key) -> Result<u8>;
        fn show(&self, it: &dyn fmt::Debug) -> Option<super::Value>;
    }

    #[delegatable(use crate::store::Kee, use self::Key, use std::io::*)]
    pub trait Other {
        fn get(&self, key: &Key);
    }

    #[delegatable(crate::store::Key)]
    trait Words {
        fn get(&self, key: &Key);
    }
}

pub struct Value;

fn main() {}
