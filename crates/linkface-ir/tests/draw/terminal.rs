//! In the terminal.

use crate::kit::{HOSTILE, KINDS, POW, SAFE_DIV, dominators, expect, graph, many};
use linkface_ir::draw::graph::Graph;
use linkface_ir::draw::measure::columns;
use linkface_ir::draw::terminal::text::Line;
use linkface_ir::draw::terminal::{Charset, Options, boxes, draw, list, tree};

fn options(width: usize, charset: Charset) -> Options {
    Options { width, charset }
}

fn plain(lines: &[Line]) -> String {
    lines.iter().map(|line| line.plain() + "\n").collect()
}

fn check(name: &str, text: &str, options: Options) {
    let drawn = draw(&graph(text), &dominators(text), options);
    expect(name, &plain(&drawn));
}

#[test]
fn small_functions_are_boxes_and_arrows() {
    check("safe_div.txt", SAFE_DIV, options(100, Charset::Unicode));
    check("pow.txt", POW, options(100, Charset::Unicode));
    check("pow-ascii.txt", POW, options(100, Charset::Ascii));
    check("kinds.txt", KINDS, options(160, Charset::Unicode));
}

#[test]
fn less_is_shown_where_there_is_less_room() {
    check("kinds-80.txt", KINDS, options(80, Charset::Unicode));
    check("kinds-40.txt", KINDS, options(40, Charset::Unicode));
    for width in [30, 40, 60, 80, 100, 160] {
        for text in [SAFE_DIV, POW, KINDS] {
            let Some(lines) = boxes::draw(&graph(text), options(width, Charset::Unicode)) else {
                continue;
            };
            let picture = lines.iter().take_while(|line| !line.plain().is_empty());
            let widest = picture.map(|line| columns(&line.plain())).max();
            assert!(widest <= Some(width), "{widest:?} of {width}");
        }
    }
}

#[test]
fn lists_and_trees() {
    let options = options(100, Charset::Unicode);
    for (name, text) in [("pow", POW), ("kinds", KINDS)] {
        let (graph, dominators) = (graph(text), dominators(text));
        let listed = plain(&list::draw(&graph, &dominators, options));
        expect(&format!("{name}-list.txt"), &listed);
        let tree = plain(&tree::draw(&graph, &dominators, options));
        expect(&format!("{name}-dom.txt"), &tree);
    }
}

#[test]
fn every_block_has_its_line() {
    let graph = many(300);
    let lines = draw(&graph, &[], options(100, Charset::Unicode));
    let text = plain(&lines);
    for node in &graph.nodes {
        let has = |line: &str| line.split(' ').any(|word| word == node.title);
        assert!(text.lines().any(has), "{} is missing", node.title);
    }
    assert!(text.contains("boxes and arrows don't fit"));
}

#[test]
fn ascii_is_ascii() {
    for text in [POW, KINDS, HOSTILE] {
        let (graph, dominators) = (graph(text), dominators(text));
        let options = options(100, Charset::Ascii);
        let mut all = draw(&graph, &dominators, options);
        all.extend(list::draw(&graph, &dominators, options));
        all.extend(tree::draw(&graph, &dominators, options));
        assert!(plain(&all).is_ascii(), "{}", plain(&all));
    }
}

#[test]
fn names_give_no_orders_to_a_terminal() {
    let (graph, dominators) = (graph(HOSTILE), dominators(HOSTILE));
    let options = options(100, Charset::Unicode);
    let mut all = draw(&graph, &dominators, options);
    all.extend(list::draw(&graph, &dominators, options));
    all.extend(tree::draw(&graph, &dominators, options));
    let text = plain(&all);
    assert!(!text.contains(|it: char| (it.is_control() && it != '\n') || it == '\u{202e}'));
}

#[test]
fn nothing_is_drawn_of_nothing() {
    let options = options(100, Charset::Unicode);
    assert_eq!(plain(&draw(&Graph::default(), &[], options)), "");
    assert_eq!(plain(&tree::draw(&Graph::default(), &[], options)), "");
}

#[test]
fn deep_trees_and_odd_dominators_are_drawn() {
    let graph = many(3000);
    let comb: Vec<_> = (0..3000_usize).map(|node| node.checked_sub(2)).collect();
    let lines = tree::draw(&graph, &comb, options(100, Charset::Unicode));
    assert!(lines.len() > 100);
    // A cycle is no tree; each box still stands somewhere.
    let cycle: Vec<_> = (0..3000_usize)
        .map(|node| Some((node + 1) % 3000))
        .collect();
    let lines = list::draw(&graph, &cycle, options(100, Charset::Unicode));
    assert!(lines.len() >= 3000);
}

#[test]
fn locales_that_are_not_utf8_get_ascii() {
    let charset = |locale| Charset::of_locale(locale);
    assert_eq!(charset(None), Charset::Unicode);
    assert_eq!(charset(Some("de_DE.UTF-8")), Charset::Unicode);
    assert_eq!(charset(Some("C.utf8")), Charset::Unicode);
    assert_eq!(charset(Some("C")), Charset::Ascii);
    assert_eq!(charset(Some("de_DE.ISO-8859-1")), Charset::Ascii);
}
