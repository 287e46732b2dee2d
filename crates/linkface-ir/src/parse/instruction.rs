//! Instructions.

mod call;
mod memory;
mod terminator;

use super::cursor::{Cursor, Names, Read};
use super::few::Few;
use crate::lex::Token;
use crate::model::instruction::{Attachment, Op};
use crate::model::value::Meta;
use crate::model::{BinaryOp, CastOp, FloatPredicate, IntPredicate, Name};

/// What may follow an instruction: `, align 8, addrspace(5), !dbg !3`.
#[derive(Default)]
pub(super) struct Tail<'a> {
    align: Option<u64>,
    address_space: Option<u32>,
    pub(super) debug: Option<u32>,
    pub(super) attachments: Vec<Attachment<'a>>,
}

/// Reads an instruction, after `%x =`, and what follows it; none if its first word isn't known.
pub(super) fn read<'a>(
    cursor: &mut Cursor<'a>,
    tail: &mut Tail<'a>,
    names: &mut impl Names<'a>,
) -> Read<Option<Op<'a>>> {
    let word = match cursor.token {
        Token::Word(word) => word,
        Token::Debug(kind) => {
            cursor.bump();
            cursor.expect(b'(')?;
            let arguments = cursor.list(b')', |cursor| cursor.meta(names))?;
            return Ok(Some(Op::DebugRecord { kind, arguments }));
        }
        _ => return cursor.unexpected("an instruction"),
    };
    let mut op = match word {
        "call" | "tail" | "musttail" | "notail" => cursor.call_instruction(names)?,
        "load" => cursor.load(tail, names)?,
        "store" => cursor.store(tail, names)?,
        "getelementptr" => cursor.gep(tail, names)?,
        "br" => cursor.br(names)?,
        "alloca" => cursor.alloca(tail, names)?,
        "icmp" => cursor.icmp(names)?,
        "phi" => cursor.phi(tail, names)?,
        "select" => cursor.select(names)?,
        "invoke" => cursor.invoke(names)?,
        "ret" => cursor.ret(names)?,
        "extractvalue" => cursor.extract_value(tail, names)?,
        "insertvalue" => cursor.insert_value(tail, names)?,
        "unreachable" => {
            cursor.bump();
            Op::Unreachable
        }
        "switch" => cursor.switch(names)?,
        "landingpad" => cursor.landing_pad(names)?,
        "fcmp" => cursor.fcmp(names)?,
        "resume" => {
            cursor.bump();
            Op::Resume(cursor.operand(names)?)
        }
        "freeze" => {
            cursor.bump();
            Op::Freeze(cursor.operand(names)?)
        }
        "fneg" => {
            cursor.bump();
            Op::FNeg {
                flags: cursor.flags(),
                operand: cursor.operand(names)?,
            }
        }
        "fence" => cursor.fence()?,
        "cmpxchg" => cursor.cmpxchg(tail, names)?,
        "atomicrmw" => cursor.atomic_rmw(tail, names)?,
        "extractelement" => {
            cursor.bump();
            let vector = cursor.operand(names)?;
            cursor.expect(b',')?;
            Op::ExtractElement {
                vector,
                index: cursor.operand(names)?,
            }
        }
        "insertelement" => {
            cursor.bump();
            let [vector, element, index] = cursor.three(names)?;
            Op::InsertElement {
                vector,
                element,
                index,
            }
        }
        "shufflevector" => {
            cursor.bump();
            let [left, right, mask] = cursor.three(names)?;
            Op::ShuffleVector { left, right, mask }
        }
        "va_arg" => {
            cursor.bump();
            let list = cursor.operand(names)?;
            cursor.expect(b',')?;
            Op::VaArg {
                list,
                ty: cursor.ty()?,
            }
        }
        "indirectbr" => cursor.indirect_br(names)?,
        "callbr" => cursor.call_br(names)?,
        "cleanupret" => cursor.cleanup_ret(names)?,
        "catchret" => cursor.catch_ret(names)?,
        "catchswitch" => cursor.catch_switch(names)?,
        "catchpad" | "cleanuppad" => cursor.pad(names)?,
        _ => {
            if let Some(op) = BinaryOp::from_word(word) {
                cursor.binary(op, names)?
            } else if let Some(op) = CastOp::from_word(word) {
                cursor.cast(op, names)?
            } else {
                return Ok(None);
            }
        }
    };
    cursor.tail(tail, names)?;
    memory::finish(&mut op, tail);
    Ok(Some(op))
}

