//! What became of the calls of one item: its calls that are left, its code that is inlined, and how the
//! caller came to it before optimisation.

use super::chain;
use super::edge::{Callee, Edge};
use super::inquiry::{Question, Subject, fate, has_debug, plainly, quoted};
use super::merged::{self, Renamed};
use super::path::{Path, plain};
use super::program::{FunctionId, Program};
use super::reach::{self, Next};
use super::report::{Answer, Fate, Gap, Inlined, Step, Verdict};
use crate::metadata::Location;
use crate::model::{Function, Op, Value};
use rustc_hash::{FxHashMap, FxHashSet};

/// What is taken for granted, when it comes up.
const POINTERS_LEAD_ELSEWHERE: &str =
    "the calls through pointers that are left don't lead to the item: ask for `no-indirect`, too";

/// What was found of an item in a caller.
#[derive(Clone, Debug, Default)]
pub(crate) struct Trace {
    /// The edges that call the item, or its implementation from linkface's shim: by position.
    pub(crate) edges: FxHashSet<usize>,
    /// Those, and all other edges of the item's code that is inlined.
    pub(crate) within: FxHashSet<usize>,
    /// The item's code that is inlined.
    pub(crate) inlined: Vec<Inlined>,
    /// The way to the item before optimisation.
    pub(crate) before: Option<Vec<Step>>,
    /// The way to a call of the item from a function that the caller calls.
    pub(crate) elsewhere: Option<Vec<Step>>,
    /// A function that the caller calls, and into which the item is inlined.
    pub(crate) inlined_elsewhere: Option<String>,
    /// A call that may be of the item under another name.
    pub(crate) renamed: Option<Renamed>,
    /// Whether a function that the caller reaches, itself included, calls through a pointer.
    pub(crate) pointers: bool,
    /// A function that the caller reaches, itself included, and that uses the item's address.
    pub(crate) handed: Option<String>,
    /// Whether the program has the item at all.
    pub(crate) known: bool,
}

/// Looks for an item.
pub(crate) fn trace<'a>(
    after: &Program<'a>,
    before: Option<&Program<'a>>,
    (id, path): (FunctionId, &str),
    function: &Function<'a>,
    edges: &[Edge<'a>],
    item: &Path,
) -> Trace {
    let mut trace = Trace::default();
    for (at, edge) in edges.iter().enumerate() {
        if calls(after, id, edge, item) {
            trace.edges.insert(at);
            trace.within.insert(at);
        } else if inlined_from(&chain::locations(after, id, edge.debug), item).is_some() {
            trace.within.insert(at);
        }
    }
    trace.inlined = inlined(after, id, function, item);
    if let Some(before) = before {
        trace.before = way_before(before, path, item);
    }
    if !trace.edges.is_empty() {
        return trace;
    }
    look_elsewhere(after, id, item, &mut trace);
    if trace.inlined.is_empty() {
        trace.known = after.mentions(item) || before.is_some_and(|before| before.mentions(item));
    }
    if let Some(before) = before.filter(|_| trace.elsewhere.is_none()) {
        trace.renamed = merged::find(after, before, (id, path), &|program, from, edge| {
            calls(program, from, edge, item)
        });
    }
    trace
}

/// Whether an edge calls the item: by its name, or as the shim that linkface put between the item and what
/// implements it.
fn calls(program: &Program<'_>, id: FunctionId, edge: &Edge<'_>, item: &Path) -> bool {
    if matches!(edge.callee, Callee::Direct { symbol, .. } if item.names(symbol)) {
        return true;
    }
    let code = matches!(edge.callee, Callee::Direct { .. } | Callee::Indirect(_));
    let locations = chain::locations(program, id, edge.debug);
    // The innermost is where the call is written.
    let Some((innermost, rest)) = locations.split_first() else {
        return false;
    };
    code && !rest.is_empty() && chain::is_shim(innermost) && chain::is_of(innermost, item)
}

