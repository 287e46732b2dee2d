//! `#[export]` modules.

use linkface_tests::{Crate, Tool, Workspace};

/// A module of each form, as version 2 has it.
const PHYSICS: &str = r#"
//! Physics.
#![forbid(unsafe_code)]
#![deny(warnings, missing_docs, unreachable_pub, clippy::pedantic)]

/// What crosses, hostile to expansions.
#[linkface_plugin::attr::export(version = 2, name = Physics)]
pub mod api {
    use std::cell::Cell;
    #[allow(dead_code)]
    mod core {}
    #[allow(dead_code)]
    struct Option;

    /// In m/s².
    pub const GRAVITY: f32 = 9.5;
    /// Of the planet.
    pub const PLANET: &str = "earth";

    /// Adds.
    #[must_use]
    pub const fn add(a: i32, b: i32) -> i32 {
        a + b
    }
    /// One lifetime goes out where it came in.
    #[must_use]
    pub fn word(text: &str) -> &str {
        text.split(' ').next().unwrap_or(text)
    }
    /// One of two.
    #[must_use]
    pub fn longer<'a>(a: &'a str, b: &'a str) -> &'a str {
        if a.len() < b.len() { b } else { a }
    }
    /// Moves a place.
    #[must_use]
    pub fn moved(place: &self::Place, (x, y): (i32, i32)) -> super::api::Place {
        [place[0] + x, place[1] + y]
    }
    /// A place.
    pub type Place = [i32; 2];
    /// Came later.
    #[since(2, default = |api, texts| texts.iter().fold(0, |sum, text| api.add(sum, text.len() as i32)))]
    #[must_use]
    pub fn letters(texts: Vec<&str>) -> i32 {
        i32::try_from(texts.concat().len()).unwrap_or(i32::MAX) + 1000
    }

    /// Counts, in a library of its own.
    #[derive(Debug)]
    #[export(Send)]
    pub struct Counter {
        count: Cell<u32>,
    }

    impl Counter {
        /// A limit.
        pub const MOST: u32 = 100;
        /// Begins somewhere.
        ///
        /// # Errors
        ///
        /// Beyond [`MOST`](Self::MOST).
        pub fn new(from: u32) -> Result<Self, String> {
            if from > Self::MOST {
                return Err(format!("{from} is too much"));
            }
            Ok(Self { count: Cell::new(from) })
        }
        /// At the beginning.
        #[must_use]
        pub fn zero() -> Counter {
            Self { count: Cell::new(0) }
        }
        /// With a constant that generated code could have, too.
        #[must_use]
        pub fn image(&self, image: [u8; IMAGE]) -> usize {
            image.len()
        }
        /// One more.
        pub fn bump(&mut self) -> u32 {
            *self.count.get_mut() += 1;
            self.count.get()
        }
        /// Another with the same count.
        #[must_use]
        pub fn twin(&self) -> Self {
            Self { count: self.count.clone() }
        }
        /// Takes another's in, by reference.
        pub fn add(&mut self, other: &Self) {
            *self.count.get_mut() += other.count.get();
        }
        /// The end.
        #[must_use]
        pub fn finish(self) -> u32 {
            self.count.get()
        }
        /// Came later.
        #[since(2, default = |_| 42)]
        #[must_use]
        pub fn later(&self) -> u32 {
            7
        }
        /// Not for everybody.
        #[export(skip)]
        pub fn generic<T: Into<u32>>(&mut self, by: T) {
            *self.count.get_mut() += by.into();
        }
    }

    impl Drop for Counter {
        fn drop(&mut self) {
            println!("counter {} is gone", self.count.get());
        }
    }

    /// Pours one into the other.
    pub fn pour(into: &mut Counter, from: &Counter) -> u32 {
        into.add(from);
        into.count.get()
    }
    /// Takes them all.
    #[must_use]
    pub fn sum(counters: Vec<Counter>) -> std::option::Option<Counter> {
        let mut counters = counters.into_iter();
        let mut first = counters.next()?;
        for other in counters {
            first.add(&other);
        }
        Some(first)
    }
    /// Two of them.
    #[must_use]
    pub fn pair(one: Counter) -> (Counter, u8, Box<Counter>) {
        let twin = one.twin();
        (one, 1, Box::new(twin))
    }
    const IMAGE: usize = 2;
    #[allow(dead_code)]
    fn private<T>(_: T) {}
}
"#;

