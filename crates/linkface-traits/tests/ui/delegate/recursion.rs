//! A method that would call itself, where only rustc sees it.

use linkface_traits::{attr, delegate};

mod store {
    #[linkface_traits::attr::delegatable]
    pub trait Store {
        fn len(&self) -> usize;
    }
}

struct Wrap(Vec<u8>);

impl std::ops::Deref for Wrap {
    type Target = Vec<u8>;

    fn deref(&self) -> &Vec<u8> {
        &self.0
    }
}

delegate! {
    impl Wrap {
        use (*self).*;
        pub fn capacity(&self) -> usize;
    }
}

#[attr::delegate(use Wrap::is_full)]
impl Wrap {
    pub fn is_full(&self) -> bool;
}

delegate! {
    impl store::Store for Wrap {
        use (*self).*;
    }
}

struct Empty;

delegate! {
    impl store::Store for Empty {
        use self.{*};
    }
}

fn main() {}
