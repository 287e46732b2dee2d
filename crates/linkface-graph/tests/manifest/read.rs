use linkface_graph::finding::Code;
use linkface_graph::manifest::{Allow, Manifest};
use serde_json::{Value, json};

/// What is wrong, each as `key: why`.
#[track_caller]
fn check(table: &Value, problems: &[&str]) -> Manifest {
    let (manifest, found) = Manifest::read(&json!({ "linkface": table, "docs": {} }));
    let found: Vec<_> = found
        .iter()
        .map(|problem| format!("{}: {}", problem.key.join("."), problem.why))
        .collect();
    assert_eq!(found, problems);
    manifest
}

#[test]
fn all_of_it() {
    let manifest = check(
        &json!({
            "facade": "rng",
            "default": "rng-os",
            "suggest": ["rng-os", "rng_hw"],
            "provides": ["log@1", "clock@0.0.3"],
            "pin": { "rng@0.1": "rng-hw" },
            "allow": ["LF0004:legacy-lib", "LF0010"],
        }),
        &[],
    );
    let expected = Manifest {
        facade: Some("rng".to_owned()),
        default: Some("rng-os".to_owned()),
        suggest: vec!["rng-os".to_owned(), "rng_hw".to_owned()],
        provides: vec!["log@1".parse().unwrap(), "clock@0.0.3".parse().unwrap()],
        pin: [("rng@0.1".parse().unwrap(), "rng-hw".to_owned())].into(),
        allow: vec![
            Allow {
                code: Code::LF0004,
                package: Some("legacy-lib".to_owned()),
            },
            Allow {
                code: Code::LF0010,
                package: None,
            },
        ],
    };
    assert_eq!(manifest, expected);
}

#[test]
fn no_table_is_no_problem() {
    for metadata in [Value::Null, json!({}), json!({ "docs": 1 }), json!([1])] {
        assert_eq!(Manifest::read(&metadata), Default::default(), "{metadata}");
    }
    assert_eq!(check(&json!({}), &[]), Manifest::default());
}

#[test]
fn unknown_keys() {
    let all = "the keys are `facade`, `default`, `suggest`, `provides`, `pin`, `allow`";
    check(
        &json!({ "provide": [] }),
        &["provide: unknown key `provide`: did you mean `provides`?"],
    );
    check(
        &json!({ "facde": "x" }),
        &["facde: unknown key `facde`: did you mean `facade`?"],
    );
    check(
        &json!({ "zebra": 1 }),
        &[&format!("zebra: unknown key `zebra`: {all}")],
    );
    check(&json!({ "": 1 }), &[&format!(": unknown key ``: {all}")]);
}

#[test]
fn wrong_types() {
    check(
        &json!("rng"),
        &[": `linkface` takes a table: `[package.metadata.linkface]`; this is a string"],
    );
    check(
        &json!({ "facade": true }),
        &["facade: `facade` takes the façade's name; this is a boolean"],
    );
    check(
        &json!({ "suggest": "rng-os" }),
        &["suggest: `suggest` takes a list of names of packages; this is a string"],
    );
    check(
        &json!({ "pin": ["rng"] }),
        &["pin: `pin` takes a table, as in `{ \"rng@0.1\" = \"rng-hw\" }`; this is a list"],
    );
    check(
        &json!({ "pin": { "rng@0.1": 3 } }),
        &["pin.rng@0.1: `pin` takes a package's name; this is a number"],
    );
}

#[test]
fn wrong_elements_leave_the_others() {
    let manifest = check(
        &json!({ "provides": ["rng", "log@1", "rng@x", "@1", 5, "rng@0", "ok@0.2"] }),
        &[
            "provides.0: `rng` has no version: write it like `rng@0.1`",
            "provides.2: `rng@x` is no façade: `x` is not a version: write it like `1.2.3`",
            "provides.3: `` is no package's name",
            "provides.4: `provides` takes strings; this is a number",
            "provides.5: `rng@0` is no façade: `0` holds incompatible versions: write it in full, like `0.0.3`",
        ],
    );
    assert_eq!(manifest.provides.len(), 2);
    let manifest = check(
        &json!({ "allow": ["LF9999", "LF4", "LF0001:a b", "LF0002"] }),
        &[
            "allow.0: `LF9999` is no finding of linkface: they are `LF0001` to `LF0017`",
            "allow.1: `LF4` is no finding of linkface: did you mean `LF0004`?",
            "allow.2: `a b` is no package's name",
        ],
    );
    assert_eq!(manifest.allow.len(), 1);
}
