//! A mirror shows what is there.

use linkface_plugin::Shared;

mod dependency {
    pub struct Point {
        pub x: f32,
        pub y: f32,
    }

    pub enum Shape {
        Dot,
        Line { length: f64 },
        Circle(f64),
    }

    pub struct Account {
        pub name: String,
        balance: u64,
    }
}

#[derive(Shared)]
#[shared(remote = "dependency::Point")]
struct Retyped {
    x: f32,
    y: f64,
}

#[derive(Shared)]
#[shared(remote = "dependency::Point")]
struct Missing {
    x: f32,
}

#[derive(Shared)]
#[shared(remote = "dependency::Point")]
struct Added {
    x: f32,
    y: f32,
    z: f32,
}

#[derive(Shared)]
#[shared(remote = "dependency::Shape")]
enum VariantMissing {
    Dot,
    Line { length: f64 },
}

#[derive(Shared)]
#[shared(remote = "dependency::Shape")]
enum VariantAdded {
    Dot,
    Line { length: f64 },
    Circle(f64),
    Square(f64),
}

#[derive(Shared)]
#[shared(remote = "dependency::Account")]
struct WithoutPrivate {
    name: String,
}

fn main() {}
