//! Which function is meant: by mangled name, by path, by the end of a path, by a part of it.
//!
//! ```
//! use linkface_ir::Module;
//! use linkface_ir::lookup::{self, Answer};
//!
//! let text = "define void @_RNvCs1234_3hex9parse_hex() {\n  ret void\n}\n";
//! let modules = [Module::new(text)];
//! for query in ["_RNvCs1234_3hex9parse_hex", "hex::parse_hex", "parse_hex", "parse"] {
//!     let Answer::One(found) = lookup::find(&modules, query) else { panic!() };
//!     assert_eq!(found.path.text(), "hex::parse_hex");
//! }
//! ```

mod census;
mod path;
mod query;
mod suggest;

pub use census::{Measured, census, is_own};
pub use path::Path;

use crate::module::{Entry, Module};
use query::{Grade, Query};

/// A function that a query may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<'a> {
    /// The position of its module among those that were searched.
    pub module: usize,
    /// The function.
    pub entry: Entry<'a>,
    /// Its name as people write it.
    pub path: Path,
}

/// What a query means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer<'a> {
    /// This one.
    One(Found<'a>),
    /// One of these: there are at least two, and they differ in their mangled names.
    Several(Vec<Found<'a>>),
    /// None; these are near, the nearest first.
    None(Vec<Found<'a>>),
}

/// The function that `query` means.
///
/// The first of these rules that gives one decides:
///
/// 1. it is the name in the IR, `@` and quotes being optional (`main` is an exception, see below);
/// 2. it is the path, as it is or without generic arguments: `alloc::sync::Arc::drop_slow`, and either
///    side of an `as`: `<hex::Parser as core::fmt::Debug>::fmt` is `hex::Parser::fmt` and
///    `core::fmt::Debug::fmt`;
/// 3. it is the end of such a path: `parse_hex`, `Parser::fmt`;
/// 4. it is a part of one.
///
/// `::h` and the first digits of a hash behind a path choose among functions of one path. A closure
/// without a number is any of them. `main` is the program's own, `@main` the one that C would know.
///
/// Copies of one function in several modules are one: the first.
#[must_use]
pub fn find<'a>(modules: &[Module<'a>], query: &str) -> Answer<'a> {
    let plain = Query::new(query);
    // `h264` may be a hash, and a name.
    let mut found = plain
        .with_hash()
        .map_or_else(Vec::new, |query| best(modules, &query));
    if found.is_empty() {
        found = best(modules, &plain);
    }
    match found.len() {
        0 => Answer::None(suggest::nearest(modules, &plain)),
        1 => Answer::One(found.swap_remove(0)),
        _ => Answer::Several(found),
    }
}

/// Those that fit best.
fn best<'a>(modules: &[Module<'a>], query: &Query<'_>) -> Vec<Found<'a>> {
    let mut best: Option<Grade> = None;
    let mut found: Vec<Found<'a>> = Vec::new();
    for (module, entry) in entries(modules) {
        let name = entry.name.text();
        if !query.may_be(&name) {
            continue;
        }
        let path = Path::new(&name);
        let Some(grade) = query.grade(&name, &path) else {
            continue;
        };
        if best.is_none_or(|best| grade < best) {
            best = Some(grade);
            found.clear();
        }
        if best == Some(grade) && !found.iter().any(|other| other.entry.name == entry.name) {
            found.push(Found {
                module,
                entry,
                path,
            });
        }
    }
    found
}

fn entries<'m, 'a>(modules: &'m [Module<'a>]) -> impl Iterator<Item = (usize, Entry<'a>)> + 'm {
    let modules = modules.iter().enumerate();
    modules.flat_map(|(at, module)| module.functions().iter().map(move |entry| (at, *entry)))
}
