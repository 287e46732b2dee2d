//! Walks through the parts of instructions and signatures.

use super::Word;
use crate::explain::Kind;
use crate::model::attribute::Attribute;
use crate::model::instruction::{Atomic, Attachment};
use crate::model::value::{Constant, Expression, Meta};
use crate::model::{Call, Flags, Op, Operand, Type, Value};

/// Collects words.
#[derive(Debug, Default)]
pub(super) struct Words(Vec<Word>);

impl Words {
    /// All of them.
    pub(super) fn take(self) -> Vec<Word> {
        self.0
    }

    pub(super) fn add(&mut self, word: Word) {
        let known = self
            .0
            .iter()
            .any(|other| other.kind == word.kind && other.word == word.word);
        if !known {
            self.0.push(word);
        }
    }

    fn opcode(&mut self, word: &str) {
        self.add(Word::new(Kind::Opcode, word));
    }

    fn flags(&mut self, flags: Flags) {
        for word in flags.words() {
            self.add(Word::new(Kind::Flag, word));
        }
    }

    fn atomic(&mut self, atomic: &Atomic<'_>) {
        if let Some(scope) = atomic.scope {
            self.add(Word::written(
                Kind::Ordering,
                scope,
                format!("syncscope(\"{scope}\")"),
            ));
        }
        self.add(Word::new(Kind::Ordering, atomic.ordering.word()));
    }

    pub(super) fn convention(&mut self, convention: Option<&str>) {
        if let Some(convention) = convention {
            let bare = convention.split(['(', ' ']).next().unwrap_or(convention);
            self.add(Word::written(Kind::Convention, bare, convention));
        }
    }

    pub(super) fn ty(&mut self, ty: &Type<'_>) {
        self.add(Word::new(Kind::Type, ty.to_string()));
    }

