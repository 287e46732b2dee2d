//! The interpreter against real execution: small functions, compiled by rustc in three ways, on
//! random inputs. What runs natively, and what the interpreter makes of the IR, is the same: results,
//! and panics.

mod native;

use linkface_ir::Module;
use linkface_ir::model::ty::Float;
use linkface_ir::run::argument;
use linkface_ir::run::{Limits, Machine, Outcome, Value};
use native::Native;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use std::cell::RefCell;

const SUBJECT: &str = include_str!("subject.rs");

/// A function of the subject: its name, and the types of its parameters.
pub(crate) struct Subject {
    pub(crate) name: &'static str,
    pub(crate) parameters: Vec<&'static str>,
}

fn subjects() -> Vec<Subject> {
    let lines = SUBJECT
        .lines()
        .filter_map(|line| line.strip_prefix("pub fn "));
    let subjects = lines.map(|line| {
        let (name, rest) = line.split_once('(').expect("a signature is on one line");
        let (parameters, _) = rest.split_once(") -> ").expect("each returns something");
        let types = parameters
            .split(", ")
            .filter_map(|part| part.split_once(": "));
        Subject {
            name,
            parameters: types.map(|(_, ty)| ty).collect(),
        }
    });
    subjects.collect()
}

/// Numbers of all sizes: their bounds, and those near zero, too.
fn whole(bits: u32, signed: bool) -> BoxedStrategy<String> {
    let mask = u128::MAX >> (128 - bits);
    let show = move |value: u128| {
        let value = value & mask;
        if signed {
            let shift = 128 - bits;
            (((value << shift).cast_signed()) >> shift).to_string()
        } else {
            value.to_string()
        }
    };
    prop_oneof![
        4 => any::<u128>().prop_map(show),
        3 => (0u128..40).prop_map(show),
        1 => (0u128..4).prop_map(move |value| show(mask - value)),
        1 => (0u128..4).prop_map(move |value| show((mask >> 1).wrapping_add(value).wrapping_sub(1))),
    ]
    .boxed()
}

fn argument(ty: &str) -> BoxedStrategy<String> {
    let slice = |width: u32, signed: bool, suffix: &'static str| {
        proptest::collection::vec(whole(width, signed), 0..12)
            .prop_map(move |values| {
                let values: Vec<String> = values
                    .iter()
                    .map(|value| format!("{value}{suffix}"))
                    .collect();
                format!("[{}]", values.join(","))
            })
            .boxed()
    };
    match ty {
        "&[u8]" => slice(8, false, "u8"),
        "&[u32]" => slice(32, false, "u32"),
        "&[i32]" => slice(32, true, "i32"),
        "&str" => prop_oneof!["[0-9a-fA-F]{0,18}", "[0-9+-]{0,7}", "[ a-zA-Z0-9äöü]{0,20}"]
            .prop_map(|text| format!("\"{text}\""))
            .boxed(),
        "f32" | "f64" => {
            const SPECIAL: &[&str] = &[
                "0", "-0", "1", "-1.5", "0.5", "2.5", "inf", "-inf", "nan", "1e300",
            ];
            prop_oneof![
                3 => any::<f64>().prop_map(|value| format!("{value:?}")),
                3 => (-1000.0..1000.0f64).prop_map(|value| format!("{value:?}")),
                2 => proptest::sample::select(SPECIAL).prop_map(ToOwned::to_owned),
            ]
            .boxed()
        }
        ty => {
            let bits = ty[1..].parse().expect("an integer");
            whole(bits, ty.starts_with('i'))
        }
    }
}

/// As the native program writes it.
fn show(value: &Value) -> String {
    match value {
        Value::Float(Float::Float, bits) => native::float32(u32::try_from(*bits).unwrap()),
        Value::Float(_, bits) => native::float64(u64::try_from(*bits).unwrap()),
        value => value.to_string(),
    }
}

fn interpreted(modules: &[Module<'_>], name: &str, texts: &[String]) -> String {
    let mut machine = Machine::new(modules, Limits::default());
    let arguments = match argument::read(&mut machine, name, texts) {
        Ok(arguments) => arguments,
        Err(wrong) => return format!("{wrong:?}"),
    };
    match machine.call(name, arguments.values) {
        Outcome::Returned(value) => show(&value),
        Outcome::Panicked(panic) => format!("panic: {}", panic.message.unwrap_or_default()),
        Outcome::Undefined(undefined) => {
            let because = undefined.poison.as_ref().map(|poison| poison.origin().1);
            let place = undefined.site.span.of(modules[0].text());
            format!("UB: {}, because {because:?}, at {place}", undefined.message)
        }
        Outcome::Stopped(stopped) => stopped.message,
    }
}

/// How many inputs each function gets; `PROPTEST_CASES` asks for more.
fn cases() -> u32 {
    let asked = std::env::var("PROPTEST_CASES").ok();
    asked.and_then(|cases| cases.parse().ok()).unwrap_or(16)
}

fn agree(flags: &[&str]) {
    let subjects = subjects();
    assert!(subjects.len() > 60, "the signatures are read");
    let native = Native::build(SUBJECT, &subjects, flags);
    let modules = [Module::new(native.text())];
    let native = RefCell::new(native.start());
    let mut wrong = Vec::new();
    for subject in &subjects {
        let strategies: Vec<_> = subject.parameters.iter().map(|ty| argument(ty)).collect();
        let mut runner = TestRunner::new(Config {
            cases: cases(),
            failure_persistence: None,
            ..Config::default()
        });
        let done = runner.run(&strategies, |texts| {
            let expected = native.borrow_mut().run(subject.name, &texts);
            let found = interpreted(&modules, subject.name, &texts);
            prop_assert_eq!(found, expected);
            Ok(())
        });
        if let Err(error) = done {
            wrong.push(format!("{} with {flags:?}: {error}", subject.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn debug_builds_agree() {
    agree(&[]);
}

#[test]
fn release_builds_agree() {
    agree(&["-O"]);
}

#[test]
fn builds_before_optimisation_agree() {
    agree(&["-O", "-Cno-prepopulate-passes"]);
}
