//! Texts, pages, pictures.

use super::plain;
use super::sample;
use super::sample::{SMALL, tree};
use linkface_graph::resolution::RootKind;
use linkface_graph::tree::text::{Charset, Options};
use linkface_graph::tree::{html, svg};

#[test]
fn ascii_and_all() {
    let options = Options {
        all: true,
        charset: Charset::Ascii,
    };
    let drawn = plain(&tree(SMALL, RootKind::Bin), options);
    let expected = "
app 0.1.0  bin `app`
|-- console-uart 0.3.0  implements console@0.1
|   |-- bitflags 2.9.0
|   `-- linkface 0.1.0
|-- greeting 0.1.0
|   |-- console 0.1.2  façade
|   |   |-> console-uart 0.3.0  implements it: the root depends on it (*)
|   |   |-- bitflags 2.9.0
|   |   `-- linkface 0.1.0
|   |-- log 0.4.0  façade
|   |   |-x log-json 1.0.0  one of 2 that implement it: the root depends on it (*)
|   |   |-x log-text 2.1.0  one of 2 that implement it: the root depends on it (*)
|   |   `-- linkface 0.1.0
|   `-- unicode 1.0.0
|-- linkface 0.1.0
|-- log-json 1.0.0  implements log@0.4
|   `-- linkface 0.1.0
|-- log-text 2.1.0 (cfg(unix))  implements log@0.4
|   `-- linkface 0.1.0
`-- server 0.7.1
    |-- clock 0.2.0  façade
    |   |-> its own default
    |   `-- linkface 0.1.0
    |-- log 0.4.0  façade (*)
    `-- rng 0.1.0  façade
        |-x no provider for `fill`
        `-- linkface 0.1.0

(*) what it depends on is shown once, elsewhere
";
    assert_eq!(drawn.trim(), expected.trim(), "\n{drawn}");
}

#[test]
fn each_node_says_why_it_is_there() {
    let tree = tree(SMALL, RootKind::Bin);
    let said: Vec<_> = (0..tree.packages.len())
        .filter(|package| tree.packages[*package].on_path)
        .map(|package| {
            let why = tree.packages[package].why.iter();
            let why = why.fold(String::new(), |all, why| {
                format!("{all}\n  {}: {}", why.label, why.text)
            });
            format!("{}{why}\n", tree.chain(package))
        })
        .collect();
    let said = said.concat();
    assert_eq!(said.trim(), WHY.trim(), "\n{said}");
}

const WHY: &str = "
app 0.1.0
app 0.1.0 → console-uart 0.3.0
  required by: app 0.1.0
  implements: console@0.1, and is chosen: the root depends on it
app 0.1.0 → greeting 0.1.0
  required by: app 0.1.0
app 0.1.0 → log-json 1.0.0
  required by: app 0.1.0
  implements: log@0.4, as another does too (the root depends on it)
app 0.1.0 → log-text 2.1.0
  required by: app 0.1.0 (cfg(unix))
  implements: log@0.4, as another does too (the root depends on it)
app 0.1.0 → server 0.7.1
  required by: app 0.1.0
app 0.1.0 → greeting 0.1.0 → console 0.1.2
  required by: console-uart 0.3.0, greeting 0.1.0
  façade: console@0.1
  provider: console-uart 0.3.0 (the root depends on it)
app 0.1.0 → greeting 0.1.0 → log 0.4.0
  required by: greeting 0.1.0, log-json 1.0.0, log-text 2.1.0, server 0.7.1
  façade: log@0.4
  provider: conflict: log-json 1.0.0 (the root depends on it), log-text 2.1.0 (the root depends on it); keep one
app 0.1.0 → server 0.7.1 → clock 0.2.0
  required by: server 0.7.1
  façade: clock@0.2
  provider: none is needed: its items have defaults
app 0.1.0 → server 0.7.1 → rng 0.1.0
  required by: server 0.7.1
  façade: rng@0.1
  provider: missing: nothing in this program implements all of it
";

#[test]
fn hostile_names_are_text() {
    let trees = [sample::hostile()];
    let text = plain(&trees[0], Options::default());
    assert!(!text.contains('\u{1b}'), "{text}");
    assert!(text.contains(r"\u{1b}[31m"), "{text}");

    let picture = svg::draw(&trees, true);
    assert!(!picture.contains("<script"));
    assert!(!picture.contains("<!--"));
    assert!(!picture.contains("&amp;\""));
    assert!(picture.contains("&lt;script&gt;alert(&#39;\u{fffd}[31m&#39;)"));

    let page = html::page(&trees, true);
    assert_eq!(page.matches("</script").count(), 2);
    assert_eq!(page.matches("<script").count(), 2);
    assert!(!page.contains("<!--"));
    assert!(!page.contains('\u{2028}'));
}

#[test]
fn a_page_asks_nothing_of_the_network() {
    let page = html::page(&[tree(SMALL, RootKind::Bin)], true);
    for word in ["http://", "https://", "url(", "@import", "fetch(", "src="] {
        assert!(!page.contains(word), "{word}");
    }
}

#[test]
fn no_root_no_rows() {
    assert!(svg::draw(&[], false).contains("Façades"));
    assert!(html::page(&[], false).contains("\"roots\":[]"));
}

#[test]
fn the_same_every_time() {
    let graph = sample::large(60);
    let one = [tree(&graph, RootKind::Bin)];
    let other = [tree(&graph, RootKind::Bin)];
    assert_eq!(one, other);
    assert_eq!(svg::draw(&one, true), svg::draw(&other, true));
    assert_eq!(html::page(&one, true), html::page(&other, true));
}
