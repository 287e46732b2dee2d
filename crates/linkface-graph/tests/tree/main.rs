//! Trees and their drawings.

mod drawings;
#[path = "../kit/mod.rs"]
mod kit;
mod sample;
mod shapes;
mod without_provider;

use linkface_graph::resolution::RootKind;
use linkface_graph::tree::Tree;
use linkface_graph::tree::text::Options;
use sample::tree;

fn plain(tree: &Tree, options: Options) -> String {
    let lines = tree.text(options);
    lines
        .iter()
        .fold(String::new(), |text, line| text + &line.plain() + "\n")
}

#[track_caller]
fn check(graph: &str, kind: RootKind, expected: &str) {
    let drawn = plain(&tree(graph, kind), Options::default());
    assert_eq!(drawn.trim(), expected.trim(), "\n{drawn}");
}
