//! One alloca becomes registers: where phis go, and what each load reads.

use super::slot::Slot;
use super::{Join, Origin, Read};
use crate::cfg::{Cfg, Dominators, Placement};
use crate::model::value::Constant;
use crate::model::{BlockId, Function, InstId, Local, Op, Value};
use rustc_hash::{FxHashMap, FxHashSet};

/// What is known of an alloca before anything is renamed.
pub(super) struct Plan<'r, 'a> {
    function: &'r Function<'a>,
    cfg: &'r Cfg<'a>,
    dominators: &'r Dominators,
    /// Loads and stores of each block, in order.
    accesses: FxHashMap<BlockId, Vec<InstId>>,
    /// The last store of each block that has one, and what it stores.
    stores: FxHashMap<BlockId, (InstId, Value<'a>)>,
    /// Blocks at whose start its value is needed.
    pub(super) needed: FxHashSet<BlockId>,
    /// Where values are joined.
    pub(super) placements: Vec<Placement>,
    /// Where they would be joined if anybody read them.
    pub(super) pruned: Vec<Placement>,
    /// The register of the phi of each of them.
    phis: FxHashMap<BlockId, Local>,
    /// The value at the start of blocks, as far as it was asked for.
    known: FxHashMap<BlockId, (Value<'a>, Origin)>,
}

impl<'r, 'a> Plan<'r, 'a> {
    pub(super) fn new(
        function: &'r Function<'a>,
        cfg: &'r Cfg<'a>,
        dominators: &'r Dominators,
        slot: &Slot<'a>,
    ) -> Self {
        let mut accesses: FxHashMap<_, Vec<_>> = FxHashMap::default();
        let mut stores = FxHashMap::default();
        for id in &slot.accesses {
            let Some(block) = function.home(*id) else {
                continue;
            };
            accesses.entry(block).or_default().push(*id);
            if let Op::Store { value, .. } = &function.instruction(*id).op {
                stores.insert(block, (*id, value.value.clone()));
            }
        }
        let mut plan = Self {
            function,
            cfg,
            dominators,
            accesses,
            stores,
            needed: FxHashSet::default(),
            placements: Vec::new(),
            pruned: Vec::new(),
            phis: FxHashMap::default(),
            known: FxHashMap::default(),
        };
        let is_load = |id: &InstId| matches!(function.instruction(*id).op, Op::Load { .. });
        if slot.accesses.iter().any(is_load) {
            plan.live();
            plan.place();
        }
        plan
    }

    /// The blocks that store.
    pub(super) fn assigned(&self) -> Vec<BlockId> {
        let mut blocks: Vec<_> = self.stores.keys().copied().collect();
        blocks.sort_unstable();
        blocks
    }

    /// Backwards from loads that no store of their block comes before.
    fn live(&mut self) {
        let is_load = |id: &InstId| matches!(self.function.instruction(*id).op, Op::Load { .. });
        let exposed = self.accesses.iter();
        let exposed = exposed.filter(|(_, accesses)| accesses.first().is_some_and(is_load));
        let mut work: Vec<_> = exposed.map(|(block, _)| *block).collect();
        while let Some(block) = work.pop() {
            if !self.cfg.reachable(block) || !self.needed.insert(block) {
                continue;
            }
            let from = self.cfg.predecessors(block).iter();
            work.extend(from.filter(|from| !self.stores.contains_key(from)));
        }
    }

    fn place(&mut self) {
        let assigned = self.assigned();
        let needed = |block| self.needed.contains(&block);
        self.placements = self
            .dominators
            .iterated_frontier(self.cfg, &assigned, needed);
        let all = self
            .dominators
            .iterated_frontier(self.cfg, &assigned, |_| true);
        let pruned = all.into_iter().filter(|place| !needed(place.block));
        self.pruned = pruned.collect();
    }

    /// Names the phis.
    pub(super) fn name(&mut self, mut name: impl FnMut() -> Local) {
        for placement in &self.placements {
            self.phis.insert(placement.block, name());
        }
    }

    /// What each phi joins.
    pub(super) fn joins(&mut self) -> Vec<Join<'a>> {
        let places = std::mem::take(&mut self.placements);
        let joins = places.iter().filter_map(|place| {
            let phi = *self.phis.get(&place.block)?;
            let from = self.cfg.predecessors(place.block).to_vec();
            let incoming = from.into_iter().map(|from| (from, self.at_end(from).0));
            Some(Join {
                block: place.block,
                because: place.because,
                phi,
                incoming: incoming.collect(),
            })
        });
        let joins = joins.collect();
        self.placements = places;
        joins
    }

    /// What each load reads, in the order of the text.
    pub(super) fn reads(&mut self) -> Vec<Read<'a>> {
        let accesses = std::mem::take(&mut self.accesses);
        let mut reads = Vec::new();
        for (block, accesses) in &accesses {
            let mut stored: Option<(Value<'a>, Origin)> = None;
            for id in accesses {
                match &self.function.instruction(*id).op {
                    Op::Store { value, .. } => {
                        stored = Some((value.value.clone(), Origin::Store(*id)));
                    }
                    _ if !self.cfg.reachable(*block) => reads.push(Read {
                        load: *id,
                        value: Value::Constant(Constant::Poison),
                        origin: Origin::Unreachable,
                    }),
                    _ => {
                        let (value, origin) = match &stored {
                            Some(stored) => stored.clone(),
                            None => self.at_start(*block),
                        };
                        reads.push(Read {
                            load: *id,
                            value,
                            origin,
                        });
                    }
                }
            }
        }
        self.accesses = accesses;
        reads.sort_unstable_by_key(|read| read.load);
        reads
    }

    /// The value at the end of a block.
    fn at_end(&mut self, block: BlockId) -> (Value<'a>, Origin) {
        if !self.cfg.reachable(block) {
            return (Value::Constant(Constant::Poison), Origin::Unreachable);
        }
        match self.stores.get(&block) {
            Some((store, value)) => (value.clone(), Origin::Store(*store)),
            None => self.at_start(block),
        }
    }

    /// The value at the start of a block: of its phi, or the nearest dominator's.
    fn at_start(&mut self, block: BlockId) -> (Value<'a>, Origin) {
        let mut path = Vec::new();
        let mut at = block;
        let found = loop {
            if let Some(known) = self.known.get(&at) {
                break known.clone();
            }
            path.push(at);
            if let Some(phi) = self.phis.get(&at) {
                break (Value::Local(*phi), Origin::Phi(*phi));
            }
            let Some(above) = self.dominators.immediate(at) else {
                break (Value::Constant(Constant::Undef), Origin::Nothing);
            };
            if let Some((store, value)) = self.stores.get(&above) {
                break (value.clone(), Origin::Store(*store));
            }
            at = above;
        };
        for block in path {
            self.known.insert(block, found.clone());
        }
        found
    }
}
