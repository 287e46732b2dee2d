//! What the two judges of a program say: rustc through `link!()`, and `cargo linkface check`.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::path::Path;
use std::process::Command;

/// A code and the façade it is about: `("LF0001", "console@0.1")`.
pub(crate) type Said = BTreeSet<(String, String)>;

/// What was said of each root, by its name, and all of it in words.
#[derive(Default)]
pub(crate) struct Verdicts {
    pub(crate) said: BTreeMap<String, Said>,
    pub(crate) words: BTreeMap<String, String>,
    /// Roots that were judged, whatever was said.
    pub(crate) judged: BTreeSet<String>,
}

const CODES: [&str; 4] = ["LF0001", "LF0002", "LF0003", "LF0004"];

impl Verdicts {
    fn say(&mut self, root: &str, code: &str, facade: String, words: &str) {
        let of_root = self.said.entry(root.to_owned()).or_default();
        of_root.insert((code.to_owned(), facade));
        self.words
            .entry(root.to_owned())
            .or_default()
            .push_str(words);
    }
}

/// A command without what the test's own cargo tells it.
fn command(program: &str, workspace: &Path, target: &Path) -> Command {
    let mut command = Command::new(program);
    for (name, _) in env::vars_os() {
        let name = name.to_string_lossy().into_owned();
        if name.starts_with("CARGO_") && name != "CARGO_HOME" || name.starts_with("RUSTC") {
            command.env_remove(name);
        }
    }
    command
        .current_dir(workspace)
        .env("CARGO_TARGET_DIR", target)
        .env("CARGO_NET_OFFLINE", "true");
    command
}

fn lines(mut command: Command) -> Vec<Value> {
    let output = command
        .output()
        .expect("cargo and cargo-linkface can be run");
    let text = String::from_utf8_lossy(&output.stdout);
    let values: Vec<Value> = text
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok())
        .collect();
    assert!(
        !values.is_empty(),
        "{command:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    values
}

/// What rustc says, under `cargo check`.
pub(crate) fn rustc(workspace: &Path, target: &Path) -> Verdicts {
    let mut check = command(env!("CARGO"), workspace, target);
    // Not `--all-targets`, which has unit tests even where they are switched off.
    check.args([
        "check",
        "--workspace",
        "--lib",
        "--bins",
        "--tests",
        "--keep-going",
    ]);
    check.args(["--quiet", "--message-format", "json"]);
    let mut verdicts = Verdicts::default();
    for line in lines(check) {
        let Some(root) = line["target"]["name"].as_str() else {
            continue;
        };
        verdicts.judged.insert(root.to_owned());
        let message = &line["message"];
        if message["level"] != "error" {
            continue;
        }
        let rendered = message["rendered"].as_str().unwrap_or_default();
        let text = message["message"].as_str().unwrap_or_default();
        if let Some((code, facade)) = coded(text) {
            verdicts.say(root, code, facade, rendered);
        } else if let Some((before, _)) = rendered.split_once("_already`") {
            // `plain_implements_console_already`
            let name = before.rsplit('`').next().unwrap_or_default();
            let (_, package) = name.rsplit_once("_implements_").unwrap_or_default();
            verdicts.say(root, "LF0002", format!("{package}@"), rendered);
        } else if !text.starts_with("aborting") {
            verdicts.say(root, "an error that is not ours", String::new(), rendered);
        }
    }
    verdicts
}

/// Of a text of `link!()`'s.
fn coded(text: &str) -> Option<(&str, String)> {
    let (code, rest) = text.strip_prefix('[')?.split_once("] ")?;
    let quoted = |after: &str| -> Option<String> {
        let (_, rest) = rest.split_once(after)?;
        let (name, rest) = rest.split_once("` ")?;
        let version = rest.split([' ', ':', ',', '\n']).next()?;
        Some(key(name, version))
    };
    let facade = match code {
        "LF0001" => quoted("no provider for `").or_else(|| quoted(" of `")),
        "LF0002" => quoted("providers for `"),
        "LF0003" => {
            let (_, needed) = rest.split_once("this program needs ")?;
            let (name, version) = needed.split_once(' ')?;
            Some(key(name, version))
        }
        "LF0004" => quoted("brings a provider for `"),
        _ => None,
    };
    Some((code, facade?))
}

fn key(name: &str, version: &str) -> String {
    format!("{}@{version}", name.replace('-', "_"))
}

/// What `cargo linkface check` says.
pub(crate) fn linkface(workspace: &Path, target: &Path) -> Verdicts {
    let mut check = command(env!("CARGO_BIN_EXE_cargo-linkface"), workspace, target);
    check.args(["check", "--message-format", "json", "--offline"]);
    let mut verdicts = Verdicts::default();
    for line in lines(check) {
        let code = line["code"]["code"].as_str().unwrap_or_default();
        if !CODES.contains(&code) {
            continue;
        }
        let rendered = line["rendered"].as_str().unwrap_or_default();
        let message = line["message"].as_str().unwrap_or_default();
        let mut facades: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
        facades.retain(|name| name.contains('@'));
        if code == "LF0003" {
            facades.drain(..1); // the version that is implemented
        }
        for root in line["linkface"]["roots"].as_array().into_iter().flatten() {
            let root = root.as_str().and_then(|root| root.split('`').nth(1));
            for facade in &facades {
                let (name, version) = facade.split_once('@').expect("it has one");
                verdicts.say(root.unwrap_or_default(), code, key(name, version), rendered);
            }
        }
    }
    verdicts
}
