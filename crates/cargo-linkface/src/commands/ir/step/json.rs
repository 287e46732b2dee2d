//! Steps as objects: `docs/json-ir.md` documents them.

use super::{Subject, sentence};
use crate::output::json::VERSION;
use linkface_ir::Function;
use linkface_ir::cfg::Obstacle;
use linkface_ir::model::{BlockId, InstId};
use linkface_ir::print::Printer;
use linkface_ir::step::dce::{Action, Elimination, Kept};
use linkface_ir::step::ssa::{Construction, Origin, Stays};
use serde::Serialize;
use serde_json::{Value, json};

/// One step.
#[derive(Debug, Serialize)]
pub(super) struct Step<'s> {
    reason: &'static str,
    version: u32,
    function: &'s str,
    pass: &'static str,
    #[serde(flatten)]
    what: Value,
}

impl<'s> Step<'s> {
    fn new(subject: &Subject<'s, '_>, pass: &'static str, what: Value) -> Self {
        Self {
            reason: "linkface-ir-step",
            version: VERSION,
            function: subject.name,
            pass,
            what,
        }
    }
}

/// The function after all steps.
pub(super) fn result<'s>(
    subject: &Subject<'s, '_>,
    function: &Function<'_>,
) -> impl Serialize + use<'s> {
    #[derive(Serialize)]
    struct Done<'s> {
        reason: &'static str,
        version: u32,
        function: &'s str,
        text: String,
    }
    Done {
        reason: "linkface-ir-step-result",
        version: VERSION,
        function: subject.name,
        text: Printer::new(function).function(),
    }
}

/// Each step of an elimination.
pub(super) fn elimination<'s, 'a: 's>(
    subject: &Subject<'s, 'a>,
    steps: &Elimination<'_, 'a>,
    naive: bool,
) -> impl Iterator<Item = Step<'s>> {
    let function = subject.function;
    let block = |id: &BlockId| sentence::block(function, *id);
    let blocks = move |ids: &[BlockId]| ids.iter().map(block).collect::<Vec<_>>();
    steps.steps().iter().map(move |step| {
        let mut what = match &step.action {
            Action::Mark { marked, kept } => {
                let kept = kept.iter().map(|(id, why)| {
                    json!({
                        "block": block(id),
                        "why": why_kept(*why),
                        "instruction": match why {
                            Kept::Obstacle(at, _) => Some(quoted(function, *at)),
                            _ => None,
                        },
                        "text": sentence::kept(function, *why),
                    })
                });
                json!({ "marked": blocks(marked), "kept": kept.collect::<Vec<_>>() })
            }
            Action::DeleteLabels {
                deleted,
                rewritten,
                stuck,
            } => {
                let deleted = deleted.iter().map(|label| {
                    json!({
                        "from": block(&label.from),
                        "to": block(&label.to),
                        "label": label.label.to_string(),
                    })
                });
                let stuck = stuck.iter().map(|(from, to, why)| {
                    json!({ "from": block(from), "to": block(to), "text": why.to_string() })
                });
                json!({
                    "deleted_labels": deleted.collect::<Vec<_>>(),
                    "rewritten": blocks(rewritten),
                    "stuck": stuck.collect::<Vec<_>>(),
                })
            }
            Action::Seal { sealed } => json!({ "sealed": blocks(sealed) }),
            Action::Delete { blocks: gone } => json!({ "deleted_blocks": blocks(gone) }),
            Action::Repeat { again } => json!({ "again": again }),
        };
        what["round"] = json!(step.round);
        what["step"] = json!(step.action.number());
        what["naive"] = json!(naive);
        Step::new(subject, "dce", what)
    })
}

fn why_kept(why: Kept) -> &'static str {
    match why {
        Kept::Obstacle(_, Obstacle::NoReturn) => "no-return",
        Kept::Obstacle(_, Obstacle::MayUnwind) => "may-unwind",
        Kept::Obstacle(_, Obstacle::MayNotReturn) => "may-not-return",
        Kept::Obstacle(_, Obstacle::Volatile) => "volatile",
        Kept::Obstacle(_, Obstacle::Unknown) => "unknown",
        Kept::First => "first-block",
        Kept::AddressTaken => "address-taken",
    }
}

/// Each alloca of a construction: those that became registers in the order of the steps, then the rest.
pub(super) fn construction<'s, 'a: 's>(
    subject: &Subject<'s, 'a>,
    steps: &Construction<'_, 'a>,
) -> Vec<Step<'s>> {
    let function = subject.function;
    let named = steps.after(steps.steps().len());
    let print = Printer::new(&named);
    let block = |id: &BlockId| sentence::block(function, *id);
    let blocks = |ids: &[BlockId]| ids.iter().map(block).collect::<Vec<_>>();
    let mut all = Vec::new();
    for (index, step) in steps.steps().iter().enumerate() {
        let slot = &steps.slots()[step.slot];
        let joins = step.joins.iter().map(|join| {
            let incoming = join.incoming.iter();
            let incoming = incoming
                .map(|(from, value)| json!({ "from": block(from), "value": print.value(value) }));
            json!({
                "phi": print.local(join.phi),
                "block": block(&join.block),
                "because": block(&join.because),
                "incoming": incoming.collect::<Vec<_>>(),
            })
        });
        let pruned: Vec<_> = step
            .pruned
            .iter()
            .map(|place| block(&place.block))
            .collect();
        let reads = step.reads.iter().map(|read| {
            json!({
                "load": quoted(function, read.load),
                "value": print.value(&read.value),
                "origin": match read.origin {
                    Origin::Store(_) => "store",
                    Origin::Phi(_) => "phi",
                    Origin::Nothing => "nothing",
                    Origin::Unreachable => "unreachable",
                },
            })
        });
        let removed: Vec<_> = step
            .removed
            .iter()
            .map(|id| quoted(function, *id))
            .collect();
        let what = json!({
            "step": index + 1,
            "alloca": quoted(function, slot.alloca),
            "type": slot.ty.as_ref().map(ToString::to_string),
            "stays": null,
            "assigned": blocks(&step.assigned),
            "needed": blocks(&step.needed),
            "phis": joins.collect::<Vec<_>>(),
            "pruned": pruned,
            "reads": reads.collect::<Vec<_>>(),
            "removed": removed,
        });
        all.push(Step::new(subject, "ssa", what));
    }
    for slot in steps.slots() {
        let Some(stays) = slot.stays else { continue };
        let what = json!({
            "step": null,
            "alloca": quoted(function, slot.alloca),
            "type": null,
            "stays": {
                "why": why_stays(stays),
                "instruction": stays.instruction().map(|at| quoted(function, at)),
                "text": stays.to_string(),
            },
        });
        all.push(Step::new(subject, "ssa", what));
    }
    all
}

fn why_stays(why: Stays) -> &'static str {
    match why {
        Stays::NotAtStart => "not-at-start",
        Stays::Broken => "first-block-is-target",
        Stays::Array => "count",
        Stays::Parts(_) => "parts",
        Stays::Bulk(_) => "bulk",
        Stays::Escapes(_) => "escapes",
        Stays::Volatile(_) => "volatile",
        Stays::Atomic(_) => "atomic",
        Stays::Types(..) => "types",
        Stays::Beyond(_) => "beyond",
        Stays::Unknown(_) => "unknown",
    }
}

fn quoted(function: &Function<'_>, id: InstId) -> String {
    Printer::new(function).instruction(function.instruction(id))
}
