//! A trait's constant is the type's own.

mod shape {
    use linkface_traits::attr::mode;

    pub trait Sides {
        const SIDES: u32;
    }

    pub struct Square;

    #[mode(internal)]
    impl Sides for Square {
        const SIDES: u32 = 4;
    }
}

fn main() {
    assert_eq!(shape::Square::SIDES, 4);
}
