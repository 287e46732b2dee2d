use linkface_graph::facts::Place;
use linkface_graph::manifest::{place, place_in_document};
use std::path::Path;

const FILE: &str = r#"[package]
name = "größe"
metadata.linkface = { facade = "rng", provides = ["ä@1", "b@2"], pin = { "rng@0.1" = "hw" } }

[dependencies]
"ä" = "1"; 
"#;

const TABLES: &str = r#"
[package]
name = "os"

[package.metadata.linkface]
default = "os"
suggest = [
    "one",
    "two",
]

[package.metadata.linkface.pin]
"rng@0.1" = "rng-hw"

[dependencies]
plain = "1"
dotted.version = "2"

[dependencies.table]
version = "3"

[[bin]]
name = "a"

[[bin]]
name = "b"
"#;

/// The text that stands there.
fn text(file: &str, place: &Place) -> String {
    assert_eq!(place.file, Path::new("Cargo.toml"));
    let lines: Vec<&str> = file.lines().collect();
    let index = |n: u32| usize::try_from(n).unwrap() - 1;
    let (first, last) = (index(place.line), index(place.end_line));
    let mut text = String::new();
    for (n, line) in lines.iter().enumerate().take(last + 1).skip(first) {
        let end = if n == last {
            index(place.end_column)
        } else {
            usize::MAX
        };
        let start = if n == first { index(place.column) } else { 0 };
        text.extend(line.chars().take(end).skip(start));
    }
    text
}

#[track_caller]
fn check(file: &str, key: &[&str], expected: Option<&str>) {
    let found = place(file, Path::new("Cargo.toml"), key);
    let found = found.map(|place| text(file, &place));
    assert_eq!(found.as_deref(), expected, "{key:?}");
}

#[test]
fn keys_of_linkface() {
    let inline = FILE.replace("; ", "");
    check(&inline, &["facade"], Some("facade = \"rng\""));
    check(&inline, &["provides", "1"], Some("\"b@2\""));
    check(&inline, &["pin", "rng@0.1"], Some("\"rng@0.1\" = \"hw\""));
    check(&inline, &["provides", "2"], None);
    check(&inline, &["facade", "x"], None);
    check(TABLES, &["default"], Some("default = \"os\""));
    check(
        TABLES,
        &["suggest"],
        Some("suggest = [    \"one\",    \"two\",]"),
    );
    check(TABLES, &["suggest", "1"], Some("\"two\""));
    check(TABLES, &["pin"], Some("[package.metadata.linkface.pin]"));
    check(
        TABLES,
        &["pin", "rng@0.1"],
        Some("\"rng@0.1\" = \"rng-hw\""),
    );
    check(TABLES, &[], Some("[package.metadata.linkface]"));
    check(TABLES, &["provides"], None);
    check("[package]\nname = \"x\"", &[], None);
}

#[test]
fn any_key() {
    for (key, expected) in [
        (&["dependencies", "plain"][..], Some("plain = \"1\"")),
        (&["dependencies", "table"], Some("[dependencies.table]")),
        (
            &["dependencies", "dotted", "version"],
            Some("version = \"2\""),
        ),
        (&["package", "name"], Some("name = \"os\"")),
        (&["bin", "1", "name"], Some("name = \"b\"")),
        (&["bin", "2", "name"], None),
        (&["dependencies", "gone"], None),
        (&[], None),
    ] {
        let found = place_in_document(TABLES, Path::new("Cargo.toml"), key);
        let found = found.map(|place| text(TABLES, &place));
        assert_eq!(found.as_deref(), expected, "{key:?}");
    }
}

#[test]
fn broken_files_have_no_places() {
    check(FILE, &["facade"], None);
    check("", &["facade"], None);
    check("[package.metadata]\nlinkface = 3", &["facade"], None);
    check("[[package]]\nname = 1", &["facade"], None);
}
