//! Machine code of x86-64: where a function calls and jumps to.

use iced_x86::{Decoder, DecoderOptions, FlowControl, Instruction, OpKind, Register};
use linkface_ir::prove::path::plain;
use object::{Architecture, Object, ObjectSection, ObjectSymbol, RelocationTarget, SectionKind};
use serde::Serialize;
use std::collections::BTreeMap;

/// The machine code of a function.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Code {
    /// How many bytes it has.
    pub bytes: u64,
    /// How many instructions.
    pub instructions: usize,
    /// Where it goes and comes back from, or goes in place of returning, in order.
    pub calls: Vec<Target>,
    /// How many jumps through a register there are: the tables of a `switch`, or calls in place of a
    /// return.
    pub jumps: usize,
}

/// Where machine code goes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Target {
    /// To a function.
    Function {
        /// Its paths: symbols may share a place. Empty if nothing has a name there.
        paths: Vec<String>,
        /// Its symbols.
        symbols: Vec<String>,
    },
    /// Through a pointer in a register or in memory.
    Pointer,
}

impl Target {
    /// In a few words.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Function { paths, .. } => paths
                .first()
                .map_or_else(|| "a function without a name".to_owned(), Clone::clone),
            Self::Pointer => "a pointer".to_owned(),
        }
    }
}

/// Reads the function at `start`; nothing on machines whose code we can't read.
pub(super) fn read(
    object: &object::File<'_>,
    names: &Names,
    start: u64,
    size: u64,
) -> Option<Code> {
    if object.architecture() != Architecture::X86_64 || size == 0 {
        return None;
    }
    let section = object.sections().find(|section| {
        section.kind() == SectionKind::Text
            && section.address() <= start
            && start < section.address().checked_add(section.size()).unwrap_or(0)
    })?;
    let bytes = section.data_range(start, size).ok()??;
    let end = start.checked_add(size)?;
    let mut code = Code {
        bytes: size,
        ..Code::default()
    };
    let decoder = Decoder::with_ip(64, bytes, start, DecoderOptions::NONE);
    for instruction in decoder {
        // Data among the code, or an extension that the decoder doesn't know: no witness at all.
        if instruction.is_invalid() {
            return None;
        }
        code.instructions += 1;
        code.jumps += usize::from(is_jump(&instruction));
        code.calls.extend(target(&instruction, start..end, names));
    }
    Some(code)
}

/// Where an instruction leaves the function.
fn target(
    instruction: &Instruction,
    inside: std::ops::Range<u64>,
    names: &Names,
) -> Option<Target> {
    let pointer = || {
        // The global offset table: a pointer, but always the same.
        if instruction.is_ip_rel_memory_operand() {
            let slot = instruction.ip_rel_memory_address();
            if let Some(function) = names.slots.get(&slot) {
                return function.clone();
            }
        }
        Target::Pointer
    };
    match instruction.flow_control() {
        // A call of itself, too.
        FlowControl::Call => Some(names.at(instruction.near_branch_target())),
        FlowControl::UnconditionalBranch | FlowControl::ConditionalBranch => {
            let near = matches!(
                instruction.op0_kind(),
                OpKind::NearBranch16 | OpKind::NearBranch32 | OpKind::NearBranch64
            );
            let to = instruction.near_branch_target();
            (near && !inside.contains(&to)).then(|| names.at(to))
        }
        FlowControl::IndirectBranch if is_jump(instruction) => None,
        FlowControl::IndirectCall | FlowControl::IndirectBranch => Some(pointer()),
        _ => None,
    }
}

/// Whether it jumps through a register, or by a table: where to, the instruction alone doesn't say.
fn is_jump(instruction: &Instruction) -> bool {
    instruction.flow_control() == FlowControl::IndirectBranch
        && (instruction.op0_kind() != OpKind::Memory
            || instruction.memory_index() != Register::None)
}

/// What is where.
#[derive(Debug)]
pub(super) struct Names {
    symbols: BTreeMap<u64, Vec<String>>,
    /// The places of the global offset table that hold a function's address.
    slots: BTreeMap<u64, Target>,
}

impl Names {
    pub(super) fn new(object: &object::File<'_>) -> Self {
        let mut symbols: BTreeMap<u64, Vec<String>> = BTreeMap::new();
        for symbol in object.symbols().chain(object.dynamic_symbols()) {
            if let (true, Ok(name)) = (symbol.is_definition(), symbol.name()) {
                let all = symbols.entry(symbol.address()).or_default();
                if !name.is_empty() && !all.iter().any(|other| other == name) {
                    all.push(name.to_owned());
                }
            }
        }
        let mut names = Self {
            symbols,
            slots: BTreeMap::new(),
        };
        for (slot, relocation) in object.dynamic_relocations().into_iter().flatten() {
            let target = match relocation.target() {
                RelocationTarget::Symbol(index) => object
                    .dynamic_symbol_table()
                    .and_then(|table| {
                        object::ObjectSymbolTable::symbol_by_index(&table, index).ok()
                    })
                    .and_then(|symbol| symbol.name().ok().map(str::to_owned))
                    .map(|name| function(vec![name])),
                RelocationTarget::Absolute => u64::try_from(relocation.addend())
                    .ok()
                    .map(|address| names.at(address)),
                _ => None,
            };
            if let Some(target) = target {
                names.slots.insert(slot, target);
            }
        }
        names
    }

    fn at(&self, address: u64) -> Target {
        function(self.symbols.get(&address).cloned().unwrap_or_default())
    }
}

fn function(symbols: Vec<String>) -> Target {
    let mut paths: Vec<String> = symbols.iter().map(|symbol| plain(symbol)).collect();
    paths.sort();
    paths.dedup();
    Target::Function { paths, symbols }
}
