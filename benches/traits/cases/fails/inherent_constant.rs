//! A trait's constant is the type's own.

mod shape {
    use inherent::inherent;

    pub trait Sides {
        const SIDES: u32;
    }

    pub struct Square;

    #[inherent]
    impl Sides for Square {
        pub const SIDES: u32 = 4;
    }
}

fn main() {
    assert_eq!(shape::Square::SIDES, 4);
}
