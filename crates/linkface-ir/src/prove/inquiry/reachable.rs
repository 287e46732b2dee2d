//! Whether an allocator or a panic can be reached.

use super::verdict::{close, quoted, unread, without_debug};
use super::{Question, Subject, plainly};
use crate::model::attribute::Attributes;
use crate::model::{Attribute, Op};
use crate::prove::chain;
use crate::prove::edge::{self, Callee, Edge};
use crate::prove::known::Known;
use crate::prove::library;
use crate::prove::path::{Path, plain};
use crate::prove::program::{FunctionId, Program};
use crate::prove::reach::{self, Next};
use crate::prove::report::{Answer, Step, Verdict};
use rustc_hash::FxHashSet;

/// What is taken for granted, when it comes up.
const PANICS_ALLOCATE: &str =
    "what a panic itself allocates isn't counted: ask for `no-panic`, too";
const RUNS_ELSEWHERE: &str =
    "what is written in its closures and `async` blocks counts where it runs, not here";
const ALLOCATOR_IS_CALM: &str = "the allocator itself neither panics nor aborts";

pub(super) fn answer(subject: &Subject<'_, '_>, question: Question) -> Answer {
    if let Some(answer) = unread(subject, question).or_else(|| without_debug(subject, question)) {
        return answer;
    }
    let program = subject.program;
    let counted: FxHashSet<_> = subject.counted().map(|(_, edge)| edge.span).collect();
    let mut assumptions: Vec<&'static str> = Vec::new();
    let mut judge = |from: FunctionId, edge: &Edge<'_>| {
        let (next, assumption) = judge(program, from, edge, question);
        if from == subject.id && !counted.contains(&edge.span) {
            return match next {
                Next::Sink | Next::Follow(_) => Next::Gap(format!(
                    "nobody knows whether the call of {} is through the item: its place is lost",
                    quoted(&reach::name(&edge.callee))
                )),
                next => next,
            };
        }
        if let Some(assumption) = assumption.filter(|new| !assumptions.contains(new)) {
            assumptions.push(assumption);
        }
        next
    };
    let first = |edge: &Edge<'_>| counted.contains(&edge.span) || is_anywhere(subject, edge);
    let walk = reach::walk(program, subject.id, &first, &mut judge);
    let what = question.what();
    let because = match walk.seen.len() {
        1 => format!("no {what} in it, and it calls nothing that could"),
        count => format!("no {what} in the {count} functions that it reaches, itself included"),
    };
    let mut answer = plainly(question, Verdict::Proven, because);
    answer.assumptions = assumptions;
    answer.gaps = walk.gaps;
    if walk.path.is_none() && question == Question::NoAlloc {
        let inlined = walk.seen.iter().find_map(|id| inlined(subject, *id));
        if let Some(step) = inlined {
            answer.verdict = Verdict::Refuted;
            answer.because = format!(
                "`{}` is inlined into `{}`",
                step.callee.as_str(),
                step.caller.as_str()
            );
            answer.path = vec![step];
            return answer;
        }
    }
    if let Some(path) = walk.path {
        answer.verdict = Verdict::Refuted;
        let last = path
            .last()
            .map(|step| step.callee.as_str())
            .unwrap_or_default();
        answer.because = format!("it reaches {}", quoted(last));
        answer.path = path;
        return answer;
    }
    if answer.gaps.is_empty() && hands_out_code(subject) {
        answer.assumptions.push(RUNS_ELSEWHERE);
    }
    close(answer)
}

/// Whether nothing says where a call is written: of two that became one, only the function is left.
fn is_anywhere(subject: &Subject<'_, '_>, edge: &Edge<'_>) -> bool {
    let locations = chain::locations(subject.program, subject.id, edge.debug);
    locations
        .first()
        .is_none_or(|innermost| innermost.line == 0)
}

/// Whether it has closures, or is `async`, and doesn't itself run what is written in them.
fn hands_out_code(subject: &Subject<'_, '_>) -> bool {
    let Some(before) = subject.before else {
        return false;
    };
    let path = plain(subject.program.symbol(subject.id));
    let name = path.rsplit("::").next().unwrap_or_default();
    let inside = format!("{path}::{{");
    let mut closures = before
        .functions()
        .filter(|id| before.symbol(*id).contains(name))
        .filter(|id| plain(before.symbol(*id)).starts_with(&inside))
        .peekable();
    if closures.peek().is_none() {
        return false;
    }
    let mut seen = FxHashSet::default();
    for start in before.find(&Path::new(&path)) {
        let mut judge = |_: FunctionId, edge: &Edge<'_>| match &edge.callee {
            Callee::Direct { target, .. } => reach::follow(*target).unwrap_or(Next::Skip),
            _ => Next::Skip,
        };
        seen.extend(reach::walk(before, start, &|_| true, &mut judge).seen);
    }
    closures.any(|id| !seen.contains(&id))
}

