//! What linkface promises a call to cost: the numbers of its design, row by row.
//!
//! All are relations between counts of one run, so they hold on any machine.

use crate::calls::{Calls, Count};
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

/// Compares the counts with all goals.
pub(crate) fn judge(counted: &[(Profile, Calls)]) -> Vec<Verdict> {
    let count = |profile: Profile, peer: &str, scenario: Scenario| {
        let (_, calls) = counted.iter().find(|(counted, _)| *counted == profile)?;
        calls.count(peer, scenario)
    };
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
                count(profile, "linkface", scenario),
                is,
                count(profile, peer, scenario),
            ));
        }
    }
    for scenario in ONE_CALL {
        for profile in Profile::ALL {
            verdicts.push(verdict(
                format!("{}, {}: one call", scenario.name(), profile.title()),
                count(profile, "linkface", scenario),
                Is::Same,
                count(Release, BY_HAND, Required),
            ));
        }
    }
    verdicts
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
