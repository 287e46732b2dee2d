//! `cargo xtask load`: a host and a plugin on other platforms.
//!
//! Both need the standard library, which is built from Debian's sources for each platform, by
//! `-Zbuild-std`, and cached in `target/load`.

use crate::command::{Command, Failure, Result};
use crate::diff::diff;
use crate::{files, place, tool};
use std::path::{Path, PathBuf};

pub(crate) const COMMAND: Command = Command {
    name: "load",
    args: "[target…]",
    summary: "loads a plugin on other platforms: Windows, Arm",
    details: "\
Compiles the standard library for each platform, then the host and the plugin in `xtask/load`, runs
the host in an emulator and compares what it prints with `xtask/load/expected-output.txt`.

  target    only this one: `x86_64-pc-windows-gnu`, `aarch64-unknown-linux-gnu`

Needs Debian's packages rustc-web and rust-web-src, and for the platforms gcc-mingw-w64-x86-64, wine
and wine64, gcc-aarch64-linux-gnu, libc6-dev-arm64-cross and qemu-user, and the network once. What is
missing is skipped in words, or, with CI=true, is an error.",
    run,
};

struct Platform {
    target: &'static str,
    /// Programs that must be there.
    needs: &'static [&'static str],
    linker: &'static str,
    runner: &'static [&'static str],
    host: &'static str,
    plugin: &'static str,
}

const PLATFORMS: &[Platform] = &[
    Platform {
        target: "x86_64-pc-windows-gnu",
        needs: &["x86_64-w64-mingw32-gcc", "wine"],
        linker: "x86_64-w64-mingw32-gcc",
        runner: &["wine"],
        host: "host.exe",
        plugin: "plugin.dll",
    },
    Platform {
        target: "aarch64-unknown-linux-gnu",
        needs: &["aarch64-linux-gnu-gcc", "qemu-aarch64"],
        linker: "aarch64-linux-gnu-gcc",
        runner: &["qemu-aarch64", "-L", "/usr/aarch64-linux-gnu"],
        host: "host",
        plugin: "libplugin.so",
    },
];

/// Debian's, beside its sources.
const RUSTC: &str = "/usr/bin/rustc";
const SOURCES: &str = "/usr/lib/rustlib/src/rust/library";

fn run(args: &[String]) -> Result {
    for name in args {
        if !PLATFORMS.iter().any(|platform| platform.target == name) {
            return Err(COMMAND.unknown_arg(name));
        }
    }
    let mut skipped = Vec::new();
    if !Path::new(RUSTC).is_file() || !Path::new(SOURCES).is_dir() {
        skipped.push(format!(
            "there is no {RUSTC}, or no {SOURCES}: `apt-get install rustc-web rust-web-src`"
        ));
    }
    for platform in PLATFORMS {
        if !args.is_empty() && !args.iter().any(|name| name == platform.target) {
            continue;
        }
        let missing: Vec<_> = platform
            .needs
            .iter()
            .copied()
            .filter(|program| !has(program))
            .collect();
        if !missing.is_empty() {
            skipped.push(format!("{}: no {}", platform.target, missing.join(", ")));
        }
        if skipped.is_empty() {
            let start = std::time::Instant::now();
            platform.check()?;
            let seconds = start.elapsed().as_secs();
            println!("{}: loaded and called ({seconds} s)", platform.target);
        }
    }
    if std::env::var_os("CI").is_some() && !skipped.is_empty() {
        return Err(Failure::new(skipped.join("\nerror: ")));
    }
    for why in skipped {
        println!("skipped: {why}");
    }
    Ok(())
}

fn has(program: &str) -> bool {
    std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|dir| dir.join(program).is_file()))
}

impl Platform {
    fn check(&self) -> Result {
        let folder = place::repository().join("xtask/load");
        let target = place::target()?.join("load");
        let mut build = tool::cargo(&folder);
        let linker = format!(
            "CARGO_TARGET_{}_LINKER",
            self.target.replace('-', "_").to_uppercase()
        );
        build
            .args(["build", "--quiet", "-Zbuild-std=std,panic_unwind"])
            .args(["--target", self.target])
            .arg("--target-dir")
            .arg(&target)
            .env("RUSTC", RUSTC)
            // The unstable flag is Cargo's; what is compiled is stable.
            .env("RUSTC_BOOTSTRAP", "1")
            .env(linker, self.linker);
        let output = tool::run(build)?;
        if !output.success() {
            return Err(Failure::new(format!(
                "{} wasn't built:\n{}",
                self.target, output.text
            )));
        }
        let out = target.join(self.target).join("debug");
        if self.target.contains("windows") {
            prng(&out)?;
        }
        let mut run = tool::tool(self.runner[0], &out);
        run.args(&self.runner[1..])
            .arg(format!("./{}", self.host))
            .arg(format!("./{}", self.plugin))
            .env("WINEDEBUG", "-all")
            .env("WINEPREFIX", target.join("wine"));
        let printed = tool::run(run)?;
        let expected = files::read(&folder.join("expected-output.txt"))?;
        let mut lines = String::new();
        for line in printed.text.lines().filter(|line| !is_noise(line)) {
            lines.push_str(&line.replace(self.plugin, "PLUGIN"));
            lines.push('\n');
        }
        if printed.success() && lines == expected {
            return Ok(());
        }
        Err(Failure::new(format!(
            "{}: the host printed something else\n{}",
            self.target,
            diff(&expected, &lines)
        )))
    }
}

/// Wine's own, and the panic hook's, which names places.
fn is_noise(line: &str) -> bool {
    line.starts_with("wine: ")
        || line.starts_with("thread '")
        || line.starts_with("note: run with `RUST_BACKTRACE")
        || line.trim().is_empty()
        || line.starts_with("time runs backwards")
}

/// Rust's standard library takes its randomness from a DLL that Debian's wine doesn't have.
fn prng(out: &Path) -> Result {
    let source = "\
#include <windows.h>
#include <ntsecapi.h>
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T len) {
    return RtlGenRandom(data, (ULONG)len);
}
";
    let file: PathBuf = out.join("bcryptprimitives.c");
    files::write(&file, source)?;
    let mut compile = tool::tool("x86_64-w64-mingw32-gcc", out);
    compile.args([
        "-shared",
        "-o",
        "bcryptprimitives.dll",
        "bcryptprimitives.c",
        "-ladvapi32",
    ]);
    let compiled = tool::run(compile)?;
    if compiled.success() {
        Ok(())
    } else {
        Err(Failure::new(compiled.text))
    }
}
