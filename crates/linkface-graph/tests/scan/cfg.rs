use super::scanned;
use linkface_graph::scan::Cfg;

/// What rustc prints, and what is wrong with it.
#[track_caller]
fn check(text: &str, error: Option<&str>) {
    let found = Cfg::from_rustc(text)
        .map(drop)
        .map_err(|why| why.to_string());
    assert_eq!(found.err().as_deref(), error, "{text}");
}

#[test]
fn what_rustc_prints() {
    let help = "is not a line of `rustc --print cfg`: expected `name` or `name=\"value\"`";
    check("", None);
    check(
        "debug_assertions\ntarget_os=\"linux\"\r\n\ntarget_abi=\"\"\n",
        None,
    );
    check("a b", Some(&format!("`a b` {help}")));
    check("a=b", Some(&format!("`a=b` {help}")));
    check("unix\n=\"x\"", Some(&format!("`=\"x\"` {help}")));
}

#[test]
fn features_and_the_name_of_linkface() {
    let text = "#[cfg(feature = \"simd\")] #[lf::implement(api::fast)] fn f() {}
        #[cfg(not(feature = \"simd\"))] #[lf::implement(api::slow)] fn f() {}
        lf::link!(uart);";
    let cfg = Cfg::default();
    assert_eq!(scanned(&[("lib.rs", text)], &cfg).implemented, []);
    let cfg = cfg.linkface("lf");
    for (cfg, expected) in [
        (cfg.clone().feature("simd"), "api::fast"),
        (cfg, "api::slow"),
    ] {
        let facts = scanned(&[("lib.rs", text)], &cfg);
        let found: Vec<_> = facts
            .implemented
            .iter()
            .map(|it| super::path(&it.item))
            .collect();
        assert_eq!(found, [expected]);
        assert_eq!(facts.links.len(), 1);
    }
}

#[test]
fn tests_are_not_asked_for_by_rustc() {
    // With `RUSTFLAGS=--test` rustc prints it, too; then the ordinary build would be lost.
    let cfg = Cfg::from_rustc("test").unwrap();
    let text = "#[cfg(test)] #[linkface::interface] pub fn f();";
    assert_eq!(scanned(&[("lib.rs", text)], &cfg).declared, []);
    assert_eq!(
        scanned(&[("lib.rs", text)], &cfg.tests(true))
            .declared
            .len(),
        1
    );
}
