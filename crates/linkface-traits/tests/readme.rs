//! The lines of the repository's README about this crate, compiled.

#![allow(missing_docs, unreachable_pub, reason = "the README's words")]

use linkface_traits::{anon, attr::*, delegate, q};

#[rustfmt::skip]
#[sam]
pub trait Visitor<'s> { fn visit(&mut self, word: &'s str); }

fn walk<'s>(text: &'s str, mut visitor: impl Visitor<'s>) {
    for word in text.split(' ') {
        visitor.visit(word);
    }
}

pub trait Area {
    fn size(&self) -> u32;
}
pub struct Square(u32);
#[rustfmt::skip]
#[mode(internal)] impl Area for Square {
    fn size(&self) -> u32 {
        self.0 * self.0
    }
}

mod shapes {
    use linkface_traits::attr::*;
    #[delegatable]
    pub trait Area {
        fn size(&self) -> u32;
    }
    impl Area for super::Square {
        fn size(&self) -> u32 {
            self.0
        }
    }
}

pub struct Tile(Square);
mod tiles {
    use super::shapes::Area;
    use super::{Tile, delegate};
    #[rustfmt::skip]
    delegate! { impl Area for Tile { use self.0.*; } }
}

mod log {
    #[linkface::interface(pub Log)]
    pub trait Logger {
        fn log(line: &str) -> usize;
    }
}
mod uart {
    pub fn send(line: &str) -> usize {
        line.len()
    }
}
#[rustfmt::skip]
linkface_traits::implement!(log::Logger = |line| uart::send(line)); // an interface, by a closure

#[test]
#[rustfmt::skip]
fn the_lines_do_what_they_say() {
    let (text, shape) = ("a b", Square(3));
    let mut words = Vec::new();
    walk(text, Visitor(|word| words.push(word)));                 // a closure is any trait with one method
    assert_eq!(words, ["a", "b"]);
    walk(text, anon! { impl Visitor<'_> for [mut n = 0] {
        fn visit(&mut self, word: &str) { n += 1; assert_eq!(word.len(), 1, "{n}"); }
    } });
    let size =
    q!(shape.Area::size().to_string());                           // the method of that trait
    assert_eq!(size, "9");
    assert_eq!(shape.size(), 9);
    assert_eq!(shapes::Area::size(&Tile(Square(4))), 4);
    assert_eq!(log::Log::log("ready"), 5);
}

/// Each line of the README stands above, but for comments and what `…` leaves out.
#[test]
fn the_readme_says_the_same() {
    let readme = include_str!("../../../README.md");
    let (_, section) = readme.split_once("## Traits, lightly").expect("a section");
    let (_, code) = section.split_once("```rust\n").expect("a block of code");
    let (code, _) = code.split_once("```").expect("its end");
    let ours = squeezed(include_str!("readme.rs"));
    for line in code.lines().filter(|line| !line.is_empty()) {
        let shown = line.split("//").next().unwrap_or(line);
        let shown = shown.split('…').next().unwrap_or(shown);
        assert!(ours.contains(&squeezed(shown)), "README: {line}");
    }
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}
