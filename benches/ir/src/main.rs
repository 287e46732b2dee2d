//! How fast linkface-ir reads LLVM IR, beside other readers, in one run.
//!
//! ```sh
//! cargo run --release --manifest-path benches/ir/Cargo.toml             # writes RESULTS.md; a few minutes
//! cargo run --release --manifest-path benches/ir/Cargo.toml -- a.ll     # of these files; writes nothing
//! ```
//!
//! | file | holds |
//! |---|---|
//! | `input.rs` | the IR that is read: a program of real crates after fat LTO |
//! | `ours.rs` | linkface-ir |
//! | `peers.rs` | llvm-as, opt, llvmlite, the crate `llvm-ir` |
//! | `time.rs` | processor time |
//! | `report.rs` | the tables |

mod input;
mod ours;
mod peers;
mod report;
mod time;

use anyhow::Result;
use std::path::PathBuf;

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if let [command, file, function] = args.as_slice()
        && command == "--one"
    {
        return ours::one(file.as_ref(), function);
    }
    let given: Vec<PathBuf> = args.iter().map(PathBuf::from).collect();
    let files = if given.is_empty() {
        input::build()?
    } else {
        given.clone()
    };
    let mut tables = Vec::new();
    for file in &files {
        eprintln!("{}", file.display());
        let text = std::fs::read_to_string(file)?;
        let ours = ours::measure(file, &text)?;
        let peers = peers::measure(file)?;
        tables.push(report::table(&input::name(file), &text, &ours, &peers));
    }
    let report = report::page(&tables);
    print!("{report}");
    if given.is_empty() {
        std::fs::write(input::here().join("RESULTS.md"), report)?;
    }
    Ok(())
}
