//! Names that are missing, taken, or of the wrong kind.

use super::context::Check;
use crate::model::function::{Definition, InstId, Local};
use crate::problem::Problem;
use crate::span::Span;

/// How many names we look at for a similar one, and for how many problems: text can be anything.
const CANDIDATES: usize = 2000;
const SUGGESTIONS: usize = 20;

impl Check<'_> {
    /// Every name has one definition, and is used as what it is.
    pub(super) fn names(&mut self) {
        self.redefinitions();
        let mut seen = vec![false; self.function.locals().len()];
        for (index, instruction) in self.function.instructions().iter().enumerate() {
            let id = InstId(u32::try_from(index).unwrap_or(u32::MAX));
            for local in instruction.op.uses() {
                let Some(seen) = seen.get_mut(local.index()) else {
                    continue;
                };
                match self.definition(local) {
                    Definition::Missing if !*seen => self.missing(id, local, false),
                    Definition::Block(_) if !*seen && !self.is_ambiguous(local) => {
                        self.not_a_value(id, local);
                    }
                    _ => continue,
                }
                *seen = true;
            }
            for local in self.labels(id) {
                let Some(seen) = seen.get_mut(local.index()) else {
                    continue;
                };
                match self.definition(local) {
                    Definition::Missing if !*seen => self.missing(id, local, true),
                    Definition::Parameter(_) | Definition::Result(_)
                        if !*seen && !self.is_ambiguous(local) =>
                    {
                        self.not_a_block(id, local);
                    }
                    _ => continue,
                }
                *seen = true;
            }
        }
    }

    /// The labels that an instruction names: where it goes, and from where a phi's values come.
    fn labels(&self, id: InstId) -> Vec<Local> {
        let op = &self.function.instruction(id).op;
        match op {
            crate::model::Op::Phi { incoming, .. } => {
                incoming.iter().map(|(_, from)| *from).collect()
            }
            op => op.successors(),
        }
    }

    fn redefinitions(&mut self) {
        for (local, span) in self.function.redefinitions().to_vec() {
            let name = self.name(local);
            let numbered = self
                .function
                .locals()
                .get(local.index())
                .is_some_and(|info| info.name.number().is_some());
            // The rule about numbers has said it already, and better.
            if numbered
                && self
                    .problems
                    .iter()
                    .any(|problem| within(problem.span, span))
            {
                continue;
            }
            // Of an instruction only its name.
            let written = self.verifier.text.map_or("", |text| span.of(text));
            let span = if written.starts_with(&name) {
                let start = span.start as usize;
                Span::new(start, start + name.len())
            } else {
                span
            };
            let mut problem = Problem::new(span, format!("`{name}` is defined a second time"))
                .label("the second definition");
            if let Some(first) = self.defined_at(local) {
                problem = problem.related(first, "the first definition");
            }
            let problem = match self.definition(local) {
                Definition::Block(_) => problem.help("blocks and registers share one set of names"),
                _ => problem
                    .help(
                        "a register is written by one instruction of the function and never changes: \
                         static single assignment",
                    )
                    .help(format!(
                        "give each its own name, such as `{name}.1`; where two ways meet, a `phi` \
                         takes the one or the other"
                    )),
            };
            self.report(problem);
        }
    }

    fn missing(&mut self, id: InstId, local: Local, label: bool) {
        let instruction = self.function.instruction(id);
        let name = self.name(local);
        let function = self.function.name();
        let (message, at) = if label {
            (
                format!("there is no block `{name}`"),
                format!("`@{function}` has no such label"),
            )
        } else {
            (
                format!("`{name}` is defined nowhere"),
                format!("not a parameter or result in `@{function}`"),
            )
        };
        let mut problem = Problem::new(self.place(instruction, local, 0), message).label(at);
        if self.problems.len() < SUGGESTIONS
            && let Some(near) = self.near(local, label)
        {
            let near_name = self.name(near);
            let is = if label { "block" } else { "value" };
            if let Some(span) = self.defined_at(near) {
                problem = problem.related(span, format!("a {is} of a similar name"));
            }
            problem = problem.help(format!("write `{near_name}`"));
        }
        self.report(problem);
    }

    fn not_a_value(&mut self, id: InstId, local: Local) {
        let name = self.name(local);
        let mut problem = Problem::new(
            self.place(self.function.instruction(id), local, 0),
            format!("`{name}` is a block, and used as a value"),
        )
        .label("a value is wanted here");
        if let Some(span) = self.defined_at(local) {
            problem = problem.related(span, "the block");
        }
        let name = self.function.name();
        self.report(problem.help(format!(
            "labels come after the word `label`; the address of a block is `blockaddress(@{name}, {})`",
            self.name(local)
        )));
    }

    fn not_a_block(&mut self, id: InstId, local: Local) {
        let name = self.name(local);
        let kind = match self.definition(local) {
            Definition::Parameter(_) => "a parameter",
            _ => "a value",
        };
        // Used as a value before, as in `br i1 %c, label %c`, the name is there twice.
        let instruction = self.function.instruction(id);
        let uses = instruction.op.uses();
        let before = uses.iter().filter(|used| **used == local).count();
        let mut problem = Problem::new(
            self.place(instruction, local, before),
            format!("`{name}` is {kind}, not a block"),
        )
        .label("a label is wanted here");
        if let Some(span) = self.defined_at(local) {
            problem = problem.related(span, format!("it is {kind}"));
        }
        self.report(problem.help("blocks and registers share one set of names"));
    }

    /// A name that may have been meant.
    fn near(&self, local: Local, label: bool) -> Option<Local> {
        let wanted = self.function.locals().get(local.index())?.name;
        if wanted.number().is_some() {
            return None;
        }
        let candidates = self.function.locals().iter().enumerate().take(CANDIDATES);
        let scored = candidates.filter_map(|(index, info)| {
            let fits = match info.definition {
                Definition::Missing => false,
                Definition::Block(_) => label,
                Definition::Parameter(_) | Definition::Result(_) => !label,
            };
            if !fits || info.name.number().is_some() || info.name.key().len() > 100 {
                return None;
            }
            let score = strsim::jaro_winkler(wanted.key(), info.name.key());
            (score > 0.8).then(|| (score, Local(u32::try_from(index).unwrap_or(u32::MAX))))
        });
        let best = scored.max_by(|(one, _), (other, _)| one.total_cmp(other))?;
        Some(best.1)
    }
}

fn within(inner: Span, outer: Span) -> bool {
    inner.start >= outer.start && inner.end <= outer.end
        || outer.start >= inner.start && outer.end <= inner.end
}
