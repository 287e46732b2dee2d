//! What linkface promises to cost: the numbers of its design, row by row.
//!
//! Counts and lengths are exact, so `--check` asks for them on any machine; the others are times.

use crate::calls::Calls;
use crate::cold::{self, Cold};
use crate::grown::{Answer, Grown};
use crate::load::{Load, Times};
use crate::peer::{DIRECT, LINKFACE};
use plugin_bench_harness::Scenario;
use std::fmt;

/// Whether a goal is met.
#[derive(Clone)]
pub(crate) struct Verdict {
    pub(crate) met: bool,
    goal: String,
    numbers: String,
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = if self.met { "reached" } else { "MISSED" };
        write!(f, "{word}: {}: {}", self.goal, self.numbers)
    }
}

/// A time of a call may be so many times the linked call's.
const TO_DIRECT: f64 = 2.0;
/// And so many times the other checked tables', which abort where a panic is caught here.
const TO_LOADED: f64 = 1.5;
/// Loading, with all checks, in microseconds.
const LOAD: f64 = 100.0;
/// Building, by the clock, in seconds.
const COLD: f64 = 5.0;
/// Lines of the error for one added field.
const LINES: usize = 5;
/// Instructions more than a table of C functions by hand: the test for a panic in the caller, its
/// answer in the callee, and a stack that is aligned for the one who raises it.
const OVER_C: u64 = 6;
/// For the callback, which crosses twice, with an object whose table is looked up: no goal of the
/// design, but what it takes (51) and a little more, so that a comparison of texts is noticed.
const OVER_C_TWICE: u64 = 60;
/// For a closure, which crosses twice as well, but as a function and nothing to look it up in: what it
/// takes (37), and a little more.
const OVER_C_CLOSURE: u64 = 44;

/// Instructions, which are the same in every run.
pub(crate) fn judge_counts(calls: &Calls) -> Vec<Verdict> {
    use Scenario::{Add, Callback, Closure, Since, Text, World};
    let count = |peer, scenario| calls.cost(peer, scenario)?.instructions;
    let like = |scenario| match scenario {
        Since => Add,
        other => other,
    };
    let mut verdicts: Vec<Verdict> = [
        (Add, OVER_C),
        (World, OVER_C),
        (Text, OVER_C),
        // And the test whether the plugin has it.
        (Since, OVER_C + 2),
        (Callback, OVER_C_TWICE),
        (Closure, OVER_C_CLOSURE),
    ]
    .into_iter()
    .map(|(scenario, over)| {
        let goal = format!(
            "{}: at most {over} instructions more than C by hand",
            scenario.title()
        );
        let ours = count(LINKFACE, scenario);
        verdict(goal, ours, count("c", like(scenario)), |ours, c| {
            ours <= c + over
        })
    })
    .collect();
    for scenario in Scenario::ALL {
        if count("savefile", scenario).is_some() && count(LINKFACE, scenario).is_some() {
            verdicts.push(verdict(
                format!("{}: fewer instructions than savefile-abi", scenario.title()),
                count(LINKFACE, scenario),
                count("savefile", scenario),
                |ours, theirs| ours < theirs,
            ));
        }
    }
    verdicts
}

fn verdict(
    goal: String,
    ours: Option<u64>,
    theirs: Option<u64>,
    met: impl Fn(u64, u64) -> bool,
) -> Verdict {
    match (ours, theirs) {
        (Some(ours), Some(theirs)) => Verdict {
            met: met(ours, theirs),
            goal,
            numbers: format!("{ours} and {theirs}"),
        },
        _ => Verdict {
            met: false,
            goal,
            numbers: "not counted".to_owned(),
        },
    }
}

/// Times of calls: ratios of rounds that were measured one after the other.
pub(crate) fn judge_times(calls: &Calls) -> Vec<Verdict> {
    let ratio = |peer| Some(calls.cost(peer, Scenario::Add)?.time?.ratio);
    [
        (DIRECT, TO_DIRECT),
        ("abi_stable", TO_LOADED),
        ("stabby", TO_LOADED),
    ]
    .into_iter()
    .map(|(peer, most)| {
        let goal = format!("a call's time, with panics caught: at most {most} × {peer}");
        let (Some(ours), Some(theirs)) = (ratio(LINKFACE), ratio(peer)) else {
            return Verdict {
                met: false,
                goal,
                numbers: "not measured".to_owned(),
            };
        };
        let times = ours / theirs;
        Verdict {
            met: times <= most,
            goal,
            numbers: format!("{times:.2} ×"),
        }
    })
    .collect()
}

/// The time of loading.
pub(crate) fn judge_loads(loads: &[Load]) -> Vec<Verdict> {
    let loads = loads.iter().filter(|load| load.peer == LINKFACE);
    let verdicts = loads.flat_map(|load| {
        let title = load.title.replace("**", "");
        let verdict = |which: &str, times: &Times| Verdict {
            met: times.best <= LOAD,
            goal: format!("loading, {title}, {which}: at most {LOAD} µs"),
            numbers: format!("{:.0} µs", times.best),
        };
        let next = load.next.as_ref();
        [
            Some(verdict("the first of a process", &load.first)),
            next.map(|next| verdict("the next", next)),
        ]
    });
    verdicts.flatten().collect()
}

/// The time of building.
pub(crate) fn judge_cold(cold: &[Cold]) -> Vec<Verdict> {
    let ours = cold.iter().filter(|cold| cold.peer == cold::LINKFACE);
    ours.map(|cold| Verdict {
        met: cold.clock.as_secs_f64() <= COLD,
        goal: format!("cold build of {}: at most {COLD} s", cold.peer),
        numbers: format!("{:.1} s", cold.clock.as_secs_f64()),
    })
    .collect()
}

/// The length of an error.
pub(crate) fn judge_errors(grown: &[Grown]) -> Vec<Verdict> {
    let ours = grown.iter().filter(|grown| grown.peer.name == LINKFACE);
    ours.map(|grown| {
        let goal = format!("one added field: refused, in at most {LINES} lines");
        let (met, numbers) = match &grown.answer {
            Answer::Refused(text) => {
                let lines = text.lines().count();
                (lines <= LINES, format!("{lines} lines"))
            }
            Answer::Wrong => (false, "loaded, and answers wrongly".to_owned()),
            Answer::Right => (false, "loaded".to_owned()),
        };
        Verdict { met, goal, numbers }
    })
    .collect()
}
