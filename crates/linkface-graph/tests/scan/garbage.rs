use super::one;

const PROGRAM: &str = r##"
#![no_std]
//! Docs.
use linkface::{implement as imp, interface, link};
pub mod api {
    #[linkface::interface(pub Disk, default = Ram<u8>, alias(D = Debug), symbol = unsafe("s"))]
    pub trait DiskApi: Sized { fn open(&self) -> [u8; 3]; }
    #[interface] pub static LEVEL: Option<u8> = Some(3);
}
#[cfg(all(test, not(any(unix, feature = "x"))))]
#[cfg_attr(test, path = "a.rs", interface(default))]
mod x { const A: u8 = 1 << 2; extern "C" { fn f(); } }
#[imp(api::LEVEL, default)] pub(crate) static L: u8 = b'\'';
unsafe impl<'a, T: Fn() -> u8> Send for A<'a, T> where T: 'a {}
macro_rules! m { ($a:expr) => { link!($a) } }
fn main() { link!(a::b, extern c::d, crate = e); println!(r#"{}"#, 'c'); }
"##;

/// Numbers that look random and are the same in each run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        usize::try_from(self.0 >> 33).unwrap() % end
    }
}

#[test]
fn mutated_programs_are_read_or_refused() {
    let pieces = [
        "{",
        "}",
        "(",
        ")",
        "[",
        "]",
        "<",
        ">",
        "#",
        "!",
        "::",
        ";",
        ",",
        "=",
        "\"",
        "'",
        "//",
        "/*",
        "use",
        "mod",
        "super",
        "crate",
        "r#",
        "*",
        "as",
        "impl",
        "for",
        "\u{0}",
        "ß",
        "->",
        "0x",
        "#[",
        "interface",
        "implement",
        "link!",
        "cfg",
        "not",
        "default",
        "\u{feff}",
        "\r",
    ];
    let mut random = Random(7);
    for _ in 0..3000 {
        let mut text: Vec<char> = PROGRAM.chars().collect();
        for _ in 0..=random.below(6) {
            let at = random.below(text.len());
            let end = (at + random.below(12)).min(text.len());
            let piece: Vec<char> = pieces[random.below(pieces.len())].chars().collect();
            match random.below(3) {
                0 => drop(text.drain(at..end)),
                1 => drop(text.splice(at..at, piece)),
                _ => drop(text.splice(at..end, piece)),
            }
            if text.is_empty() {
                text.push(';');
            }
        }
        let text: String = text.into_iter().collect();
        // The point is that it comes back.
        let _facts = one(&text);
    }
}

#[test]
fn deep_and_long_input_is_read_or_refused() {
    for (open, close) in [
        ("{", "}"),
        ("(", ")"),
        ("[", "]"),
        ("mod m {", "}"),
        ("use {", "};"),
    ] {
        for depth in [100, 255, 10_000] {
            let text = format!("{}{}", open.repeat(depth), close.repeat(depth));
            let facts = one(&text);
            let is_refused = facts
                .unread
                .iter()
                .any(|it| it.why.contains("256 delimiters"));
            assert_eq!(
                is_refused,
                open.matches('{').count().max(1) * depth > 256,
                "{open} {depth}"
            );
        }
    }
    for text in [
        "!".repeat(100_000),
        "a::".repeat(100_000),
        format!("use {}b;", "a::".repeat(100_000)),
        format!(
            "#[cfg({}unix{})] fn f();",
            "not(".repeat(200),
            ")".repeat(200)
        ),
        format!(
            "#[{}test{}] fn f();",
            "cfg_attr(all(), ".repeat(200),
            ")".repeat(200)
        ),
        "<".repeat(100_000),
        "#".repeat(100_000),
        "#[x]".repeat(100_000),
    ] {
        let _facts = one(&text);
    }
}

#[test]
fn many_globs_take_no_time() {
    let globs: Vec<String> = (0..40)
        .map(|n| format!("use g{n}::*; use super::*; use super::super::*; use self::*;"))
        .collect();
    let globs = globs.concat();
    let calls = "fn f() { a!(); b::c!(); } #[d] fn g() {}";
    let text = format!("{globs} {calls} mod m {{").repeat(30) + &"}".repeat(30);
    assert_eq!(one(&text).unread, []);
}
