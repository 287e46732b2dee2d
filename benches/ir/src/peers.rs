//! Other readers, as far as they are installed or can be.

use crate::input::here;
use crate::time;
use anyhow::{Context as _, Result, bail};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

/// A reader, and what it took, or why there is no number.
pub(crate) struct Peer {
    pub(crate) name: String,
    pub(crate) does: &'static str,
    pub(crate) took: std::result::Result<Duration, String>,
}

const TIMES: usize = 3;
const LLVM: &str = "/usr/lib/llvm-22/bin";

pub(crate) fn measure(file: &Path) -> Result<Vec<Peer>> {
    let peers = vec![
        tool(
            "llvm-as",
            "parses, verifies, writes bitcode",
            &["-o", "/dev/null"],
            file,
        ),
        tool(
            "opt",
            "the same without bitcode",
            &["-passes=verify", "-disable-output"],
            file,
        ),
        llvmlite(file)?,
        llvm_ir(file)?,
    ];
    Ok(peers)
}

fn tool(name: &str, does: &'static str, args: &[&str], file: &Path) -> Peer {
    let program = Path::new(LLVM).join(name);
    let took = if program.is_file() {
        let run = || {
            let status = Command::new(&program).args(args).arg(file).status()?;
            if status.success() {
                Ok(())
            } else {
                bail!("{name} refuses the file")
            }
        };
        time::children(TIMES, run).map_err(|error| error.to_string())
    } else {
        Err("not installed (`apt-get install llvm-22`)".to_owned())
    };
    Peer {
        name: format!("`{name}` of LLVM 22"),
        does,
        took,
    }
}

/// Python's binding, in an environment of its own.
fn llvmlite(file: &Path) -> Result<Peer> {
    let python = here().join("target/venv/bin/python");
    if !python.is_file() {
        let made =
            quiet(
                Command::new("python3")
                    .args(["-m", "venv"])
                    .arg(here().join("target/venv")),
            ) && quiet(Command::new(&python).args(["-m", "pip", "install", "--quiet", "llvmlite"]));
        if !made {
            return Ok(Peer {
                name: "llvmlite".to_owned(),
                does: "",
                took: Err("can't be installed here".to_owned()),
            });
        }
    }
    let script = "\
import sys, time, llvmlite, llvmlite.binding as llvm
text = open(sys.argv[1]).read()
start = time.process_time()
try:
    module = llvm.parse_assembly(text)
    print(time.process_time() - start)
except RuntimeError as error:
    print('refused')
print(llvmlite.__version__, '.'.join(map(str, llvm.llvm_version_info)))
";
    let mut best: Option<f64> = None;
    let mut version = String::new();
    for _ in 0..TIMES {
        let output = Command::new(&python)
            .args(["-c", script])
            .arg(file)
            .output()?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let mut lines = text.lines();
        let first = lines.next().unwrap_or_default().parse::<f64>().ok();
        lines.next().unwrap_or_default().clone_into(&mut version);
        best = match (best, first) {
            (Some(best), Some(first)) => Some(best.min(first)),
            (best, first) => best.or(first),
        };
    }
    let (own, llvm) = version.split_once(' ').unwrap_or((&version, "?"));
    Ok(Peer {
        name: format!("llvmlite {own} (LLVM {llvm})"),
        does: "parses and verifies; without Python's start",
        took: best
            .map(Duration::from_secs_f64)
            .ok_or_else(|| "refuses the file".to_owned()),
    })
}

/// The crate, which needs libLLVM 19 at most: built only where that is installed.
fn llvm_ir(file: &Path) -> Result<Peer> {
    let name = "`llvm-ir` 0.11 (LLVM 19, the newest that it binds)".to_owned();
    let does = "libLLVM parses, then structs of Rust's are made";
    let peer = |took| Peer { name, does, took };
    if !Path::new("/usr/lib/llvm-19/bin/llvm-config").is_file() {
        return Ok(peer(Err(
            "not installed (`apt-get install llvm-19-dev`)".to_owned()
        )));
    }
    let folder: PathBuf = here().join("llvm-ir");
    let built = Command::new("cargo")
        .args(["build", "--quiet", "--release", "--manifest-path"])
        .arg(folder.join("Cargo.toml"))
        .env("LLVM_SYS_191_PREFIX", "/usr/lib/llvm-19")
        .stderr(Stdio::null())
        .status()
        .context("cannot run cargo")?;
    if !built.success() {
        return Ok(peer(Err("can't be built here".to_owned())));
    }
    let program = folder.join("target/release/read");
    let output = Command::new(&program).arg(file).output()?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        let line = said
            .lines()
            .find(|line| !line.trim().is_empty())
            .unwrap_or("an error");
        // Not where it is on this machine.
        let folder = format!("{}/", file.parent().unwrap_or(file).display());
        let line: String = line.replace(&folder, "").chars().take(160).collect();
        return Ok(peer(Err(format!("refuses the file: {}", line.trim()))));
    }
    let run = || {
        let status = Command::new(&program).arg(file).status()?;
        if status.success() {
            Ok(())
        } else {
            bail!("refuses the file")
        }
    };
    Ok(peer(
        time::children(TIMES, run).map_err(|error| error.to_string()),
    ))
}

fn quiet(command: &mut Command) -> bool {
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status();
    status.is_ok_and(|status| status.success())
}
