//! Trees of graphs that are written down in a few lines.
#![allow(dead_code, reason = "each test uses a part of it")]

use crate::kit;
use guppy::graph::cargo::CargoResolverVersion;
use linkface_graph::packages::Build;
use linkface_graph::packages::build::Options;
use linkface_graph::packages::features::Features;
use linkface_graph::packages::platform::platform;
use linkface_graph::resolution::{Builds, Configuration, RootKind, resolve};
use linkface_graph::tree::Tree;
use std::fmt::Write;
use std::sync::Arc;

/// The graph that shows everything: a default, one provider, two, and none.
pub(crate) const SMALL: &str = "
    app 0.1.0 member
        bin app: link
        test it: link
        needs console-uart
        needs greeting
        needs log-json
        needs log-text if cfg(unix)
        needs server
        needs dev mock
    clock 0.2.0
        lib: declare now default
    console 0.1.2
        lib: declare raw::write; declare flush default
        needs bitflags
    console-uart 0.3.0
        lib: implement console::raw::write
        needs console
        needs bitflags
    greeting 0.1.0
        needs console
        needs log
        needs unicode
    log 0.4.0
        lib: declare log
    log-json 1.0.0
        lib: implement log::log
        needs log
    log-text 2.1.0
        lib: implement log::log
        needs log
    mock 1.0.0
        lib: implement rng::fill
        needs rng
    rng 0.1.0
        lib: declare fill
    server 0.7.1
        needs clock
        needs log
        needs rng
    bitflags 2.9.0
    unicode 1.0.0
    ";

/// The tree of the first root of a kind.
#[track_caller]
pub(crate) fn tree(graph: &str, kind: RootKind) -> Tree {
    let packages = kit::packages(graph);
    let members = packages.values().filter(|package| package.in_workspace);
    let members = members.map(|package| package.id.clone()).collect();
    let host = Arc::new(platform("x86_64-unknown-linux-gnu", "").expect("a known target"));
    let build = |dev| {
        let options = Options {
            resolver: CargoResolverVersion::V3,
            target: Arc::clone(&host),
            host: Arc::clone(&host),
            members: Clone::clone(&members),
            features: Features::default(),
            dev,
        };
        Build::simulate(&kit::graph(graph), &options).expect("a build")
    };
    let builds = Builds {
        members: &members,
        plain: &build(false),
        dev: &build(true),
    };
    let configuration = Configuration {
        target: "x86_64-unknown-linux-gnu".to_owned(),
        features: "default features".to_owned(),
    };
    let resolution = resolve(&packages, builds, configuration);
    let mut roots = resolution.roots.iter();
    let root = roots
        .find(|root| root.root.kind == kind)
        .expect("a root of this kind, with a façade");
    Tree::new(&packages, builds, root).expect("the root's package is there")
}

/// A graph of many packages in layers, each of which needs some of the next, with a façade and a
/// provider in every tenth place.
pub(crate) fn large(size: usize) -> String {
    let mut graph = String::from("app 0.1.0 member\n    bin app: link\n");
    let name = |number: usize| match number % 10 {
        3 => format!("facade-{number}"),
        7 => format!("provider-{number}"),
        _ => {
            let names = ["wide-windows-mmwww", "il", "serde", "tokio"];
            format!("{}-{number}", names[number % names.len()])
        }
    };
    let needs = |graph: &mut String, to: usize| {
        if to < size {
            let _ = writeln!(graph, "    needs {}", name(to));
        }
    };
    (1..8).for_each(|to| needs(&mut graph, to));
    // Every other provider: the façades of the others have none.
    (7..size).step_by(20).for_each(|to| needs(&mut graph, to));
    for number in 1..size {
        let _ = writeln!(graph, "{} 1.{number}.0", name(number));
        match number % 10 {
            3 if number % 40 == 13 => graph.push_str("    lib: declare item default\n"),
            3 => graph.push_str("    lib: declare item\n"),
            7 => {
                let _ = writeln!(graph, "    lib: implement facade_{}::item", number - 4);
                needs(&mut graph, number - 4);
            }
            _ => [number * 2, number * 2 + 1, number + 7, number + 30]
                .into_iter()
                .filter(|to| to % 10 != 7)
                .for_each(|to| needs(&mut graph, to)),
        }
    }
    graph
}

/// A tree with names that Cargo would refuse, but that its JSON could hold.
pub(crate) fn hostile() -> Tree {
    const HARM: &str = "</script><script>alert('\u{1b}[31m')</script><!--&amp;\"\u{2028}";
    let mut tree = tree(SMALL, RootKind::Bin);
    tree.root.push_str(HARM);
    for node in &mut tree.packages {
        node.name.push_str(HARM);
        node.version.push_str(HARM);
        for item in &mut node.items {
            item.signature.push_str(HARM);
        }
        for why in &mut node.why {
            why.text.push_str(HARM);
        }
    }
    tree
}
