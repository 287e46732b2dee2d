//! One symbol cannot stand for many types.

use linkface::implement;

struct Mine<T>(T);

#[implement]
impl<T> ui_facade::SharedApi for Mine<T>
where
    T: Default + Send + Sync,
{
    fn open() -> Self {
        Mine(T::default())
    }
}

fn main() {}
