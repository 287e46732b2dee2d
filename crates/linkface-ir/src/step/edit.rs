//! A function with changes: what the steps of a pass have in common.
//!
//! The model borrows from the text, and a changed function has names that are in no text. Whoever
//! changes it owns them, and the changed function borrows from both.

use crate::model::function::LocalInfo;
use crate::model::value::Constant;
use crate::model::{
    Block, BlockId, Definition, Function, InstId, Instruction, Local, Name, Op, Value,
};
use rustc_hash::{FxHashMap, FxHashSet};

/// What is different in a function. Everything is named as in the function before.
#[derive(Clone, Debug, Default)]
pub(crate) struct Edit<'a> {
    /// Blocks that are gone.
    pub(crate) blocks: FxHashSet<BlockId>,
    /// Instructions that are gone.
    pub(crate) removed: FxHashSet<InstId>,
    /// What instructions do instead. The first keeps result, place and metadata.
    pub(crate) replaced: FxHashMap<InstId, Vec<Op<'a>>>,
    /// What comes before the first instruction of a block.
    pub(crate) first: FxHashMap<BlockId, Vec<(Local, Op<'a>)>>,
    /// What comes before an instruction, without result.
    pub(crate) before: FxHashMap<InstId, Vec<Op<'a>>>,
    /// What stands in place of a register.
    pub(crate) values: FxHashMap<Local, Value<'a>>,
    /// Registers that the function hasn't: their ids go on after its own.
    pub(crate) names: Vec<Name<'a>>,
}

