use super::one;
use linkface_graph::facts::Declared;
use linkface_graph::facts::Kind::{self, Function, Static, Trait, Type};
use linkface_graph::facts::Need::{self, Defaultable, Defaulted, Dynamic, Required};

/// What is declared, each as `path` of its kind and need, with its signature.
#[track_caller]
fn check(text: &str, expected: &[(&str, Kind, Need, &str)]) -> Vec<Declared> {
    let facts = one(&format!("use linkface::interface;\n{text}"));
    let found: Vec<_> = facts
        .declared
        .iter()
        .map(|item| {
            (
                item.path.join("::"),
                item.kind,
                item.need,
                item.signature.as_str(),
            )
        })
        .collect();
    let expected: Vec<_> = expected
        .iter()
        .map(|(path, kind, need, signature)| ((*path).to_owned(), *kind, *need, *signature))
        .collect();
    assert_eq!(found, expected);
    assert_eq!(facts.unread, []);
    facts.declared
}

#[test]
fn functions() {
    check(
        "#[interface] pub fn write(bytes: &[u8]) -> usize;
         #[interface]
         #[must_use]
         pub(crate) unsafe extern \"C\" fn r#type(
             #[cfg(all())] at: *const u8, // why
             f: for<'x> fn(&'x str) -> &'x str,
         ) -> Option<[u8; { 3 }]>
         where
             u8: Copy,
         {
             loop {}
         }
         #[interface(default)] fn each(line: impl FnMut(&str), t: (u8,)) -> Table<{ N }>;
         #[interface(implement_as = clock_source)] pub async fn clock();
         #[interface(dynamic)] pub fn now() -> u64;
         #[interface(crate = linkface, dynamic)] pub fn zone() -> u8 { 1 }",
        &[
            (
                "write",
                Function,
                Required,
                "pub fn write(bytes: &[u8]) -> usize",
            ),
            (
                "type",
                Function,
                Defaulted,
                "pub(crate) unsafe extern \"C\" fn r#type(at: *const u8, f: for<'x> fn(&'x str) -> &'x str) \
                 -> Option<[u8; { 3 }]> where u8: Copy",
            ),
            (
                "each",
                Function,
                Defaultable,
                "fn each(line: impl FnMut(&str), t: (u8,)) -> Table<{ N }>",
            ),
            ("clock_source", Function, Required, "pub async fn clock()"),
            ("now", Function, Dynamic, "pub fn now() -> u64"),
            ("zone", Function, Defaulted, "pub fn zone() -> u8"),
        ],
    );
}

#[test]
fn statics_traits_and_types() {
    check(
        "#[interface] pub static PLATFORM: &'static str;
         #[interface] pub static LEVEL: u8 = 3;
         #[interface(default)] static CALL: Box<dyn Fn(u8) -> Table<Item = u8>>;
         #[interface(/// The disk.
             pub Disk, default = Map<u8, RamDisk>, storage = 32)]
         pub trait DiskApi: Sized + Send { fn open() -> Self; }
         #[interface(pub Clock)] pub unsafe trait ClockApi {}
         #[interface(default = Ram)] pub type SystemDisk: DiskApi;
         #[interface(default)] pub type UserDisk: DiskApi;",
        &[
            (
                "PLATFORM",
                Static,
                Required,
                "pub static PLATFORM: &'static str",
            ),
            ("LEVEL", Static, Defaulted, "pub static LEVEL: u8"),
            (
                "CALL",
                Static,
                Defaultable,
                "static CALL: Box<dyn Fn(u8) -> Table<Item = u8>>",
            ),
            (
                "DiskApi",
                Trait,
                Defaulted,
                "pub trait DiskApi: Sized + Send",
            ),
            ("ClockApi", Trait, Required, "pub unsafe trait ClockApi"),
            (
                "SystemDisk",
                Type,
                Defaulted,
                "pub type SystemDisk: DiskApi",
            ),
            ("UserDisk", Type, Defaultable, "pub type UserDisk: DiskApi"),
        ],
    );
}

#[test]
fn a_group_declares_its_functions_and_statics() {
    let declared = check(
        "pub mod outer {
             #[linkface::interface(default)]
             pub mod logger {
                 pub fn log(line: &str) -> usize;
                 pub fn flush() {}
                 pub static MAX_LEVEL: u8;
                 pub struct Record;
                 #[cfg(windows)] pub fn event();
             }
         }",
        &[
            (
                "outer::logger::log",
                Function,
                Defaultable,
                "pub fn log(line: &str) -> usize",
            ),
            (
                "outer::logger::flush",
                Function,
                Defaulted,
                "pub fn flush()",
            ),
            (
                "outer::logger::MAX_LEVEL",
                Static,
                Defaultable,
                "pub static MAX_LEVEL: u8",
            ),
        ],
    );
    assert!(declared.iter().all(|item| item.in_group));
}

