//! Functions that are no functions: whatever is left of them is drawn.

use crate::kit::{HOSTILE, KINDS, POW};
use linkface_ir::Module;
use linkface_ir::draw::html::Page;
use linkface_ir::draw::terminal::{Charset, Options, boxes, draw, list, tree};
use linkface_ir::draw::{ControlFlow, dot, svg};

fn everything(text: &str) {
    let module = Module::new(text);
    for entry in module.functions() {
        let function = entry.parse();
        let flow = ControlFlow::new(&module, &function);
        let graph = flow.graph(&function, "f");
        let dominators = flow.immediate_dominators();
        assert_eq!(graph.nodes.len(), function.blocks().len());
        let options = Options {
            width: 100,
            charset: Charset::Unicode,
        };
        let none = graph.nodes.is_empty();
        assert_eq!(draw(&graph, &dominators, options).is_empty(), none);
        assert_eq!(tree::draw(&graph, &dominators, options).is_empty(), none);
        assert!(list::draw(&graph, &dominators, options).len() >= graph.nodes.len());
        let wide = Options {
            width: 2000,
            ..options
        };
        assert!(boxes::draw(&graph, wide).is_some());
        assert!(dot::draw(&graph).ends_with("}\n"));
        let picture = svg::draw(&graph, svg::Options::fitting(&graph)).unwrap();
        roxmltree::Document::parse(&picture).expect("it is well-formed");
        let page = Page::new(&module, &function, &flow, "f").render();
        assert!(page.ends_with("</html>\n"));
    }
}

#[test]
fn lines_are_lost_and_doubled() {
    for text in [POW, KINDS, HOSTILE] {
        let lines: Vec<_> = text.lines().collect();
        for (nth, line) in lines.iter().enumerate() {
            let (before, after) = (&lines[..nth], &lines[nth + 1..]);
            everything(&[before, after].concat().join("\n"));
            everything(&[before, &[line, line], after].concat().join("\n"));
        }
    }
}

#[test]
fn text_ends_anywhere() {
    for text in [POW, KINDS, HOSTILE] {
        for end in (0..text.len()).step_by(7) {
            everything(&text[..text.floor_char_boundary(end)]);
            everything(&format!("{}\n}}\n", &text[..text.floor_char_boundary(end)]));
        }
    }
}

#[test]
fn labels_lead_nowhere_and_everywhere() {
    everything("define void @f() {\n}\n");
    everything("define void @f() {\n  br label %gone\n}\n");
    everything("define void @f() {\na:\n  br label %a\n}\n");
    everything("define void @f(i1 %c) {\na:\n  br i1 %c, label %a, label %a\n}\n");
    everything(
        "define void @f(i1 %c) {\na:\n  br i1 %c, label %b, label %c\nb:\n  br label %c\nc:\n  br label %b\n}\n",
    );
    everything(
        "define void @f() {\na:\n  unknown label %b, label %a\nb:\n  indirectbr ptr null, [label %a, label %b]\n}\n",
    );
}
