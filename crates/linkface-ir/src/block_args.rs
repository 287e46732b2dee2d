//! Phi nodes as arguments of blocks: each block says what it takes, and who jumps to it what it gets.
//!
//! That is how MLIR, Cranelift and Swift's SIL write it. It says the same as phis do, and it is no LLVM IR.
//!
//! ```
//! use linkface_ir::Module;
//! use linkface_ir::block_args::{Scope, text};
//!
//! let module = Module::new(
//!     "define i32 @count(i32 %n) {
//! start:
//!   br label %loop
//! loop:
//!   %i = phi i32 [ 0, %start ], [ %next, %loop ]
//!   %next = add i32 %i, 1
//!   %done = icmp eq i32 %next, %n
//!   br i1 %done, label %end, label %loop
//! end:
//!   ret i32 %i
//! }
//! ",
//! );
//! let function = module.function("count").unwrap().parse();
//! assert_eq!(
//!     text(&function, Scope::Function).unwrap(),
//!     ";; Not LLVM IR: phi nodes are arguments of blocks.
//! define i32 @count(i32 %n) {
//! start:
//!   br %loop(i32 0)
//!
//! loop(i32 %i):
//!   %next = add i32 %i, 1
//!   %done = icmp eq i32 %next, %n
//!   br i1 %done, %end, %loop(i32 %next)
//!
//! end:
//!   ret i32 %i
//! }"
//! );
//! ```

mod live;
mod typed;

use crate::model::function::{Definition, LocalInfo};
use crate::model::{BlockId, Function, Instruction, Local, Name, Op, Type, Value};
use crate::print::Printer;
use rustc_hash::FxHashMap;
use std::fmt::Write;

/// Where the registers of a block can be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// In all blocks that it dominates, as in LLVM: only phis are arguments.
    Function,
    /// In the block: everything is an argument that it, or a block behind it, takes from another one.
    /// Only the function's parameters can be seen everywhere.
    Block,
}

/// The function with arguments of blocks in place of phis; none if these were millions.
#[must_use]
pub fn text(function: &Function<'_>, scope: Scope) -> Option<String> {
    let parameters = match scope {
        Scope::Function => vec![Vec::new(); function.blocks().len()],
        Scope::Block => live::at_start(function)?,
    };
    let types = typed::of_locals(function);
    let mut writer = Writer {
        function,
        printer: Printer::new(function),
        parameters,
        types,
        incoming: incoming(function),
        jumps: FxHashMap::default(),
        names: Vec::new(),
    };
    writer.jumps();
    Some(writer.text())
}

/// What comes into the phis of a block from another one, with the position of the phi.
type Incoming<'f, 'a> = FxHashMap<(BlockId, Local), Vec<(usize, &'f Value<'a>)>>;

/// What comes into phis, by block and where it comes from.
fn incoming<'f, 'a>(function: &'f Function<'a>) -> Incoming<'f, 'a> {
    let mut all: Incoming<'f, 'a> = FxHashMap::default();
    for to in function.block_ids() {
        for (position, (_, _, values)) in phis(function, to).enumerate() {
            for (value, from) in values {
                let values = all.entry((to, *from)).or_default();
                // Two edges from one block bring the same.
                if values.last().is_none_or(|(last, _)| *last != position) {
                    values.push((position, value));
                }
            }
        }
    }
    all
}

/// Type, result and values of the phis of a block.
fn phis<'f, 'a>(
    function: &'f Function<'a>,
    block: BlockId,
) -> impl Iterator<Item = (&'f Type<'a>, Local, &'f [(Value<'a>, Local)])> {
    let body = function.body(block).iter();
    body.filter_map(|instruction| match &instruction.op {
        Op::Phi { ty, incoming, .. } => Some((ty, instruction.result?, &**incoming)),
        _ => None,
    })
}

struct Writer<'f, 'a> {
    function: &'f Function<'a>,
    printer: Printer<'f, 'a>,
    /// What each block takes besides its phis.
    parameters: Vec<Vec<Local>>,
    types: Vec<Option<&'f Type<'a>>>,
    incoming: Incoming<'f, 'a>,
    /// Terminators. Their labels have names that are in no text: with what their blocks get.
    jumps: FxHashMap<BlockId, Instruction<'a>>,
    names: Vec<String>,
}

