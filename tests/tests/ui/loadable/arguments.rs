//! Arguments that a loadable interface doesn't have, with and without a proxy.

use linkface::interface;

#[interface(loadable = LoadedTypo, verison = 2)]
pub trait TypoApi {
    fn get(&self) -> u32;
}

#[interface(pub Proxy, loadable = LoadedProxy, verison = 2)]
pub trait ProxyApi {
    fn get(&self) -> u32;
}

#[interface(loadable = LoadedTwice, version = 1, version = 2)]
pub trait TwiceApi {
    fn get(&self) -> u32;
}

#[interface(loadable = LoadedStored, storage = 32, dynamic)]
pub trait StoredApi {
    fn get(&self) -> u32;
}

#[interface(loadable = LoadedValue, same_build = true, version)]
pub trait ValueApi {
    fn get(&self) -> u32;
}

#[interface(loadable)]
pub trait NamelessApi {
    #[since(2)]
    fn get(&self) -> u32 {
        1
    }
}

#[interface(pub Linked, version = 2)]
pub trait LinkedApi {
    fn get(&self) -> u32;
}

#[interface(loadable = LoadedText, version = "1.0")]
pub trait TextApi {
    fn get(&self) -> u32;
}

#[interface(loadable = LoadedFunction)]
pub fn function() -> u32;

fn main() {
    function();
}
