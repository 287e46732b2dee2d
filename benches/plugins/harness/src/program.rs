//! `<program> count TURNS` under valgrind, `<program> time ROUNDS`.

use crate::case::bench_turns;
use crate::{Case, Scenario};
use core::hint::black_box;
use std::time::Instant;

/// The peer that calls nothing: what is subtracted from the others.
pub const EMPTY: &str = "empty";
/// The peer whose time the others' are divided by.
const DIRECT: &str = "direct";
/// Turns in one timed round: short, so that most rounds are not interrupted.
const TURNS: u32 = 20_000;

/// Prints a line for each case, words separated by tabs.
pub fn calls(what: &str, number: u64, cases: Vec<Case>) {
    let empty = Case::new(EMPTY, Scenario::Add, (), |(), x| x);
    let cases: Vec<Case> = [empty].into_iter().chain(cases).collect();
    // What happens once (a lazy lock, the first allocation) happens before.
    for case in &cases {
        black_box(black_box(case).run(3));
    }
    match what {
        "count" => count(&cases, number),
        _ => time(&cases, number),
    }
}

/// One call of [`bench_turns`] for each case, in order.
fn count(cases: &[Case], turns: u64) {
    for case in cases {
        black_box(bench_turns(black_box(case), turns));
        println!("{}\t{}", case.peer, case.scenario.name());
    }
}

/// Rounds visit the cases in turn: what else the machine does takes rounds from all of them. Of each
/// case the shortest round and the median one, in nanoseconds per call, and the median of its ratios
/// to the direct call of the same round.
fn time(cases: &[Case], rounds: u64) {
    let mut taken = vec![Vec::new(); cases.len()];
    for _ in 0..rounds {
        for (case, taken) in cases.iter().zip(&mut taken) {
            let start = Instant::now();
            black_box(black_box(case).run(TURNS.into()));
            taken.push(start.elapsed().as_secs_f64() * 1e9 / f64::from(TURNS));
        }
    }
    for (case, times) in cases.iter().zip(&taken) {
        let like = match case.scenario {
            Scenario::Since => Scenario::Add,
            other => other,
        };
        let direct = cases.iter().position(|other| other.is(DIRECT, like));
        let direct = direct.map_or(times, |direct| &taken[direct]);
        let ratios = times.iter().zip(direct).map(|(time, direct)| time / direct);
        let best = times.iter().copied().fold(f64::INFINITY, f64::min);
        println!(
            "{}\t{}\t{best}\t{}\t{}",
            case.peer,
            case.scenario.name(),
            median(times.clone()),
            median(ratios.collect())
        );
    }
}

fn median(mut of: Vec<f64>) -> f64 {
    of.sort_by(f64::total_cmp);
    of.get(of.len() / 2).copied().unwrap_or(f64::NAN)
}