const HOST: &str = r#"
#![forbid(unsafe_code)]
use physics::api::{Loaded, LoadedCounter};
use std::panic::{AssertUnwindSafe, catch_unwind};

fn is_send<T: Send>(_: &T) {}

fn all(api: &Loaded, other: &Loaded) {
    println!("{} {} {}", api.add(1, 2), api.GRAVITY(), api.PLANET());
    println!("{} {}", api.word("to be"), api.longer("a", "bc"));
    println!("{:?}", api.moved(&[1, 2], (3, 4)));
    println!("letters {}", api.letters(vec!["ab", "c"]));
    println!("{:?} {}", api.counter(200).err(), api.COUNTER_MOST());
    let mut counter: LoadedCounter = api.counter(7).unwrap();
    is_send(&counter);
    println!("bump {} later {}", counter.bump(), counter.later());
    let mut twin = counter.twin();
    counter.add(&twin);
    println!("pour {}", api.pour(&mut twin, &counter));
    println!("sum {:?}", api.sum(vec![counter, twin]).map(|counter| counter.finish()));
    let (one, n, two) = api.pair(api.counter_zero());
    println!("{n} {}", one.finish() + two.finish());
    let foreign = other.counter(50).unwrap();
    let mut mine = api.counter_zero();
    for text in [
        catch_unwind(AssertUnwindSafe(|| mine.add(&foreign))).map(drop),
        catch_unwind(AssertUnwindSafe(|| drop(api.sum(vec![foreign])))),
    ] {
        println!("{}", text.unwrap_err().downcast_ref::<String>().unwrap());
    }
}

fn main() {
    std::panic::set_hook(Box::new(|_| {}));
    let host = linkface_plugin::Host::new();
    let mut files = std::env::args().skip(1);
    let api: Loaded = host.load(files.next().unwrap()).unwrap();
    println!("-- loaded");
    all(&api, &Loaded::linked());
    println!("-- linked");
    all(&Loaded::linked(), &api);
    println!("-- older");
    let older: Loaded = host.load(files.next().unwrap()).unwrap_or_else(|error| {
        println!("{error}");
        std::process::exit(1)
    });
    println!("{} {}", older.letters(vec!["ab", "c"]), older.counter_zero().later());
}
"#;

fn plugin(name: &str, physics: &str) -> Crate {
    Crate::lib(name)
        .types(&["cdylib"])
        .plugin(&[])
        .dep(physics)
        .source(&format!(
            "#![forbid(unsafe_code)]\nlinkface_plugin::export!(mod {physics}::api);"
        ))
}

/// What version 1 didn't have is gone.
fn older() -> String {
    let mut text = PHYSICS.replace("version = 2, ", "");
    for (begin, end) in [
        (
            "    /// Came later.\n    #[since(2, default = |api",
            "    }\n",
        ),
        (
            "        /// Came later.\n        #[since(2, default = |_",
            "        }\n",
        ),
    ] {
        let from = text.find(begin).expect("it is in the module");
        let to = from + text[from..].find(end).expect("it ends") + end.len();
        text.replace_range(from..to, "");
    }
    text
}

const ALL: &str = "\
3 9.5 earth
to bc
[4, 6]
letters 1003
Some(\"200 is too much\") 100
bump 8 later 7
pour 24
counter 24 is gone
counter 40 is gone
sum Some(40)
counter 0 is gone
counter 0 is gone
1 0
counter 50 is gone
this `Counter` was made by another library than the one that is called: its type stays with the library that made it
this `Counter` was made by another library than the one that is called: its type stays with the library that made it
counter 0 is gone
";

#[test]
fn a_module_as_it_is() {
    let case = Workspace::new("plugins/a_module_as_it_is")
        .member(Crate::lib("physics").plugin(&[]).source(PHYSICS))
        .member(Crate::lib("old_physics").plugin(&[]).source(&older()))
        .member(plugin("plugin", "physics"))
        .member(plugin("old_plugin", "old_physics"))
        .member(
            Crate::bin("app")
                .plugin(&["host"])
                .dep("physics")
                .source(HOST),
        );
    case.build().succeeds();
    let plugins = ["libplugin.so", "libold_plugin.so"].map(|file| case.artifact(file));
    Tool::new(case.artifact("app"), case.folder())
        .args(plugins)
        .run()
        .succeeds()
        .prints(&format!(
            "-- loaded\n{ALL}-- linked\n{ALL}-- older\n3 42\ncounter 0 is gone\n"
        ));
}
