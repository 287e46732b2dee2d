//! Instructions in one short line each: without attributes and metadata, names demangled.

use crate::model::{Function, Instruction, Op};
use crate::print::Printer;

/// One instruction: `%x = call i64 @core::num::parse(ptr %s, i64 %n)`.
#[must_use]
pub fn instruction<'a>(function: &Function<'a>, instruction: &Instruction<'a>) -> String {
    let mut bare = instruction.clone();
    bare.debug = None;
    bare.attachments = Box::default();
    let cases = match &mut bare.op {
        Op::Call(call) | Op::Invoke { call, .. } | Op::CallBr { call, .. } => {
            call.return_attributes = Box::default();
            call.attributes = Box::default();
            for argument in &mut call.arguments {
                argument.attributes = Box::default();
            }
            None
        }
        Op::Switch { cases, .. } => Some(std::mem::take(cases).len()),
        _ => None,
    };
    let text = Printer::new(function).instruction(&bare);
    let mut words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some(count) = cases {
        let end = words.rfind('[').unwrap_or(words.len());
        words.truncate(end);
        words += match count {
            0 => "[ no case ]".to_owned(),
            1 => "[ 1 case ]".to_owned(),
            many => format!("[ {many} cases ]"),
        }
        .as_str();
    }
    demangle(&words)
}

/// The text, with demangled names after `@`.
#[must_use]
pub fn demangle(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('@') {
        out.push_str(before);
        out.push('@');
        let quoted = after.strip_prefix('"');
        let end = match quoted {
            Some(inside) => inside.find('"').map_or(after.len(), |at| at + 2),
            None => after
                .find(|it: char| !(it.is_ascii_alphanumeric() || "-$._".contains(it)))
                .unwrap_or(after.len()),
        };
        let (name, behind) = after.split_at(end);
        let path = crate::lookup::Path::new(&crate::model::Name(name).text());
        if path.is_demangled() {
            out.push_str(path.text());
        } else {
            out.push_str(name);
        }
        rest = behind;
    }
    out + rest
}
