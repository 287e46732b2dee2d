//! Interfaces that are loaded, and plugins.

use super::one;
use linkface_graph::facts::Need;

#[test]
fn loadable_traits() {
    let facts = one("use linkface::interface;
         #[interface(pub Physics, loadable = LoadedPhysics, version = 2)]
         pub trait PhysicsApi { #[since(2)] fn debug(&self) {} }
         #[interface(loadable = LoadedMod, same_build)]
         pub trait Mod {}
         #[interface(pub Disk)]
         pub trait DiskApi {}");
    let found: Vec<_> = facts
        .loadable
        .iter()
        .map(|one| (one.path.join("::"), one.loaded.as_str(), one.same_build))
        .collect();
    assert_eq!(
        found,
        [
            ("PhysicsApi".to_owned(), "LoadedPhysics", false),
            ("Mod".to_owned(), "LoadedMod", true)
        ]
    );
    let needs: Vec<Need> = facts.declared.iter().map(|one| one.need).collect();
    assert_eq!(needs, [Need::Loadable, Need::Loadable, Need::Required]);
    assert!(!Need::Loadable.is_for_a_provider());
}

#[test]
fn exports() {
    for text in [
        "linkface_plugin::export!(Euler);",
        "use linkface_plugin::export; export!(Euler = Euler::new()?);",
        "mod deep { use linkface_plugin as plugins; plugins::export!(mod math::api); }",
    ] {
        let facts = one(text);
        assert_eq!(facts.exports.len(), 1, "{text}");
        assert_eq!(facts.exports[0].place.line, 1);
    }
    let facts = one("#[cfg(test)] mod tests { linkface_plugin::export!(Euler); }
         other::export!(Euler); #[linkface_plugin::attr::export] mod api {}");
    assert!(facts.exports.iter().all(|one| one.only_in_tests));
}

#[test]
fn what_is_exported() {
    let facts = one("use math::{Verlet, api as loads};
         linkface_plugin::export!(
             Euler,
             Verlet as loads::LoadedPhysics = Verlet::new(a, b)?,
             Grid<f32, 3> as LoadedGrid,
             Noise = |host| Noise { of: host.get::<Loaded>()? },
             mod math::api,
             &str;
             needs LoadedEngine,
         );");
    let shown: Vec<String> = facts.exports[0]
        .exported
        .iter()
        .map(|one| {
            let word = if one.is_module { "mod " } else { "" };
            let loaded = one.loaded.as_ref().map(|path| path.join("::"));
            format!("{word}{} {loaded:?}", one.path.join("::"))
        })
        .collect();
    assert_eq!(
        shown,
        [
            "crate::Euler None",
            "math::Verlet Some(\"math::api::LoadedPhysics\")",
            "crate::Grid Some(\"crate::LoadedGrid\")",
            "crate::Noise None",
            "mod math::api None",
        ]
    );
}

#[test]
fn impls_of_traits() {
    let facts = one("use physics::{self, Physics};
         pub struct Euler;
         impl Physics for Euler {}
         mod deep {
             use super::*;
             impl<T: Fn() -> u32> physics::Grid<T> for super::Grid<T> where T: Copy {}
             impl Euler { fn new() {} }
             impl !Send for Euler {}
             impl Physics for (u8, u8) {}
         }
         #[cfg(test)] impl physics::Log for Euler {}
         #[cfg(nonsense)] impl physics::Never for Euler {}");
    let shown: Vec<String> = facts
        .impls
        .iter()
        .map(|one| {
            let tests = if one.only_in_tests { " in tests" } else { "" };
            format!("{} for {}{tests}", one.of.join("::"), one.by.join("::"))
        })
        .collect();
    assert_eq!(
        shown,
        [
            "physics::Physics for crate::Euler",
            "physics::Grid for crate::Grid",
            "physics::Log for crate::Euler in tests",
        ]
    );
    let place = &facts.impls[0].place;
    assert_eq!((place.line, place.column, place.end_column), (3, 15, 22));
}

#[test]
fn what_others_may_find() {
    use linkface_graph::facts::Entry::{self, Certain, None, Possible};
    let cases: [(&str, Entry); 16] = [
        ("#[derive(Shared)] #[shared(twin)] pub struct A;", None),
        (
            "use linkface::implement; #[implement] impl B for C {}",
            None,
        ),
        ("linkface_plugin::export!(Euler); linkface::link!();", None),
        ("thread_local! { static A: u8 = 0 }", None),
        ("macro_rules! make { () => {} }", None),
        ("#[allow(clippy::all)] #[rustfmt::skip] fn a() {}", None),
        ("#[cfg_attr(nonsense, no_mangle)] fn a() {}", None),
        ("impl A { #[inline] fn a() {} }", None),
        ("#[unsafe(no_mangle)] extern \"C\" fn a() {}", Certain),
        ("#[no_mangle] static A: u8 = 0;", Certain),
        (
            "mod a { #[unsafe(export_name = \"b\")] fn a() {} }",
            Certain,
        ),
        (
            "impl A { #[unsafe(no_mangle)] pub extern \"C\" fn a() {} }",
            Certain,
        ),
        ("#[pymodule] mod python {}", Possible),
        ("use pyo3::prelude::*; #[pyfunction] fn a() {}", Possible),
        ("make!();", Possible),
        ("core::arch::global_asm!(\"\");", Possible),
    ];
    for (text, entry) in cases {
        assert_eq!(one(text).entry, entry, "{text}");
    }
}
