//! `RESULTS.md`.

use crate::calls::{Calls, Cost, Count, valgrind};
use crate::cold::Cold;
use crate::facades::Graph;
use crate::goals::{self, Verdict};
use crate::items::{ITEMS, Items};
use crate::profile::Profile;
use crate::uses::{USES, Way};
use bench_harness::Scenario;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::Duration;

/// The whole text.
pub(crate) fn text(
    machine: &str,
    calls: &[(Profile, Calls)],
    cold: &[Cold],
    items: &[Items],
    graphs: &[Graph],
    ways: &[Way],
) -> String {
    let mut out = format!(
        "# What linkface costs\n\n\
         Written by `cargo run --release --manifest-path benches/Cargo.toml`; \
         [README.md](README.md) says what is measured.\n\n\
         {machine}.\n\n## Instructions of one call\n\n\
         From the calling function's first instruction to its last, with the callee's own work (three \
         or four instructions). In brackets, how many of them are calls and jumps whose target is read \
         from memory: rustc reaches *every* function of another crate through the global offset table \
         unless it is inlined.\n"
    );
    for (profile, calls) in calls {
        let cell = |cost: Cost| {
            cost.count.map(|count| {
                let one = count.of_one();
                match one.indirect {
                    0 => one.instructions.to_string(),
                    indirect => format!("{} ({indirect})", one.instructions),
                }
            })
        };
        calls_table(&mut out, profile.title(), calls, &cell);
    }
    let _ = write!(
        out,
        "\n## Time of one call\n\nNanoseconds for a turn of the loop that calls the calling function \
         through a pointer, best of many; in brackets the ratio to the direct call. The same \
         instructions at another address took up to {:.2} ns more in this run: smaller differences \
         mean nothing.\n",
        noise(calls)
    );
    for (profile, calls) in calls {
        let cell = |cost: Cost| {
            let time = cost.time?;
            Some(format!("{:.2} ({:.1}×)", time.nanoseconds, time.ratio))
        };
        calls_table(&mut out, profile.title(), calls, &cell);
    }
    cold_table(&mut out, cold);
    items_table(&mut out, items);
    out.push_str(&facades(graphs));
    out.push_str(&uses(ways));
    let mut verdicts = goals::judge_builds(cold, items);
    verdicts.extend(goals::judge_facades(graphs));
    if valgrind().is_some() {
        verdicts.extend(goals::judge(calls));
        verdicts.push(goals::judge_stretch(calls));
    }
    goals_list(&mut out, &verdicts);
    out
}

/// How many nanoseconds two measurements of the same instructions differ at most.
fn noise(calls: &[(Profile, Calls)]) -> f64 {
    let mut most: f64 = 0.0;
    for (_, calls) in calls {
        for scenario in Scenario::ALL {
            let mut same: BTreeMap<Count, (f64, f64)> = BTreeMap::new();
            for cost in calls.costs(scenario) {
                if let (Some(count), Some(time)) = (cost.count, cost.time) {
                    let time = time.nanoseconds;
                    let (least, greatest) = same.entry(count).or_insert((time, time));
                    (*least, *greatest) = (least.min(time), greatest.max(time));
                }
            }
            most = same
                .values()
                .fold(most, |most, (least, greatest)| most.max(greatest - least));
        }
    }
    most
}

fn calls_table(
    out: &mut String,
    title: &str,
    calls: &Calls,
    cell: &dyn Fn(Cost) -> Option<String>,
) {
    let names = Scenario::ALL.map(|scenario| scenario.name().to_owned());
    let mut rows = vec![[title.to_owned()].into_iter().chain(names).collect()];
    for peer in &calls.peers {
        let costs = Scenario::ALL.map(|scenario| {
            let cost = calls.cost(peer, scenario);
            cost.and_then(cell).unwrap_or_else(|| "–".to_owned())
        });
        let peer = if peer == "linkface" {
            "**linkface**".to_owned()
        } else {
            format!("`{peer}`")
        };
        rows.push([peer].into_iter().chain(costs).collect());
    }
    table(out, &rows);
}

fn goals_list(out: &mut String, verdicts: &[Verdict]) {
    let met = verdicts.iter().filter(|verdict| verdict.met).count();
    let _ = write!(
        out,
        "\n## Goals\n\nThe goals of linkface's design: {met} of {} are met.\n\n",
        verdicts.len()
    );
    for verdict in verdicts.iter().filter(|verdict| !verdict.met) {
        let _ = writeln!(out, "* {verdict}");
    }
}

