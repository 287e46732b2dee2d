//! Which words are in an instruction or signature.

mod collect;
mod meaning;

use super::{Entry, Kind, word};
use crate::model::signature::Clause;
use crate::model::{Attribute, Instruction, Signature};
use collect::Words;

/// A word that can be explained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// What kind of a word it is.
    pub kind: Kind,
    /// The word, as [`word`] knows it.
    pub word: String,
    /// As it is written, with what belongs to it: `align 8`.
    pub written: String,
}

impl Word {
    pub(super) fn new(kind: Kind, word: impl Into<String>) -> Self {
        let word = word.into();
        Self {
            kind,
            written: word.clone(),
            word,
        }
    }

    pub(super) fn written(kind: Kind, word: impl Into<String>, written: impl Into<String>) -> Self {
        Self {
            kind,
            word: word.into(),
            written: written.into(),
        }
    }

    /// What it means, if that is known.
    #[must_use]
    pub fn entry(&self) -> Option<&'static Entry> {
        word(self.kind, &self.word)
    }
}

/// The words of an attribute outside of an instruction: of a group.
#[must_use]
pub fn words_of_attributes(attributes: &[Attribute<'_>]) -> Vec<Word> {
    let mut words = Words::default();
    words.attributes(attributes);
    words.take()
}

/// The words of an instruction, in the order of the text, each once.
#[must_use]
pub fn words_of_instruction(instruction: &Instruction<'_>) -> Vec<Word> {
    let mut words = Words::default();
    words.op(&instruction.op);
    if instruction.debug.is_some() {
        words.add(Word::written(Kind::Metadata, "dbg", "!dbg"));
    }
    words.attachments(&instruction.attachments);
    words.take()
}

/// The words of a signature, in the order of the text, each once.
#[must_use]
pub fn words_of_signature(signature: &Signature<'_>) -> Vec<Word> {
    let mut words = Words::default();
    words.attachments(&signature.declared);
    for symbol in &signature.words {
        // `thread_local(initialexec)`: only the word.
        let bare = symbol.split('(').next().unwrap_or(symbol);
        words.add(Word::written(Kind::Symbol, bare, *symbol));
    }
    words.convention(signature.convention);
    words.attributes(&signature.return_attributes);
    words.ty(&signature.returns);
    for parameter in &signature.parameters {
        words.ty(&parameter.ty);
        words.attributes(&parameter.attributes);
    }
    if let Some(unnamed) = signature.unnamed {
        words.add(Word::new(Kind::Symbol, unnamed));
    }
    words.attributes(&signature.attributes);
    for clause in &signature.clauses {
        let word = match clause {
            Clause::Section(_) => "section",
            Clause::Partition(_) => "partition",
            Clause::Comdat(_) => "comdat",
            Clause::Align(_) => {
                words.add(Word::new(Kind::Attribute, "align"));
                continue;
            }
            Clause::Gc(_) => "gc",
            Clause::Word(word) => word.split(' ').next().unwrap_or(word),
            Clause::Prefix(_) => "prefix",
            Clause::Prologue(_) => "prologue",
            Clause::Personality(_) => "personality",
        };
        words.add(Word::new(Kind::Symbol, word));
    }
    words.attachments(&signature.attachments);
    words.take()
}
