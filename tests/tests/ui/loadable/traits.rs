//! Traits that can't be loaded.

use linkface::interface;

#[interface(loadable = LoadedGeneric)]
pub trait GenericApi<T>: Clone
where
    Self: Send,
{
    const LENGTH: usize;
    type Item;
    fn get(&self) -> u32;
}

#[interface(loadable = SameApi)]
pub trait SameApi {
    fn get(&self) -> u32;
}

#[interface(loadable = LoadedOne, version = 1, loadable = LoadedTwo, version = 2)]
pub trait TwiceApi {
    fn get(&self) -> u32;
}

mod shadowed {
    pub trait Send {}
    impl<T: ?Sized> Send for T {}

    #[linkface::interface(loadable = LoadedLiar)]
    pub trait LiarApi: Send {
        fn get(&self) -> u32;
    }
}

fn main() {}
