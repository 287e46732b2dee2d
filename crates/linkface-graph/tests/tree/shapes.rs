//! Who stands under whom.

use super::check;
use super::sample::{SMALL, tree};
use linkface_graph::resolution::RootKind;

/// The program in [`SMALL`].
const SMALL_PROGRAM: &str = "
app 0.1.0  bin `app`
├── console-uart 0.3.0  implements console@0.1
├── greeting 0.1.0
│   ├── console 0.1.2  façade
│   │   └─► console-uart 0.3.0  implements it: the root depends on it
│   └── log 0.4.0  façade
│       ├─✗ log-json 1.0.0  one of 2 that implement it: the root depends on it
│       └─✗ log-text 2.1.0  one of 2 that implement it: the root depends on it
├── log-json 1.0.0  implements log@0.4
├── log-text 2.1.0 (cfg(unix))  implements log@0.4
└── server 0.7.1
    ├── clock 0.2.0  façade
    │   └─► its own default
    ├── log 0.4.0  façade (*)
    └── rng 0.1.0  façade
        └─✗ no provider for `fill`

(*) what it depends on is shown once, elsewhere
3 packages without façade or provider below them aren't shown
";

/// A program that needs these, and `link!()`s.
fn app(needs: &[&str]) -> String {
    "app 1.0.0 member\n    bin app: link\n".to_owned() + &need(needs)
}

fn library(name: &str, needs: &[&str]) -> String {
    format!("{name} 1.0.0\n{}", need(needs))
}

fn need(packages: &[&str]) -> String {
    let lines = packages.iter().map(|name| format!("    needs {name}\n"));
    lines.collect()
}

/// A crate that declares an item: `console`, or `console@0.4.0`.
fn facade(name: &str, item: &str) -> String {
    let (name, version) = name.split_once('@').unwrap_or((name, "1.0.0"));
    format!("{name} {version}\n    lib: declare {item}\n")
}

/// A crate that implements an item of a façade.
fn provider(name: &str, facade: &str, item: &str) -> String {
    let (krate, _) = facade.split_once('@').unwrap_or((facade, ""));
    format!("{name} 1.0.0\n    lib: implement {krate}::{item}\n    needs {facade}\n")
}

#[test]
fn each_facade_has_its_provider_under_it() {
    check(SMALL, RootKind::Bin, SMALL_PROGRAM);
}

#[test]
fn a_test_has_dev_dependencies() {
    // Beside the program's: one that implements what nobody did.
    let mut expected = SMALL_PROGRAM.to_owned();
    for (of_program, of_test) in [
        ("bin `app`", "test `it`"),
        (
            "└── server 0.7.1",
            "├── mock 1.0.0 (dev)  implements rng@0.1\n└── server 0.7.1",
        ),
        (
            "└─✗ no provider for `fill`",
            "└─► mock 1.0.0  implements it: the root depends on it",
        ),
    ] {
        assert_eq!(expected.matches(of_program).count(), 1, "{of_program}");
        expected = expected.replace(of_program, of_test);
    }
    check(SMALL, RootKind::Test, &expected);
}

#[test]
fn the_tree_of_the_idea() {
    // As in the proposal that all this comes from, but for its root's name.
    let graph = [
        app(&["my_logger", "my_getrandom", "foo", "bar"]),
        facade("log", "log"),
        facade("getrandom", "getrandom"),
        provider("my_logger", "log", "log"),
        provider("my_getrandom", "getrandom", "getrandom"),
        library("foo", &["log", "getrandom"]),
        library("bar", &["log"]),
    ];
    check(
        &graph.concat(),
        RootKind::Bin,
        "
app 1.0.0  bin `app`
├── bar 1.0.0
│   └── log 1.0.0  façade
│       └─► my_logger 1.0.0  implements it: the root depends on it
├── foo 1.0.0
│   ├── getrandom 1.0.0  façade
│   │   └─► my_getrandom 1.0.0  implements it: the root depends on it
│   └── log 1.0.0  façade (*)
├── my_getrandom 1.0.0  implements getrandom@1
└── my_logger 1.0.0  implements log@1

(*) what it depends on is shown once, elsewhere
1 package without façade or provider below it isn't shown
",
    );
}

