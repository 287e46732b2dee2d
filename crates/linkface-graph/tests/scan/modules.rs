use super::{path, scanned};
use linkface_graph::scan::{Cfg, Files, scan};
use std::io;
use std::path::Path;

const HERE: &str = "#[linkface::implement(api::here)] fn f() {}";

/// The files in which [`HERE`] is found, starting from the first; and what isn't read.
#[track_caller]
fn check(files: &[(&str, &str)], expected: &[&str], unread: &[(&str, &str)]) {
    let files: Vec<(&str, String)> = files
        .iter()
        .map(|(path, text)| (*path, text.replace("HERE", HERE)))
        .collect();
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(path, text)| (*path, &text[..]))
        .collect();
    let cfg = Cfg::from_rustc("unix").unwrap();
    let facts = scanned(&files, &cfg);
    let found: Vec<_> = facts
        .implemented
        .iter()
        .map(|it| it.place.file.to_str().unwrap())
        .collect();
    assert_eq!(found, expected);
    let found: Vec<_> = facts
        .unread
        .iter()
        .map(|it| (it.file.to_str().unwrap(), it.why.as_str()))
        .collect();
    assert_eq!(found, unread);
}

#[test]
fn files_are_found() {
    check(
        &[
            (
                "src/lib.rs",
                "mod a; mod b; mod inline { mod c; mod deep { mod d; } }",
            ),
            ("src/a.rs", "mod x; mod inline { mod y; } HERE"),
            ("src/a/x.rs", "HERE"),
            ("src/a/inline/y.rs", "HERE"),
            ("src/b/mod.rs", "mod x; HERE"),
            ("src/b/x.rs", "HERE"),
            ("src/inline/c.rs", "HERE"),
            ("src/inline/deep/d/mod.rs", "mod e; HERE"),
            ("src/inline/deep/d/e.rs", "HERE"),
        ],
        &[
            "src/a/x.rs",
            "src/a/inline/y.rs",
            "src/a.rs",
            "src/b/x.rs",
            "src/b/mod.rs",
            "src/inline/c.rs",
            "src/inline/deep/d/e.rs",
            "src/inline/deep/d/mod.rs",
        ],
        &[],
    );
}

#[test]
fn path_attributes() {
    check(
        &[
            (
                "src/main.rs",
                "#[path = \"sys/unix.rs\"] mod sys;
                 #[cfg_attr(unix, path = \"one.rs\")] #[cfg_attr(windows, path = \"two.rs\")] mod os;
                 #[path = \"threads\"] mod thread { #[path = \"tls.rs\"] mod local; mod plain; }
                 mod a;",
            ),
            ("src/sys/unix.rs", "mod child; HERE"),
            ("src/sys/child.rs", "HERE"),
            ("src/one.rs", "HERE"),
            ("src/threads/tls.rs", "HERE"),
            ("src/threads/plain.rs", "HERE"),
            ("src/a.rs", "#[path = \"beside.rs\"] mod b; mod i { #[path = \"in.rs\"] mod c; }"),
            ("src/beside.rs", "HERE"),
            ("src/a/i/in.rs", "HERE"),
        ],
        &[
            "src/sys/child.rs",
            "src/sys/unix.rs",
            "src/one.rs",
            "src/threads/tls.rs",
            "src/threads/plain.rs",
            "src/beside.rs",
            "src/a/i/in.rs",
        ],
        &[],
    );
}

#[test]
fn conditions_keep_files_closed() {
    check(
        &[
            ("lib.rs", "#[cfg(windows)] mod gone; mod inner; HERE"),
            ("inner.rs", "#![cfg(windows)] HERE"),
        ],
        &["lib.rs"],
        &[],
    );
}

#[test]
fn the_branches_of_cfg_if() {
    check(
        &[
            (
                "src/lib.rs",
                "cfg_if::cfg_if! {
                     if #[cfg(windows)] { mod windows; linkface::link!(never); }
                     else if #[cfg(unix)] { mod unix; HERE }
                     else { mod other; }
                 }
                 use cfg_if::cfg_if;
                 mod inner { cfg_if! { if #[cfg(any())] { broken } else { mod last; } } }
                 cfg_if! {} cfg_if! { if } cfg_if! { if #[cfg(unix)] } cfg_if!();",
            ),
            ("src/unix.rs", "HERE"),
            ("src/inner/last.rs", "HERE"),
        ],
        &["src/unix.rs", "src/lib.rs", "src/inner/last.rs"],
        &[],
    );
    let cfg = Cfg::default().tests(true);
    let text = "use linkface as lf;
        cfg_if! {
            if #[cfg(test)] { use api as a; #[lf::implement(a::b)] fn f() {} }
            else { #[lf::implement(a::c)] fn f() {} }
        }";
    let found: Vec<_> = scanned(&[("lib.rs", text)], &cfg)
        .implemented
        .iter()
        .map(|it| (path(&it.item), it.only_in_tests))
        .collect();
    assert_eq!(
        found,
        [("api::b".to_owned(), true), ("a::c".to_owned(), false)]
    );
}

#[test]
fn what_is_not_read_is_told_and_the_rest_counts() {
    check(&[("lib.rs", "#!/usr/bin/env run\nHERE")], &["lib.rs"], &[]);
    check(&[("lib.rs", "\u{feff}#![no_std]\nHERE")], &["lib.rs"], &[]);
    check(
        &[
            ("lib.rs", "mod broken;\nmod gone;\nHERE"),
            ("broken.rs", "\nfn f() {"),
        ],
        &["lib.rs"],
        &[
            (
                "broken.rs",
                "not Rust, line 2, column 8: a delimiter without its other half, or a literal that doesn't end",
            ),
            (
                "lib.rs",
                "the file of `mod gone;`, line 2, is missing: there is no `gone.rs` and no `gone/mod.rs`",
            ),
        ],
    );
    check(
        &[("lib.rs", "fn a() {}\n  42 garbage; HERE")],
        &["lib.rs"],
        &[(
            "lib.rs",
            "no item of Rust, line 2, column 3: the scan goes on behind it",
        )],
    );
    check(
        &[
            ("lib.rs", "mod a; HERE"),
            ("a.rs", "#[path = \"lib.rs\"] mod b; HERE"),
        ],
        &["a.rs", "lib.rs"],
        &[("lib.rs", "`mod b;` leads back to this file")],
    );
}

/// A folder in which every file declares one more module.
struct Endless;

impl Files for Endless {
    fn read(&self, path: &Path) -> io::Result<String> {
        if path.ends_with("denied.rs") {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        Ok(format!("mod m; {HERE}"))
    }
}

#[test]
fn there_is_an_end() {
    let facts = scan(&Endless, Path::new("lib.rs"), &Cfg::default());
    assert_eq!(facts.implemented.len(), 129);
    assert_eq!(path(&facts.implemented[0].item), "api::here");
    let [unread] = &facts.unread[..] else {
        panic!("{:?}", facts.unread);
    };
    assert!(
        unread.why.contains("more than 128 modules"),
        "{}",
        unread.why
    );

    let facts = scan(&Endless, Path::new("denied.rs"), &Cfg::default());
    assert_eq!(facts.unread[0].why, "permission denied");
}
