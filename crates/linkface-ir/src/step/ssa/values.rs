//! What stands in place of loads.

use super::Step;
use crate::model::{Constant, Function, Local, Value};
use rustc_hash::{FxHashMap, FxHashSet};

/// What stands in place of loads.
#[derive(Default)]
pub(super) struct Values<'a>(FxHashMap<Local, Value<'a>>);

impl<'a> Values<'a> {
    pub(super) fn add(&mut self, function: &Function<'a>, step: &Step<'a>) {
        for read in &step.reads {
            if let Some(result) = function.instruction(read.load).result {
                self.0.insert(result, read.value.clone());
            }
        }
    }

    /// What a value is in the end: what a load reads may be a load. All on the way learn it.
    pub(super) fn resolve(&mut self, value: &mut Value<'a>) {
        let mut path = Vec::new();
        let mut seen = FxHashSet::default();
        while let Some(local) = value.local()
            && let Some(next) = self.0.get(&local)
        {
            if !seen.insert(local) {
                // A load that reads itself: a use before its definition, which LLVM refuses.
                *value = Value::Constant(Constant::Poison);
                break;
            }
            path.push(local);
            *value = next.clone();
        }
        for local in path {
            self.0.insert(local, value.clone());
        }
    }

    /// All of them, resolved.
    pub(super) fn all(mut self) -> FxHashMap<Local, Value<'a>> {
        let locals: Vec<_> = self.0.keys().copied().collect();
        for local in locals {
            let mut value = Value::Local(local);
            self.resolve(&mut value);
        }
        self.0
    }
}
