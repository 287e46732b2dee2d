//! `RESULTS.md`

use crate::built::{Built, size};
use crate::calls::{Calls, Cost};
use crate::cold::{Cold, ROUNDS};
use crate::goals::Verdict;
use crate::grown::{Answer, Grown};
use crate::load::{Load, Times};
use crate::peer::{LINKFACE, PEERS};
use anyhow::Result;
use plugin_bench_harness::Scenario;
use std::fmt::Write as _;

/// All tables.
pub(crate) fn text(
    machine: &str,
    built: &Built,
    calls: &Calls,
    loads: &[Load],
    grown: &[Grown],
    cold: &[Cold],
    verdicts: &[Verdict],
) -> Result<String> {
    let mut out = format!(
        "# What a loaded implementor costs\n\n\
         Written by `cargo run --release --manifest-path benches/plugins/Cargo.toml`; what is measured is \
         said in [the README](../README.md#a-loaded-implementor-beside-its-peers).\n\n{machine}.\n"
    );
    calls_tables(&mut out, calls);
    load_table(&mut out, loads, built)?;
    grown_table(&mut out, grown);
    cold_table(&mut out, cold);
    let met = verdicts.iter().filter(|verdict| verdict.met).count();
    let _ = write!(
        out,
        "\n## Goals\n\n{met} of {} are reached.\n\n",
        verdicts.len()
    );
    for verdict in verdicts {
        let _ = writeln!(out, "* {verdict}");
    }
    Ok(out)
}

type Cell = fn(Cost) -> Option<String>;

fn calls_tables(out: &mut String, calls: &Calls) {
    let instructions: Cell = |cost| Some(cost.instructions?.to_string());
    let best: Cell = |cost| Some(format!("{:.1}", cost.time?.best));
    let median: Cell = |cost| Some(format!("{:.1}", cost.time?.median));
    let ratio: Cell = |cost| Some(format!("{:.2}", cost.time?.ratio));
    let tables = [
        (
            "A call: instructions",
            "Of caller and callee, without the loop; as valgrind counts them: the same in every run, but for what allocates.",
            instructions,
        ),
        (
            "A call: time, beside the linked call",
            "In a loop, with the loop: the median of the ratios of rounds that were measured one after \
             the other.",
            ratio,
        ),
        (
            "A call: nanoseconds, best round",
            "In a loop, with the loop.",
            best,
        ),
        ("A call: nanoseconds, median round", "The same.", median),
    ];
    for (title, words, cell) in tables {
        let _ = writeln!(out, "\n## {title}\n\n{words}");
        let mut head = vec![String::new()];
        head.extend(PEERS.iter().map(|peer| peer.title.to_owned()));
        let mut rows = vec![head];
        for scenario in Scenario::ALL {
            let mut row = vec![scenario.title().to_owned()];
            row.extend(PEERS.iter().map(|peer| {
                let cost = calls.cost(peer.name, scenario).and_then(cell);
                cost.unwrap_or_else(|| "–".to_owned())
            }));
            rows.push(row);
        }
        table(out, &rows);
    }
}

fn load_table(out: &mut String, loads: &[Load], built: &Built) -> Result<()> {
    out.push_str(
        "\n## Loading\n\nTo open a plugin and check it, map it, and call a method of what it made: the first \
         plugin of a process, with all that is made once, and the next, another file with the same in it. In \
         microseconds by the clock, one process after the other. What the system's loader takes is in all of \
         them: it is nearly all of what the unchecked ones take. abi_stable loads a root module once.\n",
    );
    let head = [
        "",
        "first, best",
        "first, median",
        "next, best",
        "next, median",
        "file, KB",
    ];
    let mut rows = vec![head.map(str::to_owned).into()];
    for load in loads {
        let peer = PEERS.iter().find(|peer| peer.title == load.title);
        let size = match peer.and_then(|peer| built.plugin(*peer)) {
            Some(file) => format!("{:.0}", size(&file)? as f64 / 1e3),
            None => String::new(),
        };
        let next = |time: fn(&Times) -> f64| {
            let next = load.next.as_ref();
            next.map_or("–".to_owned(), |next| format!("{:.0}", time(next)))
        };
        rows.push(vec![
            load.title.clone(),
            format!("{:.0}", load.first.best),
            format!("{:.0}", load.first.median),
            next(|times| times.best),
            next(|times| times.median),
            size,
        ]);
    }
    table(out, &rows);
    Ok(())
}

fn grown_table(out: &mut String, grown: &[Grown]) {
    out.push_str(
        "\n## A plugin whose struct has one more field, in front\n\nIt was compiled against another version \
         of the interface, and is loaded and called.\n",
    );
    let mut rows = vec![["", "", "lines"].map(str::to_owned).into()];
    let mut ours = None;
    for Grown { peer, answer } in grown {
        let (words, lines) = match answer {
            Answer::Refused(text) => ("refused", text.lines().count().to_string()),
            Answer::Wrong => ("loaded; reads fields for others", String::new()),
            Answer::Right => ("loaded; reads the fields", String::new()),
        };
        if let (LINKFACE, Answer::Refused(text)) = (peer.name, answer) {
            ours = Some(text);
        }
        rows.push(vec![peer.title.to_owned(), words.to_owned(), lines]);
    }
    table(out, &rows);
    if let Some(ours) = ours {
        let _ = writeln!(out, "\nlinkface-plugin says:\n\n```text\n{ours}\n```");
    }
}

fn cold_table(out: &mut String, cold: &[Cold]) {
    let _ = writeln!(
        out,
        "\n## Cold build\n\n`cargo build --release` of a crate that depends on this and nothing else, as a \
         host does; best of {ROUNDS}."
    );
    let mut rows = vec![
        ["", "crates", "processor, s", "by the clock, s"]
            .map(str::to_owned)
            .into(),
    ];
    for cold in cold {
        rows.push(vec![
            cold.peer.to_owned(),
            cold.crates.to_string(),
            format!("{:.1}", cold.processor.as_secs_f64()),
            format!("{:.1}", cold.clock.as_secs_f64()),
        ]);
    }
    table(out, &rows);
}

/// A Markdown table; the first row is the head.
fn table(out: &mut String, rows: &[Vec<String>]) {
    out.push('\n');
    for (number, row) in rows.iter().enumerate() {
        let _ = writeln!(out, "| {} |", row.join(" | "));
        if number == 0 {
            let _ = writeln!(out, "|---{}|", "|--:".repeat(row.len() - 1));
        }
    }
}
