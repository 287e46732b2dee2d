//! The small corpus in `fixtures/ir`: each file by the compiler that its folder is named after.

use crate::command::{Failure, Result};
use crate::{place, tool};
use std::path::Path;
use std::process::Command;

/// A file, its source, and the flags.
type File = (&'static str, &'static str, &'static [&'static str]);

const RUSTC: &[File] = &[
    ("hex-debug", "hex.rs", &[]),
    ("hex-debug-full", "hex.rs", &["-Cdebuginfo=full"]),
    ("hex-release", "hex.rs", &["-O", "-Clink-dead-code"]),
    (
        "hex-release-full",
        "hex.rs",
        &["-O", "-Clink-dead-code", "-Cdebuginfo=full"],
    ),
    (
        "hex-before",
        "hex.rs",
        &["-O", "-Clink-dead-code", "-Cno-prepopulate-passes"],
    ),
    ("shapes-debug", "shapes.rs", &[]),
    (
        "shapes-release-full",
        "shapes.rs",
        &["-O", "-Cdebuginfo=full"],
    ),
];

const NIGHTLY: &[File] = &[
    ("shapes-release", "shapes.rs", &["-O"]),
    (
        "simd-full",
        "simd.rs",
        &["-O", "-Clink-dead-code", "-Cdebuginfo=full"],
    ),
];

const CLANG: &[File] = &[
    ("c-debug-full", "shapes.c", &["-O0", "-g"]),
    ("c-release", "shapes.c", &["-O2"]),
    ("cpp-linux", "shapes.cpp", &["-O2", "-fexceptions"]),
    (
        "cpp-windows",
        "shapes.cpp",
        &[
            "-O1",
            "-fexceptions",
            "-fcxx-exceptions",
            "--target=x86_64-pc-windows-msvc",
        ],
    ),
];

pub(super) fn all() -> Result {
    let corpus = place::repository().join("fixtures/ir");
    rust(&corpus, "1.95.0", "rustc-1.95", RUSTC)?;
    rust(&corpus, "nightly", "rustc-nightly", NIGHTLY)?;
    clang(&corpus)?;
    by_hand(&corpus)
}

fn rust(corpus: &Path, toolchain: &str, folder: &str, files: &[File]) -> Result {
    let mut ask = tool::tool("rustup", corpus);
    ask.args(["run", toolchain, "rustc", "--version"]);
    if !tool::run(ask).is_ok_and(|output| output.success()) {
        println!("skipped: {folder}: there is no toolchain `{toolchain}`");
        return Ok(());
    }
    for (name, source, flags) in files {
        let mut rustc = tool::tool("rustup", corpus);
        rustc.args([
            "run",
            toolchain,
            "rustc",
            "--edition=2024",
            "--crate-type=lib",
        ]);
        rustc.args(["-Ccodegen-units=1", "--emit=llvm-ir"]);
        // The same on every machine.
        rustc.arg(format!("--remap-path-prefix={}=/corpus", corpus.display()));
        rustc.args(*flags);
        rustc.arg("-o").arg(format!("{folder}/{name}.ll"));
        rustc.arg(format!("sources/{source}"));
        write(corpus, folder, name, rustc)?;
    }
    Ok(())
}

fn clang(corpus: &Path) -> Result {
    let folder = "clang-22";
    for (name, source, flags) in CLANG {
        let mut clang = tool::tool("clang-22", corpus);
        clang.args(["-S", "-emit-llvm"]).args(*flags);
        clang.arg(format!("-ffile-prefix-map={}=/corpus", corpus.display()));
        clang.arg("-o").arg(format!("{folder}/{name}.ll"));
        clang.arg(format!("sources/{source}"));
        if !Path::new("/usr/bin/clang-22").is_file() {
            println!("skipped: {folder}: there is no clang-22 (`apt-get install clang-22`)");
            return Ok(());
        }
        write(corpus, folder, name, clang)?;
    }
    Ok(())
}

/// What is written by hand, as LLVM writes it.
fn by_hand(corpus: &Path) -> Result {
    let opt = "/usr/lib/llvm-22/bin/opt";
    if !Path::new(opt).is_file() {
        println!("skipped: llvm-22: there is no {opt} (`apt-get install llvm-22`)");
        return Ok(());
    }
    for file in crate::files::list(&corpus.join("by-hand"))? {
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        let mut command = tool::tool(opt, corpus);
        command.args(["-S", "-passes=verify", "-preserve-ll-uselistorder"]);
        command.arg(format!("by-hand/{name}.ll"));
        command.arg("-o").arg(format!("llvm-22/{name}.ll"));
        write(corpus, "llvm-22", &name, command)?;
    }
    Ok(())
}

fn write(corpus: &Path, folder: &str, name: &str, command: Command) -> Result {
    let folder_path = corpus.join(folder);
    std::fs::create_dir_all(&folder_path).map_err(|error| {
        Failure::new(format!(
            "cannot create `{}`: {error}",
            folder_path.display()
        ))
    })?;
    let output = tool::run(command)?;
    if !output.success() {
        return Err(Failure::new(format!(
            "{folder}/{name}.ll:\n{}",
            output.text
        )));
    }
    println!("{folder}/{name}.ll");
    Ok(())
}
