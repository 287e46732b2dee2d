//! SSA construction: allocas become registers, and phis where their values meet.
//!
//! Phis go to the iterated dominance frontier of the blocks that store (Cytron et al., *Efficiently
//! Computing Static Single Assignment Form and the Control Dependence Graph*, 1991), pruned to the blocks
//! at whose start the value is still needed. LLVM calls the pass `mem2reg`. rustc writes
//! `alloca [N x i8]`; LLVM leaves those to `sroa`, here they are taken for what is loaded and stored.

mod debug;
mod names;
mod promote;
mod slot;
mod values;

use super::edit::Edit;
use super::number::Numbers;
use crate::cfg::{Cfg, Dominators, Placement};
use crate::model::{BlockId, Flags, Function, InstId, Local, Name, Op, Value};
use names::PhiNames;
use promote::Plan;
pub use slot::{Slot, Stays};
use values::Values;

/// One step: one alloca that became registers.
#[derive(Clone, Debug)]
pub struct Step<'a> {
    /// Which, by its position in [`Construction::slots`].
    pub slot: usize,
    /// The blocks that store.
    pub assigned: Vec<BlockId>,
    /// The blocks at whose start the value is needed.
    pub needed: Vec<BlockId>,
    /// The phis, with what they join.
    pub joins: Vec<Join<'a>>,
    /// Where a phi would be, if anybody read it.
    pub pruned: Vec<Placement>,
    /// What stands in place of each load.
    pub reads: Vec<Read<'a>>,
    /// What is gone: alloca, loads, stores, markers, debug records.
    pub removed: Vec<InstId>,
}

/// A phi.
#[derive(Clone, Debug)]
pub struct Join<'a> {
    /// Where it is.
    pub block: BlockId,
    /// In whose frontier that is: a block that stores, or one that got a phi.
    pub because: BlockId,
    /// Its register: of [`Construction::after`], not of the function before.
    pub phi: Local,
    /// What comes from where, once for each edge.
    pub incoming: Vec<(BlockId, Value<'a>)>,
}

/// What stands in place of a load.
#[derive(Clone, Debug)]
pub struct Read<'a> {
    /// The load.
    pub load: InstId,
    /// What it read.
    pub value: Value<'a>,
    /// Where that comes from.
    pub origin: Origin,
}

/// Where the value of an alloca comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// It was stored here.
    Store(InstId),
    /// It is joined here.
    Phi(Local),
    /// Nothing was stored: `undef`.
    Nothing,
    /// The load can't be reached: `poison`.
    Unreachable,
}

/// SSA form of one function, constructed alloca by alloca.
///
/// ```
/// use linkface_ir::Module;
/// use linkface_ir::print::Printer;
/// use linkface_ir::step::ssa::Construction;
///
/// let module = Module::new(
///     "define i32 @f(i32 %a) {
///   %x = alloca i32, align 4
///   store i32 %a, ptr %x, align 4
///   %b = load i32, ptr %x, align 4
///   ret i32 %b
/// }
/// ",
/// );
/// let function = module.function("f").unwrap().parse();
/// let construction = Construction::new(&function);
/// assert_eq!(
///     Printer::new(&construction.result()).function(),
///     "define i32 @f(i32 %a) {\n  ret i32 %a\n}"
/// );
/// ```
#[derive(Clone, Debug)]
pub struct Construction<'f, 'a> {
    function: &'f Function<'a>,
    slots: Vec<Slot<'a>>,
    steps: Vec<Step<'a>>,
    /// The names of phis, in the order of their registers.
    names: Vec<String>,
    numbers: Numbers,
}

