//! Whether calls are left in a function itself.

use super::{Inquiry, Question, Subject, fate, has_debug, plainly};
use crate::prove::reach;
use crate::prove::report::{Answer, Fate, Gap, Verdict};

/// No call is left: of the item, or of anything.
pub(super) fn no_call(subject: &Subject<'_, '_>, inquiry: &Inquiry<'_, '_>) -> Answer {
    let question = Question::NoCall;
    if let Some(answer) = unread(subject, question) {
        return answer;
    }
    if let Some(item) = &inquiry.through {
        return subject.trace.map_or_else(
            || plainly(question, Verdict::Unknown, String::new()),
            |trace| trace.no_call(subject, item, inquiry.before.is_some()),
        );
    }
    let mut answer = plainly(question, Verdict::Proven, "no call is left".to_owned());
    let mut calls = Vec::new();
    for edge in subject.edges {
        let name = reach::name(&edge.callee);
        match fate(&edge.callee) {
            Fate::Direct | Fate::Indirect | Fate::Library => calls.push(edge),
            Fate::MayBecomeCall => answer.gaps.push(Gap {
                reason: format!(
                    "`{name}` may be called: LLVM decides when it chooses instructions"
                ),
                path: vec![subject.step(edge)],
            }),
            Fate::Assembly => answer.gaps.push(Gap {
                reason: "inline assembly isn't read".to_owned(),
                path: vec![subject.step(edge)],
            }),
            Fate::Unread | Fate::Intrinsic | Fate::Inlined | Fate::Eliminated => {}
        }
    }
    if let Some(edge) = calls.first() {
        answer.verdict = Verdict::Refuted;
        let callee = reach::name(&edge.callee);
        answer.because = match calls.len() {
            1 => format!(
                "one {} is left, of {}",
                fate(&edge.callee).words(),
                quoted(&callee)
            ),
            count => format!("{count} calls are left, the first of {}", quoted(&callee)),
        };
        answer.path = vec![subject.step(edge)];
        return answer;
    }
    close(answer)
}

/// No call through a pointer is left.
pub(super) fn no_indirect(subject: &Subject<'_, '_>) -> Answer {
    let question = Question::NoIndirect;
    if let Some(answer) = unread(subject, question).or_else(|| without_debug(subject, question)) {
        return answer;
    }
    let mut answer = plainly(
        question,
        Verdict::Proven,
        "no indirect call is left".to_owned(),
    );
    let mut first = None;
    let mut count = 0;
    for (_, edge) in subject.counted() {
        match fate(&edge.callee) {
            Fate::Indirect => {
                count += 1;
                first = first.or(Some(edge));
            }
            Fate::Assembly => answer.gaps.push(Gap {
                reason: "inline assembly isn't read".to_owned(),
                path: vec![subject.step(edge)],
            }),
            _ => {}
        }
    }
    if let Some(edge) = first {
        answer.verdict = Verdict::Refuted;
        let callee = reach::name(&edge.callee);
        answer.because = match count {
            1 => format!("one indirect call is left, of {callee}"),
            _ => format!("{count} indirect calls are left, the first of {callee}"),
        };
        answer.path = vec![subject.step(edge)];
        return answer;
    }
    close(answer)
}

/// Not to be answered if a part of the function wasn't understood.
pub(super) fn unread(subject: &Subject<'_, '_>, question: Question) -> Option<Answer> {
    let unread = subject
        .edges
        .iter()
        .find(|edge| fate(&edge.callee) == Fate::Unread);
    let reason = match (subject.function.problems().first(), unread) {
        (Some(problem), _) => problem.message.to_string(),
        (None, Some(edge)) => reach::name(&edge.callee),
        (None, None) => return None,
    };
    let because = "a part of the function couldn't be read".to_owned();
    let mut answer = plainly(question, Verdict::Unknown, because);
    answer.gaps.push(Gap {
        reason,
        path: Vec::new(),
    });
    Some(answer)
}

/// Which code came through an item, only debug information says.
pub(super) fn without_debug(subject: &Subject<'_, '_>, question: Question) -> Option<Answer> {
    let trace = subject.trace?;
    let because = if !has_debug(subject.function) {
        "without debug information nobody knows which code came through the item"
    } else if trace.edges.is_empty() && trace.inlined.is_empty() {
        "the caller has no code of the item"
    } else {
        return None;
    };
    Some(plainly(question, Verdict::Unknown, because.to_owned()))
}

/// Proven, unless something wasn't seen.
pub(super) fn close(mut answer: Answer) -> Answer {
    if let Some(gap) = answer.gaps.first() {
        answer.verdict = Verdict::Unknown;
        answer.because.clone_from(&gap.reason);
    }
    answer
}

/// In backticks, if it is a name and not words.
pub(in crate::prove) fn quoted(callee: &str) -> String {
    if callee.contains(' ') && !callee.starts_with('<') || callee.contains('`') {
        callee.to_owned()
    } else {
        format!("`{callee}`")
    }
}