/// The position of the item in a chain of inlined calls; the last of the chain is the function itself.
fn inlined_from(chain: &[Location<'_>], item: &Path) -> Option<usize> {
    let (_, inlined) = chain.split_last()?;
    inlined
        .iter()
        .position(|location| chain::is_of(location, item))
}

/// The item's code in a function.
fn inlined(
    program: &Program<'_>,
    id: FunctionId,
    function: &Function<'_>,
    item: &Path,
) -> Vec<Inlined> {
    let mut found: Vec<Inlined> = Vec::new();
    // Many instructions share a location.
    let mut known: FxHashMap<u32, Option<usize>> = FxHashMap::default();
    for instruction in function.instructions() {
        if matches!(instruction.op, Op::DebugRecord { .. }) {
            continue;
        }
        let Some(debug) = instruction.debug else {
            continue;
        };
        let at = *known.entry(debug).or_insert_with(|| {
            let locations = chain::locations(program, id, Some(debug));
            let position = inlined_from(&locations, item)?;
            let subprogram = locations.get(position)?.function.as_ref();
            let symbol = subprogram.and_then(|subprogram| subprogram.linkage_name);
            let frames = chain::frames(program, id, Some(debug)).split_off(position);
            let same = |other: &Inlined| {
                // Where in the item it is doesn't matter; from where it was called does.
                other.symbol.as_deref() == symbol && other.frames.get(1..) == frames.get(1..)
            };
            found.iter().position(same).or_else(|| {
                found.push(Inlined {
                    callee: symbol.map(plain).unwrap_or_default(),
                    symbol: symbol.map(str::to_owned),
                    frames,
                    instructions: 0,
                });
                found.len().checked_sub(1)
            })
        });
        if let Some(inlined) = at.and_then(|at| found.get_mut(at)) {
            inlined.instructions += 1;
        }
    }
    found
}

/// The way from the caller to the item before optimisation, over direct calls.
fn way_before(before: &Program<'_>, path: &str, item: &Path) -> Option<Vec<Step>> {
    let callers = before.find(&Path::new(path));
    let starts = callers.into_iter();
    starts
        .filter_map(|start| way(before, start, item, None))
        .min_by_key(Vec::len)
}

/// The way from a function to a call of the item. `inlined` gets a function on the way into which the item
/// is inlined.
fn way(
    program: &Program<'_>,
    start: FunctionId,
    item: &Path,
    mut inlined_in: Option<&mut Option<String>>,
) -> Option<Vec<Step>> {
    let mut judge = |from: FunctionId, edge: &Edge<'_>| {
        if calls(program, from, edge, item) {
            return Next::Sink;
        }
        if let Some(inlined) = inlined_in.as_deref_mut()
            && inlined.is_none()
            && inlined_from(&chain::locations(program, from, edge.debug), item).is_some()
        {
            *inlined = Some(plain(program.symbol(from)));
        }
        match &edge.callee {
            Callee::Direct { target, .. } => reach::follow(*target).unwrap_or(Next::Skip),
            _ => Next::Skip,
        }
    };
    reach::walk(program, start, &|_| true, &mut judge).path
}

/// Whether a function that is still called has the item.
fn look_elsewhere(program: &Program<'_>, id: FunctionId, item: &Path, trace: &mut Trace) {
    let mut judge = |from: FunctionId, edge: &Edge<'_>| {
        if calls(program, from, edge, item) {
            return Next::Sink;
        }
        trace.pointers |= fate(&edge.callee) == Fate::Indirect;
        match &edge.callee {
            Callee::Direct { target, .. } => reach::follow(*target).unwrap_or(Next::Skip),
            _ => Next::Skip,
        }
    };
    let walk = reach::walk(program, id, &|_| true, &mut judge);
    trace.elsewhere = walk.path;
    for other in walk.seen {
        let function = program.function(other);
        let name = || plain(program.symbol(other));
        if trace.handed.is_none() && uses_address(&function, item) {
            trace.handed = Some(name());
        }
        if other != id
            && trace.inlined_elsewhere.is_none()
            && !inlined(program, other, &function, item).is_empty()
        {
            trace.inlined_elsewhere = Some(name());
        }
    }
}

/// Whether a function does something with the item's address but to call it.
fn uses_address(function: &Function<'_>, item: &Path) -> bool {
    function.instructions().iter().any(|instruction| {
        let callee = instruction.op.call().map(|call| &call.callee);
        let mut uses = false;
        instruction.op.values(|value| {
            if callee.is_some_and(|callee| std::ptr::eq(callee, value)) {
                return;
            }
            if let Value::Constant(constant) = value {
                constant.globals(&mut |name| uses |= item.names(name.key()));
            }
        });
        uses
    })
}

fn leave_open(answer: &mut Answer, reason: String, path: Vec<Step>) {
    answer.verdict = Verdict::Unknown;
    answer.because.clone_from(&reason);
    answer.gaps.push(Gap { reason, path });
}

