//! Calls.

use super::capital;
use crate::cfg::Obstacle;
use crate::explain::sentence::Explainer;
use crate::explain::value::short;
use crate::lookup::Path;
use crate::model::value::InlineAsm;
use crate::model::{Call, Instruction, Op, Value};

impl<'a> Explainer<'_, 'a> {
    pub(super) fn call(&self, instruction: &Instruction<'a>) -> String {
        let Some(call) = instruction.op.call() else {
            return String::new();
        };
        let result = instruction.result.map(|local| self.local(local));
        let what = self
            .intrinsic(call, result.as_deref())
            .unwrap_or_else(|| self.ordinary(call, result.as_deref()));
        let then = match &instruction.op {
            Op::Invoke { unwind, .. } if self.never_returns(instruction) => {
                format!(
                    " It doesn't return; a panic goes on at {}.",
                    self.local(*unwind)
                )
            }
            Op::Invoke { normal, unwind, .. } => format!(
                " Goes on at {}; if it panics, at {}.",
                self.local(*normal),
                self.local(*unwind)
            ),
            Op::CallBr {
                normal, targets, ..
            } => {
                let targets: Vec<String> = targets.iter().map(|to| self.local(*to)).collect();
                format!(
                    " Goes on at {}, or where the assembly jumps: {}.",
                    self.local(*normal),
                    targets.join(" or ")
                )
            }
            _ if self.never_returns(instruction) => " It doesn't return.".to_owned(),
            _ => String::new(),
        };
        format!("{what}{then}")
    }

    fn ordinary(&self, call: &Call<'a>, result: Option<&str>) -> String {
        let arguments: Vec<String> = call
            .arguments
            .iter()
            .map(|argument| self.value(&argument.value, &argument.ty))
            .collect();
        let with = match arguments.len() {
            0 => String::new(),
            _ => format!(" with {}", Self::list(&arguments)),
        };
        let is = result.map_or(String::new(), |result| {
            format!("; {result} is what it returns")
        });
        match &call.callee {
            Value::Asm(assembly) => asm(assembly, &with, result),
            callee => {
                let (name, known) = match callee.global() {
                    Some(name) => {
                        let path = Path::new(&name.text());
                        let known = super::super::function(&path);
                        let shown = if path.is_demangled() {
                            path.text().to_owned()
                        } else {
                            short(name.key()).into_owned()
                        };
                        (format!("`{shown}`"), known)
                    }
                    None => (self.pointer(call), None),
                };
                let known = known.map_or(String::new(), |entry| format!(" {}", entry.text));
                format!("Calls {name}{with}{is}.{known}")
            }
        }
    }

    /// A callee that isn't known before the program runs.
    fn pointer(&self, call: &Call<'a>) -> String {
        let address = self.value(&call.callee, &crate::model::Type::Ptr(0));
        let made = self.definition(&call.callee);
        let from_vtable = made.is_some_and(|made| {
            let mut attachments = made.attachments.iter();
            matches!(made.op, Op::Load { .. })
                && attachments.any(|attachment| attachment.kind.key() == "invariant.load")
        });
        if from_vtable {
            format!("the function at {address}, which came from a vtable,")
        } else {
            format!("the function at {address}")
        }
    }

    /// Whether what is called is known not to return.
    pub(super) fn never_returns(&self, instruction: &Instruction<'a>) -> bool {
        self.transfer.obstacle(&instruction.op) == Some(Obstacle::NoReturn)
    }
}

fn asm(assembly: &InlineAsm<'_>, with: &str, result: Option<&str>) -> String {
    const SHOWN: usize = 60;
    let text = assembly.text.replace("\\0A", "; ").replace("\\09", " ");
    let text = text.trim();
    let is = result.map_or(String::new(), |result| {
        format!("; {result} is what it yields")
    });
    if text.is_empty() {
        return capital(&format!(
            "empty assembly{with}{is}: LLVM can't know what it does, and so can't optimise across it."
        ));
    }
    let shown: String = text.chars().take(SHOWN).collect();
    let more = if shown.len() < text.len() { "…" } else { "" };
    format!("Runs the assembly `{shown}{more}`{with}{is}.")
}
