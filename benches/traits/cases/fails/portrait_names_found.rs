//! Names in the trait's signatures are not imported where it is delegated, and nothing but the trait is.

mod keys {
    pub struct Key(pub u8);
}

mod store {
    use crate::keys::Key;

    #[portrait::make(import(crate::keys::Key))]
    pub trait Store {
        fn get(&self, key: Key) -> u8;
    }

    pub struct Base;

    impl Store for Base {
        fn get(&self, key: Key) -> u8 {
            key.0
        }
    }
}

mod user {
    use crate::store::{Base, Store};

    pub struct Wrap(pub Base);

    #[portrait::fill(portrait::delegate(Base; self.0))]
    impl Store for Wrap {}
}

fn main() {
    use store::Store;
    assert_eq!(user::Wrap(store::Base).get(keys::Key(1)), 1);
}
