//! Calls of an item under another name.
//!
//! LLVM makes one of functions whose code is the same, and the calls of all of them lead to the one that
//! stays ([`MergeFunctions`](https://llvm.org/docs/MergeFunctions.html)). It also makes copies of functions
//! for certain arguments. What a call was before, its debug location says.

use super::chain;
use super::edge::{Callee, Edge};
use super::path::{Path, plain};
use super::program::{FunctionId, Program, Target};
use super::reach::{self, Next};
use super::report::Step;
use crate::model::{Function, Type};
use rustc_hash::FxHashSet;

/// A call that may be of the item under another name.
#[derive(Clone, Debug)]
pub(crate) struct Renamed {
    pub(crate) step: Step,
    /// Whether it stands where the item was called and nothing else was.
    pub(crate) certain: bool,
}

/// Where a call is written: the file, the line and the column.
type Place = (Option<String>, u32, u32);

/// Looks for a call that the function with this path reaches. `is_call` says which calls are of the item by their names.
pub(crate) fn find<'a>(
    after: &Program<'a>,
    before: &Program<'_>,
    (start, path): (FunctionId, &str),
    is_call: &dyn Fn(&Program<'_>, FunctionId, &Edge<'_>) -> bool,
) -> Option<Renamed> {
    let written = Written::of(before, path, is_call);
    if written.places.is_empty() && written.items.is_empty() {
        return None;
    }
    let mut found: Option<Renamed> = None;
    let mut judge = |from: FunctionId, edge: &Edge<'_>| {
        let certain = written.judge(before, after, from, edge);
        if let Some(certain) = certain.filter(|_| !is_call(after, from, edge))
            && found.as_ref().is_none_or(|found| certain && !found.certain)
        {
            let step = reach::step(after, from, edge);
            found = Some(Renamed { step, certain });
        }
        onward(edge)
    };
    reach::walk(after, start, &|_| true, &mut judge);
    found
}

fn onward(edge: &Edge<'_>) -> Next {
    match &edge.callee {
        Callee::Direct { target, .. } => reach::follow(*target).unwrap_or(Next::Skip),
        _ => Next::Skip,
    }
}

/// The calls before optimisation.
#[derive(Default)]
struct Written {
    /// Where the item is called.
    places: FxHashSet<Place>,
    /// Its code.
    items: FxHashSet<FunctionId>,
    /// What else is called, and where.
    others: FxHashSet<(String, Place)>,
}

impl Written {
    fn of(
        before: &Program<'_>,
        caller: &str,
        is_call: &dyn Fn(&Program<'_>, FunctionId, &Edge<'_>) -> bool,
    ) -> Self {
        let mut written = Self::default();
        for start in before.find(&Path::new(caller)) {
            let mut judge = |from: FunctionId, edge: &Edge<'_>| {
                let Callee::Direct { symbol, target } = &edge.callee else {
                    return Next::Skip;
                };
                let place = place(before, from, edge);
                if is_call(before, from, edge) {
                    if let Target::Defined(id) = target {
                        written.items.insert(*id);
                    }
                    written.places.extend(place);
                } else if let Some(place) = place {
                    written.others.insert((plain(symbol), place));
                }
                onward(edge)
            };
            reach::walk(before, start, &|_| true, &mut judge);
        }
        written
    }

    /// Whether a call was of the item: for sure, or perhaps.
    fn judge(
        &self,
        before: &Program<'_>,
        after: &Program<'_>,
        from: FunctionId,
        edge: &Edge<'_>,
    ) -> Option<bool> {
        let Callee::Direct { symbol, target } = &edge.callee else {
            return None;
        };
        let Target::Defined(to) = *target else {
            return None;
        };
        let place = place(after, from, edge);
        if let Some(place) = place.filter(|_| !self.places.is_empty()) {
            // What a macro makes is all in one place.
            let own = self.others.contains(&(plain(symbol), place.clone()));
            return (self.places.contains(&place) && !own).then_some(true);
        }
        // Of two calls that became one, the place is gone; or nobody wrote places down.
        let callee = after.function(to);
        let same = |item: &FunctionId| like(&before.function(*item), &callee);
        self.items.iter().any(same).then_some(false)
    }
}

/// Where a call is written, if that is known in full.
fn place(program: &Program<'_>, from: FunctionId, edge: &Edge<'_>) -> Option<Place> {
    let locations = chain::locations(program, from, edge.debug);
    let innermost = locations.first()?;
    let whole = innermost.line != 0 && innermost.column != 0;
    whole.then(|| {
        let file = innermost.file.map(str::to_owned);
        (file, innermost.line, innermost.column)
    })
}

/// Whether two functions take and return the same: others aren't merged.
fn like(a: &Function<'_>, b: &Function<'_>) -> bool {
    fn types<'f>(function: &'f Function<'_>) -> impl Iterator<Item = &'f Type<'f>> {
        let parameters = function.signature().parameters.iter();
        parameters.map(|parameter| &parameter.ty)
    }
    a.signature().returns == b.signature().returns && types(a).eq(types(b))
}
