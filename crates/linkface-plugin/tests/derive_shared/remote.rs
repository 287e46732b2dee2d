//! A dependency's types, by their twins.

use crate::cross;
use linkface_plugin::Shared;

mod dependency {
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub(crate) struct Point {
        pub(crate) x: f32,
        pub(crate) y: f32,
    }

    #[derive(Clone, Debug, PartialEq)]
    pub(crate) enum Shape<T> {
        Dot,
        Line { from: T, to: T },
        Many(Vec<T>, u8),
    }

    #[derive(Clone, Copy, Debug, PartialEq)]
    pub(crate) struct Name<'a>(pub(crate) &'a str);

    /// Nobody else may make one of its parts.
    #[derive(Clone, Debug, PartialEq)]
    pub(crate) struct Even {
        half: u32,
    }

    impl Even {
        pub(crate) fn new(value: u32) -> Self {
            Self { half: value / 2 }
        }

        pub(crate) fn get(&self) -> u32 {
            self.half * 2
        }
    }
}

#[derive(Shared)]
#[shared(remote = "dependency::Point")]
struct Point {
    // Another order, and the other name is the dependency's.
    y: f32,
    x: f32,
}

/// Crosses as it is, whatever the dependency's type does.
#[derive(Shared, Clone, Copy)]
#[shared(remote = dependency::Point)]
#[repr(C)]
struct InlinePoint {
    x: f32,
    y: f32,
}

#[derive(Shared)]
#[shared(remote = "dependency::Shape<T>")]
enum Shape<T> {
    Many(Vec<T>, u8),
    Dot,
    Line { from: T, to: T },
}

#[derive(Shared)]
#[shared(remote = "dependency::Name<'a>")]
struct Name<'a>(&'a str);

#[derive(Shared)]
#[repr(transparent)]
struct Even(u32);

impl From<dependency::Even> for Even {
    fn from(even: dependency::Even) -> Self {
        Self(even.get())
    }
}

impl From<Even> for dependency::Even {
    fn from(Even(value): Even) -> Self {
        Self::new(value)
    }
}

#[derive(Shared, Clone, Debug, PartialEq)]
struct Drawing<'a> {
    #[shared(with = Point)]
    at: dependency::Point,
    #[shared(with = "Shape<u8>")]
    shape: dependency::Shape<u8>,
    #[shared(with = Name<'a>)]
    name: dependency::Name<'a>,
    #[shared(with = Vec<Point>)]
    path: Vec<dependency::Point>,
    #[shared(with = Option<Box<[Even; 2]>>)]
    even: Option<Box<[dependency::Even; 2]>>,
    kind: Kind,
}

#[derive(Shared, Clone, Debug, PartialEq)]
enum Kind {
    Counted(#[shared(with = Even)] dependency::Even),
    Placed {
        #[shared(with = InlinePoint)]
        at: dependency::Point,
    },
}

#[test]
fn fields_cross_as_their_twins() {
    let at = dependency::Point { x: 1.0, y: -2.0 };
    for (shape, kind) in [
        (dependency::Shape::Dot, Kind::Placed { at }),
        (
            dependency::Shape::Line { from: 1, to: 2 },
            Kind::Counted(dependency::Even::new(8)),
        ),
        (
            dependency::Shape::Many(vec![1, 2, 3], 4),
            Kind::Counted(dependency::Even::new(0)),
        ),
    ] {
        let drawing = Drawing {
            at,
            shape,
            name: dependency::Name("a name"),
            path: vec![at, at],
            even: Some(Box::new([2, 4].map(dependency::Even::new))),
            kind,
        };
        assert_eq!(cross(drawing.clone()), drawing);
    }
}

#[test]
fn a_field_is_described_as_its_twin() {
    let described = crate::descriptions::described!(Drawing<'static>);
    let names: Vec<_> = described
        .root()
        .members
        .iter()
        .map(|member| (&member.name[..], &described.node(member).name[..]))
        .collect();
    let expected = [
        ("at", "Point"),
        ("even", ""),
        ("kind", "Kind"),
        ("name", "Name"),
        ("path", ""),
        ("shape", "Shape"),
    ];
    assert_eq!(names, expected);
}
