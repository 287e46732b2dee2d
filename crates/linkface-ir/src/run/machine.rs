//! The machine: functions, memory, and the calls that are under way.

use super::memory::{Memory, Origin};
use super::observe::{Nobody, Observer};
use super::outcome::{Outcome, Reason, Run, Stop};
use super::poison::Site;
use super::unit::{Loaded, Symbol, Unit};
use super::value::{AllocationId, Pointer, Provenance, Value};
use crate::model::{BlockId, Definition, Function, InstId, Local};
use crate::module::Module;
use crate::span::Span;
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// How much a run may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Instructions.
    pub steps: u64,
    /// Calls inside of calls.
    pub depth: usize,
    /// Bytes of memory that are in use at the same time.
    pub memory: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            steps: 10_000_000,
            depth: 10_000,
            memory: 64 << 20,
        }
    }
}

/// Runs functions of modules that are linked by their names.
#[derive(Debug)]
pub struct Machine<'m, 'a> {
    pub(super) units: Vec<Rc<Unit<'m, 'a>>>,
    pub(super) functions: Vec<Rc<Loaded<'a>>>,
    loaded: FxHashMap<(usize, &'a str), usize>,
    pub(super) memory: Memory,
    /// Where functions and globals are.
    pub(super) addresses: FxHashMap<(usize, &'a str), Pointer>,
    /// The functions by their places in memory.
    pub(super) code: FxHashMap<AllocationId, (usize, &'a str)>,
    /// Globals that nobody has looked at yet: they get their content when somebody does.
    pub(super) untouched: FxHashMap<AllocationId, (usize, &'a str)>,
    /// How many aliases of aliases are being resolved.
    pub(super) aliases: usize,
    /// What metadata nodes say of ranges.
    pub(super) ranges: FxHashMap<(usize, u32), Rc<[super::promise::Range]>>,
    /// Which functions are known without their code.
    pub(super) library: FxHashMap<&'a str, Option<super::library::Library>>,
    /// Copies of `byval` arguments of the call that begins.
    pub(super) copies: Vec<AllocationId>,
    pub(super) frames: Vec<Frame<'a>>,
    pub(super) limits: Limits,
    pub(super) steps: u64,
}

/// A call that is under way.
#[derive(Debug)]
pub(super) struct Frame<'a> {
    pub(super) index: usize,
    pub(super) loaded: Rc<Loaded<'a>>,
    pub(super) block: BlockId,
    /// The instruction that is executed, or that waits for a call to return.
    pub(super) at: InstId,
    pub(super) registers: Vec<Option<Value>>,
    pub(super) allocas: Vec<AllocationId>,
}

impl<'m, 'a> Machine<'m, 'a> {
    /// Of these modules. A name that isn't defined in one is looked for in the others.
    pub fn new(modules: &'m [Module<'a>], limits: Limits) -> Self {
        Self {
            units: modules
                .iter()
                .map(|module| Rc::new(Unit::new(module)))
                .collect(),
            functions: Vec::new(),
            loaded: FxHashMap::default(),
            memory: Memory::new(limits.memory),
            addresses: FxHashMap::default(),
            code: FxHashMap::default(),
            untouched: FxHashMap::default(),
            aliases: 0,
            ranges: FxHashMap::default(),
            library: FxHashMap::default(),
            copies: Vec::new(),
            frames: Vec::new(),
            limits,
            steps: 0,
        }
    }

    /// Calls a function by its name, without `@` and quotes: mangled, as it is in the text.
    pub fn call(&mut self, name: &str, arguments: Vec<Value>) -> Outcome {
        self.observe(name, arguments, &mut Nobody)
    }

    /// The same, seen by `observer`. Steps are counted anew for every call from here; memory stays.
    pub fn observe(
        &mut self,
        name: &str,
        arguments: Vec<Value>,
        observer: &mut dyn Observer,
    ) -> Outcome {
        self.steps = 0;
        self.frames.clear();
        let done = self
            .start(name, arguments, observer)
            .and_then(|()| self.go(observer));
        match done {
            Ok(value) => Outcome::Returned(value),
            Err(stop) => {
                let calls = self.frames.iter().rev().map(site_of);
                let stop = stop.with_calls(calls.skip(1).collect());
                if let Some(frame) = self.frames.last() {
                    observer.end(site_of(frame));
                }
                stop.into()
            }
        }
    }

    /// A function that ran, by the number that a [`Site`] has.
    #[must_use]
    pub fn function(&self, index: usize) -> Option<&Function<'a>> {
        self.functions.get(index).map(|loaded| &loaded.function)
    }

    /// The number of the function of this name, without `@` and quotes; it is read, if it wasn't.
    pub fn find(&mut self, name: &str) -> Option<usize> {
        let found = (0..self.units.len()).find_map(|unit| match self.symbol(unit, name) {
            Some((unit, Symbol::Defined(entry))) => Some((unit, entry)),
            _ => None,
        });
        found.map(|(unit, entry)| self.load(unit, entry))
    }

    /// The module that a function is in, by the number that a [`Site`] has.
    #[must_use]
    pub fn module(&self, function: usize) -> Option<&'m Module<'a>> {
        let loaded = self.functions.get(function)?;
        self.units.get(loaded.unit).map(|unit| unit.module)
    }

    /// How many instructions the last call took.
    #[must_use]
    pub fn steps(&self) -> u64 {
        self.steps
    }

    /// Puts bytes into memory, for an argument; `nth` is its number from 1. None if there is no room.
    pub fn place(&mut self, bytes: &[u8], align: u64, nth: usize) -> Option<Pointer> {
        let size = bytes.len() as u64;
        let pointer = self.memory.allocate(size, align, Origin::Argument(nth))?;
        if let Provenance::Allocation(id) = pointer.provenance
            && let Some(memory) = self.memory.bytes_mut(id)
        {
            memory.write_known(0, bytes);
        }
        Some(pointer)
    }

    /// Memory whose bytes are `undef`, for an argument.
    pub fn reserve(&mut self, size: u64, align: u64, nth: usize) -> Option<Pointer> {
        self.memory.allocate(size, align, Origin::Argument(nth))
    }

    /// Bytes of memory, if all of them can be read and are known.
    pub fn read(&mut self, pointer: Pointer, len: u64) -> Option<Vec<u8>> {
        if let Some(id) = self.memory.object(pointer) {
            self.touch(id, self.here()).ok()?;
        }
        self.memory.known(pointer, len)
    }

    /// Counts more steps for what takes longer than an instruction does: else few of them would last
    /// for hours. The usual sizes are free.
    pub(super) fn charge(&mut self, size: u64, free: u64, each: u64) {
        if size > free {
            self.steps = self.steps.saturating_add(size / each);
        }
    }

    /// Where the run is.
    pub(super) fn here(&self) -> Site {
        self.frames.last().map_or(
            Site {
                module: 0,
                function: 0,
                instruction: None,
                span: Span::default(),
            },
            site_of,
        )
    }

    /// What a name stands for: in the module that has it, else in the others.
    pub(super) fn symbol(&self, unit: usize, key: &str) -> Option<(usize, Symbol<'m, 'a>)> {
        let own = self.units.get(unit)?.symbol(key);
        if let Some(symbol) = own.filter(|symbol| !symbol.is_elsewhere()) {
            return Some((unit, symbol));
        }
        let others = self.units.iter().enumerate();
        let mut found = others.filter_map(|(nth, unit)| Some((nth, unit.symbol(key)?)));
        found
            .find(|(_, symbol)| !symbol.is_elsewhere())
            .or(own.map(|symbol| (unit, symbol)))
    }

    /// Reads a function, once.
    pub(super) fn load(&mut self, unit: usize, entry: crate::module::Entry<'a>) -> usize {
        let key = (unit, entry.name.key());
        if let Some(index) = self.loaded.get(&key) {
            return *index;
        }
        let index = self.functions.len();
        self.functions
            .push(Rc::new(Loaded::new(unit, entry.parse())));
        self.loaded.insert(key, index);
        index
    }

    fn start(&mut self, name: &str, arguments: Vec<Value>, observer: &mut dyn Observer) -> Run<()> {
        let Some(index) = self.find(name) else {
            let message = format!("no function `@{name}` is defined here");
            return Err(Stop::stopped(Reason::Missing, self.here(), message));
        };
        let Some(loaded) = self.functions.get(index).map(Rc::clone) else {
            return Err(Stop::invalid(self.here(), "the function can't be read"));
        };
        let site = Site {
            module: loaded.unit,
            function: index,
            instruction: None,
            span: loaded.function.span(),
        };
        let arguments = self.accept(&loaded, arguments, site)?;
        self.push(index, arguments, site, observer)
    }

    /// Begins a call; the arguments have been checked.
    pub(super) fn push(
        &mut self,
        index: usize,
        arguments: Vec<Value>,
        site: Site,
        observer: &mut dyn Observer,
    ) -> Run<()> {
        let Some(loaded) = self.functions.get(index).map(Rc::clone) else {
            return Err(Stop::invalid(site, "the function can't be read"));
        };
        if self.frames.len() >= self.limits.depth {
            let message = format!("more than {} calls inside of each other", self.limits.depth);
            return Err(Stop::stopped(Reason::Depth, site, message));
        }
        let function = &loaded.function;
        let Some(first) = function.blocks().first() else {
            return Err(Stop::invalid(site, "the function has no block"));
        };
        self.charge(function.locals().len() as u64, 4096, 4);
        observer.enter(function, &arguments, self.frames.len());
        let mut registers = vec![None; function.locals().len()];
        for (parameter, argument) in function.signature().parameters.iter().zip(arguments) {
            let slot = parameter
                .local
                .and_then(|local| registers.get_mut(local.index()));
            if let Some(slot) = slot {
                *slot = Some(argument);
            }
        }
        let at = InstId(first.instructions.start);
        observer.block(function, BlockId(0), None, self.frames.len());
        self.frames.push(Frame {
            index,
            loaded: Rc::clone(&loaded),
            block: BlockId(0),
            at,
            registers,
            allocas: std::mem::take(&mut self.copies),
        });
        Ok(())
    }

    /// What a register holds.
    pub(super) fn register(&self, local: Local, site: Site) -> Run {
        let frame = self.frames.last();
        let held = frame.and_then(|frame| frame.registers.get(local.index()));
        if let Some(Some(value)) = held {
            return Ok(value.clone());
        }
        let info = frame.and_then(|frame| frame.loaded.function.locals().get(local.index()));
        let name = info.map_or("?", |info| info.name.as_written());
        let message = match info.map(|info| info.definition) {
            Some(Definition::Missing) => format!("`%{name}` is used, but never defined"),
            _ => format!("`%{name}` has no value here: its definition hasn't run"),
        };
        Err(Stop::invalid(site, message))
    }
}

/// Where a call is.
fn site_of(frame: &Frame<'_>) -> Site {
    let instructions = frame.loaded.function.instructions();
    Site {
        module: frame.loaded.unit,
        function: frame.index,
        instruction: Some(frame.at),
        span: instructions
            .get(frame.at.index())
            .map_or(frame.loaded.function.span(), |instruction| instruction.span),
    }
}
