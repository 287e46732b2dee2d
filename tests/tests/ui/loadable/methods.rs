//! Methods that can't be in a table.

use linkface::interface;
use std::fmt::Display;
use std::future::Future;

#[interface(loadable = LoadedOther)]
pub trait OtherApi {
    fn get(&self) -> u32;
}

#[interface(loadable = LoadedMethods, version = 2)]
pub trait MethodsApi {
    fn generic<T>(&self, value: T);
    fn implied(&self, value: impl Display);
    fn returned(&self) -> impl Display;
    fn made() -> u32;
    fn taken(self: Box<Self>);
    fn other(&self, other: &Self);
    fn lent(&self) -> &dyn Display;
    #[since(2)]
    fn later(&self);
    #[since(3)]
    fn never(&self) {}
    fn conditional(&self, #[cfg(unix)] value: u32);
    fn kept(&self, value: &'static dyn OtherApi);
    fn named<'a>(&self, tell: &'a mut dyn FnMut(u32));
    fn bound(&self, value: &mut (dyn OtherApi + Send));
    fn borrows(&self) -> Box<dyn Fn() -> u32 + '_>;
    fn closure(&self) -> &dyn Fn(u32);
    fn demanding(&self)
    where
        Self: Sync;
    fn optional(&self, tell: Option<&dyn Fn(u32)>);
    fn future(&self, value: &dyn OtherApi) -> impl Future<Output = u32>;
    fn asks<'a>(&self, ask: Box<dyn Fn(&'a dyn OtherApi)>);
}

fn main() {
    // No second error: the name is there.
    fn _uses(_: Option<LoadedMethods>) {}
}