impl Trace {
    /// What became of the calls, in one word.
    pub(crate) fn fate(&self, subject: &Subject<'_, '_>) -> Option<Fate> {
        let mut left = self.edges.iter().filter_map(|at| subject.edges.get(*at));
        if let Some(edge) = left.next() {
            return Some(fate(&edge.callee));
        }
        match &self.renamed {
            Some(renamed) if renamed.certain => return Some(Fate::Direct),
            Some(_) => return None,
            None => {}
        }
        if !self.inlined.is_empty() {
            return Some(Fate::Inlined);
        }
        let gone =
            self.before.is_some() && self.elsewhere.is_none() && self.inlined_elsewhere.is_none();
        (gone && has_debug(subject.function)).then_some(Fate::Eliminated)
    }

    /// Whether no call of the item is left.
    pub(crate) fn no_call(
        &self,
        subject: &Subject<'_, '_>,
        item: &Path,
        before_read: bool,
    ) -> Answer {
        let mut answer = self.judge(subject, item, before_read);
        if answer.verdict != Verdict::Proven {
            return answer;
        }
        if let Some(Renamed { step, certain }) = &self.renamed {
            let callee = quoted(&step.callee);
            if *certain {
                answer.verdict = Verdict::Refuted;
                answer.because = format!(
                    "the call of `{item}` is left: it goes to {callee}, which has its code"
                );
                answer.path = vec![step.clone()];
            } else {
                leave_open(
                    &mut answer,
                    format!("a call of {callee} may be of `{item}`: LLVM merges what is the same"),
                    vec![step.clone()],
                );
            }
        } else if let Some(user) = &self.handed {
            leave_open(
                &mut answer,
                format!(
                    "`{user}` uses the address of `{item}`: what is called through it isn't known"
                ),
                Vec::new(),
            );
        } else if self.pointers {
            answer.assumptions.push(POINTERS_LEAD_ELSEWHERE);
        }
        answer
    }

    fn judge(&self, subject: &Subject<'_, '_>, item: &Path, before_read: bool) -> Answer {
        let say = |verdict, because: String| plainly(Question::NoCall, verdict, because);
        let mut left: Vec<&Edge<'_>> = self
            .edges
            .iter()
            .filter_map(|at| subject.edges.get(*at))
            .collect();
        left.sort_by_key(|edge| edge.span);
        if let Some(edge) = left.first() {
            let kind = fate(&edge.callee).words();
            let callee = reach::name(&edge.callee);
            let of = if item.names(&callee) || callee == item.as_written() {
                format!("`{item}`")
            } else {
                format!("`{callee}`, which implements `{item}`")
            };
            let mut answer = say(
                Verdict::Refuted,
                match left.len() {
                    1 => format!("one {kind} of {of} is left"),
                    count => format!("{count} calls of {of} are left, the first a {kind}"),
                },
            );
            answer.path = vec![subject.step(edge)];
            return answer;
        }
        if let Some(path) = &self.elsewhere {
            let caller = path
                .last()
                .map(|step| step.caller.clone())
                .unwrap_or_default();
            let mut answer = say(
                Verdict::Refuted,
                format!("`{caller}`, which it reaches, calls `{item}`"),
            );
            answer.path.clone_from(path);
            return answer;
        }
        if !self.inlined.is_empty() {
            return say(
                Verdict::Proven,
                format!("`{item}` is inlined, and no call of it is left"),
            );
        }
        if let Some(other) = &self.inlined_elsewhere {
            return say(
                Verdict::Unknown,
                format!("`{item}` is inlined into `{other}`, which it reaches: ask about that one"),
            );
        }
        match (&self.before, has_debug(subject.function)) {
            (Some(_), true) => say(
                Verdict::Proven,
                format!(
                    "the call of `{item}` was eliminated: no call of it is left, and no instruction that says it is of it"
                ),
            ),
            (Some(_), false) => say(
                Verdict::Proven,
                format!("no call of `{item}` is left: it was inlined or eliminated"),
            ),
            (None, _) if !self.known => say(
                Verdict::Unknown,
                format!("nothing in the program is named `{item}`"),
            ),
            (None, _) if before_read => say(
                Verdict::Unknown,
                format!("it never called `{item}`, before optimisation neither"),
            ),
            (None, _) => say(
                Verdict::Unknown,
                format!(
                    "nothing shows that it ever called `{item}`: the code before optimisation wasn't read"
                ),
            ),
        }
    }
}
