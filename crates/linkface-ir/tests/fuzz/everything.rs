//! Everything that the crate does with a text.

use linkface_ir::cfg::{Cfg, Dominators};
use linkface_ir::model::Function;
use linkface_ir::model::Type;
use linkface_ir::print::Printer;
use linkface_ir::run::{Limits, Machine, Outcome, argument};
use linkface_ir::verify::Verifier;
use linkface_ir::{Module, metadata};

/// Reads, verifies and writes it; what is found stays within bounds.
pub(crate) fn everything(text: &str) {
    let module = Module::new(text);
    assert!(module.functions().len() <= text.len());
    let outline = module.outline();
    assert!(outline.globals.len() + outline.other.len() <= text.len());
    let nodes = module.metadata();
    assert!(nodes.len() <= text.len() + 1);
    for id in (0..nodes.len())
        .filter_map(|id| u32::try_from(id).ok())
        .take(2_000)
    {
        if let Some(metadata::Node { .. }) = nodes.node(id) {
            let _ = nodes.chain(id);
            let _ = nodes.scopes(id);
        }
    }
    let verifier = Verifier::new(Some(&module));
    for entry in module.functions() {
        let function = entry.parse();
        assert!(function.instructions().len() <= entry.text().len());
        assert!(function.locals().len() <= 2 * entry.text().len() + 2);
        checks(&verifier, &function);
        let printed = Printer::new(&function).function();
        again(&printed);
    }
    runs(Module::new(text));
}

fn checks(verifier: &Verifier<'_>, function: &Function<'_>) {
    for problem in verifier
        .verify(function)
        .iter()
        .chain(&verifier.lints(function))
        .chain(function.problems())
    {
        assert!(problem.span.start <= problem.span.end, "{problem:?}");
        assert!(!problem.message.is_empty());
    }
    let _ = linkface_ir::verify::verify(function, None);
    let cfg = Cfg::new(function);
    let _ = Dominators::new(&cfg);
}

/// What was printed can be read, and is printed as before.
fn again(printed: &str) {
    let module = Module::new(printed);
    let Some(entry) = module.functions().first() else {
        return;
    };
    let function = entry.parse();
    // What is kept as it is written may hold an open bracket, and goes on where it does.
    let known = function.problems().is_empty()
        && function.opaque() == 0
        && !printed.contains("uselistorder");
    if known && module.functions().len() == 1 {
        let twice = Printer::new(&function).function();
        let module = Module::new(&twice);
        let Some(entry) = module.functions().first() else {
            panic!("nothing was printed of\n{printed}");
        };
        assert_eq!(Printer::new(&entry.parse()).function(), twice);
    }
}

/// Runs functions with arguments of their types.
fn runs(module: Module<'_>) {
    let names: Vec<_> = module
        .functions()
        .iter()
        .map(|entry| entry.name.key())
        .collect();
    let modules = [module];
    let limits = Limits {
        steps: 2_000,
        depth: 50,
        memory: 1 << 20,
    };
    for name in names.into_iter().take(4) {
        let mut machine = Machine::new(&modules, limits);
        let Some(index) = machine.find(name) else {
            continue;
        };
        let Some(function) = machine.function(index) else {
            continue;
        };
        let parameters = &function.signature().parameters;
        let texts: Vec<&str> = parameters
            .iter()
            .map(|parameter| match parameter.ty {
                Type::Int(1) => "true",
                Type::Int(_) => "7",
                Type::Float(_) => "1.5",
                Type::Ptr(_) => "[1, 2, 3, 4, 5, 6, 7, 8]",
                _ => "undef",
            })
            .collect();
        if let Ok(arguments) = argument::read(&mut machine, name, &texts) {
            let outcome = machine.call(name, arguments.values);
            // One that takes long counts for many steps, and is the last one then.
            let returned = matches!(outcome, Outcome::Returned(_));
            assert!(!returned || machine.steps() <= limits.steps + 1);
        }
    }
}
