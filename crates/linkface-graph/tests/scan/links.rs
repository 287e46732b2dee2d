use super::one;

/// The providers of each `link!`, in order.
#[track_caller]
fn check(text: &str, expected: &[&[&str]]) {
    let facts = one(text);
    let found: Vec<_> = facts.links.iter().map(|link| &link.providers[..]).collect();
    assert_eq!(found, expected, "{text}");
    assert_eq!(facts.unread, []);
}

#[test]
fn every_form() {
    check("linkface::link!();", &[&[]]);
    check("::linkface::link! {}", &[&[]]);
    check(
        "use linkface::link; link!(uart, virtio,);",
        &[&["uart", "virtio"]],
    );
    check("use linkface::link as l; l![uart];", &[&["uart"]]);
    check(
        "use linkface as lf; lf::link!(crate = lf, a, extern b::c, d::e);",
        &[&["a", "d::e"]],
    );
    check("lf::link!(crate = lf);", &[&[]]);
    check("fn main() { if true { linkface::link!(a); } }", &[&["a"]]);
    check(
        "#[cfg(windows)] linkface::link!(a); #[cfg(unix)] linkface::link!(b);",
        &[&["b"]],
    );
}

#[test]
fn what_is_no_call_of_it() {
    check("link!(uart); other::link!(uart); fn link() {}", &[]);
    check("macro_rules! m { () => { linkface::link!(a); } }", &[]);
    check(
        "/// linkface::link!(a);\nfn f() { \"linkface::link!(a)\"; }",
        &[],
    );
}

#[test]
fn in_tests_only() {
    let facts = one("#[cfg(test)] linkface::link!(fake);\nlinkface::link!();");
    let found: Vec<_> = facts
        .links
        .iter()
        .map(|link| {
            (
                link.only_in_tests,
                link.place.line,
                link.place.column,
                link.place.end_column,
            )
        })
        .collect();
    assert_eq!(found, [(true, 1, 14, 35), (false, 2, 1, 18)]);
}

#[test]
fn names_of_crates() {
    for (text, name) in [
        ("use uart as _;", "uart"),
        ("pub use ::uart::*;", "uart"),
        ("use {console, uart as _};", "uart"),
        ("use {console::{a, b}, uart::c};", "uart"),
        ("extern crate uart;", "uart"),
        ("fn main() { uart::start(); }", "uart"),
        ("fn main() { use uart; }", "uart"),
        ("fn main() { ::uart::start(); }", "uart"),
        ("fn f(a: &::uart::Port) {}", "uart"),
        ("type A = <uart::Port as Trait>::B;", "uart"),
        ("#[uart::main] fn main() {}", "uart"),
        ("#[derive(uart::Port)] struct A;", "uart"),
        ("mod a { fn f() -> uart::Port {} }", "uart"),
        ("#[uart::all] mod a {}", "uart"),
        ("macro_rules! m { () => { uart::start() } }", "uart"),
        (
            "cfg_if::cfg_if! { if #[cfg(unix)] { use uart as _; } }",
            "uart",
        ),
        ("linkface::link!(uart);", "uart"),
        ("linkface::link!(uart::raw);", "uart"),
        ("r#uart::start!();", "uart"),
    ] {
        assert!(
            one(text).names.contains(name),
            "{text}: {:?}",
            one(text).names
        );
    }
    for text in [
        "fn uart() {}",
        "use console::uart;",
        "fn f() { console::uart(); }",
        "fn f() { a.uart(); }",
        "#[cfg(windows)] use uart as _;",
        "#[cfg(windows)] mod a { use uart as _; }",
        "fn f(uart: u8) { Some(uart) }",
        "linkface::link!(extern uart::write);",
    ] {
        let names = one(text).names;
        let extern_path = text.contains("extern uart");
        assert_eq!(names.contains("uart"), extern_path, "{text}: {names:?}");
    }
}
