//! What finding providers costs: `link!()` beside the compilation that it is a part of, and
//! `cargo linkface check` beside the `cargo metadata` that it needs. The graph is generated.

use crate::{cargo, place};
use anyhow::{Context, Result, bail};
use nix::fcntl::{PosixFadviseAdvice, posix_fadvise};
use std::fmt::Write as _;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

const ROUNDS: usize = 15;
/// Each plain library depends on the ten before it, as far as there are ten.
const REACH: usize = 10;
/// One in so many libraries calls the façade.
const CALLERS: usize = 4;
/// So many libraries are members of the workspace; the others are to Cargo as if they came from
/// elsewhere.
const MEMBERS: usize = 40;

/// A program of so many packages.
pub(crate) struct Graph {
    pub(crate) packages: usize,
    /// What `link!()` adds to the expansion of the root's macros.
    pub(crate) warm: Duration,
    /// The same when the files of the dependencies are not in memory.
    pub(crate) cold: Duration,
    /// `cargo metadata`, by the clock.
    pub(crate) metadata: Duration,
    /// `cargo linkface check`, by the clock: it calls `cargo metadata`.
    pub(crate) check: Duration,
}

/// A small program, one as the goals have it, and a large one.
pub(crate) fn measure() -> Result<Vec<Graph>> {
    let repository = place::linkface().join("../..");
    cargo::run(cargo::stable(&repository).args([
        "build",
        "--release",
        "--package",
        "cargo-linkface",
    ]))?;
    let tool = target_of(&repository)?.join("release/cargo-linkface");
    [5, 200, 450]
        .into_iter()
        .map(|packages| graph(packages, &tool))
        .collect()
}

fn target_of(repository: &Path) -> Result<PathBuf> {
    let said = cargo::stable(repository)
        .args(["metadata", "--no-deps", "--format-version", "1"])
        .output()?;
    let said = String::from_utf8(said.stdout)?;
    let folder = said
        .split_once("\"target_directory\":\"")
        .and_then(|(_, rest)| rest.split_once('"'))
        .context("`cargo metadata` names the target folder")?;
    Ok(folder.0.into())
}

fn graph(packages: usize, tool: &Path) -> Result<Graph> {
    let folder = place::empty("facades")?;
    write(&folder, packages)?;
    let target = folder.join("target");
    let cargo = |args: &[&str]| {
        let mut cargo = cargo::stable(&folder);
        cargo
            .args(args)
            .arg("--offline")
            .env("CARGO_TARGET_DIR", &target);
        cargo
    };
    eprintln!("{packages} packages: compiling");
    cargo::run(&mut cargo(&["check", "--workspace"]))?;

    let [mut warm, mut cold, mut without] = [Duration::MAX; 3];
    let [mut metadata, mut check] = [Vec::new(), Vec::new()];
    for round in 1..=ROUNDS {
        eprintln!("{packages} packages: round {round} of {ROUNDS}");
        without = without.min(expansion("named", &folder, &target)?);
        warm = warm.min(expansion("found", &folder, &target)?);
        metadata.push(clock(&mut cargo(&["metadata", "--format-version", "1"]))?);
        let mut ours = Command::new(tool);
        ours.args(["linkface", "check", "--offline"])
            .current_dir(&folder)
            .env("CARGO_TARGET_DIR", &target);
        check.push(clock(&mut ours)?);
    }
    for _ in 0..3 {
        forget(&target)?;
        cold = cold.min(expansion("found", &folder, &target)?);
    }
    Ok(Graph {
        packages,
        warm: warm.saturating_sub(without),
        cold: cold.saturating_sub(without),
        metadata: median(metadata),
        check: median(check),
    })
}