impl<'a> Edit<'a> {
    /// The function after the changes.
    ///
    /// Phis lose what comes from edges that are gone; what is left of a register whose definition is gone
    /// is `poison`: only code that can't run reads it.
    pub(crate) fn apply(mut self, function: &Function<'a>) -> Function<'a> {
        self.forget(function);
        let mut out = Function {
            signature: function.signature.clone(),
            locals: self.locals(function),
            blocks: Vec::with_capacity(function.blocks.len()),
            instructions: Vec::with_capacity(function.instructions.len()),
            comments: Vec::new(),
            redefinitions: Vec::new(),
            problems: Vec::new(),
            span: function.span,
        };
        for id in function.block_ids() {
            if !self.blocks.contains(&id) {
                self.block(function, id, &mut out);
            }
        }
        let end = InstId(position(function.instructions.len()));
        let at = InstId(position(out.instructions.len()));
        out.comments
            .extend(function.comments(end).map(|comment| (at, comment)));
        prune(&mut out);
        out
    }

    /// Registers whose definition is gone, and for which nothing else stands.
    fn forget(&mut self, function: &Function<'a>) {
        let in_blocks = self.blocks.iter().flat_map(|block| function.body(*block));
        let replaced = self.replaced.iter().filter(|(_, ops)| !keeps_result(ops));
        let gone = replaced.map(|(id, _)| id).chain(&self.removed);
        let one_by_one = gone.filter_map(|id| function.instructions.get(id.index()));
        for instruction in in_blocks.chain(one_by_one) {
            if let Some(result) = instruction.result {
                self.values
                    .entry(result)
                    .or_insert(Value::Constant(Constant::Poison));
            }
        }
    }

    fn locals(&self, function: &Function<'a>) -> Vec<LocalInfo<'a>> {
        let mut locals = function.locals.clone();
        locals.extend(self.names.iter().map(|name| LocalInfo {
            name: *name,
            definition: Definition::Missing,
        }));
        for local in &mut locals {
            // Parameters stay; everything else is said again where it is put.
            if !matches!(local.definition, Definition::Parameter(_)) {
                local.definition = Definition::Missing;
            }
        }
        locals
    }

    fn block(&self, function: &Function<'a>, id: BlockId, out: &mut Function<'a>) {
        let block = function.block(id);
        let to = BlockId(position(out.blocks.len()));
        let start = position(out.instructions.len());
        define(&mut out.locals, Some(block.label), Definition::Block(to));
        for (result, op) in self.first.get(&id).into_iter().flatten() {
            self.push(
                Instruction {
                    result: Some(*result),
                    op: op.clone(),
                    debug: None,
                    attachments: Box::default(),
                    span: block.span,
                },
                out,
            );
        }
        for (inst, instruction) in function.numbered(id) {
            for op in self.before.get(&inst).into_iter().flatten() {
                self.push(bare(op, instruction), out);
            }
            if self.removed.contains(&inst) {
                continue;
            }
            let at = InstId(position(out.instructions.len()));
            out.comments
                .extend(function.comments(inst).map(|comment| (at, comment)));
            let Some(ops) = self.replaced.get(&inst) else {
                self.push(instruction.clone(), out);
                continue;
            };
            if let Some(op) = ops.first() {
                let mut first = bare(op, instruction);
                // Weights are counted by label.
                let attachments = instruction.attachments.iter();
                first.attachments = attachments
                    .filter(|attachment| {
                        !matches!(first.op, Op::Unreachable) && attachment.kind.key() != "prof"
                    })
                    .cloned()
                    .collect();
                first.result = instruction.result.filter(|_| keeps_result(ops));
                self.push(first, out);
            }
            for op in ops.iter().skip(1) {
                self.push(bare(op, instruction), out);
            }
        }
        out.blocks.push(Block {
            instructions: start..position(out.instructions.len()),
            // Others may come to it now.
            note: None,
            ..block.clone()
        });
    }

    fn push(&self, mut instruction: Instruction<'a>, out: &mut Function<'a>) {
        if !self.values.is_empty() {
            instruction.op.values_mut(&mut |value| {
                if let Some(local) = value.local()
                    && let Some(instead) = self.values.get(&local)
                {
                    *value = instead.clone();
                }
            });
        }
        let id = InstId(position(out.instructions.len()));
        define(&mut out.locals, instruction.result, Definition::Result(id));
        out.instructions.push(instruction);
    }
}

/// Whether what stands in place of an instruction has its result: a call that was an `invoke`. What
/// jumps has none.
fn keeps_result(ops: &[Op<'_>]) -> bool {
    ops.first().is_some_and(|op| op.call().is_some())
}

/// An instruction at the place of another one.
fn bare<'a>(op: &Op<'a>, place: &Instruction<'a>) -> Instruction<'a> {
    Instruction {
        result: None,
        op: op.clone(),
        debug: match op {
            Op::DebugRecord { .. } => None,
            _ => place.debug,
        },
        attachments: Box::default(),
        span: place.span,
    }
}

fn define(locals: &mut [LocalInfo<'_>], local: Option<Local>, definition: Definition) {
    if let Some(info) = local.and_then(|local| locals.get_mut(local.index()))
        && info.definition == Definition::Missing
    {
        info.definition = definition;
    }
}

/// Takes from phis what comes from edges that aren't there.
fn prune(function: &mut Function<'_>) {
    let mut edges: FxHashMap<(Local, Local), usize> = FxHashMap::default();
    for block in function.block_ids() {
        let from = function.block(block).label;
        if let Some(last) = function.terminator(block) {
            for to in last.op.successors() {
                *edges.entry((from, to)).or_default() += 1;
            }
        }
    }
    for index in 0..function.blocks.len() {
        let Block {
            label,
            instructions,
            ..
        } = &function.blocks[index];
        let (to, range) = (
            *label,
            instructions.start as usize..instructions.end as usize,
        );
        for instruction in &mut function.instructions[range] {
            let Op::Phi { incoming, .. } = &mut instruction.op else {
                continue;
            };
            let mut seen: FxHashMap<Local, usize> = FxHashMap::default();
            let stays = |from: &Local| edges.get(&(*from, to)).copied().unwrap_or_default();
            let kept = incoming.iter().filter(|(_, from)| {
                let count = seen.entry(*from).or_default();
                *count += 1;
                *count <= stays(from)
            });
            let kept: Box<[_]> = kept.cloned().collect();
            if kept.len() != incoming.len() {
                *incoming = kept;
            }
        }
    }
}

fn position(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
