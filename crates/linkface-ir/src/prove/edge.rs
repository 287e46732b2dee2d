//! Call edges: every place of a function from which control goes elsewhere and comes back.

use super::library::{self, Effect, Machine};
use super::program::{FunctionId, Program, Target};
use crate::model::instruction::Op;
use crate::model::value::InlineAsm;
use crate::model::{BinaryOp, Call, Constant, Definition, Function, Instruction, Local, Value};
use crate::span::Span;
use serde::Serialize;

/// A place from which control goes elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge<'a> {
    /// Where it goes.
    pub callee: Callee<'a>,
    /// The instruction.
    pub span: Span,
    /// Its `!DILocation`.
    pub debug: Option<u32>,
    /// Whether one comes here only while a panic unwinds.
    pub unwinding: bool,
    /// Attributes of this call: `noreturn` and the like.
    pub noreturn: bool,
}

/// Where a call goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Callee<'a> {
    /// To a function that is named.
    Direct {
        /// Its symbol.
        symbol: &'a str,
        /// The code.
        target: Target,
    },
    /// To wherever a pointer leads.
    Indirect(Pointer<'a>),
    /// To nowhere: LLVM makes instructions of it, or nothing.
    Intrinsic(&'a str),
    /// To a function of the C library or of the compiler's own, which LLVM calls for want of an
    /// instruction.
    Library {
        /// The function.
        function: String,
        /// Whether there is a call for sure; if not, it may become instructions.
        certain: bool,
        /// What it is made of.
        from: &'a str,
    },
    /// To what is written as assembly, which isn't read.
    Assembly,
    /// An instruction that isn't known: there may be a call in it.
    Unread(&'a str),
}

/// Where a function pointer comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pointer<'a> {
    /// A method of a `dyn Trait`: loaded from what never changes.
    Vtable,
    /// Handed to the function.
    Argument,
    /// Loaded from memory.
    Memory,
    /// A global.
    Global(&'a str),
    /// One of several, chosen before.
    Chosen,
    /// From another instruction.
    Computed,
}

/// The edges of a function, in the order of the text. Code that cannot be reached is left out.
#[must_use]
pub fn edges<'a>(program: &Program<'a>, id: FunctionId, function: &Function<'a>) -> Vec<Edge<'a>> {
    let machine = Machine::of(program.unit(id).module.outline().triple.unwrap_or_default());
    let calm = reachable(function, false);
    let all = reachable(function, true);
    let mut edges = Vec::new();
    for block in function.block_ids() {
        if !all.get(block.index()).copied().unwrap_or(true) {
            continue;
        }
        let unwinding = !calm.get(block.index()).copied().unwrap_or(true);
        for instruction in function.body(block) {
            if let Some((callee, noreturn)) = callee(program, id, function, instruction, machine) {
                edges.push(Edge {
                    callee,
                    span: instruction.span,
                    debug: instruction.debug,
                    unwinding,
                    noreturn,
                });
            }
        }
    }
    edges
}

/// The instructions that can be reached without a panic.
pub(crate) fn calm<'f, 'a>(
    function: &'f Function<'a>,
) -> impl Iterator<Item = &'f Instruction<'a>> {
    let calm = reachable(function, false);
    function
        .block_ids()
        .filter(move |block| calm.get(block.index()).copied().unwrap_or(true))
        .flat_map(|block| function.body(block))
}

/// By block: whether it can be reached; with `unwinding`, through a panic, too.
fn reachable(function: &Function<'_>, unwinding: bool) -> Vec<bool> {
    let mut seen = vec![false; function.blocks().len()];
    let mut open: Vec<_> = function.block_ids().next().into_iter().collect();
    while let Some(block) = open.pop() {
        let Some(seen) = seen.get_mut(block.index()) else {
            continue;
        };
        if std::mem::replace(seen, true) {
            continue;
        }
        let Some(last) = function.body(block).last() else {
            continue;
        };
        let next: Vec<Local> = match &last.op {
            Op::Invoke { normal, unwind, .. } if !unwinding => {
                let caught = catches(function, *unwind).then_some(*unwind);
                std::iter::once(*normal).chain(caught).collect()
            }
            op => op.successors(),
        };
        open.extend(
            next.into_iter()
                .filter_map(|label| function.block_of(label)),
        );
    }
    seen
}

/// Whether a panic ends here: what follows runs as if there had been none.
fn catches(function: &Function<'_>, label: Local) -> bool {
    let block = function.block_of(label);
    let mut body = block.into_iter().flat_map(|block| function.body(block));
    body.any(|instruction| match &instruction.op {
        Op::LandingPad { clauses, .. } => clauses.iter().any(|(word, _)| *word == "catch"),
        // One that aborts never comes back from its handlers.
        Op::CatchSwitch { .. } => function
            .instructions()
            .iter()
            .any(|other| matches!(other.op, Op::CatchRet { .. })),
        _ => false,
    })
}

fn callee<'a>(
    program: &Program<'a>,
    id: FunctionId,
    function: &Function<'a>,
    instruction: &Instruction<'a>,
    machine: Machine,
) -> Option<(Callee<'a>, bool)> {
    let Some(call) = instruction.op.call() else {
        return without_call(&instruction.op, machine).map(|callee| (callee, false));
    };
    let noreturn = call
        .attributes
        .iter()
        .any(|attribute| attribute.word() == "noreturn");
    let callee = match &call.callee {
        Value::Asm(asm) => return (!is_empty(asm)).then_some((Callee::Assembly, noreturn)),
        Value::Local(local) => Callee::Indirect(pointer(function, *local)),
        Value::Constant(constant) => named(program, id, constant, call, machine),
        Value::Metadata(_) => Callee::Indirect(Pointer::Computed),
    };
    Some((callee, noreturn))
}

/// Instructions that aren't calls in IR, and may be in machine code.
fn without_call<'a>(op: &Op<'a>, machine: Machine) -> Option<Callee<'a>> {
    let effect = match op {
        Op::Binary {
            op: BinaryOp::FRem,
            ty,
            ..
        } => library::remainder(ty),
        Op::Binary { op, ty, right, .. } => library::binary(*op, ty, right, machine),
        Op::Cast {
            op, operand, to, ..
        } => library::cast(*op, &operand.ty, to, machine),
        Op::FCmp { ty, .. } => library::comparison(ty, machine),
        Op::AtomicRmw { value, .. } => library::atomic(&value.ty, machine),
        Op::CmpXchg { new, .. } => library::atomic(&new.ty, machine),
        Op::Load {
            atomic: Some(_),
            ty,
            ..
        } => library::wide_atomic(ty),
        Op::Store {
            atomic: Some(_),
            value,
            ..
        } => library::wide_atomic(&value.ty),
        // The end of cleaning up: the panic goes on, by a call.
        Op::Resume(_) => Effect::Calls("_Unwind_Resume".to_owned()),
        Op::Opaque(opaque) => return Some(Callee::Unread(opaque.opcode)),
        _ => Effect::None,
    };
    library_call(effect, op.word())
}

