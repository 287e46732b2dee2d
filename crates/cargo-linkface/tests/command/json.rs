//! The JSON output is what `docs/schema-v1.json` says.

use crate::kit::Workspace;
use jsonschema::Validator;
use serde_json::Value;

fn schema() -> Validator {
    let schema = include_str!("../../docs/schema-v1.json");
    let schema = serde_json::from_str(schema).expect("the schema is JSON");
    jsonschema::validator_for(&schema).expect("the schema is a schema")
}

/// Runs a command, and returns its lines; each is valid, and the last one says that it is finished.
#[track_caller]
fn lines(workspace: &Workspace, args: &[&str], code: i32) -> Vec<Value> {
    let answer = workspace.run(&[args, &["--message-format", "json"]].concat());
    assert_eq!(answer.code, Some(code), "{answer:#?}");
    let schema = schema();
    answer
        .out
        .lines()
        .map(|line| {
            let value: Value = serde_json::from_str(line).expect("each line is JSON");
            if let Err(error) = schema.validate(&value) {
                panic!("{error}, at {} of {line}", error.instance_path());
            }
            value
        })
        .collect()
}

#[test]
fn check_has_rustcs_shape() {
    let workspace = Workspace::with(&["plain", "framed"]);
    let lines = lines(&workspace, &["check"], 1);
    let [finding, finished] = lines.as_slice() else {
        panic!("one finding, and the end: {lines:#?}");
    };
    assert_eq!(finding["$message_type"], "diagnostic");
    assert_eq!(finding["code"]["code"], "LF0002");
    assert_eq!(finding["level"], "error");
    assert_eq!(finding["linkface"]["roots"][0], "bin `app`");
    let span = &finding["spans"][0];
    assert_eq!(span["file_name"], "framed/src/lib.rs");
    assert_eq!(span["is_primary"], true);
    assert_eq!(
        (&span["line_start"], &span["column_start"]),
        (&1.into(), &23.into())
    );
    assert_eq!(
        (&span["byte_start"], &span["byte_end"]),
        (&22.into(), &36.into())
    );
    assert_eq!(span["text"][0]["highlight_start"], 23);
    assert!(
        finding["rendered"]
            .as_str()
            .is_some_and(|text| text.starts_with("error[LF0002]: "))
    );
    assert_eq!(finished["reason"], "linkface-finished");
    assert_eq!(finished["errors"], 1);
    assert_eq!(finished["facades"], 1);
}

#[test]
fn manifests_have_spans() {
    let workspace = Workspace::with(&["plain"]);
    workspace.append(
        "plain/Cargo.toml",
        "\n[package.metadata.linkface]\nprovides = [\"consle@0.1\"]\n",
    );
    let lines = lines(&workspace, &["check"], 1);
    let drift = lines.iter().find(|line| line["code"]["code"] == "LF0009");
    let span = &drift.expect("manifest and code disagree")["spans"][0];
    assert_eq!(span["file_name"], "plain/Cargo.toml");
    assert_eq!(span["text"][0]["text"], "provides = [\"consle@0.1\"]");
}

#[test]
fn without_findings_there_is_the_end() {
    let lines = lines(&Workspace::with(&["plain"]), &["check"], 0);
    assert_eq!(lines.len(), 1, "{lines:#?}");
    assert_eq!(lines[0]["errors"], 0);
    assert_eq!(
        lines[0]["configurations"][0]["features"],
        "default features"
    );
}

#[test]
fn why_has_choices() {
    let workspace = Workspace::with(&["plain"]);
    let lines = lines(&workspace, &["why", "console"], 0);
    let choice = lines
        .iter()
        .find(|line| line["root"]["kind"] == "bin")
        .expect("there is one");
    assert_eq!(choice["reason"], "linkface-choice");
    assert_eq!(choice["choice"], "provider");
    assert_eq!(choice["providers"][0]["name"], "plain");
    assert_eq!(choice["providers"][0]["how"], "direct");
    assert_eq!(
        choice["providers"][0]["chain"],
        serde_json::json!(["app", "plain 0.1.0"])
    );
    assert_eq!(
        choice["items"][0]["implemented_by"],
        serde_json::json!(["plain"])
    );
}

#[test]
fn tree_has_rows() {
    let lines = lines(&Workspace::with(&["plain"]), &["tree"], 0);
    let [tree, finished] = lines.as_slice() else {
        panic!("one tree, and the end: {lines:#?}");
    };
    assert_eq!(tree["reason"], "linkface-tree");
    assert_eq!(tree["root"]["kind"], "bin");
    assert_eq!(tree["hidden"], 2);
    let provider = &tree["rows"][3];
    assert_eq!(provider["package"]["name"], "plain");
    assert_eq!(provider["package"]["role"], "provider");
    assert_eq!(provider["relation"], "implements");
    assert_eq!(provider["why"], "the root depends on it");
    assert_eq!(finished["reason"], "linkface-finished");
}

#[test]
fn list_has_facades() {
    let lines = lines(&Workspace::with(&[]), &["list"], 0);
    assert_eq!(lines[0]["reason"], "linkface-facade");
    assert_eq!(lines[0]["facade"], "console@0.1");
    assert_eq!(
        lines[0]["items"][0]["signature"],
        "pub fn print(line: &str)"
    );
    assert_eq!(lines[0]["providers"][1]["package"], "plain");
    assert_eq!(lines[1]["reason"], "linkface-finished");
}

#[test]
fn list_and_why_have_plugins() {
    let workspace = crate::plugins::workspace();
    let list = lines(&workspace, &["list"], 0);
    let place = serde_json::json!({ "file": "euler/src/lib.rs", "line": 12, "column": 1 });
    assert_eq!(
        list[1],
        serde_json::json!({
            "reason": "linkface-plugin-crate",
            "version": 1,
            "package": "euler",
            "package_version": "0.1.0",
            "exports": [
                {
                    "name": "Euler",
                    "interface": { "facade": "physics@0.1", "item": "PhysicsApi" },
                    "place": place,
                },
                { "name": "mod physics::units", "interface": null, "place": place },
            ],
        })
    );
    let why = lines(&workspace, &["why", "physics", "-p", "host"], 0);
    assert_eq!(
        why[0]["plugins"],
        serde_json::json!([{
            "name": "euler",
            "version": "0.1.0",
            "item": "PhysicsApi",
            "exports": "Euler",
            "place": place,
        }])
    );
}

#[test]
fn explain_has_the_text() {
    let lines = lines(&Workspace::empty(), &["explain", "LF0004"], 0);
    assert_eq!(lines[0]["reason"], "linkface-explanation");
    assert_eq!(lines[0]["code"], "LF0004");
}

#[test]
fn the_schema_refuses_what_it_should() {
    let schema = schema();
    let finished = serde_json::json!({
        "reason": "linkface-finished", "version": 1, "errors": 0, "warnings": 0,
        "roots": 0, "facades": 0, "providers": 0, "configurations": [],
    });
    assert!(schema.is_valid(&finished));
    for (key, value) in [
        ("version", Value::from(2)),
        ("reason", Value::from("linkface-fnished")),
        ("errors", Value::from(-1)),
        ("errors", Value::Null),
        ("configurations", Value::from(vec!["x"])),
    ] {
        let mut wrong = finished.clone();
        wrong[key] = value;
        assert!(!schema.is_valid(&wrong), "{wrong}");
    }
}
