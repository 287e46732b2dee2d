//! `#[derive(Shared)]`: values of derived types in two images, and back.

use linkface_tests::{Crate, Tool, Workspace};

/// What both sides know, but for the order in which it is declared.
const TYPES: &str = r#"
//! Types and an interface.
#![forbid(unsafe_code)]
#![deny(
    warnings, missing_docs, unreachable_pub, missing_debug_implementations, unnameable_types,
    unused_qualifications, single_use_lifetimes, trivial_casts, elided_lifetimes_in_paths
)]

/// Crosses as it is.
#[derive(Shared, Clone, Copy, Debug, PartialEq, Default)]
#[repr(C)]
pub struct Stats {
    /// How many.
    pub steps: u8,
    /// How much.
    pub energy: f64,
    /// Which.
    pub mode: Mode,
}

/// Crosses as it is.
#[derive(Shared, Clone, Copy, Debug, PartialEq, Default)]
#[repr(i8)]
pub enum Mode {
    /// Slow.
    #[default]
    Walk = -7,
    /// Fast.
    Run,
}

/// Crosses as it is, with fields.
#[derive(Shared, Clone, Copy, Debug, PartialEq)]
#[repr(C, u8)]
pub enum Shape {
    /// None.
    Point,
    /// One.
    Circle(f64),
    /// Two.
    Square {
        /// First.
        side: u16,
        /// Second.
        at: [f32; 2],
    },
}

/// Borrows.
#[derive(Shared, Clone, Debug, PartialEq)]
pub struct Event<'a> {
    /// From the caller.
    pub name: &'a str,
    /// From the caller.
    pub stats: &'a [Stats],
    /// Its own.
    pub more: Vec<Shape>,
}

/// A choice of two types.
#[derive(Shared, Clone, Debug, PartialEq)]
pub enum Either<A, B> {
    /// The one.
    Left(A),
    /// The other.
    Right {
        /// The other.
        value: B,
    },
}

/// A dependency's, which knows nothing of plugins.
#[derive(Shared, Debug)]
#[shared(remote = "foreign::Point<T>")]
pub struct PointTwin<T> {
    x: T,
    y: T,
}

/// Gives back what it is given, and says what it was.
#[linkface::interface(loadable = LoadedEcho)]
pub trait EchoApi {
    /// By value.
    fn stats(&mut self, stats: Stats) -> (Stats, String);
    /// Behind a reference.
    fn run(&mut self, stats: &mut [Stats]) -> u32;
    /// By value.
    fn shapes(&mut self, shapes: Vec<Shape>) -> (Vec<Shape>, String);
    /// Recursive.
    fn person(&mut self, person: Person) -> (Person, String);
    /// Borrowed.
    fn event<'a>(&mut self, event: Event<'a>) -> (Event<'a>, String);
    /// Generic.
    fn either(&mut self, either: Either<Person, Option<u64>>) -> (Either<Person, Option<u64>>, String);
    /// A dependency's.
    fn point(&mut self, #[shared(with = PointTwin<f32>)] point: foreign::Point<f32>) -> String;
    /// A dependency's, returned.
    #[shared(returns = Option<PointTwin<f32>>)]
    fn last(
        &mut self,
        #[shared(with = Vec<PointTwin<f32>>)] points: Vec<foreign::Point<f32>>,
    ) -> Option<foreign::Point<f32>>;
}
"#;

/// Converted, and recursive.
const PERSON: &str = r"
use linkface_plugin::Shared;

/// A person.
#[derive(Shared, Clone, Debug, PartialEq)]
pub struct Person {
    /// A name.
    pub name: String,
    /// An age.
    pub age: Option<u32>,
    /// The best first.
    pub friends: Vec<Person>,
    /// What they like.
    pub likes: Vec<Taste>,
}

/// A taste.
#[derive(Shared, Clone, Debug, PartialEq)]
pub enum Taste {
    /// Easy.
    Everything,
    /// Of whom.
    That(Box<Person>),
    /// Of what.
    Things {
        /// Which.
        which: Vec<String>,
        /// How much.
        much: i8,
    },
}
";

/// The same in another order, with something of its own.
const PERSON_REORDERED: &str = r#"
use linkface_plugin::Shared;

/// A taste.
#[derive(Shared, Clone, PartialEq)]
pub enum Taste {
    /// Of what.
    Things {
        /// How much.
        much: i8,
        /// Which.
        which: Vec<String>,
    },
    /// Of whom.
    That(Box<Person>),
    /// Easy.
    Everything,
}

/// A person.
#[derive(Shared, Clone, PartialEq)]
pub struct Person {
    /// What they like.
    pub likes: Vec<Taste>,
    /// Only here.
    #[shared(skip)]
    pub seen: u128,
    /// An age.
    pub age: Option<u32>,
    /// The best first.
    pub friends: Vec<Person>,
    /// A name.
    pub name: String,
}

impl core::fmt::Debug for Taste {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Everything => f.write_str("Everything"),
            Self::That(person) => f.debug_tuple("That").field(person).finish(),
            Self::Things { much, which } => f
                .debug_struct("Things")
                .field("which", which)
                .field("much", much)
                .finish(),
        }
    }
}

