//! Safe code that has broken other ways of doing this, in their compiled programs.

use linkface_tests::{Crate, Profile, Workspace};

fn check(name: &str, api: &str, provider: &str, app: &str, prints: &str) {
    for profile in [Profile::Release, Profile::Fat] {
        let app = format!("#[allow(unused_imports)] use api::*;\nfn main() {{ {app} }}");
        Workspace::new(&format!("soundness-{name}-{}", profile.name()))
            .profile(profile)
            .member(Crate::lib("api").linkface().source(api))
            .member(
                Crate::lib("provider")
                    .linkface()
                    .dep("api")
                    .source(provider),
            )
            .member(Crate::bin("app").dep("api").dep("provider").source(&app))
            .run("app")
            .succeeds()
            .prints(prints);
    }
}

/// `&Proxy` must not promise that nothing behind it changes.
#[test]
fn an_implementor_with_a_cell_changes_behind_a_shared_reference() {
    check(
        "cell",
        "#[linkface::interface(pub Counter)]
         pub trait CounterApi: Sized { fn new() -> Self; fn bump(&self); fn get(&self) -> u32; }",
        "struct Mine(std::cell::Cell<u32>);
         #[linkface::implement] impl api::CounterApi for Mine {
             fn new() -> Self { Self(std::cell::Cell::new(0)) }
             fn bump(&self) { self.0.set(self.0.get() + 1) }
             fn get(&self) -> u32 { self.0.get() }
         }",
        "use provider as _;
         #[inline(never)] fn thrice(counter: &Counter) -> [u32; 3] {
             let a = counter.get();
             counter.bump();
             let b = counter.get();
             counter.bump();
             [a, b, counter.get()]
         }
         println!(\"{:?}\", thrice(&Counter::new()))",
        "[0, 1, 2]\n",
    );
}

/// Padding and unused bytes are carried, not read.
#[test]
fn values_with_padding_and_niches_survive() {
    check(
        "padding",
        "#[linkface::interface(pub Value)]
         pub trait ValueApi: Sized { fn new(n: u8) -> Self; fn text(&self) -> String; }",
        "#[derive(Debug)] struct Mine(u8, Option<u32>, bool);
         #[linkface::implement] impl api::ValueApi for Mine {
             fn new(n: u8) -> Self { Self(n, (n > 1).then_some(n.into()), n % 2 == 1) }
             fn text(&self) -> String { format!(\"{self:?}\") }
         }",
        "use provider as _;
         let values: Vec<Option<Value>> = (0..3).map(|n| Some(Value::new(n))).collect();
         for value in values.into_iter().rev().flatten() { println!(\"{}\", value.text()) }",
        "Mine(2, Some(2), false)\nMine(1, None, true)\nMine(0, None, false)\n",
    );
}

/// References and boxes inside a proxy stay what they are.
#[test]
fn pointers_keep_their_provenance() {
    check(
        "pointers",
        "#[linkface::interface(pub Text)]
         pub trait TextApi: Sized { fn new(text: &str) -> Self; fn get(&self) -> &str; fn push(&mut self, c: char); }",
        "struct Mine(Box<String>, &'static char);
         #[linkface::implement] impl api::TextApi for Mine {
             fn new(text: &str) -> Self { Self(Box::new(text.to_owned()), &'x') }
             fn get(&self) -> &str { &self.0 }
             fn push(&mut self, c: char) { self.0.push(c); self.0.push(*self.1) }
         }",
        "use provider as _;
         let mut a = Text::new(\"ab\");
         let mut b = Text::new(\"cd\");
         std::mem::swap(&mut a, &mut b);
         a.push('!');
         println!(\"{} {}\", a.get(), b.get())",
        "cd!x ab\n",
    );
}

/// A panic in `drop` unwinds into the caller like any other.
#[test]
fn a_panicking_drop_unwinds() {
    check(
        "drop",
        "#[linkface::interface(pub Bomb)]
         pub trait BombApi: Sized { fn new() -> Self; }",
        "struct Mine;
         impl Drop for Mine { fn drop(&mut self) { panic!(\"boom\") } }
         #[linkface::implement] impl api::BombApi for Mine { fn new() -> Self { Self } }",
        "use provider as _;
         let caught = std::panic::catch_unwind(|| { let _bomb = Bomb::new(); });
         println!(\"{}\", caught.unwrap_err().downcast_ref::<&str>().unwrap())",
        "boom\n",
    );
}

/// A panic in a method leaves the arguments dropped once.
#[test]
fn a_panicking_method_drops_its_arguments_once() {
    check(
        "unwind",
        "#[linkface::interface(pub Thing)]
         pub trait ThingApi: Sized { fn new() -> Self; fn eat(self, other: Self); fn live() -> usize; }",
        "use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
         static LIVE: AtomicUsize = AtomicUsize::new(0);
         struct Mine;
         impl Drop for Mine { fn drop(&mut self) { LIVE.fetch_sub(1, Relaxed); } }
         #[linkface::implement] impl api::ThingApi for Mine {
             fn new() -> Self { LIVE.fetch_add(1, Relaxed); Self }
             fn eat(self, _: Self) { panic!(\"full\") }
             fn live() -> usize { LIVE.load(Relaxed) }
         }",
        "use provider as _;
         let caught = std::panic::catch_unwind(|| Thing::new().eat(Thing::new()));
         println!(\"{} {}\", caught.is_err(), Thing::live())",
        "true 0\n",
    );
}

/// While another implementor is linked, the default type is not what a proxy holds.
#[test]
fn from_impl_of_the_default_type_is_checked_at_run_time() {
    let api = "#[linkface::interface(pub Thing, default = Plain)]
         pub trait ThingApi: Sized { fn new() -> Self; fn value(&self) -> u32; }
         pub struct Plain;
         impl ThingApi for Plain { fn new() -> Self { Plain } fn value(&self) -> u32 { 1 } }
         pub fn from_plain() -> Option<u32> {
             std::panic::catch_unwind(|| Thing::from_impl(Plain).value()).ok()
         }";
    let provider = "pub struct Mine(#[allow(dead_code)] Box<u32>);
         #[linkface::implement] impl api::ThingApi for Mine {
             fn new() -> Self { Self(Box::new(7)) }
             fn value(&self) -> u32 { *self.0 }
         }";
    let app = "use provider as _; println!(\"{:?} {}\", from_plain(), Thing::is::<Plain>())";
    check("default-overridden", api, provider, app, "None false\n");
    let app = "println!(\"{:?} {}\", from_plain(), Thing::is::<Plain>())";
    check("default-alone", api, "", app, "Some(1) true\n");
}

/// Argument expressions of callers are theirs: `unsafe` is not lent to them.
#[test]
fn arguments_are_not_evaluated_as_unsafe() {
    let api = "#[linkface::interface] pub fn take(value: u32) -> u32 { value }";
    let app = "fn main() { api::take(*(&1u32 as *const u32)); }";
    Workspace::new("soundness-arguments")
        .member(Crate::lib("api").linkface().source(api))
        .member(Crate::bin("app").dep("api").source(app))
        .check()
        .fails()
        .says("E0133");
}
