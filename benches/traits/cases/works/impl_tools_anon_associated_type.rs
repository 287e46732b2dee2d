//! The trait has an associated type.

trait Source {
    type Item;
    fn get(&self) -> Self::Item;
}

fn main() {
    let k = 4;
    let source = impl_tools::impl_anon! {
        struct(u8 = k);
        impl Source for Self {
            type Item = u8;
            fn get(&self) -> u8 {
                self.0
            }
        }
    };
    assert_eq!(source.get(), 4);
}
