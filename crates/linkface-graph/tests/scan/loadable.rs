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