impl<'f, 'a> Construction<'f, 'a> {
    /// Takes all steps.
    #[must_use]
    pub fn new(function: &'f Function<'a>) -> Self {
        let cfg = Cfg::new(function);
        let dominators = Dominators::new(&cfg);
        let mut slots = slot::all(function);
        if !cfg.predecessors(BlockId(0)).is_empty() {
            for slot in &mut slots {
                slot.stays = Some(Stays::Broken);
            }
        }
        let mut names = PhiNames::new(function);
        let mut steps = Vec::new();
        for (position, slot) in slots.iter().enumerate() {
            if slot.stays.is_some() {
                continue;
            }
            let mut plan = Plan::new(function, &cfg, &dominators, slot);
            let base = function.local(slot.local).name;
            plan.name(|| names.next(base));
            let mut removed = vec![slot.alloca];
            removed.extend(
                [&slot.accesses, &slot.markers, &slot.records]
                    .into_iter()
                    .flatten(),
            );
            removed.sort_unstable();
            let mut needed: Vec<_> = plan.needed.iter().copied().collect();
            needed.sort_unstable();
            steps.push(Step {
                slot: position,
                assigned: plan.assigned(),
                needed,
                joins: plan.joins(),
                reads: plan.reads(),
                pruned: std::mem::take(&mut plan.pruned),
                removed,
            });
        }
        let mut construction = Self {
            function,
            slots,
            numbers: Numbers::new(function.locals().len()),
            steps,
            names: names.names,
        };
        construction.resolve();
        construction
    }

    /// Values that are loads, of allocas that were promoted before or in the same step, are what those
    /// read.
    fn resolve(&mut self) {
        let mut values = Values::default();
        for step in &mut self.steps {
            values.add(self.function, step);
            for read in &mut step.reads {
                values.resolve(&mut read.value);
            }
            for join in &mut step.joins {
                for (_, value) in &mut join.incoming {
                    values.resolve(value);
                }
            }
        }
    }

    /// The function before.
    #[must_use]
    pub fn function(&self) -> &'f Function<'a> {
        self.function
    }

    /// All allocas, those that stay included.
    #[must_use]
    pub fn slots(&self) -> &[Slot<'a>] {
        &self.slots
    }

    /// The steps, in the order in which they are taken.
    #[must_use]
    pub fn steps(&self) -> &[Step<'a>] {
        &self.steps
    }

    /// The function after the first `steps` steps, every name as it was.
    #[must_use]
    pub fn after(&self, steps: usize) -> Function<'_> {
        let mut edit = Edit {
            names: self.names.iter().map(|name| Name(name)).collect(),
            ..Edit::default()
        };
        let mut values = Values::default();
        for step in self.steps.iter().take(steps) {
            values.add(self.function, step);
            edit.removed.extend(&step.removed);
            self.add(step, &mut edit);
        }
        edit.values = values.all();
        edit.apply(self.function)
    }

    /// The function after all steps, with what has no name numbered again.
    #[must_use]
    pub fn result(&self) -> Function<'_> {
        let mut function = self.after(self.steps.len());
        self.numbers.assign(&mut function);
        function
    }

    /// Phis and debug records.
    fn add<'s>(&'s self, step: &'s Step<'a>, edit: &mut Edit<'s>) {
        let slot = &self.slots[step.slot];
        let Some(ty) = &slot.ty else {
            return;
        };
        for join in &step.joins {
            let incoming = join.incoming.iter();
            let incoming =
                incoming.map(|(from, value)| (value.clone(), self.function.block(*from).label));
            let phi = Op::Phi {
                flags: Flags::NONE,
                ty: ty.clone(),
                incoming: incoming.collect(),
            };
            edit.first
                .entry(join.block)
                .or_default()
                .push((join.phi, phi));
            if let Some(at) = debug::after_phis(self.function, join.block) {
                let value = Value::Local(join.phi);
                let records = debug::values(self.function, slot, ty, &value);
                edit.before.entry(at).or_default().extend(records);
            }
        }
        for id in &slot.accesses {
            if let Op::Store { value, .. } = &self.function.instruction(*id).op {
                let records = debug::values(self.function, slot, ty, &value.value);
                edit.before.entry(*id).or_default().extend(records);
            }
        }
    }
}