fn cold_table(out: &mut String, cold: &[Cold]) {
    out.push_str(
        "\n## Cold build\n\nProcessor time of `cargo build` for a crate that depends on this and \
         nothing else, debug, best of three.\n",
    );
    let mut rows = vec![
        ["", "crates", "seconds", "ratio to linkface"]
            .map(str::to_owned)
            .into(),
    ];
    let ours = cold.first().map_or(Duration::ZERO, |cold| cold.time);
    for Cold { peer, time, crates } in cold {
        rows.push(vec![
            format!("`{peer}`"),
            crates.to_string(),
            format!("{:.1}", time.as_secs_f64()),
            ratio(*time, ours),
        ]);
    }
    table(out, &rows);
}

fn items_table(out: &mut String, items: &[Items]) {
    let _ = write!(
        out,
        "\n## Cost per item\n\nProcessor time for a crate that declares {ITEMS} functions, one that \
         implements them and a program that calls them, debug, best of three, dependencies built \
         before. An item is one declared or one implemented function; ratios are to plain functions \
         with the same bodies.\n"
    );
    let head = [
        "",
        "check, s",
        "ratio",
        "ms per item",
        "build, s",
        "ratio",
        "ms per item",
    ];
    let mut rows = vec![head.map(str::to_owned).into()];
    for way in items {
        let Some(plain) = items
            .iter()
            .find(|plain| plain.is_plain() && plain.body == way.body)
        else {
            continue;
        };
        let mut row = vec![format!("{}, {}", way.title, way.body.title())];
        for (time, plain) in [(way.check, plain.check), (way.build, plain.build)] {
            let item = time.as_secs_f64() * 1e3 / f64::from(2 * ITEMS);
            row.extend([
                format!("{:.2}", time.as_secs_f64()),
                ratio(time, plain),
                format!("{item:.2}"),
            ]);
        }
        rows.push(row);
    }
    table(out, &rows);
}

/// What finding providers costs.
pub(crate) fn facades(graphs: &[Graph]) -> String {
    let mut out = String::from(
        "\n## Finding providers\n\nGenerated workspaces: a façade, a provider, libraries that depend on \
         each other, a quarter of which call the façade, at most 40 of which are members of the workspace, and a root. `link!()`: what it adds to the \
         expansion of the root's macros, as rustc's `-Ztime-passes` tells, best of 15, and best of 3 \
         with the compiled crates dropped from memory. `cargo linkface check`: by the clock, median of \
         15, in turn with the `cargo metadata` that is a part of it.\n",
    );
    let head = [
        "packages",
        "`link!()`, ms",
        "from disk, ms",
        "`cargo metadata`, ms",
        "`cargo linkface check`, ms",
        "ratio",
    ];
    let mut rows = vec![head.map(str::to_owned).into()];
    let ms = |time: Duration| format!("{:.0}", time.as_secs_f64() * 1e3);
    for graph in graphs {
        rows.push(vec![
            graph.packages.to_string(),
            ms(graph.warm),
            ms(graph.cold),
            ms(graph.metadata),
            ms(graph.check),
            format!(
                "{:.2}×",
                graph.check.as_secs_f64() / graph.metadata.as_secs_f64()
            ),
        ]);
    }
    table(&mut out, &rows);
    out
}

/// What a use of linkface-traits costs.
pub(crate) fn uses(ways: &[Way]) -> String {
    let mut out = format!(
        "\n## Uses of linkface-traits\n\nProcessor time for a file with {USES} uses, less that for a file \
         with none, debug, best of five; per use, and as a ratio to the same by hand.\n"
    );
    let head = ["", "check, ms", "ratio", "build, ms", "ratio"];
    let mut rows = vec![head.map(str::to_owned).into()];
    for way in ways {
        let by_hand = ways.iter().find(|by_hand| by_hand.what == way.what);
        let by_hand = by_hand.unwrap_or(way);
        // In a cell, `|` would end it.
        let mut row = vec![format!("{}: {}", way.what, way.title).replace('|', "\\|")];
        for (time, by_hand) in [(way.check, by_hand.check), (way.build, by_hand.build)] {
            row.push(format!("{:.2}", time.as_secs_f64() * 1e3 / f64::from(USES)));
            row.push(ratio(time, by_hand));
        }
        rows.push(row);
    }
    table(&mut out, &rows);
    out
}

fn ratio(time: Duration, to: Duration) -> String {
    format!("{:.1}×", time.as_secs_f64() / to.as_secs_f64())
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
