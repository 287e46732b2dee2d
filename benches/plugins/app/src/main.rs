//! The host of all peers' plugins.
//!
//! ```text
//! plugin-bench-app count TURNS FOLDER        calls, for valgrind
//! plugin-bench-app time ROUNDS FOLDER        calls, by the clock
//! plugin-bench-app load PEER FILE…           how long loading each takes, in nanoseconds, or the error
//! plugin-bench-app try PEER FILE             what a call with a struct answers, or the error
//! ```
//!
//! `FOLDER` holds the plugins: `libc_plugin.so`, …

mod abi_stable;
mod boxed;
mod c;
mod direct;
mod linkface;
mod savefile;
mod stabby;
mod unchecked;

use linkface_api::Physics as _;
use plugin_bench_harness::Case;
use savefile_api::Physics as _;
use stabby_api::PhysicsDynMut as _;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

type Error = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = match args.as_slice() {
        ["load", peer, files @ ..] => files
            .iter()
            .try_for_each(|file| load(peer, Path::new(file))),
        ["try", peer, file] => attempt(peer, Path::new(file)),
        [what @ ("count" | "time"), number, folder] => calls(what, number, Path::new(folder)),
        _ => Err(
            "usage: count TURNS FOLDER | time ROUNDS FOLDER | load PEER FILE… | try PEER FILE"
                .into(),
        ),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn calls(what: &str, number: &str, folder: &Path) -> Result<(), Error> {
    let file = |peer: &str| folder.join(format!("lib{peer}_plugin.so"));
    let all: Vec<Vec<Case>> = vec![
        direct::cases(),
        boxed::cases(&file("boxed"))?,
        c::cases(&file("c"))?,
        linkface::cases(&file("linkface_bench"))?,
        abi_stable::cases(&file("abi_stable"))?,
        stabby::cases(&file("stabby"))?,
        savefile::cases(&file("savefile"))?,
    ];
    plugin_bench_harness::calls(what, number.parse()?, all.into_iter().flatten().collect());
    Ok(())
}

/// The first one of this process with all that is made once.
fn load(peer: &str, file: &Path) -> Result<(), Error> {
    let start = Instant::now();
    let answer = match peer {
        "boxed" => boxed::load(file)?.add(1),
        "c" => c::load(file)?.add(1),
        "linkface" => linkface::load(file)?.add(1),
        "abi_stable" => abi_stable::load(file)?.add(1),
        "stabby" => stabby::load(file)?.add(1),
        "savefile" => savefile::load(file)?.add(1),
        "unchecked" => unchecked::load(file)?,
        _ => return Err("no such peer".into()),
    };
    let taken = start.elapsed();
    assert_eq!(answer, 1);
    println!("{}", taken.as_nanos());
    Ok(())
}

/// A plugin of another version of the interface.
fn attempt(peer: &str, file: &Path) -> Result<(), Error> {
    let answer = match peer {
        "boxed" => boxed::world(file)?,
        "c" => c::world(file)?,
        "linkface" => linkface::world(file)?,
        "abi_stable" => abi_stable::world(file)?,
        "stabby" => stabby::world(file)?,
        "savefile" => savefile::world(file)?,
        _ => return Err("no such peer".into()),
    };
    println!("{answer}");
    Ok(())
}
