//! What it costs to build many items: a crate that declares them, one that implements them and a
//! program that calls them all, generated.

use crate::{cargo, place};
use anyhow::Result;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::Duration;

/// How many are declared, and how many implemented.
pub(crate) const ITEMS: u32 = 1000;
const ROUNDS: u32 = 3;

/// What the implementations do.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Body {
    /// As little as possible.
    Line,
    /// What a function of twenty lines might.
    TwentyLines,
}

impl Body {
    /// Its name in tables.
    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::Line => "one line each",
            Self::TwentyLines => "twenty lines each",
        }
    }

    const fn text(self) -> &'static str {
        match self {
            Self::Line => LINE,
            Self::TwentyLines => TWENTY_LINES,
        }
    }
}

const LINE: &str = " { text.len() ^ x as usize }";

const TWENTY_LINES: &str = r"
{
    let mut sum = usize::try_from(x).unwrap_or_default();
    let mut words = Vec::new();
    for word in text.split_whitespace() {
        if word.is_empty() || word.starts_with('#') {
            continue;
        }
        words.push(word.to_lowercase());
    }
    for (at, word) in words.iter().enumerate() {
        match word.as_str() {
            short if short.len() < 4 => sum += at,
            _ => sum = sum.wrapping_mul(31) ^ word.len(),
        }
    }
    if let Some(longest) = words.iter().max_by_key(|word| word.len()) {
        sum += longest.chars().filter(|c| c.is_alphabetic()).count();
    }
    sum
}
";

/// A way to write them.
pub(crate) struct Items {
    pub(crate) title: &'static str,
    pub(crate) body: Body,
    /// A dependency of all three crates.
    dependency: Option<&'static str>,
    declare: fn(&mut String),
    implement: fn(&mut String, Body),
    /// `cargo check`, of the processor, the best of some rounds.
    pub(crate) check: Duration,
    /// `cargo build`, likewise.
    pub(crate) build: Duration,
}

/// Builds all ways.
pub(crate) fn measure() -> Result<Vec<Items>> {
    let mut all = Vec::new();
    for body in [Body::Line, Body::TwentyLines] {
        for mut way in ways(body) {
            way.measure()?;
            all.push(way);
        }
    }
    Ok(all)
}

fn ways(body: Body) -> [Items; 3] {
    let way = |title, dependency, declare, implement| Items {
        title,
        body,
        dependency,
        declare,
        implement,
        check: Duration::MAX,
        build: Duration::MAX,
    };
    [
        way("plain functions", None, plain_declare, plain_implement),
        way(
            "**linkface**",
            Some("linkface"),
            linkface_declare,
            linkface_implement,
        ),
        way(
            "`crate_interface`, all in one trait",
            Some("crate_interface"),
            crate_interface_declare,
            crate_interface_implement,
        ),
    ]
}

impl Items {
    /// Whether others are compared with it.
    pub(crate) const fn is_plain(&self) -> bool {
        self.dependency.is_none()
    }

    /// Whether goals are about it.
    pub(crate) fn is_linkface(&self) -> bool {
        self.dependency == Some("linkface")
    }

    fn measure(&mut self) -> Result<()> {
        let folder = place::empty("items")?;
        self.write(&folder)?;
        let target = folder.join("target");
        let cargo = |command: &str| {
            let mut cargo = cargo::stable(&folder);
            cargo
                .args([command, "--offline", "--target-dir"])
                .arg(&target);
            cargo
        };
        // The dependencies, which don't count.
        cargo::run(cargo("check").arg("--workspace"))?;
        cargo::run(cargo("build").arg("--workspace"))?;
        for round in 1..=ROUNDS {
            eprintln!(
                "{ITEMS} items, {}, build {round} of {ROUNDS}: {}",
                self.body.title(),
                self.title
            );
            for (command, best) in [("check", &mut self.check), ("build", &mut self.build)] {
                let ours = [
                    "--package",
                    "api",
                    "--package",
                    "provider",
                    "--package",
                    "app",
                ];
                cargo::run(cargo("clean").args(ours))?;
                let (time, _) = cargo::time(cargo(command).arg("--workspace"))?;
                *best = time.min(*best);
            }
        }
        Ok(())
    }

