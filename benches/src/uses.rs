//! What one use of linkface-traits costs to compile, beside the same by hand: files of many uses,
//! generated.

use crate::{cargo, place};
use anyhow::Result;
use std::fmt::Write as _;
use std::fs;
use std::time::Duration;

/// How many uses a file has.
pub(crate) const USES: u32 = 500;
const ROUNDS: u32 = 5;

/// A way to write something.
pub(crate) struct Way {
    /// What is written: ways to write the same are compared.
    pub(crate) what: &'static str,
    pub(crate) title: &'static str,
    /// What all uses need, once.
    once: &'static str,
    /// The body of a function that takes `n`, a `u32`, and gives one.
    each: &'static str,
    /// `cargo check`, of the processor, the best of some rounds, without what an empty file costs.
    pub(crate) check: Duration,
    /// `cargo build`, likewise.
    pub(crate) build: Duration,
}

const CALL: &str = "a call";
const NEXT: &str = "a call of a method of std";
const CLOSURE: &str = "an implementor of a trait with one method";
const GENERIC: &str = "the same, with a generic method";
const OBJECT: &str = "an iterator";

const STRINGER: &str = "
pub trait Stringer { fn length(&self, more: u32) -> u32; }
pub struct Foo(pub u32);
impl Stringer for Foo { fn length(&self, more: u32) -> u32 { self.0 + more } }
";

const CALLBACK: &str = "
#[linkface_traits::attr::sam] pub trait Callback { fn run(&self, value: u32) -> u32; }
pub fn call(callback: impl Callback) -> u32 { callback.run(1) }
";

const VISIT: &str = "
pub trait Len { fn len(&self) -> u32; }
impl Len for &str { fn len(&self) -> u32 { 3 } }
#[linkface_traits::attr::sam] pub trait Visit { fn visit(&self, value: impl Len) -> u32; }
pub fn call(visit: impl Visit) -> u32 { visit.visit(\"abc\") }
";

const WAYS: [(&str, &str, &str, &str); 12] = [
    (CALL, "by hand", STRINGER, "let foo = Foo(n); Stringer::length(&foo, 2)"),
    (CALL, "`q!`", STRINGER, "let foo = Foo(n); linkface_traits::q!(foo.Stringer::length(2))"),
    (NEXT, "by hand", "", "let mut it = 0..n; ::core::iter::Iterator::next(&mut it).unwrap_or(1)"),
    (
        NEXT,
        "`q!`",
        "",
        "let mut it = 0..n; linkface_traits::q!(it.::core::iter::Iterator::next()).unwrap_or(1)",
    ),
    (
        CLOSURE,
        "by hand",
        CALLBACK,
        "struct Add<'a> { n: &'a u32 }
         impl Callback for Add<'_> { fn run(&self, value: u32) -> u32 { value + *self.n } }
         call(Add { n: &n })",
    ),
    (CLOSURE, "`Callback(|value| …)`", CALLBACK, "call(Callback(|value| value + n))"),
    (
        CLOSURE,
        "`sam!(impl Callback |value| …)`",
        CALLBACK,
        "call(linkface_traits::sam!(impl Callback |value| value + n))",
    ),
    (
        GENERIC,
        "by hand",
        VISIT,
        "struct Add<'a> { n: &'a u32 }
         impl Visit for Add<'_> { fn visit(&self, value: impl Len) -> u32 { value.len() + *self.n } }
         call(Add { n: &n })",
    ),
    (GENERIC, "`Visit(|value| …)`, erased", VISIT, "call(Visit(|value| value.len() + n))"),
    (
        GENERIC,
        "`sam!` with captures, static",
        VISIT,
        "call(linkface_traits::sam!(impl Visit [n: &u32] |value: impl Len| -> u32 { value.len() + *n }))",
    ),
    (
        OBJECT,
        "by hand",
        "",
        "struct Down { left: u32 }
         impl Iterator for Down {
            type Item = u32;
            fn next(&mut self) -> Option<u32> { self.left = self.left.checked_sub(1)?; Some(self.left) }
            fn size_hint(&self) -> (usize, Option<usize>) { (self.left as usize, None) }
         }
         Down { left: n }.sum()",
    ),
    (
        OBJECT,
        "`anon!`",
        "",
        "linkface_traits::anon! { impl Iterator for [mut left = n] {
            type Item = u32;
            fn next(&mut self) -> Option<u32> { left = left.checked_sub(1)?; Some(left) }
            fn size_hint(&self) -> (usize, Option<usize>) { (left as usize, None) }
         } }.sum()",
    ),
];

/// Compiles all ways.
pub(crate) fn measure() -> Result<Vec<Way>> {
    WAYS.into_iter()
        .map(|(what, title, once, each)| {
            let mut way = Way {
                what,
                title,
                once,
                each,
                check: Duration::MAX,
                build: Duration::MAX,
            };
            way.measure()?;
            Ok(way)
        })
        .collect()
}

impl Way {
    fn measure(&mut self) -> Result<()> {
        let folder = place::empty("uses")?;
        let traits = place::linkface().join("../linkface-traits");
        let manifest = format!(
            "[workspace]\n[package]\nname = \"uses\"\nedition = \"2024\"\n[lib]\npath = \"lib.rs\"\n\
             [dependencies]\nlinkface-traits = {{ path = '{}' }}\n",
            traits.display()
        );
        fs::write(folder.join("Cargo.toml"), manifest)?;
        // The versions that are measured elsewhere.
        fs::copy(
            place::benches().join("Cargo.lock"),
            folder.join("Cargo.lock"),
        )?;
        let target = folder.join("target");
        let cargo = |command: &str| {
            let mut cargo = cargo::stable(&folder);
            cargo
                .args([command, "--offline", "--target-dir"])
                .arg(&target);
            cargo
        };
        let time = |command: &str, text: &str| -> Result<Duration> {
            fs::write(folder.join("lib.rs"), text)?;
            cargo::run(cargo("clean").args(["--package", "uses"]))?;
            Ok(cargo::time(&mut cargo(command))?.0)
        };
        let (full, empty) = (self.text(USES), self.text(0));
        // The dependencies, which don't count.
        for command in ["check", "build"] {
            time(command, &empty)?;
        }
        for (command, best) in [("check", &mut self.check), ("build", &mut self.build)] {
            let [mut with, mut without] = [Duration::MAX; 2];
            for round in 1..=ROUNDS {
                eprintln!(
                    "{USES} times {}, {command} {round} of {ROUNDS}: {}",
                    self.what, self.title
                );
                with = with.min(time(command, &full)?);
                without = without.min(time(command, &empty)?);
            }
            *best = with.saturating_sub(without);
        }
        Ok(())
    }

    fn text(&self, uses: u32) -> String {
        let mut text = self.once.to_owned();
        for i in 0..uses {
            let _ = writeln!(text, "pub fn f{i}(n: u32) -> u32 {{ {} }}", self.each);
        }
        text
    }
}
