//! `value.Trait::method()` calls the method of that trait: past one of the type's own, and past another
//! trait's, neither of which has to be imported.

use linkface_traits::q;

mod shapes {
    pub trait Area {
        fn size(&self) -> u32;
    }
    pub trait Length {
        fn size(&self, times: u32) -> u32;
    }
}

struct Square(u32);

impl Square {
    fn size(&self) -> &str {
        "large"
    }
}
impl shapes::Area for Square {
    fn size(&self) -> u32 {
        self.0 * self.0
    }
}
impl shapes::Length for Square {
    fn size(&self, times: u32) -> u32 {
        self.0 * times
    }
}

fn main() {
    let square = Box::new(Square(3));
    assert_eq!(square.size(), "large");
    assert_eq!(q!(square.shapes::Area::size()), 9);
    assert_eq!(q!(square.<Square as shapes::Length>::size(4)), 12);
}
