//! `cargo xtask ir-corpus`: the reader of LLVM IR against what compilers write today.
//!
//! | file | holds |
//! |---|---|
//! | `build.rs` | the IR of real crates, by the present toolchain |
//! | `oracle.rs` | an LLVM that is installed, if one is |
//! | `record.rs` | the small corpus in `fixtures/ir` |

mod build;
mod oracle;
mod record;

use crate::command::{Command, Failure, Result};
use crate::{forward, place, tool};
use std::path::PathBuf;

pub(crate) const COMMAND: Command = Command {
    name: "ir-corpus",
    args: "[--full | --record]",
    summary: "reads the LLVM IR of real crates, and says where the reader isn't right",
    details: "\
Builds the programs in fixtures/ir/crates and everything that they depend on with the present
toolchain, and reads all of their IR: every function is read without a problem and without a node that
isn't known, is written again byte for byte, and the verifier has nothing to say. Where an LLVM 22 or
newer is installed, it has to take what we write.

With --full it builds more programs in more profiles, and asks LLVM about three thousand texts that
were changed at random: what we refuse, it has to refuse.

With --record it writes the small corpus in fixtures/ir anew, for the toolchains and the clang that
are installed.",
    run,
};

fn run(args: &[String]) -> Result {
    let full = match args {
        [] => false,
        [arg] if arg == "--full" => true,
        [arg] if arg == "--record" => return record::all(),
        [other, ..] => return Err(COMMAND.unknown_arg(other)),
    };
    let version = rustc_version()?;
    println!("rustc {version}");
    let target = place::target()?.join("ir-corpus").join(&version);
    let files = build::all(&target, full)?;
    let rewritten = target.join("rewritten");
    // Of an earlier run.
    let _ = std::fs::remove_dir_all(&rewritten);
    let check = |more: &[&str], files: &[PathBuf]| {
        let mut words = vec![
            "run",
            "--release",
            "--quiet",
            "-p",
            "linkface-ir",
            "--example",
            "corpus",
            "--",
        ];
        words.extend(more);
        let files: Vec<String> = files
            .iter()
            .map(|file| file.to_string_lossy().into_owned())
            .collect();
        words.extend(files.iter().map(String::as_str));
        forward::cargo(&words, &[])
    };
    // What a compiler that is newer than we know writes may hold what we don't know.
    let newer = !version.starts_with("1.95.");
    let lenient: &[&str] = if newer { &["--lenient"] } else { &[] };
    let Some(llvm) = oracle::find() else {
        check(lenient, &files)?;
        println!("skipped: no LLVM 22 or newer is installed (`apt-get install llvm-22`)");
        return Ok(());
    };
    let folder = rewritten.to_string_lossy().into_owned();
    check(&[lenient, &["--write", &folder]].concat(), &files)?;
    llvm.takes(&rewritten, full)?;
    if full {
        let cases = [("LINKFACE_FUZZ_ORACLE", "3000")];
        let words = [
            "test",
            "--release",
            "--quiet",
            "-p",
            "linkface-ir",
            "--test",
            "fuzz",
            "--",
            "--nocapture",
            "llvm_refuses_what_we_refuse",
        ];
        forward::cargo(&words, &cases)?;
    }
    Ok(())
}

/// The release of the compiler that Cargo calls: `1.95.0`.
fn rustc_version() -> Result<String> {
    field("release: ")
}

/// The platform that it compiles for.
fn host() -> Result<String> {
    field("host: ")
}

fn field(name: &str) -> Result<String> {
    let mut rustc = tool::tool("rustc", &place::repository());
    rustc.arg("-vV");
    let output = tool::run(rustc)?;
    let line = output.text.lines().find_map(|line| line.strip_prefix(name));
    line.map(str::to_owned)
        .ok_or_else(|| Failure::new(format!("`rustc -vV` doesn't say `{name}`")))
}
