//! Types.

use super::cursor::{Cursor, Read};
use crate::lex::Token;
use crate::model::Type;
use crate::model::ty::{Float, FunctionType};

impl<'a> Cursor<'a> {
    /// A type, without the parameters of a function type.
    pub(super) fn ty(&mut self) -> Read<Type<'a>> {
        let start = self.start();
        let ty = match self.token {
            Token::Word(word) => {
                let Some(ty) = simple(word) else {
                    if word == "target" {
                        self.bump();
                        self.parenthesised()?;
                        return Ok(Type::Other(self.text_since(start)));
                    }
                    return self.unexpected("a type");
                };
                self.bump();
                if matches!(ty, Type::Ptr(_)) {
                    return Ok(Type::Ptr(self.address_space()?.unwrap_or(0)));
                }
                ty
            }
            Token::Local(name) => {
                self.bump();
                Type::Named(name)
            }
            Token::Punct(b'[') => self.nested(Self::array)?,
            Token::Punct(b'{') => {
                self.bump();
                self.nested(|cursor| cursor.fields(false))?
            }
            Token::Punct(b'<') => self.nested(Self::vector_or_packed)?,
            _ => return self.unexpected("a type"),
        };
        if self.is(b'*') || (self.word() == "addrspace" && !self.starts_line()) {
            return self.typed_pointer(start);
        }
        Ok(ty)
    }

    /// A type, with the parameters of a function type if they follow: `void (i32, ...)`.
    pub(super) fn ty_or_function(&mut self) -> Read<Type<'a>> {
        let returns = self.ty()?;
        if !self.is(b'(') {
            return Ok(returns);
        }
        self.nested(|cursor| cursor.function_type(returns))
    }

    fn function_type(&mut self, returns: Type<'a>) -> Read<Type<'a>> {
        self.expect(b'(')?;
        let mut variadic = false;
        let parameters = self.list(b')', |cursor| {
            if cursor.token == Token::Ellipsis {
                cursor.bump();
                variadic = true;
                return Ok(None);
            }
            cursor.ty_or_function().map(Some)
        })?;
        Ok(Type::Function(Box::new(FunctionType {
            returns,
            parameters: parameters.into_iter().flatten().collect(),
            variadic,
        })))
    }

    /// `i32*`: what pointers were until LLVM 15. It is kept as it is written.
    fn typed_pointer(&mut self, start: usize) -> Read<Type<'a>> {
        loop {
            if self.word() == "addrspace" {
                self.address_space()?;
            } else if !self.eat(b'*') {
                return Ok(Type::Other(self.text_since(start)));
            }
        }
    }

    /// `addrspace(n)`, if it is at hand.
    pub(super) fn address_space(&mut self) -> Read<Option<u32>> {
        if !self.eat_word("addrspace") {
            return Ok(None);
        }
        let number = self.integer_in_parentheses()?;
        u32::try_from(number).map_or_else(|_| self.unexpected("a smaller number"), |n| Ok(Some(n)))
    }

    fn array(&mut self) -> Read<Type<'a>> {
        self.expect(b'[')?;
        let length = self.integer()?;
        self.expect_word("x")?;
        let element = self.ty()?;
        self.expect(b']')?;
        Ok(Type::Array(length, Box::new(element)))
    }

    /// The fields of a struct, after `{`.
    fn fields(&mut self, packed: bool) -> Read<Type<'a>> {
        let fields = self.list(b'}', Self::ty)?;
        Ok(Type::Struct { packed, fields })
    }

    fn vector_or_packed(&mut self) -> Read<Type<'a>> {
        self.expect(b'<')?;
        if self.eat(b'{') {
            let ty = self.fields(true)?;
            self.expect(b'>')?;
            return Ok(ty);
        }
        let scalable = self.eat_word("vscale");
        if scalable {
            self.expect_word("x")?;
        }
        let length = self.integer()?;
        self.expect_word("x")?;
        let element = Box::new(self.ty()?);
        self.expect(b'>')?;
        Ok(Type::Vector {
            scalable,
            length,
            element,
        })
    }

    /// Whether a type can begin with the token at hand.
    pub(super) fn at_type(&self) -> bool {
        match self.token {
            Token::Word(word) => word == "target" || simple(word).is_some(),
            Token::Local(_) => true,
            Token::Punct(sign) => matches!(sign, b'[' | b'{' | b'<'),
            _ => false,
        }
    }
}

/// The type of one word.
fn simple(word: &str) -> Option<Type<'static>> {
    if let Some(bits) = word.strip_prefix('i') {
        // 2^23 is the widest that LLVM has.
        if bits.len() <= 7
            && !bits.starts_with('+')
            && let Ok(bits) = bits.parse()
        {
            return (bits > 0).then_some(Type::Int(bits));
        }
        return None;
    }
    Some(match word {
        "ptr" => Type::Ptr(0),
        "void" => Type::Void,
        "float" => Type::Float(Float::Float),
        "double" => Type::Float(Float::Double),
        "metadata" => Type::Metadata,
        "label" => Type::Label,
        "token" => Type::Token,
        "half" => Type::Float(Float::Half),
        "bfloat" => Type::Float(Float::BFloat),
        "fp128" => Type::Float(Float::Fp128),
        "x86_fp80" => Type::Float(Float::X86Fp80),
        "ppc_fp128" => Type::Float(Float::PpcFp128),
        "x86_amx" => Type::X86Amx,
        "opaque" => Type::OpaqueStruct,
        _ => return None,
    })
}