/// Passes an instruction that isn't read; its text.
pub(super) fn skip<'a>(cursor: &mut Cursor<'a>) -> &'a str {
    skip_with(cursor, |_| {})
}

/// Passes an instruction that isn't read, and hands over its tokens. It ends with its line, if no bracket
/// is open and the next line doesn't go on as `invoke` and `landingpad` do.
pub(super) fn skip_with<'a>(cursor: &mut Cursor<'a>, mut each: impl FnMut(Token<'a>)) -> &'a str {
    let start = cursor.start();
    let mut depth = 0u32;
    let mut first = true;
    loop {
        match cursor.token {
            Token::End => break,
            Token::Punct(b'}') if depth == 0 => break,
            Token::Punct(b'(' | b'[' | b'{') => depth = depth.saturating_add(1),
            Token::Punct(b')' | b']' | b'}') => depth = depth.saturating_sub(1),
            Token::Word("to" | "unwind" | "cleanup" | "catch" | "filter") => {}
            _ if cursor.starts_line() && depth == 0 && !first => break,
            _ => {}
        }
        first = false;
        each(cursor.bump());
    }
    cursor.text_since(start)
}

impl<'a> Cursor<'a> {
    /// What may follow an instruction, from a comma on.
    fn tail(&mut self, tail: &mut Tail<'a>, names: &mut impl Names<'a>) -> Read<()> {
        while self.eat(b',') {
            self.tail_item(tail, names)?;
        }
        Ok(())
    }

    /// One thing that may follow an instruction, after its comma.
    fn tail_item(&mut self, tail: &mut Tail<'a>, names: &mut impl Names<'a>) -> Read<()> {
        match self.token {
            Token::Metadata(kind) => {
                self.bump();
                let node = self.meta(names)?;
                match node {
                    Meta::Node(number) if kind == "dbg" && tail.debug.is_none() => {
                        tail.debug = Some(number);
                    }
                    node => tail.attachments.push(Attachment {
                        kind: Name(kind),
                        node,
                    }),
                }
            }
            Token::Word("align") => {
                self.bump();
                tail.align = Some(self.integer()?);
            }
            Token::Word("addrspace") => tail.address_space = self.address_space()?,
            _ => return self.unexpected("metadata or `align`"),
        }
        Ok(())
    }

    /// Whether what follows a comma is no operand any more.
    fn at_tail(&self) -> bool {
        matches!(
            self.token,
            Token::Metadata(_) | Token::Word("align" | "addrspace")
        )
    }

    /// `a, b, c`, up to what may follow an instruction.
    fn comma_list<T, N: Names<'a>>(
        &mut self,
        tail: &mut Tail<'a>,
        names: &mut N,
        mut read: impl FnMut(&mut Self, &mut N) -> Read<T>,
    ) -> Read<Box<[T]>> {
        let mut items = Few::new();
        while self.eat(b',') {
            if self.at_tail() {
                self.tail_item(tail, names)?;
                break;
            }
            items.push(read(self, names)?);
        }
        Ok(items.finish())
    }

    fn three(&mut self, names: &mut impl Names<'a>) -> Read<[crate::model::Operand<'a>; 3]> {
        let first = self.operand(names)?;
        self.expect(b',')?;
        let second = self.operand(names)?;
        self.expect(b',')?;
        Ok([first, second, self.operand(names)?])
    }

    fn binary(&mut self, op: BinaryOp, names: &mut impl Names<'a>) -> Read<Op<'a>> {
        self.bump();
        let flags = self.flags();
        let ty = self.ty()?;
        let left = self.value(names)?;
        self.expect(b',')?;
        let right = self.value(names)?;
        Ok(Op::Binary {
            op,
            flags,
            ty,
            left,
            right,
        })
    }

    fn cast(&mut self, op: CastOp, names: &mut impl Names<'a>) -> Read<Op<'a>> {
        self.bump();
        let flags = self.flags();
        let operand = self.operand(names)?;
        self.expect_word("to")?;
        Ok(Op::Cast {
            op,
            flags,
            operand,
            to: self.ty()?,
        })
    }

    fn icmp(&mut self, names: &mut impl Names<'a>) -> Read<Op<'a>> {
        self.bump();
        let flags = self.flags();
        let Some(predicate) = IntPredicate::from_word(self.word()) else {
            return self.unexpected("a comparison (`eq`, `ult`, `slt`, …)");
        };
        self.bump();
        let ty = self.ty()?;
        let left = self.value(names)?;
        self.expect(b',')?;
        Ok(Op::ICmp {
            flags,
            predicate,
            ty,
            left,
            right: self.value(names)?,
        })
    }

    fn fcmp(&mut self, names: &mut impl Names<'a>) -> Read<Op<'a>> {
        self.bump();
        let flags = self.flags();
        let Some(predicate) = FloatPredicate::from_word(self.word()) else {
            return self.unexpected("a comparison (`oeq`, `olt`, `une`, …)");
        };
        self.bump();
        let ty = self.ty()?;
        let left = self.value(names)?;
        self.expect(b',')?;
        Ok(Op::FCmp {
            flags,
            predicate,
            ty,
            left,
            right: self.value(names)?,
        })
    }

    fn phi<N: Names<'a>>(&mut self, tail: &mut Tail<'a>, names: &mut N) -> Read<Op<'a>> {
        self.bump();
        let flags = self.flags();
        let ty = self.ty()?;
        let pair = |cursor: &mut Self, names: &mut N| {
            cursor.expect(b'[')?;
            let value = cursor.value(names)?;
            cursor.expect(b',')?;
            let Token::Local(from) = cursor.token else {
                return cursor.unexpected("a label");
            };
            cursor.bump();
            cursor.expect(b']')?;
            Ok((value, names.local(from)))
        };
        let mut incoming = Few::new();
        // A phi of a block without predecessors has none.
        if self.is(b'[') {
            incoming.push(pair(self, names)?);
            while self.eat(b',') {
                if self.at_tail() {
                    self.tail_item(tail, names)?;
                    break;
                }
                incoming.push(pair(self, names)?);
            }
        }
        Ok(Op::Phi {
            flags,
            ty,
            incoming: incoming.finish(),
        })
    }

    fn select(&mut self, names: &mut impl Names<'a>) -> Read<Op<'a>> {
        self.bump();
        let flags = self.flags();
        let [condition, then, otherwise] = self.three(names)?;
        Ok(Op::Select {
            flags,
            condition,
            then,
            otherwise,
        })
    }

    fn extract_value<N: Names<'a>>(&mut self, tail: &mut Tail<'a>, names: &mut N) -> Read<Op<'a>> {
        self.bump();
        Ok(Op::ExtractValue {
            aggregate: self.operand(names)?,
            indices: self.comma_list(tail, names, |cursor, _| cursor.integer())?,
        })
    }

    fn insert_value<N: Names<'a>>(&mut self, tail: &mut Tail<'a>, names: &mut N) -> Read<Op<'a>> {
        self.bump();
        let aggregate = self.operand(names)?;
        self.expect(b',')?;
        Ok(Op::InsertValue {
            aggregate,
            element: self.operand(names)?,
            indices: self.comma_list(tail, names, |cursor, _| cursor.integer())?,
        })
    }
}
