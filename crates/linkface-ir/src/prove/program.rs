//! Several modules that are linked together: which symbol is which function.

use super::assembly::{self, Set};
use super::path::Path;
use crate::model::signature::Signature;
use crate::model::value::Expression;
use crate::model::{Constant, Function, Value};
use crate::module::{Entry, Module};
use rustc_hash::FxHashMap;

/// One module of a program.
#[derive(Debug)]
pub struct Unit<'a> {
    /// What to call it: the name of its file.
    pub name: String,
    /// The module.
    pub module: Module<'a>,
}

/// Modules that are linked together.
#[derive(Debug)]
pub struct Program<'a> {
    units: Vec<Unit<'a>>,
    /// All definitions under a name.
    definitions: FxHashMap<&'a str, Vec<(FunctionId, Linkage)>>,
    /// By unit: `.set a, b`.
    sets: Vec<FxHashMap<String, Set>>,
    /// By unit: `@a = alias …`.
    aliases: Vec<FxHashMap<&'a str, (&'a str, bool)>>,
    /// By unit: the position of `declare …` by name.
    declarations: Vec<FxHashMap<&'a str, usize>>,
    whole: bool,
}

/// A function that a program defines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FunctionId {
    unit: u32,
    index: u32,
}

/// Who else may use or replace a definition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Linkage {
    /// `internal`, `private`: nobody outside of the module sees it.
    Local,
    /// Everybody uses this one.
    Strong,
    /// The linker may take another one.
    Weak,
    /// `available_externally`: a copy to inline from; the code is elsewhere.
    Copy,
}

/// What a symbol leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A function of the program.
    Defined(FunctionId),
    /// Nothing that was read.
    External,
}

impl<'a> Program<'a> {
    /// Of these modules.
    #[must_use]
    pub fn new(units: Vec<Unit<'a>>) -> Self {
        let mut definitions: FxHashMap<&'a str, Vec<_>> = FxHashMap::default();
        for (unit, of) in (0..).zip(&units) {
            for (index, entry) in (0..).zip(of.module.functions()) {
                definitions
                    .entry(entry.name.key())
                    .or_default()
                    .push((FunctionId { unit, index }, linkage(entry)));
            }
        }
        let sets = units
            .iter()
            .map(|unit| assembly::sets(&unit.module.outline().assembly))
            .collect();
        let aliases = units
            .iter()
            .map(|unit| {
                let aliases = unit.module.outline().aliases.iter();
                aliases
                    .filter_map(|alias| {
                        let target = (!alias.indirect)
                            .then(|| address(&alias.target))
                            .flatten()?;
                        let weak = alias.words.iter().any(|word| is_weak(word));
                        Some((alias.name.key(), (target, weak)))
                    })
                    .collect()
            })
            .collect();
        let declarations = units
            .iter()
            .map(|unit| {
                let all = unit.module.outline().declarations.iter().enumerate();
                all.map(|(at, declared)| (declared.name.key(), at))
                    .collect()
            })
            .collect();
        Self {
            units,
            definitions,
            sets,
            aliases,
            declarations,
            whole: false,
        }
    }

    /// Says that nothing is missing that the linker could take in place of a weak definition. Otherwise
    /// nobody knows whether such a definition is the one.
    #[must_use]
    pub fn whole(mut self) -> Self {
        self.whole = true;
        self
    }

    /// Its modules.
    #[must_use]
    pub fn units(&self) -> &[Unit<'a>] {
        &self.units
    }

