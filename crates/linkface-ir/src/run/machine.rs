//! The machine: functions, memory, and the calls that are under way.

use super::int::Int;
use super::memory::{Memory, Origin};
use super::observe::{Nobody, Observer};
use super::outcome::{Outcome, Reason, Run, Stop};
use super::poison::Site;
use super::unit::{Loaded, Symbol, Unit};
use super::value::{AllocationId, Pointer, Provenance, Value};
use crate::model::{BlockId, Definition, Function, InstId, Local, Op};
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
                let calls = self.frames.iter().rev().map(|frame| self.site_of(frame));
                let stop = stop.with_calls(calls.skip(1).collect());
                if let Some(frame) = self.frames.last() {
                    observer.end(self.site_of(frame));
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

    /// Where the run is.
    pub(super) fn here(&self) -> Site {
        self.frames.last().map_or(
            Site {
                module: 0,
                function: 0,
                instruction: None,
                span: Span::default(),
            },
            |frame| self.site_of(frame),
        )
    }

    fn site_of(&self, frame: &Frame<'a>) -> Site {
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

    /// Runs until the first function returns.
    fn go(&mut self, observer: &mut dyn Observer) -> Run {
        loop {
            let site = self.here();
            self.steps += 1;
            if self.steps > self.limits.steps {
                let message = format!("it took more than {} steps", self.limits.steps);
                return Err(Stop::stopped(Reason::Steps, site, message));
            }
            let Some(frame) = self.frames.last() else {
                return Ok(Value::Void);
            };
            let loaded = Rc::clone(&frame.loaded);
            let function = &loaded.function;
            let inside = function
                .blocks()
                .get(frame.block.index())
                .is_some_and(|block| block.instructions.contains(&frame.at.0));
            let instruction = function.instructions().get(frame.at.index());
            let Some(instruction) = instruction.filter(|_| inside) else {
                return Err(Stop::invalid(
                    site,
                    "a block ends without an instruction that says where to go",
                ));
            };
            let unit = loaded.unit;
            match &instruction.op {
                Op::DebugRecord { .. } => {
                    self.steps -= 1;
                    self.next();
                }
                Op::Ret(operand) => {
                    let value = match operand {
                        Some(operand) => self.operand(unit, operand, site)?,
                        None => Value::Void,
                    };
                    if let Some(value) = self.leave(value, site, observer)? {
                        return Ok(value);
                    }
                }
                Op::Call(call) | Op::Invoke { call, .. } => {
                    self.call_instruction(unit, call, instruction, site, observer)?;
                }
                op if op.is_terminator() => {
                    let to = self.target(unit, op, site)?;
                    self.jump(to, site, observer)?;
                }
                op => {
                    let value = self.execute(unit, op, instruction, site)?;
                    self.finish(instruction.result, value, observer);
                }
            }
        }
    }

    /// Goes on with the instruction after this one.
    pub(super) fn next(&mut self) {
        if let Some(frame) = self.frames.last_mut() {
            frame.at = InstId(frame.at.0.saturating_add(1));
        }
    }

    /// Keeps a result, and goes on.
    pub(super) fn finish(
        &mut self,
        result: Option<Local>,
        value: Value,
        observer: &mut dyn Observer,
    ) {
        let depth = self.frames.len().saturating_sub(1);
        if let Some(frame) = self.frames.last_mut() {
            observer.instruction(&frame.loaded.function, frame.at, &value, depth);
            let slot = result.and_then(|local| frame.registers.get_mut(local.index()));
            if let Some(slot) = slot {
                *slot = Some(value);
            }
        }
        self.next();
    }

    /// Which block a terminator chooses.
    fn target(&mut self, unit: usize, op: &Op<'a>, site: Site) -> Run<Local> {
        match op {
            Op::Br(to) => Ok(*to),
            Op::CondBr {
                condition,
                then,
                otherwise,
            } => {
                let condition = self.operand(unit, condition, site)?;
                let decided = decide("br", &condition, site)?;
                Ok(if decided.bits() == 1 {
                    *then
                } else {
                    *otherwise
                })
            }
            Op::Switch {
                value,
                default,
                cases,
            } => {
                let given = self.operand(unit, value, site)?;
                let given = decide("switch", &given, site)?;
                for (case, to) in cases {
                    let case = self.operand(unit, case, site)?;
                    if case.as_int() == Some(given) {
                        return Ok(*to);
                    }
                }
                Ok(*default)
            }
            Op::Unreachable => Err(Stop::undefined(site, "`unreachable` was reached")
                .label("the optimiser takes for granted that this never happens")
                .into()),
            op => Err(Stop::unsupported(
                site,
                format!("`{}` isn't run", op.word()),
            )),
        }
    }

    /// Goes to a block: all its phis choose at once, by the block that is left.
    pub(super) fn jump(&mut self, to: Local, site: Site, observer: &mut dyn Observer) -> Run<()> {
        let depth = self.frames.len().saturating_sub(1);
        let Some(frame) = self.frames.last() else {
            return Ok(());
        };
        let loaded = Rc::clone(&frame.loaded);
        let function = &loaded.function;
        let from = frame.block;
        let (Some(block), Some(left)) =
            (function.block_of(to), function.blocks().get(from.index()))
        else {
            return Err(Stop::invalid(site, "there is no block of this label"));
        };
        observer.block(function, block, Some(from), depth);
        let mut chosen = Vec::new();
        let mut at = function.block(block).instructions.start;
        for (id, instruction) in function.numbered(block) {
            let Op::Phi {
                ty,
                incoming,
                flags,
            } = &instruction.op
            else {
                break;
            };
            if let Some(frame) = self.frames.last_mut() {
                (frame.block, frame.at) = (block, id);
            }
            let site = self.here();
            let Some((value, label)) = incoming.iter().find(|(_, label)| *label == left.label)
            else {
                let name = function.local(left.label).name;
                let message =
                    format!("this phi has no value for `%{name}`, from where the run comes");
                return Err(Stop::invalid(site, message));
            };
            let value = self.value(loaded.unit, ty, value, site)?;
            let value = self.passed_on("phi", *flags, value, site)?;
            observer.phi(function, id, *label, &value, depth);
            chosen.push((instruction.result, value));
            self.steps += 1;
            at = id.0 + 1;
        }
        if let Some(frame) = self.frames.last_mut() {
            (frame.block, frame.at) = (block, InstId(at));
            for (result, value) in chosen {
                let slot = result.and_then(|local| frame.registers.get_mut(local.index()));
                if let Some(slot) = slot {
                    *slot = Some(value);
                }
            }
        }
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

/// The number by which a branch decides.
fn decide(word: &str, value: &Value, site: Site) -> Run<Int> {
    match value {
        Value::Int(int) if int.is_defined() => Ok(*int),
        Value::Poison(poison) => Err(Stop::undefined(site, format!("`{word}` on poison"))
            .label("what decides is poison")
            .poison(poison)
            .help("poison may be carried around, but not looked at")
            .into()),
        Value::Int(_) | Value::Undef => Err(Stop::undefined(site, format!("`{word}` on undef"))
            .label("what decides is undef: it depends on bits that nobody wrote")
            .help("`freeze` makes a number of it: any, but one")
            .into()),
        _ => Err(Stop::invalid(
            site,
            format!("`{word}` on what is no integer"),
        )),
    }
}