impl<'a> Writer<'_, 'a> {
    /// Makes the jumps.
    fn jumps(&mut self) {
        for id in self.function.block_ids() {
            let Some(last) = self.function.terminator(id) else {
                continue;
            };
            let mut jump = last.clone();
            let first = self.function.locals().len();
            jump.op.labels_mut(|label| {
                let name = self.function.local(*label).name;
                let block = self.function.block_of(*label);
                let given = block.map(|to| self.given(id, to)).unwrap_or_default();
                let index = first + self.names.len();
                *label = Local(u32::try_from(index).unwrap_or(u32::MAX));
                self.names.push(format!("{name}{given}"));
            });
            self.jumps.insert(id, jump);
        }
    }

    fn text(&self) -> String {
        let mut locals = self.function.locals().to_vec();
        locals.extend(self.names.iter().map(|name| LocalInfo {
            name: Name(name),
            definition: Definition::Missing,
        }));
        // Only its names are printed.
        let named = Function {
            signature: self.function.signature.clone(),
            locals,
            blocks: Vec::new(),
            instructions: Vec::new(),
            comments: Vec::new(),
            redefinitions: Vec::new(),
            problems: Vec::new(),
            span: self.function.span,
        };
        let mut out = String::from(";; Not LLVM IR: phi nodes are arguments of blocks.\n");
        out.push_str(&self.printer.signature());
        out.push_str(" {\n");
        for id in self.function.block_ids() {
            self.block(id, &named, &mut out);
        }
        out.push('}');
        out
    }

    fn block(&self, id: BlockId, named: &Function<'_>, out: &mut String) {
        let block = self.function.block(id);
        if id.index() > 0 {
            out.push('\n');
        }
        if id.index() > 0 || block.labelled {
            for comment in &block.comments {
                let _ = writeln!(out, "{comment}");
            }
            let name = self.function.local(block.label).name;
            let _ = writeln!(out, "{name}{}:", self.taken(id));
        }
        for (at, instruction) in self.function.numbered(id) {
            if matches!(instruction.op, Op::Phi { .. }) {
                continue;
            }
            for comment in self.function.comments(at) {
                let _ = writeln!(out, "{comment}");
            }
            let jump = self.jumps.get(&id);
            let text = match jump.filter(|_| instruction.op.is_terminator()) {
                Some(jump) => unlabelled(named, jump),
                None => self.printer.instruction(instruction),
            };
            let _ = match instruction.op {
                Op::DebugRecord { .. } => writeln!(out, "    {text}"),
                _ => writeln!(out, "  {text}"),
            };
        }
    }

    /// What a block takes: `(i32 %i, i32 %r)`.
    fn taken(&self, id: BlockId) -> String {
        let phis = phis(self.function, id).map(|(ty, local, _)| (Some(ty), local));
        let registers = phis.chain(self.others(id));
        list(registers.map(|(ty, local)| (ty, self.printer.local(local))))
    }

    /// What a block takes besides its phis.
    fn others(&self, id: BlockId) -> impl Iterator<Item = (Option<&Type<'a>>, Local)> {
        let others = self.parameters.get(id.index()).into_iter().flatten();
        others.map(|local| (self.types.get(local.index()).copied().flatten(), *local))
    }

    /// What a block gets from another one: `(i32 0, i32 1)`.
    fn given(&self, from: BlockId, to: BlockId) -> String {
        let from = self.function.block(from).label;
        let mut values = self.incoming.get(&(to, from)).into_iter().flatten();
        let mut next = values.next();
        let phis = phis(self.function, to).enumerate();
        let phis = phis.map(|(position, (ty, ..))| {
            let value = next.filter(|(at, _)| *at == position);
            if value.is_some() {
                next = values.next();
            }
            let text = value.map_or_else(|| "?".to_owned(), |(_, value)| self.printer.value(value));
            (Some(ty), text)
        });
        let others = self.others(to);
        list(phis.chain(others.map(|(ty, local)| (ty, self.printer.local(local)))))
    }
}

/// A terminator without the word `label`.
fn unlabelled(named: &Function<'_>, jump: &Instruction<'_>) -> String {
    let text = Printer::new(named).instruction(jump);
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    // In the order they are written: the name of one may be the beginning of another's.
    for label in jump.op.successors() {
        let label = format!("label %{}", named.local(label).name);
        if let Some(at) = rest.find(&label) {
            out.push_str(&rest[..at]);
            out.push_str(&label["label ".len()..]);
            rest = &rest[at + label.len()..];
        }
    }
    out.push_str(rest);
    out
}

/// `(T a, U b)`, or nothing.
fn list<'t, 'a: 't>(items: impl Iterator<Item = (Option<&'t Type<'a>>, String)>) -> String {
    let items: Vec<_> = items
        .map(|(ty, name)| match ty {
            Some(ty) => format!("{ty} {name}"),
            None => name,
        })
        .collect();
    if items.is_empty() {
        return String::new();
    }
    format!("({})", items.join(", "))
}
