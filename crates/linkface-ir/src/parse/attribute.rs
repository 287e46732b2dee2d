//! Attributes.

use super::constant::begins_constant;
use super::cursor::{Cursor, Read};
use super::few::Few;
use crate::lex::Token;
use crate::model::attribute::{Attribute, Attributes};

impl<'a> Cursor<'a> {
    /// Attributes before a type: of a result.
    pub(super) fn return_attributes(&mut self) -> Read<Attributes<'a>> {
        let mut attributes = Few::new();
        loop {
            match self.token {
                Token::Word(word) if !self.at_type() && word != "addrspace" => {
                    attributes.push(self.word_attribute(word)?);
                }
                Token::Text(_) => attributes.push(self.text_attribute()?),
                _ => return Ok(attributes.finish()),
            }
        }
    }

    /// Attributes between a type and a value: of a parameter or argument.
    pub(super) fn parameter_attributes(&mut self) -> Read<Attributes<'a>> {
        let mut attributes = Few::new();
        loop {
            match self.token {
                Token::Word(word) if !begins_constant(word) => {
                    attributes.push(self.word_attribute(word)?);
                }
                Token::Text(_) => attributes.push(self.text_attribute()?),
                _ => return Ok(attributes.finish()),
            }
        }
    }

    /// Attributes behind the parameters: of a function or a call. They end where the line ends, or where
    /// something else is known to begin.
    pub(super) fn function_attributes(&mut self) -> Read<Attributes<'a>> {
        let mut attributes = Few::new();
        loop {
            match self.token {
                Token::Group(number) => {
                    self.bump();
                    attributes.push(Attribute::Group(number));
                }
                Token::Text(_) => attributes.push(self.text_attribute()?),
                Token::Word(word)
                    if !ends_attributes(word)
                        && (!self.starts_line() || is_function_attribute(word)) =>
                {
                    attributes.push(self.word_attribute(word)?);
                }
                _ => return Ok(attributes.finish()),
            }
        }
    }

    /// The attributes of a group, up to `}`.
    pub(super) fn group_attributes(&mut self) -> Read<Attributes<'a>> {
        let mut attributes = Few::new();
        loop {
            match self.token {
                Token::Word(word) => attributes.push(self.word_attribute(word)?),
                Token::Text(_) => attributes.push(self.text_attribute()?),
                _ => break,
            }
        }
        self.expect(b'}')?;
        Ok(attributes.finish())
    }

    fn text_attribute(&mut self) -> Read<Attribute<'a>> {
        let key = self.string()?;
        let value = if self.eat(b'=') {
            Some(self.string()?)
        } else {
            None
        };
        Ok(Attribute::Text(key, value))
    }

    fn word_attribute(&mut self, word: &'a str) -> Read<Attribute<'a>> {
        self.bump();
        match word {
            "align" if !self.is(b'(') => {
                self.eat(b'=');
                return Ok(Attribute::Number(word, self.integer()?));
            }
            "alignstack" if self.eat(b'=') => {
                return Ok(Attribute::Number(word, self.integer()?));
            }
            _ => {}
        }
        if !self.is(b'(') {
            return Ok(Attribute::Word(word));
        }
        match word {
            "align" | "alignstack" | "dereferenceable" | "dereferenceable_or_null" => self
                .integer_in_parentheses()
                .map(|number| Attribute::Number(word, number)),
            "sret" | "byval" | "byref" | "inalloca" | "preallocated" | "elementtype" => {
                self.bump();
                let ty = self.ty_or_function()?;
                self.expect(b')')?;
                Ok(Attribute::Type(word, ty))
            }
            "range" => {
                self.bump();
                let ty = self.ty()?;
                let Token::Number(low) = self.token else {
                    return self.unexpected("a number");
                };
                self.bump();
                self.expect(b',')?;
                let Token::Number(high) = self.token else {
                    return self.unexpected("a number");
                };
                self.bump();
                self.expect(b')')?;
                Ok(Attribute::Range(ty, low, high))
            }
            _ => self
                .parenthesised()
                .map(|arguments| Attribute::Arguments(word, arguments)),
        }
    }
}

/// Whether `word`, behind the parameters, begins something else than an attribute.
fn ends_attributes(word: &str) -> bool {
    matches!(
        word,
        "to" | "unwind"
            | "section"
            | "partition"
            | "comdat"
            | "align"
            | "gc"
            | "prefix"
            | "prologue"
            | "personality"
            | "addrspace"
    )
}

/// Attributes that may stand at the start of a line and be no instruction
/// ([LangRef, Function Attributes](https://llvm.org/docs/LangRef.html#function-attributes)).
fn is_function_attribute(word: &str) -> bool {
    matches!(
        word,
        "allockind"
            | "allocsize"
            | "alwaysinline"
            | "builtin"
            | "cold"
            | "convergent"
            | "disable_sanitizer_instrumentation"
            | "fn_ret_thunk_extern"
            | "hot"
            | "hybrid_patchable"
            | "inlinehint"
            | "jumptable"
            | "memory"
            | "minsize"
            | "mustprogress"
            | "naked"
            | "nobuiltin"
            | "nocallback"
            | "nocf_check"
            | "nodivergencesource"
            | "noduplicate"
            | "nofree"
            | "noimplicitfloat"
            | "noinline"
            | "nomerge"
            | "nonlazybind"
            | "noprofile"
            | "norecurse"
            | "noredzone"
            | "noreturn"
            | "nosanitize_bounds"
            | "nosanitize_coverage"
            | "nosync"
            | "nounwind"
            | "null_pointer_is_valid"
            | "optforfuzzing"
            | "optnone"
            | "optsize"
            | "presplitcoroutine"
            | "returns_twice"
            | "safestack"
            | "sanitize_address"
            | "sanitize_hwaddress"
            | "sanitize_memory"
            | "sanitize_memtag"
            | "sanitize_thread"
            | "shadowcallstack"
            | "skipprofile"
            | "speculatable"
            | "speculative_load_hardening"
            | "ssp"
            | "sspreq"
            | "sspstrong"
            | "strictfp"
            | "uwtable"
            | "vscale_range"
            | "willreturn"
    )
}
