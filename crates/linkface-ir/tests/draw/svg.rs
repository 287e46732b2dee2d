//! Pictures.

use crate::kit::{HOSTILE, KINDS, POW, SAFE_DIV, graph, many, with};
use linkface_ir::draw::graph::Graph;
use linkface_ir::draw::svg::{Options, draw};
use roxmltree::{Document, Node};

fn drawn(graph: &Graph) -> String {
    draw(graph, Options::fitting(graph)).expect("it isn't too large")
}

fn with_class<'d>(document: &'d Document<'_>, class: &'static str) -> Vec<Node<'d, 'd>> {
    let has = move |node: &Node<'_, '_>| {
        let classes = node.attribute("class").unwrap_or_default();
        classes.split(' ').any(|word| word == class)
    };
    document.descendants().filter(has).collect()
}

#[test]
fn a_picture_is_xml_with_a_box_for_each_block_and_a_line_for_each_edge() {
    for graph in [
        graph(SAFE_DIV),
        graph(POW),
        graph(KINDS),
        graph(HOSTILE),
        many(300),
    ] {
        let text = drawn(&graph);
        let document = Document::parse(&text).expect("it is well-formed");
        assert_eq!(with_class(&document, "block").len(), graph.nodes.len());
        assert_eq!(with_class(&document, "edge").len(), graph.edges.len());
        assert!(
            document
                .descendants()
                .all(|node| node.tag_name().name() != "script")
        );
    }
}

#[test]
fn all_of_the_text_is_there_to_select() {
    let graph = graph(POW);
    let text = drawn(&graph);
    let document = Document::parse(&text).unwrap();
    let lines: Vec<_> = with_class(&document, "line")
        .into_iter()
        .filter_map(|it| it.text())
        .collect();
    for line in graph.nodes.iter().flat_map(|node| &node.lines) {
        assert!(lines.contains(&line.text.as_str()), "{}", line.text);
    }
}

#[test]
fn what_a_block_is_is_said_in_words_too() {
    let text = drawn(&graph(KINDS));
    for words in [
        "%start: entry",
        "%spin: loop",
        "%done: return",
        "%cleanup: unwinding",
        "%other: only leads to unreachable",
        "%lost: never reached",
    ] {
        assert!(text.contains(&format!("aria-label=\"{words}\"")), "{words}");
    }
    assert!(text.contains("%small → %spin"));
    assert!(text.contains("%zero → %cleanup: if the call panics"));
}

#[test]
fn it_asks_nothing_of_the_network() {
    let text = drawn(&graph(KINDS));
    let namespaces = text.replace("http://www.w3.org/2000/svg", "");
    for word in ["http", "url(", "href", "@import"] {
        assert!(!namespaces.contains(word), "{word}");
    }
    assert!(text.contains("prefers-color-scheme: dark"));
}

#[test]
fn large_graphs_show_less_and_say_so() {
    let long = many(300);
    let text = drawn(&long);
    assert!(text.contains(">and 1 more</text>"));
}

#[test]
fn the_dominator_tree_is_a_picture_too() {
    let tree = with(POW, |_, function, flow, name| {
        flow.dominator_tree(function, name)
    });
    assert_eq!(tree.edges.len(), 3);
    let text = drawn(&tree);
    let document = Document::parse(&text).unwrap();
    assert_eq!(
        with_class(&document, "dominates").len(),
        4,
        "three edges and the legend"
    );
    assert!(text.contains("4 blocks<"));
}
