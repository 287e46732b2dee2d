//! Values exist where they are used ([LangRef, Well-Formedness]).
//!
//! In blocks that can't be reached everything exists. What comes into a phi has to exist at the end of
//! the block that it comes from. The result of an `invoke` exists on the way without a panic only.
//!
//! [LangRef, Well-Formedness]: https://llvm.org/docs/LangRef.html#well-formedness

use super::context::Check;
use crate::cfg::{Cfg, Dominators};
use crate::model::function::{BlockId, Definition, InstId, Local};
use crate::model::{Instruction, Op, Value};
use crate::problem::Problem;
use std::collections::VecDeque;

/// A use of a result.
#[derive(Clone, Copy)]
struct Use {
    local: Local,
    /// The instruction that uses it.
    by: InstId,
    /// The block at whose end, or in which, it has to exist.
    block: BlockId,
    /// The block that a phi is in, if one uses it.
    phi: Option<BlockId>,
    /// How often the name is among the operands before.
    nth: usize,
}

impl Check<'_> {
    /// Every use is dominated by its definition.
    pub(super) fn dominance(&mut self) {
        let cfg = Cfg::new(self.function);
        let dominators = Dominators::new(&cfg);
        let mut wrong: Vec<(Use, InstId, BlockId)> = Vec::new();
        for block in self.function.block_ids() {
            for (id, instruction) in self.function.numbered(block) {
                self.uses(block, id, instruction, |place| {
                    if self.is_ambiguous(place.local) || !cfg.reachable(place.block) {
                        return;
                    }
                    let Definition::Result(def) = self.definition(place.local) else {
                        return;
                    };
                    let Some(home) = self.function.home(def) else {
                        return;
                    };
                    if !self.exists(&cfg, &dominators, def, home, place) {
                        wrong.push((place, def, home));
                    }
                });
            }
        }
        for (place, def, home) in wrong {
            let problem = self.too_early(&cfg, place, def, home);
            self.report(problem);
        }
    }

    fn uses(
        &self,
        block: BlockId,
        id: InstId,
        instruction: &Instruction<'_>,
        mut each: impl FnMut(Use),
    ) {
        let mut seen: Vec<Local> = Vec::new();
        let mut one = |local: Local, block: BlockId, phi: Option<BlockId>| {
            let nth = seen.iter().filter(|before| **before == local).count();
            seen.push(local);
            each(Use {
                local,
                by: id,
                block,
                phi,
                nth,
            });
        };
        if let Op::Phi { incoming, .. } = &instruction.op {
            for (value, from) in incoming {
                if let (Some(local), Some(from)) = (value.local(), self.function.block_of(*from)) {
                    one(local, from, Some(block));
                }
            }
            return;
        }
        if let Op::Opaque(opaque) = &instruction.op {
            // We don't know that it isn't a kind of phi.
            let _ = opaque;
            return;
        }
        instruction.op.values(|value| {
            if let Value::Local(local) = value {
                one(*local, block, None);
            }
        });
    }

    fn exists(
        &self,
        cfg: &Cfg<'_>,
        dominators: &Dominators,
        def: InstId,
        home: BlockId,
        place: Use,
    ) -> bool {
        if !cfg.reachable(home) {
            return false;
        }
        if let Op::Invoke { normal, unwind, .. } = &self.function.instruction(def).op {
            let Some(normal) = self.function.block_of(*normal) else {
                return true;
            };
            if self.function.block_of(*unwind) == Some(normal) {
                return true;
            }
            return place.phi == Some(normal) && place.block == home
                || edge_dominates(cfg, dominators, home, normal, place.block);
        }
        if home != place.block {
            return dominators.dominates(home, place.block);
        }
        place.phi.is_some() || def < place.by
    }

    fn too_early(&self, cfg: &Cfg<'_>, place: Use, def: InstId, home: BlockId) -> Problem {
        let instruction = self.function.instruction(place.by);
        let name = self.name(place.local);
        let span = self.place(instruction, place.local, place.nth);
        let defined = self.result_place(def);
        if place.by == def && place.phi.is_none() {
            return self.recursive(
                Problem::new(span, format!("`{name}` is computed from itself")),
                def,
                home,
            );
        }
        let at = |what: &str| {
            Problem::new(span, format!("`{name}` {what}"))
                .label("used here")
                .related(defined, "defined here")
        };
        if matches!(self.function.instruction(def).op, Op::Invoke { .. }) && home != place.block {
            return at("doesn't exist where the call panicked").help(
                "the result of an `invoke` exists only where it returned: in the block after `to label`, \
                 and in those that it dominates",
            );
        }
        if home == place.block {
            return at("is used before it is defined")
                .help("within a block, instructions run in the order of the text");
        }
        if !cfg.reachable(home) {
            let block = self.block_name(home);
            return at("is never computed").help(format!(
                "nothing leads to `{block}`, in which it is defined"
            ));
        }
        let (home_name, user_name) = (self.block_name(home), self.block_name(place.block));
        let problem = at("doesn't exist on every way here").help(match place.phi {
            None => format!("its block `{home_name}` doesn't dominate `{user_name}`"),
            Some(_) => format!(
                "for a value that comes from `{user_name}`, its block `{home_name}` has to dominate \
                 `{user_name}`"
            ),
        });
        let problem = match self.way_around(cfg, home, place.block) {
            Some(way) => problem.help(format!("a way without it: {way}")),
            None => problem,
        };
        problem.help("where the ways meet, a `phi` says what the value is on each of them")
    }

    /// The article's `%r = add i32 %r, %x`.
    fn recursive(&self, problem: Problem, def: InstId, home: BlockId) -> Problem {
        let instruction = self.function.instruction(def);
        let Some(result) = instruction.result else {
            return problem;
        };
        let name = self.name(result);
        let mut preds: Vec<String> = Vec::new();
        for block in self.function.block_ids() {
            let goes = self.function.terminator(block).is_some_and(|terminator| {
                terminator
                    .op
                    .successors()
                    .iter()
                    .any(|to| self.function.block_of(*to) == Some(home))
            });
            if goes && preds.len() < 5 {
                let block_name = self.block_name(block);
                preds.push(if block == home {
                    format!("[ {name}, {block_name} ]")
                } else {
                    format!("[ …, {block_name} ]")
                });
            }
        }
        let problem = problem.label("has no value yet").help(
            "a register never changes: what it was before, and what it is after, are two registers",
        );
        let ty = self.type_of(result).map(ToString::to_string);
        match (ty, preds.is_empty()) {
            (Some(ty), false) => problem.help(format!(
                "write `{name}.old = phi {ty} {}` at the start of the block, and `{name}.old` here",
                preds.join(", ")
            )),
            _ => problem,
        }
    }

    /// A way from the first block to `to` that does not pass `around`, in words.
    fn way_around(&self, cfg: &Cfg<'_>, around: BlockId, to: BlockId) -> Option<String> {
        let first = self.function.block_ids().next()?;
        let mut from: Vec<Option<BlockId>> = vec![None; cfg.len()];
        let mut queue = VecDeque::from([first]);
        while let Some(block) = queue.pop_front() {
            if block == to {
                break;
            }
            for next in cfg.successors(block) {
                if *next != around && *next != first && from[next.index()].is_none() {
                    from[next.index()] = Some(block);
                    queue.push_back(*next);
                }
            }
        }
        let mut way = vec![to];
        while let Some(before) = from[way.last()?.index()] {
            way.push(before);
        }
        way.reverse();
        if way.first() != Some(&first) {
            return None;
        }
        let names: Vec<String> = way
            .iter()
            .map(|block| format!("`{}`", self.block_name(*block)))
            .collect();
        Some(
            if let [start @ .., end] = names.as_slice()
                && names.len() > 7
            {
                format!("{} → … → {end}", start[..5].join(" → "))
            } else {
                names.join(" → ")
            },
        )
    }
}

/// Whether every way to `block` takes the edge `from` → `to`.
fn edge_dominates(
    cfg: &Cfg<'_>,
    dominators: &Dominators,
    from: BlockId,
    to: BlockId,
    block: BlockId,
) -> bool {
    if !dominators.dominates(to, block) {
        return false;
    }
    let mut once = false;
    cfg.predecessors(to).iter().all(|pred| {
        if *pred == from {
            !std::mem::replace(&mut once, true)
        } else {
            dominators.dominates(to, *pred)
        }
    })
}