#[test]
fn symbol_abi_documentation_and_place() {
    let declared = check(
        "/// Milliseconds since
         /// the machine started.
         ///
         /// More.
         #[interface(abi = \"C\", symbol = unsafe(\"board_ticks\"))]
         pub fn ticks() -> u64;",
        &[("ticks", Function, Required, "pub fn ticks() -> u64")],
    );
    let item = &declared[0];
    assert!(!item.in_group);
    assert_eq!(item.docs, "Milliseconds since the machine started.");
    assert_eq!(item.symbol.as_deref(), Some("board_ticks"));
    assert_eq!(item.abi.as_deref(), Some("C"));
    let place = &item.place;
    assert_eq!(
        (place.line, place.column, place.end_line, place.end_column),
        (7, 17, 7, 22)
    );
}

#[test]
fn the_attribute_is_found_under_every_name() {
    for (prelude, attribute) in [
        ("", "linkface::interface"),
        ("", "::linkface::interface"),
        ("use linkface as lf;", "lf::interface"),
        (
            "use linkface as lf; use lf::interface as declare;",
            "declare",
        ),
        ("use ::linkface::{self, implement, interface};", "interface"),
        ("use linkface::*;", "interface"),
        ("extern crate linkface as lf;", "lf::interface"),
        ("", "lf::interface(crate = lf)"),
        (
            "",
            "console::linkface::interface(crate = console::linkface)",
        ),
        ("use linkface::interface;", "cfg_attr(unix, interface)"),
    ] {
        for (before, after) in [("", ""), ("mod inner { use super::*;", "}")] {
            let text = format!("{prelude} {before} #[{attribute}] pub fn f(); {after}");
            assert_eq!(one(&text).declared.len(), 1, "{text}");
        }
    }
    for (prelude, attribute) in [
        ("", "interface"),
        ("use other::interface;", "interface"),
        ("use linkface::interface;", "cfg_attr(windows, interface)"),
        ("use linkface::interface;", "other::interface"),
        (
            "use interface as declare; use declare as interface;",
            "interface",
        ),
    ] {
        let text = format!("{prelude} #[{attribute}] pub fn f();");
        assert_eq!(one(&text).declared, [], "{text}");
    }
}

#[test]
fn conditions_decide() {
    let text = "#[linkface::interface] #[cfg(CONDITION)] pub fn f();";
    for (condition, exists) in [
        ("unix", true),
        ("windows", false),
        ("not(windows)", true),
        ("all()", true),
        ("any()", false),
        ("any(windows, target_os = \"linux\")", true),
        ("all(unix, target_os = \"macos\")", false),
        ("feature = \"simd\"", false),
        ("true", true),
        ("false", false),
        ("unix = \"linux\"", false),
        ("made_up(unix)", false),
        ("=", false),
    ] {
        let found = one(&text.replace("CONDITION", condition)).declared.len();
        assert_eq!(found == 1, exists, "{condition}");
    }
}

#[test]
fn what_only_tests_have_is_told() {
    let text = "use linkface::interface;
        #[interface] fn always();
        #[cfg(test)] mod tests { use super::*; #[interface] fn in_tests(); }
        #[cfg(all(unix, not(test)))] #[interface] fn outside();
        #[cfg_attr(test, interface)] fn attribute() {}
        #[cfg_attr(test, cfg(windows))] #[interface] fn taken();";
    let both: Vec<_> = one(text)
        .declared
        .iter()
        .map(|item| (item.path.join("::"), item.only_in_tests))
        .collect();
    assert_eq!(
        both,
        [
            ("always".to_owned(), false),
            ("tests::in_tests".to_owned(), true),
            ("outside".to_owned(), false),
            ("attribute".to_owned(), true),
            ("taken".to_owned(), false),
        ]
    );
    let cfg = linkface_graph::scan::Cfg::from_rustc("unix").unwrap();
    let ordinary = super::scanned(&[("lib.rs", text)], &cfg);
    assert_eq!(ordinary.declared.len(), 3);
}

#[test]
fn who_can_name_an_item_can_implement_it() {
    let text = "use linkface::interface;
        #[interface] pub fn public();
        #[interface] pub(crate) fn restricted();
        pub mod open { #[linkface::interface] pub fn a(); }
        mod closed { #[linkface::interface] pub fn b(); }
        mod raw { #[linkface::interface] pub fn c(); #[linkface::interface] pub fn d(); }
        pub use raw::c;
        mod all { pub mod inner { #[linkface::interface] pub fn e(); } }
        pub use self::all::*;";
    let public: Vec<_> = one(text)
        .declared
        .iter()
        .map(|item| (item.path.join("::"), item.public))
        .filter_map(|(path, public)| public.then_some(path))
        .collect();
    // `raw::d` is counted, too: its module stands in a `pub use`.
    assert_eq!(
        public,
        ["public", "open::a", "raw::c", "raw::d", "all::inner::e"]
    );
}
