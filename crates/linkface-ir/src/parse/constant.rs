//! Values and constants.

use super::cursor::{Cursor, Names, Read};
use crate::lex::Token;
use crate::model::value::{Expression, InlineAsm};
use crate::model::{BinaryOp, CastOp, Constant, Flags, Operand, Type, Value};

impl<'a> Cursor<'a> {
    /// A value with its type.
    pub(super) fn operand(&mut self, names: &mut impl Names<'a>) -> Read<Operand<'a>> {
        let ty = self.ty()?;
        let value = self.value_of(&ty, names)?;
        Ok(Operand { ty, value })
    }

    /// A value of this type.
    pub(super) fn value_of(
        &mut self,
        ty: &Type<'a>,
        names: &mut impl Names<'a>,
    ) -> Read<Value<'a>> {
        if matches!(ty, Type::Metadata) {
            return self.meta(names).map(Value::Metadata);
        }
        self.value(names)
    }

    /// A value.
    pub(super) fn value(&mut self, names: &mut impl Names<'a>) -> Read<Value<'a>> {
        if let Token::Local(name) = self.token {
            self.bump();
            return Ok(Value::Local(names.local(name)));
        }
        self.constant().map(Value::Constant)
    }

    /// What is called: a value, or `asm`.
    pub(super) fn callee(&mut self, names: &mut impl Names<'a>) -> Read<Value<'a>> {
        if self.word() != "asm" {
            return self.value(names);
        }
        self.bump();
        let mut words = Vec::new();
        while let Token::Word(word) = self.token {
            words.push(word);
            self.bump();
        }
        let text = self.string()?;
        self.expect(b',')?;
        let constraints = self.string()?;
        Ok(Value::Asm(Box::new(InlineAsm {
            words: words.into_boxed_slice(),
            text,
            constraints,
        })))
    }

    /// A constant with its type.
    pub(super) fn constant_operand(&mut self) -> Read<Operand<'a>> {
        let ty = self.ty()?;
        let value = Value::Constant(self.constant()?);
        Ok(Operand { ty, value })
    }

    /// A constant.
    pub(super) fn constant(&mut self) -> Read<Constant<'a>> {
        match self.token {
            Token::Number(text) => {
                self.bump();
                Ok(if is_float(text) {
                    Constant::Float(text)
                } else {
                    Constant::Int(text)
                })
            }
            Token::Global(name) => {
                self.bump();
                Ok(Constant::Global(name))
            }
            Token::Bytes(text) => {
                self.bump();
                Ok(Constant::Bytes(text))
            }
            Token::Punct(sign @ (b'[' | b'{' | b'<')) => {
                self.bump();
                self.nested(|cursor| cursor.aggregate(sign))
            }
            Token::Word(word) => self.word_constant(word),
            _ => self.unexpected("a value"),
        }
    }

