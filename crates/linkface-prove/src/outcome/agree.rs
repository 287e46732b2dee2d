//! Whether the linked program agrees with the IR.
//!
//! Where it doesn't, nothing is proven. Where the IR leaves open what LLVM made of an instruction, the
//! machine code decides.

use crate::evidence::{Code, Evidence, Target};
use linkface_ir::prove::report::{Answer, Gap};
use linkface_ir::prove::{Fate, Path, Question, Report, Verdict};

pub(crate) fn agree(report: &mut Report, evidence: &Evidence, through: Option<&Path>) {
    let Some(code) = &evidence.code else { return };
    let open = report.calls.iter().all(|call| call.fate != Fate::Unread);
    let mut answers = std::mem::take(&mut report.answers);
    for answer in &mut answers {
        match (answer.question, through) {
            (Question::NoCall, None) => no_call(answer, code, open),
            (Question::NoCall, Some(item)) => no_call_of(answer, code, item),
            (Question::NoIndirect, None) => no_indirect(answer, code),
            _ => {}
        }
    }
    report.answers = answers;
}

fn no_call(answer: &mut Answer, code: &Code, read: bool) {
    match (answer.verdict, code.calls.first()) {
        (Verdict::Proven, Some(target)) => {
            let what = target.words();
            disagree(
                answer,
                format!("the machine code calls `{what}`, the IR doesn't"),
            );
        }
        (Verdict::Refuted, None) if code.jumps == 0 => {
            disagree(
                answer,
                "the IR has a call, the machine code has none".to_owned(),
            );
        }
        (Verdict::Unknown, Some(target)) if read => {
            answer.verdict = Verdict::Refuted;
            answer.because = format!("the machine code calls `{}`", target.words());
            answer.path = answer
                .gaps
                .first()
                .map(|gap| gap.path.clone())
                .unwrap_or_default();
        }
        (Verdict::Unknown, None) if read && code.jumps == 0 => {
            answer.verdict = Verdict::Proven;
            "the machine code has no call".clone_into(&mut answer.because);
            answer.gaps.clear();
        }
        _ => {}
    }
}

fn no_call_of(answer: &mut Answer, code: &Code, item: &Path) {
    let calls = code.calls.iter().any(|target| match target {
        Target::Function { symbols, .. } => symbols.iter().any(|symbol| item.names(symbol)),
        Target::Pointer => false,
    });
    if calls && answer.verdict == Verdict::Proven {
        disagree(
            answer,
            format!("the machine code calls `{item}`, the IR doesn't"),
        );
    }
    if leaves_never(code) && answer.verdict == Verdict::Refuted && answer.path.len() == 1 {
        disagree(
            answer,
            "the IR has a call, the machine code has none".to_owned(),
        );
    }
}

fn no_indirect(answer: &mut Answer, code: &Code) {
    let any = code.calls.contains(&Target::Pointer);
    if any && answer.verdict == Verdict::Proven {
        disagree(
            answer,
            "the machine code calls through a pointer, the IR doesn't".to_owned(),
        );
    }
    // The pointer may be a constant by now.
    if leaves_never(code) && answer.verdict == Verdict::Refuted {
        disagree(
            answer,
            "the IR has an indirect call, the machine code has no call".to_owned(),
        );
    }
}

/// Whether no instruction leaves the function but to return.
fn leaves_never(code: &Code) -> bool {
    code.calls.is_empty() && code.jumps == 0
}

fn disagree(answer: &mut Answer, how: String) {
    answer.verdict = Verdict::Unknown;
    answer.because = format!("witnesses disagree: {how}");
    answer.gaps.push(Gap {
        reason: how,
        path: Vec::new(),
    });
}
