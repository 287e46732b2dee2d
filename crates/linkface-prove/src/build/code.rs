//! Machine code of two builds, compared function by function.
//!
//! Object files are compared as they are before they are linked: the bytes of a function, and what its
//! relocations refer to, without what differs between builds anyhow (hashes in names, places of data).

use super::Error;
use object::{Object, ObjectSection, ObjectSymbol, RelocationTarget, SectionKind, SymbolKind};
use rustc_hash::{FxHashSet, FxHasher};
use std::collections::BTreeMap;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::PathBuf;

/// The functions of a build: for each name the digests of all that have it, since without their hashes
/// names of instances are the same.
#[derive(Clone, Debug, Default)]
pub(super) struct Code {
    functions: BTreeMap<String, Vec<u64>>,
}

/// What two builds have in common.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub(super) struct Comparison {
    pub(super) same: usize,
    /// In both, with the same code.
    #[serde(skip)]
    pub(super) names: FxHashSet<String>,
    /// In both, with other code.
    pub(super) differ: Vec<String>,
    /// Only in what is shipped.
    pub(super) shipped: Vec<String>,
    /// Only in what the IR is of.
    pub(super) built: Vec<String>,
}

/// How the machine code of a function compares with what is shipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FunctionCode {
    /// The same instructions, with the same callees.
    Same,
    /// Others.
    Differs,
    /// One of the builds has no such function: there it is inlined everywhere, or nothing uses it.
    Absent,
    /// Neither of them has: it is of another crate, or of none.
    Unknown,
}

impl Code {
    /// Reads object files. What is no object file, as with bitcode only, has no functions.
    pub(super) fn read(files: &[PathBuf]) -> Result<Self, Error> {
        let mut code = Self::default();
        for file in files {
            let bytes = fs::read(file).map_err(|why| Error::file("read", file, &why))?;
            if let Ok(object) = object::File::parse(&*bytes) {
                code.add(&object);
            }
        }
        for digests in code.functions.values_mut() {
            digests.sort_unstable();
        }
        Ok(code)
    }

    fn add(&mut self, object: &object::File<'_>) {
        for section in object.sections() {
            if section.kind() != SectionKind::Text {
                continue;
            }
            let Ok(data) = section.data() else { continue };
            let mut starts: Vec<(u64, u64, String)> = object
                .symbols()
                .filter(|symbol| symbol.section_index() == Some(section.index()))
                .filter(|symbol| symbol.kind() == SymbolKind::Text && symbol.is_definition())
                .filter_map(|symbol| {
                    let start = symbol.address().checked_sub(section.address())?;
                    Some((start, symbol.size(), plain(symbol.name().ok()?)))
                })
                .collect();
            starts.sort();
            let relocations: Vec<(u64, u64)> = section
                .relocations()
                .map(|(at, relocation)| (at, target(object, &relocation)))
                .collect();
            for (nth, (start, size, name)) in starts.iter().enumerate() {
                // Not every format says how long a function is.
                let next = starts.get(nth + 1).map_or(data.len() as u64, |next| next.0);
                let end = if *size == 0 { next } else { start + size };
                let range = usize::try_from(*start).ok().zip(usize::try_from(end).ok());
                let Some(bytes) = range.and_then(|(start, end)| data.get(start..end)) else {
                    continue;
                };
                let mut hasher = FxHasher::default();
                bytes.hash(&mut hasher);
                for (at, target) in &relocations {
                    if (*start..end).contains(at) {
                        (at - start, target).hash(&mut hasher);
                    }
                }
                let digests = self.functions.entry(name.clone()).or_default();
                digests.push(hasher.finish());
            }
        }
    }

    /// This is what is shipped, the other is what the IR is of.
    pub(super) fn compare(&self, built: &Self) -> Option<Comparison> {
        if self.functions.is_empty() || built.functions.is_empty() {
            return None;
        }
        let mut comparison = Comparison::default();
        for (name, digests) in &self.functions {
            match built.functions.get(name) {
                Some(others) if others == digests => {
                    comparison.same += 1;
                    comparison.names.insert(name.clone());
                }
                Some(_) => comparison.differ.push(name.clone()),
                None => comparison.shipped.push(name.clone()),
            }
        }
        let only = built.functions.keys();
        let only = only.filter(|name| !self.functions.contains_key(*name));
        comparison.built = only.cloned().collect();
        Some(comparison)
    }
}

impl Comparison {
    /// Whether all that is shipped is there, and the same.
    pub(super) fn is_same(&self) -> bool {
        self.differ.is_empty() && self.shipped.is_empty()
    }

    pub(super) fn function(&self, symbol: &str) -> FunctionCode {
        let name = plain(symbol);
        let has = |names: &[String]| names.binary_search(&name).is_ok();
        if has(&self.differ) {
            FunctionCode::Differs
        } else if has(&self.shipped) || has(&self.built) {
            FunctionCode::Absent
        } else if self.names.contains(&name) {
            FunctionCode::Same
        } else {
            FunctionCode::Unknown
        }
    }
}

/// What a relocation refers to. Data has other names and places in each build: only that it is data counts.
fn target(object: &object::File<'_>, relocation: &object::Relocation) -> u64 {
    let mut hasher = FxHasher::default();
    relocation.size().hash(&mut hasher);
    if let RelocationTarget::Symbol(index) = relocation.target()
        && let Ok(symbol) = object.symbol_by_index(index)
    {
        let data = symbol
            .section_index()
            .and_then(|index| object.section_by_index(index).ok());
        let data = data.is_some_and(|section| section.kind() != SectionKind::Text);
        match symbol.name() {
            Ok(name) if !name.is_empty() && !data && !is_promoted_data(name) => {
                plain(name).hash(&mut hasher);
                relocation.addend().hash(&mut hasher);
            }
            Ok("") if !data => {
                // The section of a function stands for the function.
                let section = symbol.section_index();
                let section = section.and_then(|index| object.section_by_index(index).ok());
                let name = section.and_then(|section| section.name().map(str::to_owned).ok());
                let name = name.unwrap_or_default();
                plain(name.trim_start_matches(".text.")).hash(&mut hasher);
            }
            _ => "data".hash(&mut hasher),
        }
    }
    hasher.finish()
}

/// Whether this is data of another unit, to which link-time optimisation has given a name.
fn is_promoted_data(symbol: &str) -> bool {
    let name = symbol.split_once(".llvm.").map(|(name, _)| name);
    name.is_some_and(|name| rustc_demangle::try_demangle(name).is_err())
}

/// The name without what differs between builds: the crate's hash, and the suffix of link-time optimisation.
fn plain(symbol: &str) -> String {
    let symbol = symbol.split(".llvm.").next().unwrap_or(symbol);
    match rustc_demangle::try_demangle(symbol) {
        Ok(name) => format!("{name:#}"),
        Err(_) => symbol.to_owned(),
    }
}
