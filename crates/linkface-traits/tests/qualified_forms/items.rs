//! Items under `qualified!` and `#[qualified]`.

use crate::shapes::{self, Shape, Square};
use linkface_traits::attr::qualified as qualify;
use linkface_traits::{q, qualified};

qualified! {
    fn everywhere(x: &Square, y: &mut Square) -> Result<String, String> {
        let mut all = vec![x.Shape::side(), 2 * y.Shape::side()];
        y.Shape::grow(1);
        y.Shape::grow(1).Shape::grow(1);
        if x.Shape::side() > 1 && !(x.Shape::name().is_empty()) {
            all.push(x.Shape::fallible()?);
        }
        match x.Shape::side() {
            side if side == y.Shape::side() => all.push(0),
            _ => all.push(y.Shape::scaled(2)),
        }
        let closure = |by| x.Shape::scaled(by);
        all.extend([1, 2].iter().map(|by| closure(*by)));
        for _ in 0..x.Shape::side() {
            all.push(7);
        }
        y.Shape::grow(1).0 = x.Shape::side();
        let pair = Pair { one: x.Shape::side(), two: y.Shape::side() };
        assert_eq!(pair.one, pair.two);
        assert_eq!(x.Shape::side(), y.Shape::side(), "{} {}", x.Shape::name(), 1);
        assert!(matches!(x.Shape::side(), side if side == y.Shape::side()));
        Ok(format!("{all:?} {} {name}", x.Shape::side(), name = y.Shape::name()))
    }

    struct Pair { one: u32, two: u32 }

    trait Twice: Shape {
        fn twice(&self) -> u32 { self.Shape::side() + self.Self::side() }
    }

    impl Twice for Square {
        fn twice(&self) -> u32 { 2 * self.Self::side() }
    }

    mod inner {
        use super::{Shape, Square};
        impl Square {
            pub(super) fn through_self(&mut self) -> u32 {
                self.Self::step();
                self.Self::step();
                self.Self::peek() + self.Shape::side()
            }
            fn step(&mut self) { self.0 += 1; }
            fn peek(&self) -> u32 { self.0 }
        }
    }
}

#[test]
fn in_items() {
    let mut y = Square(4);
    assert_eq!(
        everywhere(&Square(2), &mut y).unwrap(),
        "[2, 8, 2, 14, 2, 4, 7, 7] 2 square 2"
    );
    assert!(everywhere(&Square(200), &mut y).is_err());
    assert_eq!(Square(2).twice(), 4);
    assert_eq!(Square(2).through_self(), 8);
}

#[qualify]
fn under_the_attribute(x: &mut Square) -> String {
    x.grow::<impl shapes::Shape>(1);
    let bytes = x.conv::<impl shapes::Conv<u8>>();
    let _: u8 = bytes;
    println!("{}", x.name::<impl Shape>());
    format!("{} {}", x.name::<impl Shape>(), x.show::<impl Shape, u8>(1))
}

#[qualify]
mod under {
    use super::{Shape, Square};
    pub(super) fn inside(x: &Square) -> u32 {
        x.scaled::<impl Shape>(2)
    }
}

struct Holder(Square);

impl Holder {
    #[qualify]
    fn held(&self) -> u32 {
        self.0.scaled::<impl Shape>(3)
    }
}

#[qualify]
impl Holder {
    fn held_too(&self) -> u32 {
        self.0.scaled::<impl Shape>(4)
    }
}

#[qualify]
trait Scaled: Shape {
    fn six(&self) -> u32 {
        self.scaled::<impl Shape>(6)
    }
}

impl Scaled for Square {}

#[test]
fn attribute() {
    assert_eq!(under_the_attribute(&mut Square(1)), "square 2 square 2 1");
    assert_eq!(under::inside(&Square(2)), 4);
    assert_eq!(Holder(Square(2)).held(), 6);
    assert_eq!(Holder(Square(2)).held_too(), 8);
    assert_eq!(Square(1).six(), 6);
    assert_eq!(q!(Square(3).scaled::<impl Shape>(2)), 6);
}
