//! A second provider that implements a single item: nothing else of it is wanted, so a linker could
//! leave it in its archive and the first would win in silence.

use crate::roots::{libraries, words};
use crate::{is_told_by_lto, workspace};
use linkface_symbol::Role;
use linkface_tests::{Crate, Profile};

/// What the second provider implements, and how the linker names it.
const ITEMS: [(&str, &str, &str); 6] = [
    (
        "function",
        "le_api::function",
        "#[linkface::implement(le_api::function)] fn second() -> u32 { 2 }",
    ),
    (
        "static",
        "le_api::STATIC",
        "#[linkface::implement(le_api::STATIC)] static SECOND: u32 = 2;",
    ),
    (
        "trait",
        "le_api::TraitApi",
        "struct Second;
         #[linkface::implement] impl le_api::TraitApi for Second {
             fn new() -> Self { Self }
             fn value(&self) -> u32 { 2 }
         }",
    ),
    (
        "defaulted_function",
        "le_api::defaulted_function",
        "#[linkface::implement(le_api::defaulted_function)] fn second() -> u32 { 2 }",
    ),
    (
        "defaulted_static",
        "le_api::DEFAULTED_STATIC",
        "#[linkface::implement(le_api::DEFAULTED_STATIC)] static SECOND: u32 = 2;",
    ),
    (
        "defaulted_trait",
        "le_api::DefaultedApi",
        "struct Second;
         #[linkface::implement] impl le_api::DefaultedApi for Second {
             fn new() -> Self { Self }
             fn value(&self) -> u32 { 2 }
         }",
    ),
];

#[test]
fn a_second_provider_of_one_item_is_found() {
    let profiles = Profile::chosen(&[Profile::Debug, Profile::Release], Profile::USUAL);
    let words = words(Role::Unique);
    let mut wrongs = Vec::new();
    for profile in &profiles {
        let mut case = libraries(workspace("one-item", *profile));
        for (name, _, source) in ITEMS {
            let second = format!("second_{name}");
            let provider = Crate::lib(&second).linkface().dep("le_api").source(source);
            case = case.member(provider);
            // Both orders: linkers read archives in turn.
            for (order, [one, two]) in [
                ("first", ["le_one", &*second]),
                ("last", [&*second, "le_one"]),
            ] {
                let source = format!(
                    "use {one} as _;\nuse {two} as _;\nfn main() {{ assert!(le_api::sum() > 0) }}"
                );
                let app = Crate::bin(&format!("{name}_{order}"));
                case = case.member(app.dep("le_api").dep("le_one").dep(&second).source(&source));
            }
        }
        for (name, item, _) in ITEMS {
            for order in ["first", "last"] {
                let output = case.build_one(&format!("{name}_{order}"));
                let mut lines = output.stderr.lines();
                let is_told = lines.any(|line| line.contains(item) && line.contains(&words))
                    || is_told_by_lto(&output);
                if output.success() || !is_told {
                    wrongs.push(format!("{}, {name}, {order}: {output}", profile.name()));
                }
            }
        }
    }
    assert!(wrongs.is_empty(), "\n{}", wrongs.join("\n"));
}
