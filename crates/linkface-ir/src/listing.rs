//! A function as people read it: lines of styled text, names demangled, what most readers don't need
//! folded away.
//!
//! ```
//! use linkface_ir::Module;
//! use linkface_ir::listing::{Fold, Listing};
//!
//! let text = "define noundef i32 @_RNvCs1234_1m6square(i32 noundef %x) unnamed_addr #0 {\n  \
//!             %1 = mul i32 %x, %x, !dbg !7\n  ret i32 %1\n}\n";
//! let module = Module::new(text);
//! let function = module.functions()[0].parse();
//! let listing = Listing::new(&module, &function, Fold::All);
//! let lines: Vec<String> = listing.lines().iter().map(|line| line.text()).collect();
//! assert_eq!(lines[0], "define i32 @m::square(i32 %x) {");
//! assert_eq!(lines[1], "  %1 = mul i32 %x, %x");
//! ```

mod fold;
mod notes;
mod paint;

pub use notes::Notes;
pub use paint::{Span, Style};

use crate::model::{BlockId, Function, InstId, Op};
use crate::module::Module;
use crate::print::Printer;

/// How much is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    /// Attributes, linkage, debug records, marks of inlining, and metadata but for what it says of values.
    All,
    /// Debug records, marks of inlining, and metadata but for what it says of values: attributes stay.
    Metadata,
    /// Nothing.
    Nothing,
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// `define … {`
    Signature,
    /// A label.
    Block(BlockId),
    /// An instruction, or a part of it.
    Instruction(InstId),
    /// A line without content before a label, and the last one.
    Frame,
}

/// A line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub role: Role,
    /// Its parts, in order.
    pub spans: Vec<Span>,
}

impl Line {
    /// Without styles.
    #[must_use]
    pub fn text(&self) -> String {
        self.spans.iter().map(|span| &*span.text).collect()
    }
}

/// A function as people read it.
#[derive(Clone, Debug)]
pub struct Listing {
    lines: Vec<Line>,
}

/// Where what is said about a block begins.
const COLUMN: usize = 26;

impl Listing {
    /// Of `function` of `module`.
    #[must_use]
    pub fn new<'a>(module: &Module<'a>, function: &Function<'a>, fold: Fold) -> Self {
        let notes = Notes::new(module, function);
        let folded = fold::function(function, fold);
        let printer = Printer::new(&folded);
        let brush = paint::Painter {
            module,
            folds_metadata: fold != Fold::Nothing,
        };
        let mut lines = Vec::new();
        let head = format!("{} {{", printer.signature());
        lines.push(Line {
            role: Role::Signature,
            spans: brush.line(&head, 0),
        });
        for block in function.block_ids() {
            if block.index() > 0 {
                lines.push(Line {
                    role: Role::Frame,
                    spans: Vec::new(),
                });
            }
            let note = notes.block(block);
            if block.index() > 0 || function.block(block).labelled || note.is_some() {
                lines.push(label(function, block, note));
            }
            for (id, instruction) in folded.numbered(block) {
                let record = matches!(instruction.op, Op::DebugRecord { .. });
                if fold != Fold::Nothing && (record || is_about_aliasing(&instruction.op)) {
                    continue;
                }
                let indent = if record { 4 } else { 2 };
                // A `switch` has several lines.
                for (nth, line) in printer.instruction(instruction).lines().enumerate() {
                    let indent = if nth == 0 { indent } else { 0 };
                    lines.push(Line {
                        role: Role::Instruction(id),
                        spans: brush.line(line, indent),
                    });
                }
            }
        }
        lines.push(Line {
            role: Role::Frame,
            spans: brush.line("}", 0),
        });
        Self { lines }
    }

    /// The lines, in order.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }
}

/// Lines of text that LLVM, or [`block_args`](crate::block_args), wrote, with names demangled.
#[must_use]
pub fn painted(module: &Module<'_>, text: &str, fold: Fold) -> Vec<Vec<Span>> {
    let brush = paint::Painter {
        module,
        folds_metadata: fold != Fold::Nothing,
    };
    text.lines().map(|line| brush.line(line, 0)).collect()
}

/// The function with what most readers don't need left out.
#[must_use]
pub fn folded<'a>(function: &Function<'a>, fold: Fold) -> Function<'a> {
    fold::function(function, fold)
}

/// Whether it is a mark that inlining leaves, which only names metadata.
fn is_about_aliasing(op: &Op<'_>) -> bool {
    let callee = op.call().and_then(|call| call.callee.global());
    callee.is_some_and(|name| name.key() == "llvm.experimental.noalias.scope.decl")
}

fn label(function: &Function<'_>, block: BlockId, note: Option<String>) -> Line {
    let name = function.local(function.block(block).label).name;
    let head = format!("{name}:");
    let mut spans = vec![Span {
        style: Style::Label,
        text: head.clone(),
    }];
    if let Some(note) = note {
        let width = COLUMN.saturating_sub(head.chars().count()).max(1);
        spans.push(Span {
            style: Style::Faint,
            text: format!("{:width$}; {note}", ""),
        });
    }
    Line {
        role: Role::Block(block),
        spans,
    }
}
