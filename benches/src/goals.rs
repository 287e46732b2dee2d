//! What linkface promises to cost: the numbers of its design, row by row.
//!
//! All are relations between numbers of one run. Those of calls are exact, so `--check` asks for them
//! on any machine; those of builds are times.

use crate::calls::{Calls, Count};
use crate::cold::Cold;
use crate::facades::Graph;
use crate::items::Items;
use crate::profile::Profile::{self, Fat, Release, Thin};
use bench_harness::Scenario::{
    self, ByValue, Default, Lifetime, Method, Override, Required, Static,
};
use std::fmt;

/// How linkface's count relates to another.
#[derive(Clone, Copy)]
enum Is {
    /// The same instructions, and as many of them indirect branches.
    Same,
    /// Fewer instructions.
    Fewer,
}

const BY_HAND: &str = "extern by hand";
const DIRECT: &str = "direct";

/// linkface's count of a scenario, its relation to another's count of the same scenario, and where.
const GOALS: &[(Scenario, Is, &str, &[Profile])] = &[
    (Required, Is::Same, BY_HAND, &[Release]),
    (Method, Is::Same, BY_HAND, &[Release]),
    (Lifetime, Is::Same, BY_HAND, &[Release]),
    (ByValue, Is::Same, BY_HAND, &[Release]),
    (Static, Is::Same, BY_HAND, &[Release]),
    (Required, Is::Fewer, "extern-trait", &[Release]),
    (Method, Is::Fewer, "extern-trait", &[Release]),
    (Lifetime, Is::Fewer, "extern-trait", &[Release]),
    (ByValue, Is::Fewer, "extern-trait", &[Release]),
    (Required, Is::Fewer, "Box<dyn>", &[Release]),
    (Method, Is::Fewer, "Box<dyn>", &[Release]),
    (Lifetime, Is::Fewer, "Box<dyn>", &[Release]),
    (ByValue, Is::Fewer, "Box<dyn>", &[Release]),
    // Inlined: nothing is left of the edge between the crates.
    (Required, Is::Same, DIRECT, &[Thin, Fat]),
    (Method, Is::Same, DIRECT, &[Thin, Fat]),
    (Lifetime, Is::Same, DIRECT, &[Thin, Fat]),
    (ByValue, Is::Same, DIRECT, &[Thin, Fat]),
    (Static, Is::Same, DIRECT, &[Thin, Fat]),
];

/// An item with a default costs one call in every profile: as much as a required one does by hand
/// without LTO.
const ONE_CALL: [Scenario; 2] = [Default, Override];

/// A dynamic item costs less than an object that the program sets, or a box that the caller holds.
const DYNAMIC: [Scenario; 3] = [Required, Default, Override];
const OBJECTS: [&str; 2] = ["&dyn in OnceLock", "Box<dyn>"];

/// Whether a goal is met.
pub(crate) struct Verdict {
    pub(crate) met: bool,
    goal: String,
    numbers: String,
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = if self.met { "met" } else { "MISSED" };
        write!(f, "{word}: {}: {}", self.goal, self.numbers)
    }
}

/// How much more than plain functions items may cost.
const ITEMS_AT_MOST: f64 = 2.0;

/// Compares the costs of building with their goals.
pub(crate) fn judge_builds(cold: &[Cold], items: &[Items]) -> Vec<Verdict> {
    let cold_of = |peer: &str| cold.iter().find(|cold| cold.peer == peer);
    let mut verdicts = Vec::new();
    if let (Some(ours), Some(linkme)) = (cold_of("linkface"), cold_of("linkme")) {
        verdicts.push(Verdict {
            met: ours.time <= linkme.time,
            goal: "cold build: no longer than linkme's".to_owned(),
            numbers: format!(
                "{:.1} s and {:.1} s",
                ours.time.as_secs_f64(),
                linkme.time.as_secs_f64()
            ),
        });
    }
    for way in items.iter().filter(|way| way.is_linkface()) {
        let Some(plain) = items
            .iter()
            .find(|plain| plain.is_plain() && plain.body == way.body)
        else {
            continue;
        };
        for (command, time, plain) in [
            ("check", way.check, plain.check),
            ("build", way.build, plain.build),
        ] {
            let ratio = time.as_secs_f64() / plain.as_secs_f64();
            verdicts.push(Verdict {
                met: ratio <= ITEMS_AT_MOST,
                goal: format!(
                    "items, {}, `cargo {command}`: at most {ITEMS_AT_MOST} times plain functions",
                    way.body.title()
                ),
                numbers: format!("{ratio:.1} times"),
            });
        }
    }
    verdicts
}

