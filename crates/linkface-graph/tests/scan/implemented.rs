use super::{one, path};
use linkface_graph::facts::Grade::{Default, Ordinary};

/// What is implemented.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let facts = one(&format!("use linkface::implement;\n{text}"));
    let found: Vec<_> = facts.implemented.iter().map(|it| path(&it.item)).collect();
    assert_eq!(found, expected, "{text}");
    assert_eq!(facts.unread, []);
}

#[test]
fn every_form() {
    check(
        "#[implement(console::write)]
         fn uart_write(bytes: &[u8]) -> usize { bytes.len() }
         #[implement(console::PLATFORM)] static NAME: &str = \"qemu-virt\";
         #[implement(console::uptime_ms)] pub use clock::millis;
         #[implement] impl console::DiskApi for Virtio {}
         #[implement] unsafe impl ::console::EvenApi<u8> for Virtio {}
         #[implement(console::SystemDisk)] type Boot = Virtio;
         #[implement(console::log)] mod log {
             fn line(text: &str) -> usize { helper() }
             static MAX: u8 = 4;
             struct Helper;
             #[cfg(windows)] fn event() {}
         }
         impl console::DiskApi for Other {}
         #[implement] impl Inherent {}
         #[implement] fn without_a_path() {}",
        &[
            "console::write",
            "console::PLATFORM",
            "console::uptime_ms",
            "console::DiskApi",
            "console::EvenApi",
            "console::SystemDisk",
            "console::log::line",
            "console::log::MAX",
        ],
    );
}

#[test]
fn the_first_name_is_followed() {
    for (prelude, written, expected) in [
        ("", "console::raw::write", "console::raw::write"),
        ("", "::console::write", "console::write"),
        ("", "r#type::r#fn", "type::fn"),
        ("use console::write;", "write", "console::write"),
        ("use console::raw as r;", "r::write", "console::raw::write"),
        (
            "use console::{raw::{self, other}};",
            "raw::write",
            "console::raw::write",
        ),
        (
            "use a::console; use console::log as l;",
            "l::line",
            "a::console::log::line",
        ),
        (
            "use console::console;",
            "console::write",
            "console::console::write",
        ),
        ("use console::*;", "write", "console::write"),
        ("use console::*;", "raw::write", "raw::write"),
        ("extern crate console as c;", "c::write", "console::write"),
        ("mod api {}", "api::write", "crate::api::write"),
        ("mod api {}", "::api::write", "api::write"),
        ("fn api() {}", "api::write", "api::write"),
        ("mod api {} use api::write as w;", "w", "crate::api::write"),
        ("mod api {}", "self::api::write", "crate::api::write"),
        ("", "crate::api::write", "crate::api::write"),
        ("", "write", "crate::write"),
        ("use a as b; use b as a;", "a::write", "a::write"),
    ] {
        check(
            &format!("{prelude} #[implement({written})] fn mine() {{}}"),
            &[expected],
        );
    }
}

#[test]
fn modules_see_their_parents() {
    check(
        "use console::raw as r;
         extern crate console as c;
         pub mod a {
             use linkface::implement as imp;
             pub mod b {
                 use super::*;
                 #[imp(super::x)] fn one() {}
                 #[imp(super::super::y)] fn two() {}
                 #[imp(self::z)] fn three() {}
                 #[imp(c::write)] fn four() {}
                 #[imp(super::super::super::beyond)] fn five() {}
             }
         }
         mod tests {
             use super::*;
             #[implement(r::write)] fn mine() {}
         }",
        &[
            "crate::a::x",
            "crate::y",
            "crate::a::b::z",
            "console::write",
            "crate::beyond",
            "console::raw::write",
        ],
    );
}

#[test]
fn grade_tests_and_place() {
    let facts = one("use linkface::implement;
#[implement(console::write, default)] fn a() {}
#[implement(default)] impl console::DiskApi for Ram {}
#[cfg(test)] #[implement(console::read)] fn b() {}
#[implement(console::seek, crate = lf)] fn c() {}");
    let found: Vec<_> = facts
        .implemented
        .iter()
        .map(|it| {
            let place = &it.place;
            (
                it.grade,
                it.only_in_tests,
                place.line,
                place.column,
                place.end_column,
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            (Default, false, 2, 13, 27),
            (Default, false, 3, 28, 44),
            (Ordinary, true, 4, 26, 39),
            (Ordinary, false, 5, 13, 26),
        ]
    );
}
