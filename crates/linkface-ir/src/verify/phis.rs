//! One value for each way into the block.

use super::context::Check;
use crate::model::function::{BlockId, Local};
use crate::model::{Instruction, Op, Value};
use crate::problem::Problem;

impl Check<'_> {
    /// Every phi has one entry for each edge into its block, and no other.
    pub(super) fn phis(&mut self) {
        let has_phis = self
            .function
            .instructions()
            .iter()
            .any(|instruction| matches!(instruction.op, Op::Phi { .. }));
        if !has_phis {
            return;
        }
        let mut predecessors: Vec<Vec<BlockId>> = vec![Vec::new(); self.function.blocks().len()];
        for block in self.function.block_ids() {
            let Some(terminator) = self.function.terminator(block) else {
                continue;
            };
            for target in terminator.op.successors() {
                if let Some(target) = self.function.block_of(target) {
                    predecessors[target.index()].push(block);
                }
            }
        }
        for block in self.function.block_ids() {
            let from = &mut predecessors[block.index()];
            from.sort_unstable();
            for instruction in self.function.body(block) {
                if let Op::Phi { incoming, .. } = &instruction.op {
                    self.phi(block, instruction, incoming, from);
                }
            }
        }
    }

    fn phi(
        &mut self,
        block: BlockId,
        instruction: &Instruction<'_>,
        incoming: &[(Value<'_>, Local)],
        predecessors: &[BlockId],
    ) {
        let name = self.block_name(block);
        let mut entries: Vec<(BlockId, usize)> = Vec::with_capacity(incoming.len());
        for (index, (_, from)) in incoming.iter().enumerate() {
            // A label that isn't there is a mistake of its own.
            let Some(from) = self.function.block_of(*from) else {
                return;
            };
            entries.push((from, index));
        }
        entries.sort_unstable();
        for pair in entries.windows(2) {
            let [(one, first), (other, second)] = *pair else {
                continue;
            };
            if one == other && incoming[first].0 != incoming[second].0 {
                let label = incoming[second].1;
                let (from, place) = (self.name(label), self.place(instruction, label, 1));
                self.report(
                    Problem::new(place, format!("two values for the way from `{from}`"))
                        .label("another value than before")
                        .help(
                            "if a block has two ways here (both sides of a `br`, cases of a `switch`), \
                             it has two entries, and both have to be the same",
                        ),
                );
                return;
            }
        }
        let strangers = entries
            .iter()
            .find(|(from, _)| predecessors.binary_search(from).is_err());
        if let Some((from, index)) = strangers {
            let label = incoming[*index].1;
            let (from_name, place) = (self.name(label), self.place(instruction, label, 0));
            let mut problem = Problem::new(
                place,
                format!("there is no way from `{from_name}` to `{name}`"),
            )
            .label("never comes from there");
            if let Some(end) = self.function.terminator(*from) {
                problem = problem.related(end.span, format!("`{from_name}` goes elsewhere"));
            }
            let problem = if predecessors.is_empty() && block.index() == 0 {
                problem.help("the first block is where a call begins: it has no `phi`")
            } else {
                problem.help(ways(self, &name, predecessors))
            };
            self.report(problem);
            return;
        }
        let missing = predecessors.iter().find(|from| {
            entries
                .binary_search_by_key(from, |(from, _)| from)
                .is_err()
        });
        if let Some(missing) = missing {
            let from = self.block_name(*missing);
            let mut problem = Problem::new(
                instruction.span,
                format!("this `phi` has no value for the way from `{from}`"),
            )
            .label(format!("add `[ …, {from} ]`"));
            if let Some(end) = self.function.terminator(*missing) {
                problem = problem.related(end.span, format!("this goes to `{name}`"));
            }
            self.report(problem.help(ways(self, &name, predecessors)));
            return;
        }
        // All are there, but how often?
        if entries.len() != predecessors.len() {
            let wrong = predecessors.iter().find(|block| {
                let has = entries.iter().filter(|(from, _)| from == *block).count();
                let wants = predecessors.iter().filter(|from| from == block).count();
                has != wants
            });
            let Some(wrong) = wrong else { return };
            let has = entries.iter().filter(|(from, _)| from == wrong).count();
            let wants = predecessors.iter().filter(|from| *from == wrong).count();
            let from = self.block_name(*wrong);
            let mut problem = Problem::new(
                instruction.span,
                format!(
                    "`{from}` has {} here, and {} in this `phi`",
                    count(wants, "way"),
                    count(has, "entry")
                ),
            )
            .label("one entry for each");
            if let Some(end) = self.function.terminator(*wrong) {
                problem = problem.related(end.span, format!("this goes to `{name}`"));
            }
            self.report(problem.help(
                "a `br` with the same label twice, or a `switch` with several cases for one label, is \
                 several ways: repeat the entry, with the same value",
            ));
        }
    }
}

fn ways(check: &Check<'_>, name: &str, predecessors: &[BlockId]) -> String {
    let mut distinct = predecessors.to_vec();
    distinct.dedup();
    let names: Vec<String> = distinct
        .iter()
        .take(6)
        .map(|block| format!("`{}`", check.block_name(*block)))
        .collect();
    match distinct.len() {
        0 => format!("nothing goes to `{name}`: delete the `phi`, or the block"),
        1..=6 => format!("`{name}` is reached from {}", names.join(", ")),
        more => format!(
            "`{name}` is reached from {} and {} more",
            names.join(", "),
            more - 6
        ),
    }
}

fn count(number: usize, what: &str) -> String {
    let plural = if what == "entry" { "entries" } else { "ways" };
    match number {
        1 => format!("1 {what}"),
        number => format!("{number} {plural}"),
    }
}
