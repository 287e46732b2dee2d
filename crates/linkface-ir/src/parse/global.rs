//! Globals and aliases.

use super::cursor::{Cursor, Read};
use super::meta::NoNames;
use crate::lex::Token;
use crate::model::Name;
use crate::model::signature::Clause;
use crate::module::{Alias, Global, Outline};

impl<'a> Cursor<'a> {
    /// What follows `@x =`.
    pub(super) fn global(
        &mut self,
        name: Name<'a>,
        start: usize,
        outline: &mut Outline<'a>,
    ) -> Read<()> {
        let mut words = Vec::new();
        let mut address_space = 0;
        loop {
            let at = self.start();
            match self.token {
                Token::Word("global" | "constant" | "alias" | "ifunc") => break,
                Token::Word("addrspace") => address_space = self.address_space()?.unwrap_or(0),
                Token::Word(_) => {
                    self.bump();
                    // `thread_local(localexec)`.
                    if self.is(b'(') {
                        self.parenthesised()?;
                    }
                    words.push(self.text_since(at));
                }
                _ => return self.unexpected("`global`, `constant` or `alias`"),
            }
        }
        match self.word() {
            kind @ ("global" | "constant") => {
                self.bump();
                let global =
                    self.variable(name, words, kind == "constant", address_space, start)?;
                outline.globals.push(global);
            }
            kind => {
                self.bump();
                let indirect = kind == "ifunc";
                let ty = self.ty_or_function()?;
                self.expect(b',')?;
                // The type may be left out before an expression.
                if self.at_type() {
                    self.ty_or_function()?;
                }
                let target = self.constant()?;
                let mut clauses = Vec::new();
                while self.eat(b',') {
                    self.expect_word("partition")?;
                    clauses.push(Clause::Partition(self.string()?));
                }
                outline.aliases.push(Alias {
                    name,
                    words,
                    indirect,
                    ty,
                    target,
                    clauses,
                    span: self.since(start),
                });
            }
        }
        Ok(())
    }

    fn variable(
        &mut self,
        name: Name<'a>,
        words: Vec<&'a str>,
        constant: bool,
        address_space: u32,
        start: usize,
    ) -> Read<Global<'a>> {
        let ty = self.ty()?;
        let external = words
            .iter()
            .any(|word| matches!(*word, "external" | "extern_weak"));
        let ends = self.starts_line()
            || matches!(
                self.token,
                Token::Punct(b',') | Token::Group(_) | Token::End
            );
        let initial = if external && ends {
            None
        } else {
            Some(self.constant()?)
        };
        let mut clauses = Vec::new();
        let mut attachments = Vec::new();
        while self.eat(b',') {
            match self.token {
                Token::Word("section") => {
                    self.bump();
                    clauses.push(Clause::Section(self.string()?));
                }
                Token::Word("partition") => {
                    self.bump();
                    clauses.push(Clause::Partition(self.string()?));
                }
                Token::Word("align") => {
                    self.bump();
                    clauses.push(Clause::Align(self.integer()?));
                }
                Token::Word("comdat") => {
                    self.bump();
                    clauses.push(Clause::Comdat(self.comdat()?));
                }
                Token::Word(
                    "code_model"
                    | "no_sanitize_address"
                    | "sanitize_address_dyninit"
                    | "no_sanitize_hwaddress"
                    | "sanitize_memtag",
                ) => {
                    let at = self.start();
                    self.bump();
                    if matches!(self.token, Token::Text(_)) {
                        self.bump();
                    }
                    clauses.push(Clause::Word(self.text_since(at)));
                }
                Token::Metadata(_) => {
                    attachments.extend(self.attachments(&mut NoNames)?);
                }
                _ => return self.unexpected("`align`, `section` or metadata"),
            }
        }
        let attributes = if matches!(self.token, Token::Group(_)) && !self.starts_line() {
            self.function_attributes()?
        } else {
            Box::default()
        };
        Ok(Global {
            name,
            words,
            constant,
            address_space,
            ty,
            initial,
            clauses,
            attributes,
            attachments,
            span: self.since(start),
        })
    }
}
