//! Which of LLVM's passes removed the last call of an item: by what LLVM prints after each pass that
//! changes the caller.

use crate::build::{Build, Error};
use linkface_ir::diff::passes::{Dump, FLAGS, dumps};
use linkface_ir::prove::{Callee, Path, Program, Unit, edges};
use serde::Serialize;

/// A pass that removed the last call of an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Removal {
    /// The pass, as its class is called: `InlinerPass`.
    pub pass: String,
    /// What LLVM's options call it: `inline`.
    pub name: String,
    /// How many passes changed the caller.
    pub passes: usize,
}

/// What the dumps say of the calls of an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Passes {
    /// After this one no call was left.
    Removed(Removal),
    /// A call is left after the last.
    Left,
    /// No dump has a call: what inlined it did so before LLVM's passes, or inside another function.
    Never,
    /// LLVM printed nothing of the caller.
    Silent,
}

/// Compiles once more, with LLVM printing the function with this symbol after each pass.
///
/// # Errors
/// If it can't be built.
pub fn passes(build: &Build, symbol: &str, item: &Path) -> Result<Passes, Error> {
    let filter = format!("-filter-print-funcs={symbol}");
    let flags = FLAGS.iter().copied().chain([filter.as_str()]);
    let mut build = build.clone();
    build
        .rustc
        .extend(flags.map(|flag| format!("-Cllvm-args={flag}")));
    let (_, said) = build.dump()?;
    Ok(read(&said, symbol, item))
}

/// Reads what LLVM printed.
#[must_use]
pub fn read(said: &str, symbol: &str, item: &Path) -> Passes {
    let mut last: Option<bool> = None;
    let mut removal = None;
    let all = dumps(said);
    for dump in &all {
        let Some(calls) = calls(dump, symbol, item) else {
            continue;
        };
        if calls {
            removal = None;
        } else if last == Some(true) {
            removal = Some(dump);
        }
        last = Some(calls);
    }
    match (last, removal) {
        (None, _) => Passes::Silent,
        (Some(true), _) => Passes::Left,
        (Some(false), None) => Passes::Never,
        (Some(false), Some(dump)) => Passes::Removed(Removal {
            pass: dump.pass.to_owned(),
            name: dump.name(),
            passes: all.iter().filter(|dump| !dump.before).count(),
        }),
    }
}

/// Whether the function calls the item there; none if the dump hasn't got it.
fn calls(dump: &Dump<'_>, symbol: &str, item: &Path) -> Option<bool> {
    let unit = Unit {
        name: String::new(),
        module: dump.module(),
    };
    let program = Program::new(vec![unit]);
    let id = program
        .functions()
        .find(|id| program.symbol(*id) == symbol)?;
    let function = program.function(id);
    let of_item =
        |callee: &Callee<'_>| matches!(callee, Callee::Direct { symbol, .. } if item.names(symbol));
    let edges = edges(&program, id, &function);
    Some(edges.iter().any(|edge| of_item(&edge.callee)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pass_after_which_no_call_is_left_is_named() {
        let dump = |when: &str, body: &str| {
            format!("*** IR Dump {when} on f ***\ndefine void @f() {{\n{body}  ret void\n}}\n")
        };
        let call = "  call void @item()\n";
        let said = [
            dump("Before EntryExitInstrumenterPass", call),
            dump("After SROAPass", call),
            dump("After InlinerPass", ""),
            dump("After SimplifyCFGPass", ""),
        ];
        let item = Path::new("item");
        let Passes::Removed(removal) = read(&said.concat(), "f", &item) else {
            panic!()
        };
        assert_eq!((&*removal.pass, &*removal.name), ("InlinerPass", "inline"));
        assert_eq!(removal.passes, 3);
        assert_eq!(read(&said[..2].concat(), "f", &item), Passes::Left);
        assert_eq!(read(&said[2..].concat(), "f", &item), Passes::Never);
        assert_eq!(read(&said.concat(), "g", &item), Passes::Silent);
        assert_eq!(read("", "f", &item), Passes::Silent);
    }
}
