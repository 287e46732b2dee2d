//! The passes that are taken step by step: what they do, what they refuse, and that the function means
//! the same afterwards.

mod block_args;
mod broken;
mod corpus;
mod dce;
mod machine;
mod oracle;
mod random;
mod ssa;

use linkface_ir::Module;
use linkface_ir::cfg::{Cfg, Transfer};
use linkface_ir::print::Printer;
use linkface_ir::step::dce::{Elimination, Rule, address_taken};
use linkface_ir::step::ssa::Construction;

/// What a pass makes of all functions of a module.
fn each(text: &str, pass: impl Fn(&Module<'_>, &linkface_ir::Function<'_>) -> String) -> String {
    let module = Module::new(text);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for entry in module.functions() {
        out.push_str(&text[at..entry.span.range().start]);
        at = entry.span.range().end;
        out.push_str(&pass(&module, &entry.parse()));
    }
    out + &text[at..]
}

/// The module after `dce`.
fn eliminated(text: &str, naive: bool) -> String {
    each(text, |module, function| {
        let transfer = Transfer::new(module, function);
        let rule = if naive {
            Rule::Naive
        } else {
            Rule::Sound(&transfer)
        };
        let cfg = Cfg::new(function);
        let steps = Elimination::new(function, &cfg, rule, &address_taken(module, function));
        Printer::new(&steps.result()).function()
    })
}

/// The module after `ssa`.
fn constructed(text: &str) -> String {
    each(text, |_, function| {
        let steps = Construction::new(function);
        Printer::new(&steps.result()).function()
    })
}