    fn aggregate(&mut self, open: u8) -> Read<Constant<'a>> {
        match open {
            b'[' => self.list(b']', Self::constant_operand).map(Constant::Array),
            b'{' => self
                .list(b'}', Self::constant_operand)
                .map(|fields| Constant::Struct {
                    packed: false,
                    fields,
                }),
            _ if self.eat(b'{') => {
                let fields = self.list(b'}', Self::constant_operand)?;
                self.expect(b'>')?;
                Ok(Constant::Struct {
                    packed: true,
                    fields,
                })
            }
            _ => self
                .list(b'>', Self::constant_operand)
                .map(Constant::Vector),
        }
    }

    fn word_constant(&mut self, word: &'a str) -> Read<Constant<'a>> {
        let simple = match word {
            "true" => Constant::Bool(true),
            "false" => Constant::Bool(false),
            "null" => Constant::Null,
            "none" => Constant::None,
            "undef" => Constant::Undef,
            "poison" => Constant::Poison,
            "zeroinitializer" => Constant::Zero,
            _ => return self.compound(word),
        };
        self.bump();
        Ok(simple)
    }

    fn compound(&mut self, word: &'a str) -> Read<Constant<'a>> {
        let start = self.start();
        match word {
            "splat" => {
                self.bump();
                self.expect(b'(')?;
                let element = self.nested(Self::constant_operand)?;
                self.expect(b')')?;
                Ok(Constant::Splat(Box::new(element)))
            }
            "blockaddress" => {
                self.bump();
                self.expect(b'(')?;
                let Token::Global(function) = self.bump() else {
                    return self.unexpected("a function");
                };
                self.expect(b',')?;
                let Token::Local(block) = self.bump() else {
                    return self.unexpected("a block");
                };
                self.expect(b')')?;
                Ok(Constant::BlockAddress(function, block))
            }
            "dso_local_equivalent" | "no_cfi" => {
                self.bump();
                let Token::Global(name) = self.bump() else {
                    return self.unexpected("a function");
                };
                Ok(if word == "no_cfi" {
                    Constant::NoCfi(name)
                } else {
                    Constant::DsoLocalEquivalent(name)
                })
            }
            "getelementptr" => self.nested(Self::constant_gep),
            _ => {
                if let Some(op) = CastOp::from_word(word) {
                    return self.nested(|cursor| cursor.constant_cast(op));
                }
                if let Some(op) = BinaryOp::from_word(word) {
                    return self.nested(|cursor| cursor.constant_binary(op));
                }
                self.bump();
                while matches!(self.token, Token::Word(_)) && !self.starts_line() {
                    self.bump();
                }
                if !self.is(b'(') {
                    return self.unexpected("a value");
                }
                self.parenthesised()?;
                Ok(Constant::Other(self.text_since(start)))
            }
        }
    }

    fn constant_cast(&mut self, op: CastOp) -> Read<Constant<'a>> {
        self.bump();
        let flags = self.flags();
        self.expect(b'(')?;
        let operand = self.constant_operand()?;
        self.expect_word("to")?;
        let to = self.ty()?;
        self.expect(b')')?;
        Ok(Constant::Expression(Box::new(Expression::Cast {
            op,
            flags,
            operand,
            to,
        })))
    }

    fn constant_binary(&mut self, op: BinaryOp) -> Read<Constant<'a>> {
        self.bump();
        let flags = self.flags();
        self.expect(b'(')?;
        let left = self.constant_operand()?;
        self.expect(b',')?;
        let right = self.constant_operand()?;
        self.expect(b')')?;
        Ok(Constant::Expression(Box::new(Expression::Binary {
            op,
            flags,
            left,
            right,
        })))
    }

    fn constant_gep(&mut self) -> Read<Constant<'a>> {
        self.bump();
        let mut flags = self.flags();
        let mut in_range = None;
        if self.eat_word("inrange") {
            in_range = Some(self.parenthesised()?);
            flags = flags.with(self.flags());
        }
        self.expect(b'(')?;
        let element = self.ty()?;
        self.expect(b',')?;
        let operands = self.list(b')', Self::constant_operand)?;
        Ok(Constant::Expression(Box::new(Expression::GetElementPtr {
            flags,
            in_range,
            element,
            operands,
        })))
    }

    /// The words that say how an operation is meant, as many as there are.
    pub(super) fn flags(&mut self) -> Flags {
        let mut flags = Flags::NONE;
        while let Token::Word(word) = self.token {
            let Some(flag) = Flags::from_word(word) else {
                break;
            };
            flags = flags.with(flag);
            self.bump();
        }
        flags
    }
}

/// Whether a number has a point or is the bits of a float.
fn is_float(text: &str) -> bool {
    text.contains('.') || text.starts_with("0x") || text.starts_with("f0x") || text.starts_with('+')
}

/// Whether `word` begins a constant.
pub(super) fn begins_constant(word: &str) -> bool {
    matches!(
        word,
        "true"
            | "false"
            | "null"
            | "none"
            | "undef"
            | "poison"
            | "zeroinitializer"
            | "splat"
            | "blockaddress"
            | "dso_local_equivalent"
            | "no_cfi"
            | "ptrauth"
            | "getelementptr"
            | "asm"
    ) || CastOp::from_word(word).is_some()
        || BinaryOp::from_word(word).is_some()
}
