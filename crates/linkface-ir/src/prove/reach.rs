//! What can be reached from a function over direct calls, and by which way.

use super::chain;
use super::edge::{Callee, Edge, Pointer, edges};
use super::path::plain;
use super::program::{FunctionId, Program, Target};
use super::report::{Gap, Step};
use rustc_hash::FxHashMap;
use std::collections::VecDeque;

/// How many functions are looked at before we give up.
const LIMIT: usize = 200_000;
/// How many gaps are told of.
const GAPS: usize = 8;

/// What to do at an edge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Next {
    /// This is what shouldn't be reached.
    Sink,
    /// Go on in the callee.
    Follow(FunctionId),
    /// It doesn't matter.
    Skip,
    /// It might matter.
    Gap(String),
}

/// What was found.
#[derive(Clone, Debug, Default)]
pub(crate) struct Walk {
    /// The shortest way to what shouldn't be reached.
    pub(crate) path: Option<Vec<Step>>,
    /// What wasn't seen; the first few.
    pub(crate) gaps: Vec<Gap>,
    /// Where it went, the start included.
    pub(crate) seen: Vec<FunctionId>,
}

/// Walks over the calls of `start` and of what they lead to, the nearest first, until `judge` finds what
/// shouldn't be there. Of `start` itself only the edges that `first` takes count.
pub(crate) fn walk<'a>(
    program: &Program<'a>,
    start: FunctionId,
    first: &dyn Fn(&Edge<'a>) -> bool,
    judge: &mut dyn FnMut(FunctionId, &Edge<'a>) -> Next,
) -> Walk {
    let mut walk = Walk::default();
    let mut from: FxHashMap<FunctionId, Option<(FunctionId, Edge<'a>)>> = FxHashMap::default();
    let mut open = VecDeque::from([start]);
    from.insert(start, None);
    while let Some(id) = open.pop_front() {
        walk.seen.push(id);
        if walk.seen.len() > LIMIT {
            let reason = format!("more than {LIMIT} functions can be reached");
            walk.gaps.push(Gap {
                reason,
                path: Vec::new(),
            });
            break;
        }
        let function = program.function(id);
        if let Some(problem) = function.problems().first() {
            let reason = format!(
                "`{}` couldn't be read: {}",
                plain(program.symbol(id)),
                problem.message
            );
            gap(&mut walk, reason, || way(program, &from, id, None));
        }
        for edge in edges(program, id, &function) {
            if id == start && !first(&edge) {
                continue;
            }
            match judge(id, &edge) {
                Next::Skip => {}
                Next::Sink => {
                    walk.path = Some(way(program, &from, id, Some(&edge)));
                    return walk;
                }
                Next::Follow(next) => {
                    from.entry(next).or_insert_with(|| {
                        open.push_back(next);
                        Some((id, edge))
                    });
                }
                Next::Gap(reason) => {
                    gap(&mut walk, reason, || way(program, &from, id, Some(&edge)));
                }
            }
        }
    }
    walk
}

fn gap(walk: &mut Walk, reason: String, path: impl FnOnce() -> Vec<Step>) {
    if walk.gaps.len() < GAPS && walk.gaps.iter().all(|gap| gap.reason != reason) {
        let path = path();
        walk.gaps.push(Gap { reason, path });
    }
}

/// The steps from the start to `id`, and over `last`.
fn way<'a>(
    program: &Program<'a>,
    from: &FxHashMap<FunctionId, Option<(FunctionId, Edge<'a>)>>,
    mut id: FunctionId,
    last: Option<&Edge<'a>>,
) -> Vec<Step> {
    let mut steps: Vec<Step> = last
        .map(|edge| step(program, id, edge))
        .into_iter()
        .collect();
    while let Some(Some((before, edge))) = from.get(&id) {
        steps.push(step(program, *before, edge));
        id = *before;
    }
    steps.reverse();
    steps
}

/// One edge as a step.
pub(crate) fn step(program: &Program<'_>, id: FunctionId, edge: &Edge<'_>) -> Step {
    Step {
        caller: plain(program.symbol(id)),
        callee: name(&edge.callee),
        frames: chain::frames(program, id, edge.debug),
    }
}

/// A callee in a few words: its path, if it has one.
pub(crate) fn name(callee: &Callee<'_>) -> String {
    match callee {
        Callee::Direct { symbol, .. } => plain(symbol),
        Callee::Indirect(pointer) => match pointer {
            Pointer::Vtable => "a method of a `dyn Trait`".to_owned(),
            Pointer::Argument => "a function pointer that is handed in".to_owned(),
            Pointer::Memory => "a function pointer in memory".to_owned(),
            Pointer::Global(name) => format!("the function pointer in `{}`", plain(name)),
            Pointer::Chosen => "one of several functions".to_owned(),
            Pointer::Computed => "a function pointer".to_owned(),
        },
        Callee::Intrinsic(name) => (*name).to_owned(),
        Callee::Library { function, .. } => function.clone(),
        Callee::Assembly => "inline assembly".to_owned(),
        Callee::Unread(opcode) => format!("`{opcode}`, an instruction that we don't know"),
    }
}

/// To go on in what is defined; what to do of anything else that is called by its name, is for the caller
/// to say.
pub(crate) fn follow(target: Target) -> Option<Next> {
    match target {
        Target::Defined(id) => Some(Next::Follow(id)),
        Target::External => None,
    }
}
