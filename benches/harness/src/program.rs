//! The program that runs cases: `<program> count TURNS` under valgrind, `<program> time ROUNDS`.

use crate::work::last_seen;
use crate::{Case, bench_turns};
use core::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// Turns in one timed round: some hundred microseconds, so that most rounds are not interrupted.
const TURNS: u32 = 100_000;

/// Does what the arguments say and prints a line for each case, words separated by tabs.
pub fn program(cases: Vec<Case>) -> ExitCode {
    let cases: Vec<Case> = Case::empty().into_iter().chain(cases).collect();
    let mut args = std::env::args().skip(1);
    let what = args.next();
    let number = args.next().and_then(|number| number.parse().ok());
    match (what.as_deref(), number) {
        (Some("count"), Some(turns)) => count(&cases, turns),
        (Some("time"), Some(rounds)) => time(&cases, rounds),
        _ => {
            eprintln!("usage: count TURNS | time ROUNDS");
            return ExitCode::FAILURE;
        }
    }
    black_box(last_seen());
    ExitCode::SUCCESS
}

/// One call of [`bench_turns`] for each case, in order. What happens once (a lazy lock, the first
/// allocation) happens before, in `warm_up`, which valgrind isn't told to look at.
fn count(cases: &[Case], turns: u64) {
    for case in cases {
        black_box(case).warm_up();
        black_box(bench_turns(black_box(case), turns));
        println!(
            "{}\t{}\t{}",
            case.peer(),
            case.scenario().name(),
            case.baseline().name()
        );
    }
}

/// The shortest of all rounds, which visit the cases in turn: what else the machine does takes
/// rounds from all of them.
fn time(cases: &[Case], rounds: u64) {
    let mut best = vec![Duration::MAX; cases.len()];
    for _ in 0..rounds {
        for (case, best) in cases.iter().zip(&mut best) {
            let start = Instant::now();
            black_box(bench_turns(black_box(case), TURNS.into()));
            *best = start.elapsed().min(*best);
        }
    }
    for (case, best) in cases.iter().zip(best) {
        let nanoseconds = best.as_secs_f64() * 1e9 / f64::from(TURNS);
        println!("{}\t{}\t{nanoseconds}", case.peer(), case.scenario().name());
    }
}
