//! Values of all shapes of types: what comes back is what went.

use crate::cross;
use linkface_plugin::{Inline, Shared};
use std::marker::PhantomData;

#[derive(Shared, Clone, Copy, Debug, PartialEq)]
#[repr(C)]
struct Stats {
    steps: u8,
    energy: f64,
    mode: Mode,
}

#[derive(Shared, Clone, Copy, Debug, PartialEq)]
#[repr(u8)]
enum Mode {
    Walk = 1,
    Run = 7,
}

#[derive(Shared, Clone, Copy, Debug, PartialEq)]
#[repr(C, u8)]
enum ShapeC {
    Circle(f64),
    Square { side: u16, at: [f32; 2] },
    Point,
}

#[derive(Shared, Clone, Copy, Debug, PartialEq)]
#[repr(i16)]
enum ShapeI {
    Circle(u8) = -4,
    Square { side: u64 },
}

#[derive(Shared, Clone, Copy, Debug, PartialEq)]
#[repr(transparent)]
struct Meters(f32);

#[derive(Shared, Clone, Copy, Debug, PartialEq)]
#[repr(C)]
struct Unit;

#[derive(Shared, Clone, Copy, Debug, PartialEq)]
#[repr(C)]
struct Pair<A, B, const N: usize> {
    a: A,
    b: [B; N],
}

#[derive(Shared, Clone, Copy, Debug, PartialEq)]
#[repr(C)]
enum Either<A, B> {
    Left(A),
    Right { b: B },
}

#[derive(Shared, Clone, Debug, PartialEq)]
struct Person {
    name: String,
    age: u32,
    likes: Vec<Taste>,
    next: Option<Box<Self>>,
    #[shared(skip)]
    cache: u64,
}

#[derive(Shared, Clone, Debug, PartialEq)]
enum Taste {
    Nothing,
    Everything { but: Vec<String> },
    Of(Box<Taste>, u8),
}

#[derive(Shared, Clone, Debug, PartialEq)]
struct Both<A, B = u8>(A, Vec<B>)
where
    A: Clone;

#[derive(Shared, Clone, Debug, PartialEq)]
struct Event<'a, 'b> {
    name: &'a str,
    data: Option<&'b [u8]>,
}

#[derive(Shared, Clone, Debug, PartialEq)]
enum Message<'a, T> {
    Text(&'a str),
    Value { value: T },
}

#[derive(Shared, Clone, Debug, PartialEq)]
struct Nothing;

#[derive(Shared, Clone, Debug, PartialEq)]
struct Tree {
    children: Both<u8, Option<Self>>,
}

/// Which kind of thing it is the number of.
#[derive(Shared, Clone, Copy, Debug, PartialEq)]
#[repr(transparent)]
struct Id<T>(u32, PhantomData<T>);

#[derive(Shared, Clone, Debug, PartialEq)]
struct Borrowed<'a, 'b: 'a, T: Inline, U: 'a>
where
    U: Clone,
{
    one: &'a T,
    all: &'b [T],
    own: U,
    id: Id<T>,
}

macro_rules! types {
    ($record:ident, $choice:ident, $raw:ident, $ty:ty) => {
        #[derive(Shared, Clone, Debug, PartialEq)]
        struct $record {
            given: $ty,
            own: Vec<u8>,
        }
        #[derive(Shared, Clone, Debug, PartialEq)]
        enum $choice {
            Given($ty),
            Own { own: Option<u8> },
        }
        #[derive(Shared, Clone, Copy, Debug, PartialEq)]
        #[repr(u16)]
        enum $raw {
            Given([u8; 3]) = 1 + 1,
            Own,
        }
    };
}
types!(Record, Choice, Raw, Vec<String>);

fn is_inline<T: Inline>() -> bool {
    T::INLINE
}