/// An allocator's own code in a function: that of `#[global_allocator]` may be small enough for it.
fn inlined(subject: &Subject<'_, '_>, id: FunctionId) -> Option<Step> {
    let program = subject.program;
    let function = program.function(id);
    // Of the start, only what goes through the item counts.
    let item = subject.item.filter(|_| id == subject.id);
    // Many instructions share a location.
    let mut known = FxHashSet::default();
    edge::calm(&function)
        .filter(|instruction| !matches!(instruction.op, Op::DebugRecord { .. }))
        .filter_map(|instruction| instruction.debug)
        .filter(|debug| known.insert(*debug))
        .find_map(|debug| {
            let locations = chain::locations(program, id, Some(debug));
            let (_, inside) = locations.split_last()?;
            let at = inside.iter().position(|location| {
                let symbol = location.function.as_ref().and_then(|of| of.linkage_name);
                symbol.is_some_and(|symbol| Known::new(symbol).allocates())
            })?;
            let counts = |item| inside.iter().any(|location| chain::is_of(location, item));
            if !item.is_none_or(counts) {
                return None;
            }
            let frames = chain::frames(program, id, Some(debug)).split_off(at);
            Some(Step {
                caller: plain(program.symbol(id)),
                callee: frames.first()?.function.clone(),
                frames,
            })
        })
}

fn judge(
    program: &Program<'_>,
    from: FunctionId,
    edge: &Edge<'_>,
    question: Question,
) -> (Next, Option<&'static str>) {
    // While a panic unwinds, there was one: it counts where it began.
    if edge.unwinding {
        return (Next::Skip, None);
    }
    let next = match &edge.callee {
        Callee::Direct { symbol, target } => {
            return direct(program, from, edge, question, symbol, *target);
        }
        Callee::Indirect(_) => Next::Gap(format!("it calls {}", reach::name(&edge.callee))),
        Callee::Intrinsic(name) if question == Question::NoPanic && Known::new(name).panics() => {
            Next::Sink
        }
        Callee::Intrinsic(_) => Next::Skip,
        Callee::Library { function, .. } if library::is_harmless(function) => Next::Skip,
        Callee::Library { function, .. } if function == "_Unwind_Resume" => Next::Skip,
        Callee::Library { function, .. } => {
            Next::Gap(format!("it may call `{function}`, which we don't know"))
        }
        Callee::Assembly => Next::Gap("inline assembly isn't read".to_owned()),
        Callee::Unread(_) => Next::Gap(reach::name(&edge.callee)),
    };
    (next, None)
}

fn direct(
    program: &Program<'_>,
    from: FunctionId,
    edge: &Edge<'_>,
    question: Question,
    symbol: &str,
    target: crate::prove::program::Target,
) -> (Next, Option<&'static str>) {
    let known = Known::new(symbol);
    let allocates =
        known.allocates() || says(program, from, symbol, "allockind", &["alloc", "realloc"]);
    let external = reach::follow(target).is_none();
    let noreturn = edge.noreturn || says(program, from, symbol, "noreturn", &[]);
    let panics = known.panics() || external && noreturn && known.noreturn_panics();
    match question {
        Question::NoAlloc if allocates => return (Next::Sink, None),
        Question::NoAlloc if panics => return (Next::Skip, Some(PANICS_ALLOCATE)),
        Question::NoPanic if panics => return (Next::Sink, None),
        Question::NoPanic if allocates => return (Next::Skip, Some(ALLOCATOR_IS_CALM)),
        _ => {}
    }
    // What is here is read: anybody may define a `cbrt` of their own.
    if let Some(next) = reach::follow(target) {
        return (next, None);
    }
    if known.is_harmless() {
        return (Next::Skip, None);
    }
    let reason = format!("the code of `{}` wasn't read", plain(symbol));
    (Next::Gap(reason), None)
}

/// Whether the declaration of a function has an attribute; of those with arguments, one that begins with
/// one of `starts`.
fn says(
    program: &Program<'_>,
    from: FunctionId,
    symbol: &str,
    word: &str,
    starts: &[&str],
) -> bool {
    let Some(declared) = program.declaration(from, symbol) else {
        return false;
    };
    let fits = |attributes: &Attributes<'_>| {
        attributes.iter().any(|attribute| {
            attribute.word() == word
                && match attribute {
                    Attribute::Arguments(_, text) => {
                        let text = text.trim_matches('"');
                        starts.iter().any(|start| text.starts_with(start))
                    }
                    _ => true,
                }
        })
    };
    let groups = &program.unit(from).module.outline().attribute_groups;
    fits(&declared.attributes)
        || declared.attributes.iter().any(|attribute| match attribute {
            Attribute::Group(number) => groups
                .iter()
                .any(|(group, attributes)| group == number && fits(attributes)),
            _ => false,
        })
}
