//! The tables.

use crate::ours::Ours;
use crate::peers::Peer;
use std::fmt::Write as _;
use std::time::Duration;

pub(crate) fn table(name: &str, text: &str, ours: &Ours, peers: &[Peer]) -> String {
    let bytes = text.len() as f64;
    let rate = |took: Duration| bytes / 1e6 / took.as_secs_f64();
    let mut out = String::new();
    let _ = writeln!(
        out,
        "## {name}\n\n{:.1} MB, {} instructions, {} metadata nodes.\n",
        bytes / 1e6,
        ours.instructions,
        ours.nodes
    );
    let _ = writeln!(
        out,
        "| reader | does | processor time | MB/s | beside ours |\n|---|---|--:|--:|--:|"
    );
    let mut row = |name: &str, does: &str, took: Duration, factor: Option<f64>| {
        let factor = factor.map_or(String::new(), |factor| format!("{factor:.1} ×"));
        let _ = writeln!(
            out,
            "| {name} | {does} | {} | {:.0} | {factor} |",
            ms(took),
            rate(took)
        );
    };
    row(
        "**linkface-ir**",
        "parses functions, items and metadata; one thread",
        ours.parse,
        None,
    );
    row(
        "linkface-ir, verified",
        "the same, and the verifier",
        ours.parse + ours.verify,
        None,
    );
    let mut words = Vec::new();
    for peer in peers {
        match &peer.took {
            Ok(took) => {
                let factor = took.as_secs_f64() / ours.parse.as_secs_f64();
                row(&peer.name, peer.does, *took, Some(factor));
            }
            Err(why) => words.push(format!("{}: {why}.", peer.name)),
        }
    }
    let _ = writeln!(out);
    for line in words {
        let _ = writeln!(out, "{line}\n");
    }
    let _ = writeln!(out, "| linkface-ir | time | |\n|---|--:|---|");
    let _ = writeln!(
        out,
        "| finding the functions | {} | {:.1} GB/s |",
        ms(ours.index),
        bytes / 1e9 / ours.index.as_secs_f64()
    );
    let _ = writeln!(
        out,
        "| parsing on {} processors, by the clock | {} | {:.0} MB/s |",
        rayon::current_num_threads(),
        ms(ours.parallel),
        rate(ours.parallel)
    );
    let _ = writeln!(
        out,
        "| verifying | {} | {:.0} MB/s |",
        ms(ours.verify),
        rate(ours.verify)
    );
    let _ = writeln!(
        out,
        "| writing all functions | {} | {:.0} MB/s |",
        ms(ours.print),
        rate(ours.print)
    );
    let _ = writeln!(
        out,
        "| showing one function, from the start of a process to its end | {} | |\n",
        ms(ours.one)
    );
    out
}

pub(crate) fn page(tables: &[String]) -> String {
    format!(
        "# How fast LLVM IR is read\n\n\
         Written by `cargo run --release --manifest-path benches/ir/Cargo.toml`. Processor time, the \
         shortest of\nseveral runs, all in one run on one machine; where it says so, by the clock.\n\n{}",
        tables.join("")
    )
}

fn ms(took: Duration) -> String {
    format!("{:.1} ms", took.as_secs_f64() * 1e3)
}