    pub(super) fn attributes(&mut self, attributes: &[Attribute<'_>]) {
        for attribute in attributes {
            let word = match attribute {
                Attribute::Text(key, value) => Word::written(
                    Kind::TextAttribute,
                    *key,
                    match value {
                        Some(value) => format!("\"{key}\"=\"{value}\""),
                        None => format!("\"{key}\""),
                    },
                ),
                attribute => {
                    Word::written(Kind::Attribute, attribute.word(), attribute.to_string())
                }
            };
            self.add(word);
        }
    }

    pub(super) fn attachments(&mut self, attachments: &[Attachment<'_>]) {
        for attachment in attachments {
            let kind = attachment.kind.key();
            self.add(Word::written(Kind::Metadata, kind, format!("!{kind}")));
        }
    }

    fn operand(&mut self, operand: &Operand<'_>) {
        self.ty(&operand.ty);
        self.value(&operand.value);
    }

    fn value(&mut self, value: &Value<'_>) {
        match value {
            Value::Constant(constant) => self.constant(constant),
            Value::Asm(assembly) => {
                self.add(Word::new(Kind::Constant, "asm"));
                for word in &assembly.words {
                    self.add(Word::new(Kind::Constant, *word));
                }
            }
            Value::Local(_) | Value::Metadata(_) => {}
        }
    }

    fn constant(&mut self, constant: &Constant<'_>) {
        let word = match constant {
            Constant::Undef => "undef",
            Constant::Poison => "poison",
            Constant::Zero => "zeroinitializer",
            Constant::Null => "null",
            Constant::None => "none",
            Constant::Splat(_) => "splat",
            Constant::BlockAddress(..) => "blockaddress",
            Constant::DsoLocalEquivalent(_) => "dso_local_equivalent",
            Constant::NoCfi(_) => "no_cfi",
            Constant::Expression(expression) => {
                match &**expression {
                    Expression::Cast { op, flags, .. } => {
                        self.opcode(op.word());
                        self.flags(*flags);
                    }
                    Expression::Binary { op, flags, .. } => {
                        self.opcode(op.word());
                        self.flags(*flags);
                    }
                    Expression::GetElementPtr { flags, .. } => {
                        self.opcode("getelementptr");
                        self.flags(*flags);
                    }
                }
                return;
            }
            _ => return,
        };
        self.add(Word::new(Kind::Constant, word));
    }

    pub(super) fn op(&mut self, op: &Op<'_>) {
        match op {
            Op::DebugRecord { kind, arguments } => return self.record(kind, arguments),
            Op::Opaque(opaque) => return self.opcode(opaque.opcode),
            _ => {}
        }
        if let Some(call) = op.call() {
            if let Some(tail) = call.tail {
                self.add(Word::new(Kind::Flag, tail));
            }
            self.opcode(op.word());
            return self.call(call);
        }
        self.opcode(op.word());
        match op {
            Op::FNeg { flags, operand } => {
                self.flags(*flags);
                self.ty(&operand.ty);
            }
            Op::Binary { flags, ty, .. }
            | Op::Phi { flags, ty, .. }
            | Op::Cast { flags, to: ty, .. }
            | Op::Alloca { flags, ty, .. } => {
                self.flags(*flags);
                self.ty(ty);
            }
            Op::ICmp {
                flags,
                predicate,
                ty,
                ..
            } => {
                self.flags(*flags);
                self.add(Word::new(Kind::IntPredicate, predicate.word()));
                self.ty(ty);
            }
            Op::FCmp {
                flags,
                predicate,
                ty,
                ..
            } => {
                self.flags(*flags);
                self.add(Word::new(Kind::FloatPredicate, predicate.word()));
                self.ty(ty);
            }
            Op::Select { flags, then, .. } => {
                self.flags(*flags);
                self.ty(&then.ty);
            }
            Op::Load {
                flags, ty, atomic, ..
            } => {
                self.access(*flags, atomic.as_ref());
                self.ty(ty);
            }
            Op::Store {
                flags,
                value,
                atomic,
                ..
            } => {
                self.access(*flags, atomic.as_ref());
                self.ty(&value.ty);
            }
            _ => self.rest(op),
        }
        op.values(|value| self.value(value));
    }

    /// Instructions that work on memory in one step, and on parts of values.
    fn rest(&mut self, op: &Op<'_>) {
        match op {
            Op::Fence(atomic) => self.atomic(atomic),
            Op::CmpXchg {
                flags,
                success,
                failure,
                ..
            } => {
                self.flags(*flags);
                self.atomic(success);
                self.add(Word::new(Kind::Ordering, failure.word()));
            }
            Op::AtomicRmw {
                flags, op, atomic, ..
            } => {
                self.flags(*flags);
                self.add(Word::new(Kind::AtomicOperation, *op));
                self.atomic(atomic);
            }
            Op::GetElementPtr { flags, element, .. } => {
                self.flags(*flags);
                self.ty(element);
            }
            Op::LandingPad {
                ty,
                cleanup,
                clauses,
            } => {
                self.ty(ty);
                if *cleanup {
                    self.add(Word::new(Kind::Flag, "cleanup"));
                }
                for (word, _) in clauses {
                    self.add(Word::new(Kind::Flag, *word));
                }
            }
            Op::Ret(Some(operand)) => self.ty(&operand.ty),
            Op::ExtractValue { aggregate, .. } | Op::InsertValue { aggregate, .. } => {
                self.ty(&aggregate.ty);
            }
            Op::ExtractElement { vector, .. } | Op::InsertElement { vector, .. } => {
                self.ty(&vector.ty);
            }
            Op::ShuffleVector { left, .. } => self.ty(&left.ty),
            _ => {}
        }
    }

    fn access(&mut self, flags: Flags, atomic: Option<&Atomic<'_>>) {
        if let Some(atomic) = atomic {
            self.add(Word::new(Kind::Flag, "atomic"));
            self.flags(flags);
            self.atomic(atomic);
        } else {
            self.flags(flags);
        }
    }

    fn call(&mut self, call: &Call<'_>) {
        self.flags(call.flags);
        self.convention(call.convention);
        self.attributes(&call.return_attributes);
        self.ty(call.returns());
        match &call.callee {
            Value::Constant(Constant::Global(name)) if name.key().starts_with("llvm.") => {
                self.add(Word::new(Kind::Intrinsic, name.key()));
            }
            callee => self.value(callee),
        }
        for argument in &call.arguments {
            self.ty(&argument.ty);
            self.attributes(&argument.attributes);
            self.value(&argument.value);
        }
        self.attributes(&call.attributes);
        for bundle in &call.bundles {
            self.add(Word::written(
                Kind::Bundle,
                bundle.tag,
                format!("\"{}\"", bundle.tag),
            ));
            for operand in &bundle.operands {
                self.operand(operand);
            }
        }
    }

    fn record(&mut self, kind: &str, arguments: &[Meta<'_>]) {
        self.add(Word::written(Kind::Record, kind, format!("#dbg_{kind}")));
        for argument in arguments {
            match argument {
                Meta::Inline(text) => {
                    let name = text.trim_start_matches('!').split('(').next();
                    if let Some(name) = name.filter(|name| name.starts_with("DI")) {
                        self.add(Word::written(Kind::Node, name, format!("!{name}")));
                    }
                }
                Meta::List(_) => self.add(Word::written(Kind::Node, "DIArgList", "!DIArgList")),
                _ => {}
            }
        }
    }
}
