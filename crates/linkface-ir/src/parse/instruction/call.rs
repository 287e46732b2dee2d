//! Calls, and what catches a panic.

use crate::lex::Token;
use crate::model::instruction::Op;
use crate::model::{Argument, Bundle, Call, Value};
use crate::parse::cursor::{Cursor, Names, Read};

impl<'a> Cursor<'a> {
    pub(super) fn call_instruction(&mut self, names: &mut impl Names<'a>) -> Read<Op<'a>> {
        let word = self.word();
        let tail = (word != "call").then_some(word);
        self.bump();
        if tail.is_some() {
            self.expect_word("call")?;
        }
        let mut call = self.call(names)?;
        call.tail = tail;
        Ok(Op::Call(Box::new(call)))
    }

    pub(super) fn invoke(&mut self, names: &mut impl Names<'a>) -> Read<Op<'a>> {
        self.bump();
        let call = Box::new(self.call(names)?);
        self.expect_word("to")?;
        let normal = self.label(names)?;
        self.expect_word("unwind")?;
        let unwind = self.label(names)?;
        Ok(Op::Invoke {
            call,
            normal,
            unwind,
        })
    }

    pub(super) fn call_br(&mut self, names: &mut impl Names<'a>) -> Read<Op<'a>> {
        self.bump();
        let call = Box::new(self.call(names)?);
        self.expect_word("to")?;
        let normal = self.label(names)?;
        self.expect(b'[')?;
        let targets = self.list(b']', |cursor| cursor.label(names))?;
        Ok(Op::CallBr {
            call,
            normal,
            targets,
        })
    }

    /// A call, after its first word.
    fn call(&mut self, names: &mut impl Names<'a>) -> Read<Call<'a>> {
        let flags = self.flags();
        let convention = self.convention()?;
        let return_attributes = self.return_attributes()?;
        let address_space = self.address_space()?;
        let ty = self.ty_or_function()?;
        let callee = self.callee(names)?;
        self.expect(b'(')?;
        let arguments = self.list(b')', |cursor| cursor.argument(names))?;
        let attributes = self.function_attributes()?;
        let bundles = if self.eat(b'[') {
            self.list(b']', |cursor| cursor.bundle(names))?
        } else {
            Box::default()
        };
        Ok(Call {
            tail: None,
            flags,
            convention,
            return_attributes,
            address_space,
            ty,
            callee,
            arguments,
            attributes,
            bundles,
        })
    }

    fn argument(&mut self, names: &mut impl Names<'a>) -> Read<Argument<'a>> {
        let ty = self.ty()?;
        if matches!(ty, crate::model::Type::Metadata) {
            return Ok(Argument {
                ty,
                attributes: Box::default(),
                value: Value::Metadata(self.meta(names)?),
            });
        }
        Ok(Argument {
            ty,
            attributes: self.parameter_attributes()?,
            value: self.value(names)?,
        })
    }

    fn bundle(&mut self, names: &mut impl Names<'a>) -> Read<Bundle<'a>> {
        let tag = self.string()?;
        self.expect(b'(')?;
        let operands = self.list(b')', |cursor| cursor.operand(names))?;
        Ok(Bundle { tag, operands })
    }

    pub(super) fn landing_pad(&mut self, names: &mut impl Names<'a>) -> Read<Op<'a>> {
        self.bump();
        let ty = self.ty()?;
        let cleanup = self.eat_word("cleanup");
        let mut clauses = Vec::new();
        while let Token::Word(word @ ("catch" | "filter")) = self.token {
            self.bump();
            clauses.push((word, self.operand(names)?));
        }
        Ok(Op::LandingPad {
            ty,
            cleanup,
            clauses: clauses.into_boxed_slice(),
        })
    }

    pub(super) fn pad(&mut self, names: &mut impl Names<'a>) -> Read<Op<'a>> {
        let catch = self.word() == "catchpad";
        self.bump();
        self.expect_word("within")?;
        let within = self.value(names)?;
        self.expect(b'[')?;
        let arguments = self.list(b']', |cursor| cursor.operand(names))?;
        Ok(if catch {
            Op::CatchPad { within, arguments }
        } else {
            Op::CleanupPad { within, arguments }
        })
    }
}
