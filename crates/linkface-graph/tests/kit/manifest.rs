//! What its manifest says, if that is right: `Manifest` itself is not what these tests are about.

use linkface_graph::manifest::{Allow, Manifest};
use linkface_graph::packages::Problem;
use serde_json::Value;

/// The manifest, from `[package.metadata]`.
pub(super) fn of(metadata: &Value) -> (Manifest, Vec<Problem>) {
    let table = &metadata["linkface"];
    let text = |key: &str| table[key].as_str().map(str::to_owned);
    let list = |key: &str| -> Vec<String> {
        let list = table[key].as_array().into_iter().flatten();
        list.filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let manifest = Manifest {
        facade: text("facade"),
        default: text("default"),
        suggest: list("suggest"),
        provides: list("provides")
            .iter()
            .map(|key| key.parse().unwrap())
            .collect(),
        pin: serde_json::from_value(table["pin"].clone()).unwrap_or_default(),
        allow: list("allow").iter().map(|allow| allowed(allow)).collect(),
    };
    (manifest, Vec::new())
}

fn allowed(allow: &str) -> Allow {
    let (code, package) = match allow.split_once(':') {
        Some((code, package)) => (code, Some(package.to_owned())),
        None => (allow, None),
    };
    Allow {
        code: serde_json::from_value(code.into()).unwrap(),
        package,
    }
}
