//! What all rules share: places, names, types of registers.

use super::{LIMIT, Verifier};
use crate::model::function::{BlockId, Definition, InstId, Local};
use crate::model::{Function, Instruction, Type};
use crate::problem::Problem;
use crate::span::Span;
use std::borrow::Cow;

/// How many names may stand for one type before we stop to look.
const ALIASES: usize = 32;

/// One function that is being verified.
pub(super) struct Check<'c> {
    pub(super) function: &'c Function<'c>,
    pub(super) verifier: &'c Verifier<'c>,
    pub(super) problems: Vec<Problem>,
    /// The types of the registers and parameters, as far as they are known.
    types: Vec<Option<Cow<'c, Type<'c>>>>,
    /// Names that have more than one definition: nothing else is said of them.
    pub(super) ambiguous: Vec<bool>,
}

impl<'c> Check<'c> {
    pub(super) fn new(verifier: &'c Verifier<'_>, function: &'c Function<'_>) -> Self {
        let mut check = Self {
            function,
            verifier,
            problems: Vec::new(),
            types: Vec::new(),
            ambiguous: vec![false; function.locals().len()],
        };
        for (local, _) in function.redefinitions() {
            if let Some(ambiguous) = check.ambiguous.get_mut(local.index()) {
                *ambiguous = true;
            }
        }
        let types = function.locals().iter().map(|info| match info.definition {
            Definition::Parameter(index) => {
                let parameter = check.function.signature().parameters.get(index as usize);
                parameter.map(|parameter| Cow::Borrowed(&parameter.ty))
            }
            Definition::Result(id) => check.result(&check.function.instruction(id).op),
            Definition::Block(_) => Some(Cow::Owned(Type::Label)),
            Definition::Missing => None,
        });
        check.types = types.collect();
        check
    }

    pub(super) fn report(&mut self, problem: Problem) {
        // Problems are sorted and cut later; this only bounds what garbage can make us hold.
        if self.problems.len() < LIMIT * 10 {
            self.problems.push(problem);
        }
    }

    /// The name of a register or block, with its sigil.
    pub(super) fn name(&self, local: Local) -> String {
        let info = self.function.locals().get(local.index());
        format!("%{}", info.map_or("?", |info| info.name.as_written()))
    }

    /// The name of a block, with its sigil.
    pub(super) fn block_name(&self, block: BlockId) -> String {
        self.name(self.function.block(block).label)
    }

    pub(super) fn definition(&self, local: Local) -> Definition {
        let info = self.function.locals().get(local.index());
        info.map_or(Definition::Missing, |info| info.definition)
    }

    /// Whether something was said of the name already, so that what follows from it is left out.
    pub(super) fn is_ambiguous(&self, local: Local) -> bool {
        self.ambiguous.get(local.index()).copied().unwrap_or(true)
    }

