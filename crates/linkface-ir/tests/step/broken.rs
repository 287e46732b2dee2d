//! Texts that LLVM would refuse: nothing panics, and nothing hangs.

use crate::{constructed, eliminated};
use linkface_ir::Module;
use linkface_ir::block_args::{Scope, text};
use linkface_ir::cfg::{Cfg, Dominators, Doomed, Loops, Transfer};
use linkface_ir::print::Printer;
use linkface_ir::step::dce::{Elimination, Rule};
use linkface_ir::step::ssa::Construction;
use linkface_ir::step::without_metadata;
use proptest::prelude::*;
use proptest::sample::Index;
use std::hint::black_box;

const INPUTS: &[&str] = &[
    include_str!("inputs/pow.ll"),
    include_str!("inputs/chain.ll"),
    include_str!("inputs/debug.ll"),
    include_str!("inputs/parse.ll"),
];

/// Everything that can be asked of a function.
fn ask_all(source: &str) {
    let module = Module::new(source);
    for entry in module.functions() {
        let function = entry.parse();
        let function = without_metadata(&function);
        let cfg = Cfg::new(&function);
        let dominators = Dominators::new(&cfg);
        black_box(Loops::new(&cfg, &dominators));
        let transfer = Transfer::new(&module, &function);
        for (block, _) in Doomed::new(&function, &cfg, &transfer).blocks() {
            black_box(dominators.frontier(&cfg, block));
        }
        black_box(text(&function, Scope::Function));
        black_box(text(&function, Scope::Block));
        let steps = Elimination::new(&function, &cfg, Rule::Naive, &[]);
        for count in 0..steps.steps().len() {
            black_box(Printer::new(&steps.after(count)).function());
        }
        let steps = Construction::new(&function);
        for count in 0..steps.steps().len() {
            black_box(Printer::new(&steps.after(count)).function());
        }
    }
    black_box(eliminated(source, false));
    black_box(constructed(&eliminated(source, true)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Lines that are gone, twice there, or elsewhere.
    #[test]
    fn lines_in_disorder(
        input in 0..INPUTS.len(),
        changes in prop::collection::vec((any::<Index>(), any::<Index>(), 0..3), 1..8),
    ) {
        let mut lines: Vec<_> = INPUTS[input].lines().take(120).collect();
        for (from, to, change) in changes {
            let (from, to) = (from.index(lines.len()), to.index(lines.len()));
            match change {
                0 => { lines.remove(from); }
                1 => lines.insert(to, lines[from]),
                _ => lines.swap(from, to),
            }
        }
        ask_all(&lines.join("\n"));
    }

    /// Words that stand where another one should.
    #[test]
    fn words_in_disorder(
        input in 0..INPUTS.len(),
        changes in prop::collection::vec((any::<Index>(), any::<Index>()), 1..8),
    ) {
        let mut words: Vec<_> = INPUTS[input].split(' ').take(700).collect();
        for (from, to) in changes {
            let (from, to) = (from.index(words.len()), to.index(words.len()));
            words[to] = words[from];
        }
        ask_all(&words.join(" "));
    }

    /// A text that ends too soon.
    #[test]
    fn truncated(input in 0..INPUTS.len(), end in any::<Index>()) {
        let text = INPUTS[input];
        ask_all(&text[..text.floor_char_boundary(end.index(text.len()))]);
    }
}
