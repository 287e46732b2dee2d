//! Instructions that end a block.

use crate::lex::Token;
use crate::model::Local;
use crate::model::instruction::Op;
use crate::parse::cursor::{Cursor, Names, Read};

impl<'a> Cursor<'a> {
    /// `label %x`.
    pub(super) fn label(&mut self, names: &mut impl Names<'a>) -> Read<Local> {
        self.expect_word("label")?;
        let Token::Local(name) = self.token else {
            return self.unexpected("a label");
        };
        self.bump();
        Ok(names.local(name))
    }

    pub(super) fn ret(&mut self, names: &mut impl Names<'a>) -> Read<Op<'a>> {
        self.bump();
        if self.eat_word("void") {
            return Ok(Op::Ret(None));
        }
        self.operand(names).map(|operand| Op::Ret(Some(operand)))
    }

    pub(super) fn br(&mut self, names: &mut impl Names<'a>) -> Read<Op<'a>> {
        self.bump();
        if self.word() == "label" {
            return self.label(names).map(Op::Br);
        }
        let condition = self.operand(names)?;
        self.expect(b',')?;
        let then = self.label(names)?;
        self.expect(b',')?;
        Ok(Op::CondBr {
            condition,
            then,
            otherwise: self.label(names)?,
        })
    }

    pub(super) fn switch(&mut self, names: &mut impl Names<'a>) -> Read<Op<'a>> {
        self.bump();
        let value = self.operand(names)?;
        self.expect(b',')?;
        let default = self.label(names)?;
        self.expect(b'[')?;
        let mut cases = Vec::new();
        while !self.eat(b']') {
            let case = self.operand(names)?;
            self.expect(b',')?;
            cases.push((case, self.label(names)?));
        }
        Ok(Op::Switch {
            value,
            default,
            cases: cases.into_boxed_slice(),
        })
    }

    pub(super) fn indirect_br(&mut self, names: &mut impl Names<'a>) -> Read<Op<'a>> {
        self.bump();
        let address = self.operand(names)?;
        self.expect(b',')?;
        self.expect(b'[')?;
        let targets = self.list(b']', |cursor| cursor.label(names))?;
        Ok(Op::IndirectBr { address, targets })
    }

    pub(super) fn cleanup_ret(&mut self, names: &mut impl Names<'a>) -> Read<Op<'a>> {
        self.bump();
        self.expect_word("from")?;
        let pad = self.value(names)?;
        Ok(Op::CleanupRet {
            pad,
            unwind: self.unwind(names)?,
        })
    }

    pub(super) fn catch_ret(&mut self, names: &mut impl Names<'a>) -> Read<Op<'a>> {
        self.bump();
        self.expect_word("from")?;
        let pad = self.value(names)?;
        self.expect_word("to")?;
        Ok(Op::CatchRet {
            pad,
            to: self.label(names)?,
        })
    }

    pub(super) fn catch_switch(&mut self, names: &mut impl Names<'a>) -> Read<Op<'a>> {
        self.bump();
        self.expect_word("within")?;
        let parent = self.value(names)?;
        self.expect(b'[')?;
        let handlers = self.list(b']', |cursor| cursor.label(names))?;
        Ok(Op::CatchSwitch {
            parent,
            handlers,
            unwind: self.unwind(names)?,
        })
    }

    /// `unwind label %x`, `unwind to caller`.
    fn unwind(&mut self, names: &mut impl Names<'a>) -> Read<Option<Local>> {
        self.expect_word("unwind")?;
        if self.eat_word("to") {
            self.expect_word("caller")?;
            return Ok(None);
        }
        self.label(names).map(Some)
    }
}
