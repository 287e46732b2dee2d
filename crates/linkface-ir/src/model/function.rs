//! A function: blocks of instructions, and the names in them.

use super::{Instruction, Name, Signature};
use crate::problem::Problem;
use crate::span::Span;
use std::ops::Range;

/// A register, parameter or label of one function. They share one set of names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Local(pub u32);

/// A block of one function, by its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BlockId(pub u32);

/// An instruction of one function, by its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct InstId(pub u32);

impl Local {
    /// As an index.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl BlockId {
    /// As an index.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl InstId {
    /// As an index.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// What a name of a function stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Definition {
    /// Nothing: it is used, but never defined.
    Missing,
    /// The parameter of this position.
    Parameter(u32),
    /// A block.
    Block(BlockId),
    /// The result of an instruction.
    Result(InstId),
}

/// One name of a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LocalInfo<'a> {
    /// How it is written; a number if the text leaves it out.
    pub name: Name<'a>,
    /// What it stands for: the first definition, if there are more.
    pub definition: Definition,
}

/// A block: a label, and instructions of which the last says where to go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block<'a> {
    /// Its label.
    pub label: Local,
    /// Whether the label is written; the first block often has none.
    pub labelled: bool,
    /// Its instructions.
    pub instructions: Range<u32>,
    /// Where the label is written, or where it would be.
    pub span: Span,
    /// Whole lines of comment before the label.
    pub comments: Box<[&'a str]>,
    /// The comment behind the label: `; preds = %a, %b`. LLVM lists them in an order that only it knows.
    pub note: Option<&'a str>,
}

/// A function with its body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Function<'a> {
    pub(crate) signature: Signature<'a>,
    pub(crate) locals: Vec<LocalInfo<'a>>,
    pub(crate) blocks: Vec<Block<'a>>,
    pub(crate) instructions: Vec<Instruction<'a>>,
    /// Whole lines of comment, with the instruction before which they stand: `; call core::panicking::panic`.
    pub(crate) comments: Vec<(InstId, &'a str)>,
    /// Second definitions of a name, with where they are.
    pub(crate) redefinitions: Vec<(Local, Span)>,
    pub(crate) problems: Vec<Problem>,
    pub(crate) span: Span,
}

impl<'a> Function<'a> {
    /// What stands before the body.
    #[must_use]
    pub fn signature(&self) -> &Signature<'a> {
        &self.signature
    }

    /// Its name as it is written, without `@`: mangled, if Rust made it.
    #[must_use]
    pub fn name(&self) -> Name<'a> {
        self.signature.name
    }

    /// All names of registers, parameters and labels; [`Local`] is an index into it.
    #[must_use]
    pub fn locals(&self) -> &[LocalInfo<'a>] {
        &self.locals
    }

    /// What is known of a name.
    ///
    /// # Panics
    /// If `local` is of another function.
    #[must_use]
    pub fn local(&self, local: Local) -> &LocalInfo<'a> {
        &self.locals[local.index()]
    }

    /// The register, parameter or label of this name, without `%`.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<Local> {
        let position = self
            .locals
            .iter()
            .position(|info| info.name.key() == name)?;
        u32::try_from(position).ok().map(Local)
    }

    /// The blocks; the first one is where the function begins.
    #[must_use]
    pub fn blocks(&self) -> &[Block<'a>] {
        &self.blocks
    }

    /// A block.
    ///
    /// # Panics
    /// If `block` is of another function.
    #[must_use]
    pub fn block(&self, block: BlockId) -> &Block<'a> {
        &self.blocks[block.index()]
    }

    /// All blocks' ids, in the order of the text.
    pub fn block_ids(
        &self,
    ) -> impl ExactSizeIterator<Item = BlockId> + DoubleEndedIterator + use<> {
        (0..u32::try_from(self.blocks.len()).unwrap_or(u32::MAX)).map(BlockId)
    }

    /// The block of a label.
    #[must_use]
    pub fn block_of(&self, label: Local) -> Option<BlockId> {
        match self.locals.get(label.index())?.definition {
            Definition::Block(block) => Some(block),
            _ => None,
        }
    }

    /// All instructions and debug records, in the order of the text.
    #[must_use]
    pub fn instructions(&self) -> &[Instruction<'a>] {
        &self.instructions
    }

    /// An instruction.
    ///
    /// # Panics
    /// If `id` is of another function.
    #[must_use]
    pub fn instruction(&self, id: InstId) -> &Instruction<'a> {
        &self.instructions[id.index()]
    }

    /// The instructions and debug records of one block.
    #[must_use]
    pub fn body(&self, block: BlockId) -> &[Instruction<'a>] {
        let range = &self.blocks[block.index()].instructions;
        &self.instructions[range.start as usize..range.end as usize]
    }

    /// The instructions of one block with their ids.
    #[must_use = "iterators do nothing until they are used"]
    pub fn numbered(
        &self,
        block: BlockId,
    ) -> impl DoubleEndedIterator<Item = (InstId, &Instruction<'a>)> {
        let range = self.blocks[block.index()].instructions.clone();
        range.map(|index| (InstId(index), &self.instructions[index as usize]))
    }

    /// The last instruction of a block, if it says where to go.
    #[must_use]
    pub fn terminator(&self, block: BlockId) -> Option<&Instruction<'a>> {
        self.body(block)
            .last()
            .filter(|instruction| instruction.op.is_terminator())
    }

    /// The block in which an instruction is.
    #[must_use]
    pub fn home(&self, id: InstId) -> Option<BlockId> {
        let after = self
            .blocks
            .partition_point(|block| block.instructions.start <= id.0);
        let index = after.checked_sub(1)?;
        let inside = id.0 < self.blocks[index].instructions.end;
        inside.then(|| BlockId(u32::try_from(index).unwrap_or(u32::MAX)))
    }

    /// Lines of comment before an instruction.
    pub fn comments(&self, id: InstId) -> impl Iterator<Item = &'a str> {
        let start = self.comments.partition_point(|(before, _)| *before < id);
        self.comments[start..]
            .iter()
            .take_while(move |(before, _)| *before == id)
            .map(|(_, comment)| *comment)
    }

    /// Names that are defined more than once, with where the later definitions are.
    #[must_use]
    pub fn redefinitions(&self) -> &[(Local, Span)] {
        &self.redefinitions
    }

    /// What couldn't be read.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// From `define` to `}`.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// How many instructions couldn't be read as one we know.
    #[must_use]
    pub fn opaque(&self) -> usize {
        self.instructions
            .iter()
            .filter(|instruction| matches!(instruction.op, super::Op::Opaque(_)))
            .count()
    }
}