impl core::fmt::Debug for Person {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        assert_eq!(self.seen, 0, "a field that doesn't cross is the default");
        f.debug_struct("Person")
            .field("name", &self.name)
            .field("age", &self.age)
            .field("friends", &self.friends)
            .field("likes", &self.likes)
            .finish()
    }
}
"#;

const ECHO: &str = r#"
#![forbid(unsafe_code)]
use api::{EchoApi, Either, Event, Mode, Person, Shape, Stats};

#[derive(Default)]
struct Echo;

impl EchoApi for Echo {
    fn stats(&mut self, stats: Stats) -> (Stats, String) {
        (stats, format!("{stats:?}"))
    }
    fn run(&mut self, stats: &mut [Stats]) -> u32 {
        let mut walking = 0;
        for stats in stats {
            walking += u32::from(stats.mode == Mode::Walk);
            stats.mode = Mode::Run;
        }
        walking
    }
    fn shapes(&mut self, shapes: Vec<Shape>) -> (Vec<Shape>, String) {
        let said = format!("{shapes:?}");
        (shapes, said)
    }
    fn person(&mut self, person: Person) -> (Person, String) {
        let said = format!("{person:?}");
        (person, said)
    }
    fn event<'a>(&mut self, event: Event<'a>) -> (Event<'a>, String) {
        let said = format!("{event:?}");
        (event, said)
    }
    fn either(&mut self, either: Either<Person, Option<u64>>) -> (Either<Person, Option<u64>>, String) {
        let said = format!("{either:?}");
        (either, said)
    }
    fn point(&mut self, point: foreign::Point<f32>) -> String {
        format!("{point:?}")
    }
    fn last(&mut self, points: Vec<foreign::Point<f32>>) -> Option<foreign::Point<f32>> {
        points.last().copied()
    }
}
linkface_plugin::export!(Echo);
"#;

const APP: &str = r#"
use api::{EchoApi, Either, Event, LoadedEcho, Mode, Person, Shape, Stats, Taste};

/// Numbers that look random and are the same each time (xorshift, Marsaglia 2003).
struct Random(u64);
impl Random {
    fn next(&mut self, below: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % below
    }
    fn text(&mut self) -> String {
        (0..self.next(9)).map(|_| ['a', 'ü', '\0', '𝕏'][self.next(4) as usize]).collect()
    }
    fn list<T>(&mut self, most: u64, mut make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.next(most)).map(|_| make(self)).collect()
    }
    fn stats(&mut self) -> Stats {
        let mode = if self.next(2) == 0 { Mode::Walk } else { Mode::Run };
        Stats { steps: self.next(256) as u8, energy: self.next(1 << 40) as f64 / 8.0, mode }
    }
    fn shape(&mut self) -> Shape {
        match self.next(3) {
            0 => Shape::Point,
            1 => Shape::Circle(self.next(100) as f64),
            _ => Shape::Square { side: self.next(1 << 16) as u16, at: [self.next(9) as f32, 0.5] },
        }
    }
    fn taste(&mut self, depth: u32) -> Taste {
        match self.next(3) {
            0 if depth > 0 => Taste::That(Box::new(self.person(depth - 1))),
            1 => Taste::Things { which: self.list(3, Self::text), much: self.next(256) as i8 },
            _ => Taste::Everything,
        }
    }
    fn person(&mut self, depth: u32) -> Person {
        Person {
            name: self.text(),
            age: (self.next(2) == 0).then(|| self.next(1 << 32) as u32),
            friends: if depth > 0 { self.list(3, |this| this.person(depth - 1)) } else { vec![] },
            likes: self.list(4, |this| this.taste(depth)),
        }
    }
}

