//! A trait that is only called `Send`: the loaded type's future would be sent to another thread.

trait Send {}
impl<T: ?Sized> Send for T {}

#[linkface::interface(loadable = LoadedWork)]
trait WorkApi {
    fn work(&self) -> impl Future<Output = u32> + Send;
}

fn main() {}