#[test]
fn what_implements_itself() {
    check(
        "
        app 1.0.0 member
            bin app: link; implement log::log; name log home
            needs log
            needs home
        log 1.0.0
            lib: declare log
        home 1.0.0
            lib: declare tick; implement crate::tick
        ",
        RootKind::Bin,
        "
app 1.0.0  bin `app`  implements log@1
├── home 1.0.0  façade, implements home@1
│   └─► the façade itself
└── log 1.0.0  façade
    └─► app 1.0.0  implements it: it is the root

1 package without façade or provider below it isn't shown
",
    );
}

#[test]
fn a_facade_that_only_its_provider_needs() {
    let graph = [
        app(&["uart"]),
        facade("console", "write"),
        provider("uart", "console", "write"),
    ];
    check(
        &graph.concat(),
        RootKind::Bin,
        "
app 1.0.0  bin `app`
└── uart 1.0.0  implements console@1
    └── console 1.0.0  façade
        └─► uart 1.0.0  implements it: the root depends on it

1 package without façade or provider below it isn't shown
",
    );
}

#[test]
fn smuggled_and_of_another_version() {
    let graph = [
        app(&["legacy", "old-log", "greeting"]),
        library("greeting", &["log@0.5.0", "rng"]),
        library("legacy", &["rng-os"]),
        facade("rng", "fill"),
        provider("rng-os", "rng", "fill"),
        facade("log@0.5.0", "log"),
        facade("log@0.4.0", "log"),
        provider("old-log", "log@0.4.0", "log"),
    ];
    check(
        &graph.concat(),
        RootKind::Bin,
        "
app 1.0.0  bin `app`
├── greeting 1.0.0
│   ├── log 0.5.0  façade
│   │   └─✗ no provider for `log`  old-log 1.0.0 implements log@0.4
│   └── rng 1.0.0  façade
│       └─✗ rng-os 1.0.0  implements it: legacy 1.0.0 links it, unasked
├── legacy 1.0.0
│   └── rng-os 1.0.0  implements rng@1
└── old-log 1.0.0  implements log@0.4
    └── log 0.4.0  façade
        └─► old-log 1.0.0  implements it: the root depends on it

1 package without façade or provider below it isn't shown
",
    );
}

#[test]
fn cycles_of_dev_dependencies_end() {
    check(
        "
        app 1.0.0 member
            lib: name kit console
            needs console
            needs dev kit
        kit 1.0.0 member
            lib: implement console::write
            needs app
            needs console
        console 1.0.0
            lib: declare write
        ",
        RootKind::UnitTest,
        "
app 1.0.0  unit tests of `app`
├── console 1.0.0  façade
│   └─► kit 1.0.0  implements it: the root depends on it (*)
└── kit 1.0.0 (dev)  implements console@1
    └── app 1.0.0 (*)

(*) what it depends on is shown once, elsewhere
1 package without façade or provider below it isn't shown
",
    );
}

#[test]
fn proc_macros_and_build_scripts_have_trees_of_their_own() {
    let graph = "
        app 1.0.0 member
            bin app: link
            build: link
            needs derive
            needs console
            needs build console
            needs build console-std
        derive 1.0.0
            proc-macro
            needs console
            needs console-std
        ";
    let graph = [
        graph,
        &facade("console", "write default"),
        &provider("console-std", "console", "write"),
    ];
    let graph = graph.concat();
    check(
        &graph,
        RootKind::Bin,
        "
app 1.0.0  bin `app`
└── console 1.0.0  façade
    └─► its own default

2 packages without façade or provider below them aren't shown
",
    );
    check(
        &graph,
        RootKind::BuildScript,
        "
app 1.0.0  build script of `app`
├── console 1.0.0 (build)  façade
│   └─► console-std 1.0.0  implements it: the root depends on it
└── console-std 1.0.0 (build)  implements console@1

1 package without façade or provider below it isn't shown
",
    );
}

#[test]
fn a_chain_as_deep_as_you_like() {
    let mut graph = app(&["p0", "f"]) + &facade("f", "item default");
    for number in 0..300 {
        graph += &library(&format!("p{number}"), &[&format!("p{}", number + 1)]);
    }
    graph += &library("p300", &["f"]);
    let tree = tree(&graph, RootKind::Bin);
    assert_eq!(tree.rows.iter().map(|row| row.depth).max(), Some(302));
}