/// Compares the counts with all goals of calls.
pub(crate) fn judge(counted: &[(Profile, Calls)]) -> Vec<Verdict> {
    let mut verdicts = Vec::new();
    for &(scenario, is, peer, profiles) in GOALS {
        for &profile in profiles {
            let relation = match is {
                Is::Same => "the same instructions as",
                Is::Fewer => "fewer instructions than",
            };
            verdicts.push(verdict(
                format!(
                    "{}, {}: {relation} {peer}",
                    scenario.name(),
                    profile.title()
                ),
                count(counted, profile, "linkface", scenario),
                is,
                count(counted, profile, peer, scenario),
            ));
        }
    }
    for scenario in DYNAMIC {
        for profile in Profile::ALL {
            for peer in OBJECTS {
                verdicts.push(verdict(
                    format!(
                        "dynamic, {}, {}: fewer instructions than {peer}",
                        scenario.name(),
                        profile.title()
                    ),
                    count(counted, profile, "linkface, dynamic", scenario),
                    Is::Fewer,
                    count(counted, profile, peer, scenario),
                ));
            }
        }
    }
    for scenario in ONE_CALL {
        for profile in Profile::ALL {
            verdicts.push(verdict(
                format!("{}, {}: one call", scenario.name(), profile.title()),
                count(counted, profile, "linkface", scenario),
                Is::Same,
                count(counted, Release, BY_HAND, Required),
            ));
        }
    }
    verdicts
}

/// What finding providers may cost.
pub(crate) fn judge_facades(graphs: &[Graph]) -> Vec<Verdict> {
    let mut verdicts = Vec::new();
    for graph in graphs {
        let Graph { packages, .. } = graph;
        let (warm, cold) = if *packages < 10 { (10, 50) } else { (50, 200) };
        // The goals are for programs of up to 200.
        let asked = [("", graph.warm, warm), (", from disk", graph.cold, cold)];
        for (how, time, most) in asked.into_iter().filter(|_| *packages <= 200) {
            verdicts.push(Verdict {
                goal: format!("`link!()`, {packages} packages{how}: at most {most} ms"),
                met: time.as_millis() <= most,
                numbers: format!("{} ms", time.as_millis()),
            });
        }
        let ratio = graph.check.as_secs_f64() / graph.metadata.as_secs_f64();
        // What a process costs to start isn't the point.
        if *packages > 400 {
            verdicts.push(Verdict {
                goal: format!("`cargo linkface check`, {packages} packages: at most 1.3 times `cargo metadata`"),
                met: ratio <= 1.3,
                numbers: format!("{ratio:.2} times"),
            });
        }
    }
    verdicts
}

/// What would be nice, and what rustc's own items have.
pub(crate) fn judge_stretch(counted: &[(Profile, Calls)]) -> Verdict {
    verdict(
        format!(
            "stretch goal: {}, {}: inlined",
            Override.name(),
            Fat.title()
        ),
        count(counted, Fat, "linkface", Override),
        Is::Same,
        count(counted, Fat, DIRECT, Required),
    )
}

fn count(
    counted: &[(Profile, Calls)],
    profile: Profile,
    peer: &str,
    scenario: Scenario,
) -> Option<Count> {
    let (_, calls) = counted.iter().find(|(counted, _)| *counted == profile)?;
    calls.count(peer, scenario)
}

fn verdict(goal: String, ours: Option<Count>, is: Is, theirs: Option<Count>) -> Verdict {
    let (Some(ours), Some(theirs)) = (ours, theirs) else {
        return Verdict {
            met: false,
            goal,
            numbers: "not counted".to_owned(),
        };
    };
    let met = match is {
        Is::Same => ours == theirs,
        Is::Fewer => ours.instructions < theirs.instructions,
    };
    let [ours, theirs] = [ours.of_one(), theirs.of_one()];
    let numbers = format!(
        "{} ({} indirect) and {} ({} indirect)",
        ours.instructions, ours.indirect, theirs.instructions, theirs.indirect
    );
    Verdict { met, goal, numbers }
}