/// The time of a root's macros, as rustc tells those who may ask (`RUSTC_BOOTSTRAP`).
fn expansion(root: &str, folder: &Path, target: &Path) -> Result<Duration> {
    // It is compiled anew each time.
    let file = folder.join(root).join("src/main.rs");
    let text = fs::read_to_string(&file)?;
    fs::write(&file, format!("{text}\n"))?;
    let said = cargo::run(
        cargo::stable(folder)
            .args([
                "rustc",
                "--offline",
                "--profile",
                "check",
                "--package",
                root,
            ])
            .args(["--", "-Ztime-passes"])
            .env("CARGO_TARGET_DIR", target)
            .env("CARGO_INCREMENTAL", "0")
            .env("RUSTC_BOOTSTRAP", "1"),
    )?;
    let seconds = said
        .lines()
        .find(|line| line.contains("macro_expand_crate"))
        .and_then(|line| line.split_once("time:"))
        .and_then(|(_, rest)| rest.split(';').next())
        .and_then(|seconds| seconds.trim().parse().ok());
    match seconds {
        Some(seconds) => Ok(Duration::from_secs_f64(seconds)),
        None => bail!("rustc did not tell the time of its passes:\n{said}"),
    }
}

fn clock(command: &mut Command) -> Result<Duration> {
    let start = Instant::now();
    cargo::run(command)?;
    Ok(start.elapsed())
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// Drops what the system keeps of the compiled crates in memory.
fn forget(target: &Path) -> Result<()> {
    for entry in fs::read_dir(target.join("debug/deps"))? {
        let file = File::open(entry?.path())?;
        // What isn't on the disk yet can't be dropped.
        file.sync_all()?;
        posix_fadvise(&file, 0, 0, PosixFadviseAdvice::POSIX_FADV_DONTNEED)?;
    }
    Ok(())
}

/// A façade, its provider, many libraries, some of which call it, and two roots: one finds the
/// provider, the other names it.
fn write(folder: &Path, packages: usize) -> Result<()> {
    let linkface = format!(
        "linkface = {{ path = '{}' }}\n",
        place::linkface().display()
    );
    let on = |name: &str| format!("{name} = {{ path = '../{name}' }}\n");
    let package = |name: &str, dependencies: &str, file: &str, text: &str| -> Result<()> {
        let place = folder.join(name);
        fs::create_dir_all(place.join("src"))?;
        let manifest = format!(
            "[package]\nname = '{name}'\nversion = '0.1.0'\nedition = '2024'\n[dependencies]\n{dependencies}"
        );
        fs::write(place.join("Cargo.toml"), manifest)?;
        Ok(fs::write(place.join("src").join(file), text)?)
    };
    package(
        "console",
        &linkface,
        "lib.rs",
        "#[linkface::interface] pub fn write(bytes: &[u8]) -> usize;",
    )?;
    package(
        "uart",
        &(linkface.clone() + &on("console")),
        "lib.rs",
        "#[linkface::implement(console::write)] fn write(bytes: &[u8]) -> usize { bytes.len() }",
    )?;
    let libraries = packages.saturating_sub(5);
    let name = |n: usize| format!("library_{n}");
    let elsewhere: Vec<String> = (0..libraries.saturating_sub(MEMBERS)).map(name).collect();
    fs::write(
        folder.join("Cargo.toml"),
        format!(
            "[workspace]\nresolver = '3'\nmembers = ['found', 'named']\nexclude = {elsewhere:?}\n"
        ),
    )?;
    for n in 0..libraries {
        let below = n.saturating_sub(REACH)..n;
        let mut dependencies: String = below.clone().map(|n| on(&name(n))).collect();
        let mut text = String::from("pub fn call() -> usize { 1");
        for n in below {
            write!(text, " + {}::call()", name(n))?;
        }
        if n % CALLERS == 0 {
            dependencies += &on("console");
            text += " + console::write(b\"\")";
        }
        text += " }\n";
        // Something to be in the metadata.
        for n in 0..200 {
            writeln!(
                text,
                "pub struct S{n}<T>(pub T); impl<T: Clone> S{n}<T> {{ pub fn f(&self) -> T {{ self.0.clone() }} }}"
            )?;
        }
        package(&name(n), &dependencies, "lib.rs", &text)?;
    }
    let mut dependencies = linkface.clone() + &on("console") + &on("uart");
    let mut main = String::from("fn main() { console::write(b\"\");");
    for n in libraries.saturating_sub(REACH)..libraries {
        dependencies += &on(&name(n));
        write!(main, " {}::call();", name(n))?;
    }
    main += " }\n";
    package(
        "found",
        &dependencies,
        "main.rs",
        &format!("linkface::link!();\n{main}"),
    )?;
    package(
        "named",
        &dependencies,
        "main.rs",
        &format!("use uart as _;\n{main}"),
    )
}