    fn write(&self, folder: &Path) -> Result<()> {
        let mut declared = String::new();
        (self.declare)(&mut declared);
        let mut implemented = String::new();
        (self.implement)(&mut implemented, self.body);
        let called = if self.is_plain() { "provider" } else { "api" };
        let mut app = String::from("use provider as _;\nfn main() {\n    let mut n = 0;\n");
        for i in 0..ITEMS {
            writeln!(app, "    n += {called}::f{i}(n as u64, \"text\");")?;
        }
        app.push_str("    println!(\"{n}\");\n}\n");

        let api = "api = { path = \"../api\" }\n";
        let provider = "provider = { path = \"../provider\" }\n";
        let members = "[workspace]\nresolver = \"3\"\nmembers = [\"api\", \"provider\", \"app\"]\n";
        write(&folder.join("Cargo.toml"), members)?;
        // The versions that are measured elsewhere.
        fs::copy(
            place::benches().join("Cargo.lock"),
            folder.join("Cargo.lock"),
        )?;
        write(&folder.join("api/Cargo.toml"), &self.manifest("api", ""))?;
        write(&folder.join("api/src/lib.rs"), &declared)?;
        write(
            &folder.join("provider/Cargo.toml"),
            &self.manifest("provider", api),
        )?;
        write(&folder.join("provider/src/lib.rs"), &implemented)?;
        write(
            &folder.join("app/Cargo.toml"),
            &self.manifest("app", &format!("{api}{provider}")),
        )?;
        write(&folder.join("app/src/main.rs"), &app)
    }

    fn manifest(&self, name: &str, dependencies: &str) -> String {
        let dependency = match self.dependency {
            None => String::new(),
            Some("linkface") => format!(
                "linkface = {{ path = '{}' }}\n",
                place::linkface().display()
            ),
            // The lock file says which.
            Some(peer) => format!("{peer} = \"*\"\n"),
        };
        format!(
            "[package]\nname = \"{name}\"\nedition = \"2024\"\n[dependencies]\n{dependency}{dependencies}"
        )
    }
}

fn write(path: &Path, text: &str) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    Ok(fs::write(path, text)?)
}

/// `fN(x: u64, text: &str) -> usize` for all N, between `before` and `after`.
fn functions(out: &mut String, before: impl Fn(u32) -> String, after: &str) {
    for i in 0..ITEMS {
        let before = before(i);
        writeln!(out, "{before}fn f{i}(x: u64, text: &str) -> usize{after}")
            .expect("a string takes all");
    }
}

/// Plain functions need bodies here, too: short ones.
fn plain_declare(out: &mut String) {
    functions(out, |_| "pub ".to_owned(), LINE);
}

fn plain_implement(out: &mut String, body: Body) {
    functions(out, |_| "pub ".to_owned(), body.text());
}

fn linkface_declare(out: &mut String) {
    functions(out, |_| "#[linkface::interface] pub ".to_owned(), ";");
}

fn linkface_implement(out: &mut String, body: Body) {
    functions(
        out,
        |i| format!("#[linkface::implement(api::f{i})] "),
        body.text(),
    );
}

fn crate_interface_declare(out: &mut String) {
    out.push_str("#[crate_interface::def_interface(gen_caller)]\npub trait Api {\n");
    functions(out, |_| String::new(), ";");
    out.push_str("}\n");
}

fn crate_interface_implement(out: &mut String, body: Body) {
    out.push_str(
        "use api::Api;\nstruct Mine;\n#[crate_interface::impl_interface]\nimpl Api for Mine {\n",
    );
    functions(out, |_| String::new(), body.text());
    out.push_str("}\n");
}
