//! Runs a snippet, and says in one line how it ended.

use linkface_ir::Module;
use linkface_ir::run::argument;
use linkface_ir::run::{Limits, Machine, Outcome};

/// Runs the function `f` of `text` with arguments as people write them.
pub(crate) fn outcome(text: &str, arguments: &[&str]) -> Outcome {
    let modules = [Module::new(text)];
    let mut machine = Machine::new(&modules, Limits::default());
    let arguments = argument::read(&mut machine, "f", arguments).expect("the arguments fit");
    machine.call("f", arguments.values)
}

/// How a run ended: `= value`, `poison: why`, `UB: what`, `panic: message`, `stop: why`.
pub(crate) fn tell(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Returned(value) => match value.poison() {
            Some(poison) => format!("poison: {}", poison.origin().1),
            None => format!("= {value}"),
        },
        Outcome::Undefined(undefined) => {
            let because = undefined.poison.as_ref();
            let because = because.map(|poison| format!(", because {}", poison.origin().1));
            format!("UB: {}{}", undefined.message, because.unwrap_or_default())
        }
        Outcome::Panicked(panic) => {
            format!("panic: {}", panic.message.as_deref().unwrap_or("?"))
        }
        Outcome::Stopped(stopped) => format!("{}: {}", stopped.reason.word(), stopped.message),
    }
}

/// Runs the lines of a function body.
#[track_caller]
pub(crate) fn check(signature: &str, body: &str, arguments: &[&str], expected: &str) {
    module("", signature, body, arguments, expected);
}

/// The same, with other items of the module before it.
#[track_caller]
pub(crate) fn module(items: &str, signature: &str, body: &str, arguments: &[&str], expected: &str) {
    let text = format!("{items}\ndefine {signature} {{\n{body}\n}}\n");
    let found = tell(&outcome(&text, arguments));
    assert_eq!(found, expected, "{text}");
}

/// One instruction on two `i8` arguments, whose result is returned.
#[track_caller]
pub(crate) fn binary(instruction: &str, a: &str, b: &str, expected: &str) {
    let body = format!("  %r = {instruction} i8 %a, %b\n  ret i8 %r");
    check("i8 @f(i8 %a, i8 %b)", &body, &[a, b], expected);
}