    /// The type that a register or parameter has by its definition.
    pub(super) fn type_of(&self, local: Local) -> Option<&Type<'c>> {
        self.types.get(local.index())?.as_deref()
    }

    /// A type with its name replaced by what the module says that it is. None if that isn't known.
    pub(super) fn resolve<'t>(&self, ty: &'t Type<'c>) -> Option<&'t Type<'c>>
    where
        'c: 't,
    {
        let mut ty = ty;
        for _ in 0..ALIASES {
            match ty {
                Type::Named(name) => ty = self.verifier.types.get(name.key())?,
                Type::Other(_) => return None,
                ty => return Some(ty),
            }
        }
        None
    }

    /// Whether two types are one. A type that we don't know could be any.
    pub(super) fn same(&self, left: &Type<'c>, right: &Type<'c>) -> bool {
        match (left, right) {
            (Type::Named(one), Type::Named(other)) if one.key() == other.key() => true,
            (Type::Named(_), _) => self.same_named(left, right),
            (_, Type::Named(_)) => self.same_named(right, left),
            (Type::Array(one, left), Type::Array(other, right)) => {
                one == other && self.same(left, right)
            }
            (
                Type::Struct { packed, fields },
                Type::Struct {
                    packed: too,
                    fields: others,
                },
            ) => {
                packed == too
                    && fields.len() == others.len()
                    && fields
                        .iter()
                        .zip(others)
                        .all(|(left, right)| self.same(left, right))
            }
            (
                Type::Vector {
                    scalable,
                    length,
                    element,
                },
                Type::Vector {
                    scalable: too,
                    length: count,
                    element: other,
                },
            ) => scalable == too && length == count && self.same(element, other),
            (left, right) => {
                let unknown = |ty: &Type<'c>| matches!(ty, Type::Other(_) | Type::Function(_));
                left == right || unknown(left) || unknown(right)
            }
        }
    }

    /// A struct with a name is a type of its own; other names stand for what they are defined as.
    fn same_named(&self, named: &Type<'c>, other: &Type<'c>) -> bool {
        match (self.resolve(named), self.resolve(other)) {
            (None, _) | (_, None) => true,
            (Some(Type::Struct { .. } | Type::OpaqueStruct), _) => false,
            (Some(one), Some(other)) => one == other,
        }
    }

    /// Where `local` is written among the operands of `instruction`, for the `nth` time (from 0). The
    /// whole instruction if the text isn't there.
    pub(super) fn place(&self, instruction: &Instruction<'_>, local: Local, nth: usize) -> Span {
        let whole = instruction.span;
        let Some(text) = self.verifier.text else {
            return whole;
        };
        let Some(info) = self.function.locals().get(local.index()) else {
            return whole;
        };
        let text = whole.of(text);
        let skip = match instruction.result {
            Some(_) if text.starts_with('%') => text.find('=').map_or(0, |at| at + 1),
            _ => 0,
        };
        let start = whole.start as usize;
        occurrences(text, skip, info.name.as_written())
            .nth(nth)
            .map_or(whole, |(from, to)| Span::new(start + from, start + to))
    }

    /// Where the result of an instruction is written.
    pub(super) fn result_place(&self, id: InstId) -> Span {
        let instruction = self.function.instruction(id);
        let end = self.verifier.text.and_then(|text| {
            let text = instruction.span.of(text);
            let equals = text.find('=')?;
            let name = text.get(..equals)?.trim_end();
            name.starts_with('%').then_some(name.len())
        });
        let start = instruction.span.start as usize;
        end.map_or(instruction.span, |end| Span::new(start, start + end))
    }

    /// Where a register, parameter or block is defined.
    pub(super) fn defined_at(&self, local: Local) -> Option<Span> {
        match self.definition(local) {
            Definition::Missing => None,
            Definition::Block(block) => Some(self.function.block(block).span),
            Definition::Result(id) => Some(self.result_place(id)),
            Definition::Parameter(_) => {
                let head = self.head()?;
                let text = head.of(self.verifier.text?);
                let info = self.function.locals().get(local.index())?;
                let (from, to) = occurrences(text, 0, info.name.as_written()).next()?;
                let start = head.start as usize;
                Some(Span::new(start + from, start + to))
            }
        }
    }

    /// From `define` up to the body.
    pub(super) fn head(&self) -> Option<Span> {
        let whole = self.function.span();
        let text = whole.of(self.verifier.text?);
        let end = self.function.blocks().first().map_or(text.len(), |block| {
            (block.span.start.saturating_sub(whole.start)) as usize
        });
        let line = memchr::memchr(b'\n', text.as_bytes()).unwrap_or(text.len());
        let start = whole.start as usize;
        let head = text.get(..end.min(line)).unwrap_or(text);
        let head = head.trim_end().trim_end_matches('{').trim_end();
        Some(Span::new(start, start + head.len().max(1)))
    }

    /// Where the type of the result stands in the head: from `define` to the name, for want of better.
    pub(super) fn head_place(&self) -> Span {
        self.head().unwrap_or_else(|| self.function.span())
    }
}

/// A type with the article before it: "an `i8`", "a `ptr`".
pub(super) fn a(ty: &Type<'_>) -> String {
    let text = ty.to_string();
    let vowel = text.starts_with(['i', 'o', 'x']);
    format!("{} `{text}`", if vowel { "an" } else { "a" })
}

/// Where `%name` is written in `text`, from `skip` on.
fn occurrences<'t>(
    text: &'t str,
    skip: usize,
    name: &'t str,
) -> impl Iterator<Item = (usize, usize)> + 't {
    memchr::memchr_iter(b'%', text.as_bytes()).filter_map(move |at| {
        let rest = text.get(at + 1..)?;
        let after = rest.strip_prefix(name)?;
        let ends = name.starts_with('"')
            || !after.starts_with(|c: char| c.is_ascii_alphanumeric() || "-$._".contains(c));
        (at >= skip && ends).then_some((at, at + 1 + name.len()))
    })
}