#[test]
fn what_crosses_as_it_is_is_unchanged() {
    let stats = Stats {
        steps: 3,
        energy: 0.5,
        mode: Mode::Run,
    };
    assert_eq!(cross(stats), stats);
    assert_eq!(cross(Mode::Walk), Mode::Walk);
    for shape in [
        ShapeC::Circle(1.5),
        ShapeC::Square {
            side: 9,
            at: [1.0, 2.0],
        },
        ShapeC::Point,
    ] {
        assert_eq!(cross(shape), shape);
    }
    assert_eq!(
        cross(ShapeI::Square { side: 8 }),
        ShapeI::Square { side: 8 }
    );
    assert_eq!(cross(Meters(2.0)), Meters(2.0));
    assert_eq!(cross(Unit), Unit);
    let pair = Pair {
        a: 'x',
        b: [true, false],
    };
    assert_eq!(cross(pair), pair);
    let either: Either<u8, u64> = Either::Right { b: 4 };
    assert_eq!(cross(either), either);
}

#[test]
fn what_is_converted_is_unchanged() {
    let person = Person {
        name: "Ada".to_owned(),
        age: 36,
        likes: vec![
            Taste::Nothing,
            Taste::Everything {
                but: vec!["tea".to_owned()],
            },
            Taste::Of(Box::new(Taste::Nothing), 4),
        ],
        next: Some(Box::new(Person {
            name: String::new(),
            age: 0,
            likes: vec![],
            next: None,
            cache: 0,
        })),
        cache: 0,
    };
    assert_eq!(cross(person.clone()), person);
    assert_eq!(
        cross(Person {
            cache: 5,
            ..person.clone()
        }),
        person
    );
    let both = Both("a".to_owned(), vec![1_u8, 2]);
    assert_eq!(cross(both.clone()), both);
    let text = String::from("borrowed");
    let event = Event {
        name: &text,
        data: Some(text.as_bytes()),
    };
    assert_eq!(cross(event.clone()), event);
    assert_eq!(cross(Message::<u8>::Text(&text)), Message::Text("borrowed"));
    assert_eq!(
        cross(Message::Value { value: vec![4] }),
        Message::Value { value: vec![4] }
    );
    assert_eq!(cross(Nothing), Nothing);
    let record = Record {
        given: vec!["a".to_owned()],
        own: vec![7],
    };
    assert_eq!(cross(record.clone()), record);
    for choice in [Choice::Given(record.given), Choice::Own { own: Some(3) }] {
        assert_eq!(cross(choice.clone()), choice);
    }
    assert_eq!(cross(Raw::Given([1, 2, 3])), Raw::Given([1, 2, 3]));
    let tree = Tree {
        children: Both(
            4,
            vec![
                None,
                Some(Tree {
                    children: Both(5, vec![]),
                }),
            ],
        ),
    };
    assert_eq!(cross(tree.clone()), tree);
}

#[test]
fn what_borrows_and_is_generic_is_unchanged() {
    let stats = Stats {
        steps: 3,
        energy: 0.5,
        mode: Mode::Run,
    };
    let text = String::from("borrowed");
    let id: Id<Stats> = Id(4, PhantomData);
    assert_eq!(cross(id), id);
    let borrowed = Borrowed {
        one: &stats,
        all: &[stats, stats],
        own: text.clone(),
        id,
    };
    assert_eq!(cross(borrowed.clone()), borrowed);
}

#[test]
fn a_repr_decides_what_crosses_as_it_is() {
    assert!(
        is_inline::<Stats>() && is_inline::<Either<u8, Meters>>() && is_inline::<[ShapeC; 2]>()
    );
    let converted = [Person::INLINE, Taste::INLINE, Both::<u8>::INLINE];
    assert_eq!(converted, [false; 3]);
}

#[test]
fn what_crosses_as_it_is_stands_behind_references() {
    let mut all = [Mode::Walk, Mode::Run];
    assert_eq!(cross(&all[..]), &[Mode::Walk, Mode::Run]);
    cross(&mut all[..])[0] = Mode::Run;
    assert_eq!(cross(&all), &[Mode::Run, Mode::Run]);
}
