//! An LLVM that is installed, if one is.

use super::build::length;
use crate::command::{Failure, Result};
use crate::{files, place, tool};
use std::path::{Path, PathBuf};

/// The oldest that reads what rustc 1.95 writes.
const OLDEST: u32 = 22;

/// How much it is given to read without `--full`: it is slower than we are.
const BYTES: u64 = 60_000_000;

/// LLVM's assembler: it reads IR, verifies it, and says what is wrong.
pub(super) struct Llvm {
    assembler: PathBuf,
}

/// Where Debian puts it, or on the path.
pub(super) fn find() -> Option<Llvm> {
    let newest_first = (OLDEST..OLDEST + 10).rev();
    let debian = newest_first
        .map(|version| PathBuf::from(format!("/usr/lib/llvm-{version}/bin/llvm-as")))
        .find(|path| path.is_file());
    if let Some(assembler) = debian {
        return Some(Llvm { assembler });
    }
    let assembler = PathBuf::from("llvm-as");
    let mut ask = tool::tool(&assembler, &place::repository());
    ask.arg("--version");
    let output = tool::run(ask).ok()?;
    let version = output
        .text
        .split_once("LLVM version ")
        .and_then(|(_, rest)| rest.split('.').next())
        .and_then(|major| major.parse::<u32>().ok());
    version
        .is_some_and(|version| version >= OLDEST)
        .then_some(Llvm { assembler })
}

impl Llvm {
    /// It takes every file in `folder`; without `all`, as many as it reads in a few seconds.
    pub(super) fn takes(&self, folder: &Path, all: bool) -> Result {
        let mut files = files::list(folder)?;
        // Small files first: more of them.
        files.sort_by_key(|file| length(file));
        let (mut count, mut bytes) = (0, 0);
        for file in &files {
            let length = length(file);
            if !all && bytes + length > BYTES {
                break;
            }
            let mut assembler = tool::tool(&self.assembler, folder);
            assembler.arg(file).args(["-o", "/dev/null"]);
            let output = tool::run(assembler)?;
            if !output.success() {
                return Err(Failure::new(format!(
                    "LLVM refuses {}, as we wrote it:\n{}",
                    file.display(),
                    output.text
                )));
            }
            count += 1;
            bytes += length;
        }
        println!(
            "{} takes {count} of {} files as we write them, {} MB",
            self.assembler.display(),
            files.len(),
            bytes / 1_000_000
        );
        Ok(())
    }
}
