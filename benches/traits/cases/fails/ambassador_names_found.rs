//! Names in the trait's signatures are not imported where it is delegated.

mod keys {
    pub struct Key(pub u8);
}

mod store {
    use crate::keys::Key;

    #[ambassador::delegatable_trait]
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
    use crate::store::{Base, Store, ambassador_impl_Store};

    #[derive(ambassador::Delegate)]
    #[delegate(Store)]
    pub struct Wrap(pub Base);
}

fn main() {
    use store::Store;
    assert_eq!(user::Wrap(store::Base).get(keys::Key(1)), 1);
}
