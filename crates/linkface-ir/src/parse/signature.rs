//! `define … {` up to the brace, and `declare …`.

use super::cursor::{Cursor, Names, Read};
use crate::lex::Token;
use crate::model::attribute::Attributes;
use crate::model::instruction::Attachment;
use crate::model::signature::{Clause, Parameter, Signature};
use crate::model::{Attribute, Local, Name};

/// Gives parameters their registers.
pub(super) trait Parameters<'a>: Names<'a> {
    /// The register of the parameter at `position`, with its name if it has one.
    fn parameter(&mut self, position: usize, name: Option<Name<'a>>) -> Option<Local>;
}

impl<'a> Cursor<'a> {
    /// A signature, after the word `define` or `declare`.
    pub(super) fn signature(&mut self, names: &mut impl Parameters<'a>) -> Read<Signature<'a>> {
        let declared = self.attachments(names)?;
        let words = self.words();
        let convention = self.convention()?;
        let return_attributes = self.return_attributes()?;
        let returns = self.ty()?;
        let Token::Global(name) = self.token else {
            return self.unexpected("the name of a function");
        };
        self.bump();
        self.expect(b'(')?;
        let mut variadic = false;
        let mut position = 0;
        let parameters = self.list(b')', |cursor| {
            if cursor.token == Token::Ellipsis {
                cursor.bump();
                variadic = true;
                return Ok(None);
            }
            let parameter = cursor.parameter(position, names)?;
            position += 1;
            Ok(Some(parameter))
        })?;
        let unnamed = match self.word() {
            word @ ("unnamed_addr" | "local_unnamed_addr") => {
                self.bump();
                Some(word)
            }
            _ => None,
        };
        let address_space = self.address_space()?;
        let attributes = self.function_attributes()?;
        let clauses = self.clauses()?;
        let attributes = self.late_attributes(attributes)?;
        Ok(Signature {
            declared,
            words,
            convention,
            return_attributes,
            returns,
            name,
            parameters: parameters.into_iter().flatten().collect(),
            variadic,
            unnamed,
            address_space,
            attributes,
            clauses,
            attachments: self.attachments(names)?,
        })
    }

    /// Attributes behind the clauses: where older files have them.
    fn late_attributes(&mut self, attributes: Attributes<'a>) -> Read<Attributes<'a>> {
        let late = self.function_attributes()?;
        if late.is_empty() {
            return Ok(attributes);
        }
        Ok(attributes
            .into_iter()
            .chain(late)
            .collect::<Vec<Attribute<'a>>>()
            .into())
    }

    fn parameter(
        &mut self,
        position: usize,
        names: &mut impl Parameters<'a>,
    ) -> Read<Parameter<'a>> {
        let ty = self.ty_or_function()?;
        let attributes = self.parameter_attributes()?;
        let name = match self.token {
            Token::Local(name) => {
                self.bump();
                Some(name)
            }
            _ => None,
        };
        Ok(Parameter {
            ty,
            attributes,
            local: names.parameter(position, name),
            named: name.is_some(),
        })
    }

    /// Linkage, visibility and their like.
    pub(super) fn words(&mut self) -> Box<[&'a str]> {
        let mut words = Vec::new();
        while let Token::Word(word) = self.token {
            if !is_linkage(word) {
                break;
            }
            words.push(word);
            self.bump();
        }
        words.into_boxed_slice()
    }

    /// A calling convention, if one is at hand.
    pub(super) fn convention(&mut self) -> Read<Option<&'a str>> {
        let Token::Word(word) = self.token else {
            return Ok(None);
        };
        let start = self.start();
        if word == "cc" {
            self.bump();
            self.integer()?;
            return Ok(Some(self.text_since(start)));
        }
        if !is_convention(word) {
            return Ok(None);
        }
        self.bump();
        if self.is(b'(') {
            self.parenthesised()?;
        }
        Ok(Some(self.text_since(start)))
    }

    /// `section "…"`, `comdat` and what else may follow the attributes.
    pub(super) fn clauses(&mut self) -> Read<Box<[Clause<'a>]>> {
        let mut clauses = Vec::new();
        while let Token::Word(word) = self.token {
            let constant = matches!(word, "prefix" | "prologue" | "personality");
            if !(constant || matches!(word, "section" | "partition" | "comdat" | "align" | "gc")) {
                break;
            }
            self.bump();
            clauses.push(match word {
                "section" => Clause::Section(self.string()?),
                "partition" => Clause::Partition(self.string()?),
                "gc" => Clause::Gc(self.string()?),
                "align" => Clause::Align(self.integer()?),
                "comdat" => Clause::Comdat(self.comdat()?),
                "prefix" => Clause::Prefix(self.constant_operand()?),
                "prologue" => Clause::Prologue(self.constant_operand()?),
                _ => Clause::Personality(self.constant_operand()?),
            });
        }
        Ok(clauses.into_boxed_slice())
    }

    pub(super) fn comdat(&mut self) -> Read<Option<Name<'a>>> {
        if !self.eat(b'(') {
            return Ok(None);
        }
        let Token::Comdat(name) = self.token else {
            return self.unexpected("`$name`");
        };
        self.bump();
        self.expect(b')')?;
        Ok(Some(name))
    }

    /// `!dbg !5 !prof !6`: without commas.
    pub(super) fn attachments(
        &mut self,
        names: &mut impl Names<'a>,
    ) -> Read<Box<[Attachment<'a>]>> {
        let mut attachments = Vec::new();
        while let Token::Metadata(kind) = self.token {
            // `!0 = …` on the next line is another item.
            if self.starts_line() {
                let mut ahead = self.clone();
                ahead.bump();
                if ahead.is(b'=') {
                    break;
                }
            }
            self.bump();
            attachments.push(Attachment {
                kind: Name(kind),
                node: self.meta(names)?,
            });
        }
        Ok(attachments.into_boxed_slice())
    }
}

/// Linkage types, visibility and their like
/// ([LangRef, Linkage Types](https://llvm.org/docs/LangRef.html#linkage-types)).
fn is_linkage(word: &str) -> bool {
    matches!(
        word,
        "private"
            | "internal"
            | "available_externally"
            | "linkonce"
            | "linkonce_odr"
            | "weak"
            | "weak_odr"
            | "common"
            | "appending"
            | "extern_weak"
            | "external"
            | "dso_local"
            | "dso_preemptable"
            | "default"
            | "hidden"
            | "protected"
            | "dllimport"
            | "dllexport"
    )
}

/// Calling conventions ([LangRef](https://llvm.org/docs/LangRef.html#calling-conventions)): all end in
/// `cc`, but those of GPUs and of Intel.
fn is_convention(word: &str) -> bool {
    word.ends_with("cc")
        || matches!(
            word,
            "x86_thiscallcc"
                | "spir_kernel"
                | "spir_func"
                | "amdgpu_kernel"
                | "amdgpu_vs"
                | "amdgpu_gs"
                | "amdgpu_ps"
                | "amdgpu_cs"
                | "amdgpu_hs"
                | "amdgpu_ls"
                | "amdgpu_es"
                | "amdgpu_gfx"
                | "amdgpu_cs_chain"
                | "amdgpu_cs_chain_preserve"
                | "ptx_kernel"
                | "ptx_device"
                | "aarch64_vector_pcs"
                | "aarch64_sve_vector_pcs"
                | "riscv_vector_cc"
                | "riscv_vls_cc"
                | "avr_intrcc"
                | "intel_ocl_bicc"
                | "win64cc"
        )
}
