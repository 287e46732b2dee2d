//! Instructions that reach memory.

use super::Tail;
use crate::lex::Token;
use crate::model::instruction::{Atomic, Op};
use crate::model::{Flags, Ordering};
use crate::parse::cursor::{Cursor, Names, Read};

/// Puts what follows an instruction where it belongs.
pub(super) fn finish<'a>(op: &mut Op<'a>, tail: &Tail<'a>) {
    match op {
        Op::Load { align, .. }
        | Op::Store { align, .. }
        | Op::CmpXchg { align, .. }
        | Op::AtomicRmw { align, .. } => *align = tail.align,
        Op::Alloca {
            align,
            address_space,
            ..
        } => {
            *align = tail.align;
            *address_space = tail.address_space;
        }
        _ => {}
    }
}

impl<'a> Cursor<'a> {
    pub(super) fn alloca<N: Names<'a>>(
        &mut self,
        tail: &mut Tail<'a>,
        names: &mut N,
    ) -> Read<Op<'a>> {
        self.bump();
        let flags = self.flags();
        let ty = self.ty()?;
        let mut count = None;
        if self.eat(b',') {
            if self.at_tail() {
                self.tail_item(tail, names)?;
            } else {
                count = Some(self.operand(names)?);
            }
        }
        Ok(Op::Alloca {
            flags,
            ty,
            count,
            align: None,
            address_space: None,
        })
    }

    pub(super) fn load<N: Names<'a>>(&mut self, _: &mut Tail<'a>, names: &mut N) -> Read<Op<'a>> {
        self.bump();
        let atomic = self.eat_word("atomic");
        let flags = self.flags();
        let ty = self.ty()?;
        self.expect(b',')?;
        let pointer = self.operand(names)?;
        Ok(Op::Load {
            flags,
            ty,
            pointer,
            atomic: self.atomic_if(atomic)?,
            align: None,
        })
    }

    pub(super) fn store<N: Names<'a>>(&mut self, _: &mut Tail<'a>, names: &mut N) -> Read<Op<'a>> {
        self.bump();
        let atomic = self.eat_word("atomic");
        let flags = self.flags();
        let value = self.operand(names)?;
        self.expect(b',')?;
        let pointer = self.operand(names)?;
        Ok(Op::Store {
            flags,
            value,
            pointer,
            atomic: self.atomic_if(atomic)?,
            align: None,
        })
    }

    pub(super) fn fence(&mut self) -> Read<Op<'a>> {
        self.bump();
        self.atomic().map(Op::Fence)
    }

    pub(super) fn cmpxchg<N: Names<'a>>(
        &mut self,
        _: &mut Tail<'a>,
        names: &mut N,
    ) -> Read<Op<'a>> {
        self.bump();
        let flags = self.flags();
        let [pointer, expected, new] = self.three(names)?;
        Ok(Op::CmpXchg {
            flags,
            pointer,
            expected,
            new,
            success: self.atomic()?,
            failure: self.ordering()?,
            align: None,
        })
    }

    pub(super) fn atomic_rmw<N: Names<'a>>(
        &mut self,
        _: &mut Tail<'a>,
        names: &mut N,
    ) -> Read<Op<'a>> {
        self.bump();
        let flags: Flags = self.flags();
        let Token::Word(op) = self.token else {
            return self.unexpected("an operation (`add`, `xchg`, …)");
        };
        self.bump();
        let pointer = self.operand(names)?;
        self.expect(b',')?;
        let value = self.operand(names)?;
        Ok(Op::AtomicRmw {
            flags,
            op,
            pointer,
            value,
            atomic: self.atomic()?,
            align: None,
        })
    }

    pub(super) fn gep<N: Names<'a>>(&mut self, tail: &mut Tail<'a>, names: &mut N) -> Read<Op<'a>> {
        self.bump();
        let flags = self.flags();
        let element = self.ty()?;
        self.expect(b',')?;
        let base = self.operand(names)?;
        let indices = self.comma_list(tail, names, Self::operand)?;
        Ok(Op::GetElementPtr {
            flags,
            element,
            base,
            indices,
        })
    }

    fn atomic_if(&mut self, atomic: bool) -> Read<Option<Atomic<'a>>> {
        atomic.then(|| self.atomic()).transpose()
    }

    /// `syncscope("…") acquire`.
    fn atomic(&mut self) -> Read<Atomic<'a>> {
        let mut scope = None;
        if self.eat_word("syncscope") {
            self.expect(b'(')?;
            scope = Some(self.string()?);
            self.expect(b')')?;
        }
        Ok(Atomic {
            scope,
            ordering: self.ordering()?,
        })
    }

    fn ordering(&mut self) -> Read<Ordering> {
        let Some(ordering) = Ordering::from_word(self.word()) else {
            return self.unexpected("an ordering (`monotonic`, `acquire`, `seq_cst`, …)");
        };
        self.bump();
        Ok(ordering)
    }
}
