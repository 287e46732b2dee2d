//! Reading the table, and what is wrong in it.

use super::{Allow, Manifest};
use crate::facts::FacadeKey;
use crate::packages::Problem;
use serde_json::Value;
use std::collections::BTreeMap;

const KEYS: [&str; 6] = ["facade", "default", "suggest", "provides", "pin", "allow"];

pub(super) fn read(metadata: &Value) -> (Manifest, Vec<Problem>) {
    let mut reader = Reader::default();
    let mut manifest = Manifest::default();
    match metadata.get("linkface") {
        None => {}
        Some(Value::Object(table)) => {
            for (key, value) in table {
                reader.entry(key, value, &mut manifest);
            }
        }
        Some(other) => reader.wrong(&[], "a table: `[package.metadata.linkface]`", other),
    }
    (manifest, reader.problems)
}

#[derive(Default)]
struct Reader {
    problems: Vec<Problem>,
}

impl Reader {
    fn entry(&mut self, key: &str, value: &Value, manifest: &mut Manifest) {
        match key {
            "facade" => manifest.facade = self.text(&[key], "the façade's name", value),
            "default" => manifest.default = self.text(&[key], "a package's name", value),
            "suggest" => {
                manifest.suggest = self.list(key, "names of packages", value, &|text| {
                    package(text).map(str::to_owned)
                });
            }
            "provides" => {
                manifest.provides =
                    self.list(key, "façades, as in `[\"rng@0.1\"]`", value, &facade);
            }
            "pin" => manifest.pin = self.pins(value),
            "allow" => {
                manifest.allow = self.list(
                    key,
                    "findings, as in `[\"LF0004:legacy-lib\"]`",
                    value,
                    &allow,
                );
            }
            unknown => {
                let why = format!("unknown key `{unknown}`: {}", instead(unknown));
                self.problem(&[unknown], why);
            }
        }
    }

    fn pins(&mut self, value: &Value) -> BTreeMap<FacadeKey, String> {
        let Value::Object(table) = value else {
            let wanted = "a table, as in `{ \"rng@0.1\" = \"rng-hw\" }`";
            self.wrong(&["pin"], wanted, value);
            return BTreeMap::new();
        };
        let mut pins = BTreeMap::new();
        for (key, value) in table {
            let facade = self.understood(&["pin", key], facade(key));
            let provider = self.text(&["pin", key], "a package's name", value);
            pins.extend(facade.zip(provider));
        }
        pins
    }

    fn list<T>(
        &mut self,
        key: &str,
        wanted: &str,
        value: &Value,
        read: &dyn Fn(&str) -> Result<T, String>,
    ) -> Vec<T> {
        let Value::Array(values) = value else {
            self.wrong(&[key], &format!("a list of {wanted}"), value);
            return Vec::new();
        };
        let mut found = Vec::new();
        for (nth, value) in values.iter().enumerate() {
            let at = [key, &nth.to_string()];
            match value {
                Value::String(text) => found.extend(self.understood(&at, read(text))),
                other => self.wrong(&at, "strings", other),
            }
        }
        found
    }

    fn text(&mut self, key: &[&str], wanted: &str, value: &Value) -> Option<String> {
        match value {
            Value::String(text) => {
                let name = package(text).map(str::to_owned);
                self.understood(key, name)
            }
            other => {
                self.wrong(key, wanted, other);
                None
            }
        }
    }

    fn understood<T>(&mut self, key: &[&str], read: Result<T, String>) -> Option<T> {
        read.map_err(|why| self.problem(key, why)).ok()
    }

    fn wrong(&mut self, key: &[&str], wanted: &str, found: &Value) {
        let found = match found {
            Value::Null => "nothing",
            Value::Bool(_) => "a boolean",
            Value::Number(_) => "a number",
            Value::String(_) => "a string",
            Value::Array(_) => "a list",
            Value::Object(_) => "a table",
        };
        let name = key.first().map_or("linkface", |key| key);
        self.problem(key, format!("`{name}` takes {wanted}; this is {found}"));
    }

    fn problem(&mut self, key: &[&str], why: String) {
        self.problems.push(Problem {
            key: key.iter().map(ToString::to_string).collect(),
            why,
        });
    }
}

fn facade(text: &str) -> Result<FacadeKey, String> {
    let (name, version) = text.split_once('@').unwrap_or((text, ""));
    package(name)?;
    if !text.contains('@') {
        return Err(format!(
            "`{name}` has no version: write it like `{name}@0.1`"
        ));
    }
    let version = version
        .parse()
        .map_err(|why| format!("`{text}` is no façade: {why}"))?;
    Ok(FacadeKey {
        name: name.to_owned(),
        version,
    })
}

fn allow(text: &str) -> Result<Allow, String> {
    let (code, about) = match text.split_once(':') {
        Some((code, about)) => (code, Some(package(about)?.to_owned())),
        None => (text, None),
    };
    Ok(Allow {
        code: code.parse().map_err(|why| format!("{why}"))?,
        package: about,
    })
}

/// A package's name: what Cargo takes for one.
fn package(name: &str) -> Result<&str, String> {
    let is_part = |c: char| c == '-' || c == '_' || c.is_alphanumeric();
    if !name.is_empty() && name.chars().all(is_part) {
        Ok(name)
    } else {
        Err(format!("`{name}` is no package's name"))
    }
}

/// The key that was meant, or all of them.
fn instead(key: &str) -> String {
    let close = KEYS
        .into_iter()
        .map(|known| (strsim::jaro_winkler(key, known), known))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0));
    match close {
        Some((_, known)) => format!("did you mean `{known}`?"),
        None => format!("the keys are `{}`", KEYS.join("`, `")),
    }
}
