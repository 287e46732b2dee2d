//! Methods that an impl leaves out return what `Default` makes.

#[portrait::make]
trait Point {
    fn x(&self) -> u8;
    fn y(&self) -> u8;
}

struct Left(u8);

#[portrait::fill(portrait::default)]
impl Point for Left {
    fn x(&self) -> u8 {
        self.0
    }
}

fn main() {
    assert_eq!((Left(1).x(), Left(1).y()), (1, 0));
}