fn library_call(effect: Effect, from: &str) -> Option<Callee<'_>> {
    let (function, certain) = match effect {
        Effect::None => return None,
        Effect::Calls(function) => (function, true),
        Effect::MayCall(function) => (function, false),
    };
    Some(Callee::Library {
        function,
        certain,
        from,
    })
}

/// A call of what has a name.
fn named<'a>(
    program: &Program<'a>,
    id: FunctionId,
    constant: &Constant<'a>,
    call: &Call<'a>,
    machine: Machine,
) -> Callee<'a> {
    let mut names = Vec::new();
    constant.globals(&mut |name| names.push(name.key()));
    let [symbol] = names[..] else {
        return Callee::Indirect(Pointer::Computed);
    };
    if symbol.starts_with("llvm.") {
        let effect = library::intrinsic(symbol, call, machine);
        return library_call(effect, symbol).unwrap_or(Callee::Intrinsic(symbol));
    }
    let target = program.resolve(id, symbol);
    // LLVM knows these names, and may have instructions for them.
    if target == Target::External && library::is_known_to_llvm(symbol) {
        return Callee::Library {
            function: symbol.to_owned(),
            certain: false,
            from: symbol,
        };
    }
    if let Constant::Expression(_) = constant
        && target == Target::External
        && program.declaration(id, symbol).is_none()
    {
        return Callee::Indirect(Pointer::Global(symbol));
    }
    Callee::Direct { symbol, target }
}

/// Assembly without instructions: `black_box` and compiler fences.
fn is_empty(asm: &InlineAsm<'_>) -> bool {
    asm.text.trim().is_empty()
}

/// Where the pointer in a register comes from.
fn pointer<'a>(function: &Function<'a>, local: Local) -> Pointer<'a> {
    let Some(info) = function.locals().get(local.index()) else {
        return Pointer::Computed;
    };
    let made = match info.definition {
        Definition::Parameter(_) => return Pointer::Argument,
        Definition::Result(made) => function.instructions().get(made.index()),
        Definition::Missing | Definition::Block(_) => None,
    };
    match made.map(|made| (made, &made.op)) {
        Some((made, Op::Load { pointer, .. })) => {
            let constant = made
                .attachments
                .iter()
                .any(|attachment| attachment.kind.key() == "invariant.load");
            match pointer.value.global() {
                Some(name) => Pointer::Global(name.key()),
                None if constant => Pointer::Vtable,
                None => Pointer::Memory,
            }
        }
        Some((_, Op::Phi { .. } | Op::Select { .. })) => Pointer::Chosen,
        _ => Pointer::Computed,
    }
}
