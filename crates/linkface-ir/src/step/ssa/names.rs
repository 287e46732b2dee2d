//! Names for phis.

use crate::model::{Function, Local, Name};
use rustc_hash::{FxHashMap, FxHashSet};

/// Names for phis that the function doesn't have yet: `%x.0`, as LLVM's `mem2reg` makes them.
pub(super) struct PhiNames<'a> {
    taken: FxHashSet<&'a str>,
    pub(super) names: Vec<String>,
    first: usize,
    versions: FxHashMap<&'a str, usize>,
}

impl<'a> PhiNames<'a> {
    pub(super) fn new(function: &Function<'a>) -> Self {
        let locals = function.locals();
        Self {
            taken: locals.iter().map(|info| info.name.key()).collect(),
            names: Vec::new(),
            first: locals.len(),
            versions: FxHashMap::default(),
        }
    }

    /// A register for the alloca of this name.
    pub(super) fn next(&mut self, base: Name<'a>) -> Local {
        let stem = match base.number() {
            Some(_) => "",
            None => base.key(),
        };
        let version = self.versions.entry(stem).or_default();
        let key = loop {
            let key = format!("{stem}.{version}");
            *version += 1;
            if !self.taken.contains(&*key) {
                break key;
            }
        };
        let quoted = base.as_written().starts_with('"');
        self.names
            .push(if quoted { format!("\"{key}\"") } else { key });
        let index = self.first + self.names.len() - 1;
        Local(u32::try_from(index).unwrap_or(u32::MAX))
    }
}