fn main() {
    let file = std::env::args().nth(1).unwrap();
    let mut echo: LoadedEcho = linkface_plugin::Host::new().load(file).unwrap();
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    for _ in 0..300 {
        let stats = random.stats();
        assert_eq!(echo.stats(stats), (stats, format!("{stats:?}")));
        let mut all = random.list(9, Random::stats);
        let walking = all.iter().filter(|stats| stats.mode == Mode::Walk).count();
        assert_eq!(echo.run(&mut all) as usize, walking);
        assert!(all.iter().all(|stats| stats.mode == Mode::Run));
        let shapes = random.list(9, Random::shape);
        assert_eq!(echo.shapes(shapes.clone()), (shapes.clone(), format!("{shapes:?}")));
        let person = random.person(3);
        assert_eq!(echo.person(person.clone()), (person.clone(), format!("{person:?}")));
        let name = random.text();
        let event = Event { name: &name, stats: &all, more: shapes };
        assert_eq!(echo.event(event.clone()), (event.clone(), format!("{event:?}")));
        for either in [Either::Left(person), Either::Right { value: Some(random.next(u64::MAX)) }] {
            assert_eq!(echo.either(either.clone()), (either.clone(), format!("{either:?}")));
        }
        let point = foreign::Point { x: 0.5, y: random.next(9) as f32 };
        assert_eq!(echo.point(point), format!("{point:?}"));
        assert_eq!(echo.last(vec![foreign::Point { x: 1.0, y: 2.0 }, point]), Some(point));
        assert_eq!(echo.last(vec![]), None);
    }
    println!("unchanged");
}
"#;

fn api(name: &str, person: &str) -> Crate {
    let (lints, types) = TYPES.split_once("\n\n").expect("lints come first");
    let source = format!("{lints}\n{person}\n{types}");
    Crate::lib(name)
        .linkface()
        .plugin(&[])
        .dep("foreign")
        .source(&source)
}

fn echo(name: &str, api: &str) -> Crate {
    Crate::lib(name)
        .types(&["cdylib"])
        .plugin(&[])
        .dep("foreign")
        .dep_as("api", api, api)
        .source(ECHO)
}

/// Also where the other side declares what is converted in another order.
#[test]
fn random_values_cross_unchanged() {
    let case = Workspace::new("plugins/derived")
        .member(Crate::lib("foreign").source(
            r"
            #[derive(Clone, Copy, Debug, PartialEq)]
            pub struct Point<T> { pub x: T, pub y: T }
            ",
        ))
        .member(api("api", PERSON))
        .member(api("api_reordered", PERSON_REORDERED))
        .member(echo("echo", "api"))
        .member(echo("echo_reordered", "api_reordered"))
        .member(
            Crate::bin("app")
                .plugin(&["host"])
                .dep("api")
                .dep("foreign")
                .source(APP),
        );
    case.build().succeeds();
    let mut plugins = vec![
        case.artifact("libecho.so"),
        case.artifact("libecho_reordered.so"),
    ];
    // A compiler that lays out all types without a `repr` otherwise, as another version may.
    let shuffled = case.folder().join("shuffled");
    let target = format!("{}-unknown-linux-gnu", std::env::consts::ARCH);
    case.cargo("build")
        // The flags are for this target only: Cargo's own programs are those of the build before.
        .args(["--package", "echo", "--target", &target])
        .env("CARGO_TARGET_DIR", &shuffled)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", "-Zrandomize-layout -Zlayout-seed=7")
        .run()
        .succeeds();
    plugins.push(shuffled.join(target).join("debug").join("libecho.so"));
    for plugin in plugins {
        Tool::new(case.artifact("app"), case.folder())
            .arg(plugin)
            .run()
            .succeeds()
            .prints("unchanged");
    }
}

/// An attribute macro that stands behind a derive comes after it: the derive doesn't see what it adds.
#[test]
fn what_is_added_behind_the_derive_is_an_error() {
    let case = Workspace::new("plugins/added_behind_the_derive")
        .member(Crate::lib("adds").types(&["proc-macro"]).source(
            r#"
            use proc_macro::TokenStream;
            fn inserted(item: TokenStream, text: &str) -> TokenStream {
                let item = item.to_string();
                let end = item.rfind('}').expect("an item with braces");
                format!("{} {text} }}", &item[..end]).parse().expect("Rust")
            }
            #[proc_macro_attribute]
            pub fn field(_: TokenStream, item: TokenStream) -> TokenStream {
                inserted(item, "hidden: &'static str")
            }
            #[proc_macro_attribute]
            pub fn variant(_: TokenStream, item: TokenStream) -> TokenStream {
                inserted(item, "Hidden(&'static str)")
            }
            "#,
        ))
        .member(Crate::bin("app").plugin(&[]).dep("adds").source(
            "
            #[derive(linkface_plugin::Shared, Clone, Copy)]
            #[adds::field]
            #[repr(C)]
            struct Body { id: u64, }
            #[derive(linkface_plugin::Shared, Clone, Copy)]
            #[adds::variant]
            #[repr(u8)]
            enum Event { Start(u64), }
            fn main() {}
            ",
        ));
    case.check()
        .fails()
        .says("pattern requires `..` due to inaccessible fields")
        .says("`&Event::Hidden(_)` not covered");
}
