//! Whether the instruction after an instruction runs.

use crate::model::{Attribute, Flags, Function, Op, Value};
use crate::module::Module;
use rustc_hash::{FxHashMap, FxHashSet};
use std::fmt;

/// Why the instruction after one may not run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Obstacle {
    /// A call of something that is `noreturn`: a panic, an abort, an exit.
    NoReturn,
    /// A call of something that isn't `nounwind`: it may panic.
    MayUnwind,
    /// A call of something that isn't `willreturn`: it may exit, abort or run forever.
    MayNotReturn,
    /// A volatile store: it may trap
    /// ([LangRef](https://llvm.org/docs/LangRef.html#volatile-memory-accesses)).
    Volatile,
    /// An instruction that we don't know.
    Unknown,
}

/// As the end of a sentence: `the call …`.
impl fmt::Display for Obstacle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoReturn => "doesn't return",
            Self::MayUnwind => "may panic",
            Self::MayNotReturn => "may not return",
            Self::Volatile => "may trap",
            Self::Unknown => "isn't known",
        })
    }
}

/// What is known of functions that are called: whether they come back.
#[derive(Clone, Debug, Default)]
pub struct Transfer<'a> {
    callees: FxHashMap<&'a str, Facts>,
    groups: FxHashMap<u32, Facts>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Facts {
    no_return: bool,
    no_unwind: bool,
    will_return: bool,
}

impl Facts {
    fn add(&mut self, other: Self) {
        self.no_return |= other.no_return;
        self.no_unwind |= other.no_unwind;
        self.will_return |= other.will_return;
    }
}

impl<'a> Transfer<'a> {
    /// What the module says of the functions that `function` calls.
    #[must_use]
    pub fn new(module: &Module<'a>, function: &Function<'_>) -> Self {
        let mut transfer = Self::default();
        let outline = module.outline();
        for (group, attributes) in &outline.attribute_groups {
            let facts = transfer.facts(attributes);
            transfer.groups.insert(*group, facts);
        }
        let called: FxHashSet<_> = function
            .instructions()
            .iter()
            .filter_map(|instruction| instruction.op.call()?.callee.global())
            .map(crate::model::Name::key)
            .collect();
        for declaration in &outline.declarations {
            if called.contains(declaration.name.key()) {
                let facts = transfer.facts(&declaration.attributes);
                transfer.callees.insert(declaration.name.key(), facts);
            }
        }
        for entry in module.functions() {
            if called.contains(entry.name.key()) {
                let facts = transfer.facts(&entry.parse().signature().attributes);
                transfer.callees.insert(entry.name.key(), facts);
            }
        }
        transfer
    }

    fn facts(&self, attributes: &[Attribute<'_>]) -> Facts {
        let mut facts = Facts::default();
        for attribute in attributes {
            match attribute {
                Attribute::Word("noreturn") => facts.no_return = true,
                Attribute::Word("nounwind") => facts.no_unwind = true,
                Attribute::Word("willreturn") => facts.will_return = true,
                Attribute::Group(group) => {
                    facts.add(self.groups.get(group).copied().unwrap_or_default());
                }
                _ => {}
            }
        }
        facts
    }

    /// Why the instruction after this one may not run; none if it does. Of a terminator: why none of the
    /// blocks may run to which it goes.
    ///
    /// An instruction that makes undefined behaviour is no obstacle: what follows it is then as
    /// undefined.
    #[must_use]
    pub fn obstacle(&self, op: &Op<'_>) -> Option<Obstacle> {
        let call = match op {
            Op::Call(call) | Op::Invoke { call, .. } | Op::CallBr { call, .. } => call,
            Op::Store { flags, .. } | Op::CmpXchg { flags, .. } | Op::AtomicRmw { flags, .. } => {
                return flags.has(Flags::VOLATILE).then_some(Obstacle::Volatile);
            }
            Op::Opaque(_) => return Some(Obstacle::Unknown),
            _ => return None,
        };
        let mut facts = self.facts(&call.attributes);
        if let Some(name) = call.callee.global() {
            match self.callees.get(name.key()) {
                Some(of_callee) => facts.add(*of_callee),
                None => facts.add(intrinsic(name.key())),
            }
        }
        if matches!(call.callee, Value::Asm(_)) && !facts.no_return {
            // Assembly is `nounwind` in rustc's and clang's output; whether it ends is nobody's promise.
            return (!facts.will_return).then_some(Obstacle::MayNotReturn);
        }
        let goes_on_when_it_unwinds = matches!(op, Op::Invoke { .. });
        if facts.no_return {
            Some(Obstacle::NoReturn)
        } else if !facts.no_unwind && !goes_on_when_it_unwinds {
            Some(Obstacle::MayUnwind)
        } else if !facts.will_return {
            Some(Obstacle::MayNotReturn)
        } else {
            None
        }
    }
}

/// What holds of an intrinsic that the text doesn't declare. Nearly all come back
/// ([LangRef, Intrinsic Functions](https://llvm.org/docs/LangRef.html#intrinsic-functions)).
fn intrinsic(name: &str) -> Facts {
    let Some(stem) = name.strip_prefix("llvm.") else {
        return Facts::default();
    };
    let stops = ["trap", "ubsantrap", "wasm.throw", "wasm.rethrow"].contains(&stem);
    let unsure = stem == "debugtrap"
        || ["experimental.", "coro.", "eh.", "gc."]
            .iter()
            .any(|prefix| stem.starts_with(prefix));
    Facts {
        no_return: stops,
        no_unwind: !unsure,
        will_return: !unsure && !stops,
    }
}
