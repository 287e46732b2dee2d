use super::item;
use linkface_graph::artifact::facts;
use linkface_graph::facts::{Grade, ItemRef, Kind, Need, Origin};
use linkface_symbol::{Declaration, Implementation, Marker};
use std::path::Path;

fn declaration(kind: &str, need: &str) -> Marker {
    Marker::Declares(Declaration {
        item: item(&["raw", "write"], 7),
        kind: kind.to_owned(),
        need: need.to_owned(),
        is_public: true,
        file: "console/src/lib.rs".to_owned(),
        line: 3,
        column: 8,
        symbol: "console_write".to_owned(),
        abi: String::new(),
        text: "pub fn write()".to_owned(),
    })
}

fn implementation(file: &str) -> Marker {
    Marker::Implements(Implementation {
        item: item(&["raw", "write"], 7),
        is_default: true,
        file: file.to_owned(),
        line: 5,
        column: 1,
    })
}

/// The bytes of a crate with these markers.
fn bytes(markers: &[Marker]) -> Vec<u8> {
    let mut bytes = b"!<arch>\n\x00rust~".to_vec();
    for marker in markers {
        bytes.extend(marker.to_string().as_bytes());
        bytes.extend(b"\xff~\x00");
    }
    bytes
}

fn read(bytes: &[u8]) -> linkface_graph::facts::CrateFacts {
    facts(bytes, Path::new("/t/libx.rlib"), Path::new("/ws"))
}

#[test]
fn declarations_and_implementations() {
    let found = read(&bytes(&[
        Marker::Format,
        declaration("fn", "required"),
        declaration("fn", "required"),
        implementation("/registry/uart/src/lib.rs"),
    ]));
    assert_eq!(found.origin, Origin::Artifact("/t/libx.rlib".into()));
    assert_eq!(found.unread, []);

    let [declared] = &found.declared[..] else {
        panic!("{:?}", found.declared);
    };
    assert_eq!(declared.path, ["raw", "write"]);
    assert_eq!(
        (declared.kind, declared.need),
        (Kind::Function, Need::Required)
    );
    assert_eq!(declared.hash, Some(7));
    assert_eq!(declared.symbol.as_deref(), Some("console_write"));
    assert_eq!(declared.abi, None);
    assert_eq!(declared.place.file, Path::new("/ws/console/src/lib.rs"));
    assert_eq!((declared.place.column, declared.place.end_column), (8, 13));

    let [implemented] = &found.implemented[..] else {
        panic!("{:?}", found.implemented);
    };
    let expected = ItemRef::Exact {
        facade: "console@0.4".parse().unwrap(),
        path: vec!["raw".to_owned(), "write".to_owned()],
        hash: 7,
    };
    assert_eq!(implemented.item, expected);
    assert_eq!(implemented.grade, Grade::Default);
    assert_eq!(
        implemented.place.file,
        Path::new("/registry/uart/src/lib.rs")
    );
}

#[test]
fn every_kind_and_need() {
    for (kind, need, is_known) in [
        ("fn", "required", true),
        ("static", "defaultable", true),
        ("trait", "defaulted", true),
        ("type", "required", true),
        ("union", "required", false),
        ("fn", "wanted", false),
    ] {
        let found = read(&bytes(&[declaration(kind, need)]));
        assert_eq!(found.declared.len(), usize::from(is_known), "{kind} {need}");
        assert_eq!(found.unread.len(), usize::from(!is_known), "{kind} {need}");
    }
}

#[test]
fn garbage_has_no_facts() {
    let whole = bytes(&[declaration("fn", "required"), implementation("a.rs")]);
    for end in 0..whole.len() {
        let found = read(&whole[..end]);
        assert!(found.declared.len() + found.implemented.len() <= 2);
    }
    assert_eq!(read(b"no crate").declared, []);
}