    /// The module in which a function is.
    ///
    /// # Panics
    /// If the function is of another program.
    #[must_use]
    pub fn unit(&self, id: FunctionId) -> &Unit<'a> {
        &self.units[id.unit as usize]
    }

    /// Where a function is.
    ///
    /// # Panics
    /// If the function is of another program.
    #[must_use]
    pub fn entry(&self, id: FunctionId) -> Entry<'a> {
        self.unit(id).module.functions()[id.index as usize]
    }

    /// The symbol of a function.
    #[must_use]
    pub fn symbol(&self, id: FunctionId) -> &'a str {
        self.entry(id).name.key()
    }

    /// Reads a function.
    #[must_use]
    pub fn function(&self, id: FunctionId) -> Function<'a> {
        self.entry(id).parse()
    }

    /// All functions whose code is here.
    pub fn functions(&self) -> impl Iterator<Item = FunctionId> {
        (0..).zip(&self.units).flat_map(|(unit, of)| {
            let entries = (0..).zip(of.module.functions());
            entries
                .filter(|(_, entry)| linkage(entry) != Linkage::Copy)
                .map(move |(index, _)| FunctionId { unit, index })
        })
    }

    /// The functions that a path stands for: those with exactly this path, or else all whose paths end
    /// with it.
    #[must_use]
    pub fn find(&self, path: &Path) -> Vec<FunctionId> {
        let all: Vec<FunctionId> = self
            .functions()
            .filter(|id| path.names(self.symbol(*id)))
            .collect();
        let only = |fits: &dyn Fn(&str) -> bool| -> Option<Vec<FunctionId>> {
            let ids = all.iter().copied();
            let found: Vec<FunctionId> = ids.filter(|id| fits(self.symbol(*id))).collect();
            (!found.is_empty()).then_some(found)
        };
        // The program's own `main`, and not the one that C would know.
        let own = |symbol: &str| symbol != "main" && path.names(symbol);
        if path.as_written() == "main" {
            return only(&own).unwrap_or(all);
        }
        only(&|symbol| path.is(symbol)).unwrap_or(all)
    }

    /// The aliases that a path stands for, and the functions that are meant: LLVM makes one function of
    /// several with the same code, and leaves the others' names.
    pub(crate) fn aliases(&self, path: &Path) -> Vec<(&'a str, FunctionId)> {
        let units = (0..).zip(&self.aliases);
        let named = units.flat_map(|(unit, aliases)| {
            let names = aliases.keys().filter(|name| path.names(name));
            names.map(move |name| (*name, FunctionId { unit, index: 0 }))
        });
        let mut found: Vec<_> = named
            .filter_map(|(name, from)| match self.resolve(from, name) {
                Target::Defined(id) => Some((name, id)),
                Target::External => None,
            })
            .collect();
        found.sort_unstable();
        found
    }

    /// What `symbol` leads to when the module of `from` uses it.
    #[must_use]
    pub fn resolve(&self, from: FunctionId, symbol: &str) -> Target {
        let mut name = symbol.to_owned();
        let mut unit = from.unit;
        // Each step leaves one name for another; a circle would be an error of the linker's.
        for _ in 0..16 {
            if let Some(id) = self.defined(unit, &name) {
                return Target::Defined(id);
            }
            let Some((next, at)) = self.stands_for(unit, &name) else {
                break;
            };
            (name, unit) = (next, at);
        }
        Target::External
    }

    /// The code under this very name.
    fn defined(&self, unit: u32, name: &str) -> Option<FunctionId> {
        let all = self.definitions.get(name)?;
        let local =
            |(id, linkage): &&(FunctionId, Linkage)| id.unit == unit && *linkage == Linkage::Local;
        let with = |wanted: Linkage| all.iter().find(|(_, linkage)| *linkage == wanted);
        let weak = || {
            // One that the linker may replace by something that it finds elsewhere, unless all that
            // could be found is here and the same.
            if !self.whole {
                return None;
            }
            let mut weak = all.iter().filter(|(_, linkage)| *linkage == Linkage::Weak);
            let first = weak.next()?;
            weak.next().is_none().then_some(first)
        };
        let found = all
            .iter()
            .find(local)
            .or_else(|| with(Linkage::Strong))
            .or_else(weak)?;
        Some(found.0)
    }

    /// Another name for it, and the module in which that is meant.
    fn stands_for(&self, unit: u32, name: &str) -> Option<(String, u32)> {
        let units = || {
            std::iter::once(unit).chain(
                (0..)
                    .take(self.units.len())
                    .filter(move |other| *other != unit),
            )
        };
        let kinds: &[bool] = if self.whole { &[false, true] } else { &[false] };
        for &weak in kinds {
            for at in units() {
                let alias = self.aliases[at as usize].get(name);
                if let Some((target, _)) = alias.filter(|(_, is)| *is == weak) {
                    return Some(((*target).to_owned(), at));
                }
                let set = self.sets[at as usize].get(name);
                if let Some(set) = set.filter(|set| set.weak == weak) {
                    return Some((set.target.clone(), at));
                }
            }
        }
        None
    }

    /// Whether a path stands for anything in it: code, or a name that is used.
    #[must_use]
    pub fn mentions(&self, path: &Path) -> bool {
        let declared = self.declarations.iter().flat_map(FxHashMap::keys);
        let defined = self.definitions.keys();
        declared.chain(defined).any(|symbol| path.names(symbol))
    }

    /// What the module of `from` says of a function that it doesn't define.
    #[must_use]
    pub fn declaration(&self, from: FunctionId, symbol: &str) -> Option<&Signature<'a>> {
        let at = *self.declarations.get(from.unit as usize)?.get(symbol)?;
        self.unit(from).module.outline().declarations.get(at)
    }
}

/// The function or global whose address a constant is.
fn address<'a>(constant: &Constant<'a>) -> Option<&'a str> {
    match constant {
        Constant::Global(name) | Constant::DsoLocalEquivalent(name) | Constant::NoCfi(name) => {
            Some(name.key())
        }
        Constant::Expression(expression) => match &**expression {
            Expression::Cast { operand, .. } => match &operand.value {
                Value::Constant(constant) => address(constant),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    }
}

/// From the words between `define` and the type of the result.
fn linkage(entry: &Entry<'_>) -> Linkage {
    let head = entry.text().split('@').next().unwrap_or_default();
    for word in head.split_whitespace().skip(1) {
        match word {
            "internal" | "private" => return Linkage::Local,
            "available_externally" => return Linkage::Copy,
            word if is_weak(word) => return Linkage::Weak,
            _ => {}
        }
    }
    Linkage::Strong
}

/// Words of linkages that let the linker take another definition. The `_odr` kinds promise that any other
/// is the same ([LangRef, Linkage Types](https://llvm.org/docs/LangRef.html#linkage-types)).
fn is_weak(word: &str) -> bool {
    matches!(word, "weak" | "linkonce" | "extern_weak" | "common")
}
