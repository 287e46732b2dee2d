//! Functions to draw, and recorded drawings.

use linkface_ir::draw::ControlFlow;
use linkface_ir::draw::graph::{Edge, EdgeKind, Graph, Line, Mark, Node};
use linkface_ir::draw::html::Page;
use linkface_ir::lookup::Path;
use linkface_ir::{Function, Module};
use std::path::PathBuf;
use std::{env, fs};

pub(crate) const SAFE_DIV: &str = include_str!("samples/safe_div.ll");
pub(crate) const POW: &str = include_str!("samples/pow.ll");
pub(crate) const KINDS: &str = include_str!("samples/kinds.ll");
pub(crate) const HOSTILE: &str = include_str!("samples/hostile.ll");

/// Hands over the first function of a text.
pub(crate) fn with<'a, T>(
    text: &'a str,
    use_it: impl FnOnce(&Module<'a>, &Function<'a>, &ControlFlow<'a>, &str) -> T,
) -> T {
    let module = Module::new(text);
    let function = module.functions()[0].parse();
    assert_eq!(function.problems(), []);
    let flow = ControlFlow::new(&module, &function);
    let name = Path::new(&function.name().text()).text().to_owned();
    use_it(&module, &function, &flow, &name)
}

/// The control flow of the first function.
pub(crate) fn graph(text: &str) -> Graph {
    with(text, |_, function, flow, name| flow.graph(function, name))
}

/// Which box dominates each.
pub(crate) fn dominators(text: &str) -> Vec<Option<usize>> {
    with(text, |_, _, flow, _| flow.immediate_dominators())
}

/// The page of the first function.
pub(crate) fn page(text: &str) -> Page {
    with(text, |module, function, flow, name| {
        Page::new(module, function, flow, name)
    })
}

/// Many boxes as compiled programs have them: chains with ways out, panics, loops.
pub(crate) fn many(count: usize) -> Graph {
    let node = |index: usize| Node {
        title: format!("%bb{index}"),
        marks: match index {
            0 => vec![Mark::Entry],
            _ if index + 1 == count => vec![Mark::Return],
            _ if index % 11 == 2 => vec![Mark::LoopHeader],
            _ if index % 5 == 4 => vec![Mark::Doomed],
            _ => Vec::new(),
        },
        lines: (0..index % 7)
            .map(|line| Line::new(format!("%{line} = add nuw i64 %a{index}, {line}")))
            .collect(),
    };
    let edge = |from: usize, to: usize, kind: EdgeKind, label: &str| Edge {
        from,
        to,
        kind,
        label: label.to_owned(),
    };
    let mut edges = Vec::new();
    for at in 0..count - 1 {
        if at % 5 == 4 {
            continue;
        }
        let next = if at % 5 == 3 { at + 2 } else { at + 1 };
        edges.push(edge(at, next.min(count - 1), EdgeKind::True, "true"));
        match at % 11 {
            3 => edges.push(edge(at, (at / 5) * 5 + 4, EdgeKind::False, "false")),
            7 if at > 5 => edges.push(edge(at, at - 5, EdgeKind::False, "false")),
            9 => edges.push(edge(at, (at + 17).min(count - 1), EdgeKind::False, "false")),
            10 => edges.push(edge(at, count - 2, EdgeKind::Unwind, "")),
            _ => {}
        }
    }
    Graph {
        name: format!("many::{count}"),
        nodes: (0..count).map(node).collect(),
        edges,
    }
}

/// Compares with what is recorded; `LINKFACE_BLESS=1` records.
#[track_caller]
pub(crate) fn expect(name: &str, now: &str) {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/draw/expected")
        .join(name);
    if env::var_os("LINKFACE_BLESS").is_some() {
        fs::write(&file, now).expect("the folder can be written to");
        return;
    }
    let recorded = fs::read_to_string(&file)
        .unwrap_or_else(|_| panic!("{name} is missing: LINKFACE_BLESS=1 writes it"));
    assert_eq!(recorded, now, "{name} is drawn otherwise:\n{now}");
}
