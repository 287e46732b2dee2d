//! Who stands under whom.

use super::check;
use super::sample::{SMALL, tree};
use linkface_graph::resolution::RootKind;
use std::fmt::Write as _;

#[test]
fn each_facade_has_its_provider_under_it() {
    check(
        SMALL,
        RootKind::Bin,
        "
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
",
    );
}

#[test]
fn a_test_has_dev_dependencies() {
    check(
        SMALL,
        RootKind::Test,
        "
app 0.1.0  test `it`
├── console-uart 0.3.0  implements console@0.1
├── greeting 0.1.0
│   ├── console 0.1.2  façade
│   │   └─► console-uart 0.3.0  implements it: the root depends on it
│   └── log 0.4.0  façade
│       ├─✗ log-json 1.0.0  one of 2 that implement it: the root depends on it
│       └─✗ log-text 2.1.0  one of 2 that implement it: the root depends on it
├── log-json 1.0.0  implements log@0.4
├── log-text 2.1.0 (cfg(unix))  implements log@0.4
├── mock 1.0.0 (dev)  implements rng@0.1
└── server 0.7.1
    ├── clock 0.2.0  façade
    │   └─► its own default
    ├── log 0.4.0  façade (*)
    └── rng 0.1.0  façade
        └─► mock 1.0.0  implements it: the root depends on it

(*) what it depends on is shown once, elsewhere
3 packages without façade or provider below them aren't shown
",
    );
}

#[test]
fn the_tree_of_the_idea() {
    // As in the proposal that all this comes from, but for its root's name.
    check(
        "
        app 1.0.0 member
            bin app: link
            needs my_logger
            needs my_getrandom
            needs foo
            needs bar
        log 1.0.0
            lib: declare log
        getrandom 1.0.0
            lib: declare getrandom
        my_logger 1.0.0
            lib: implement log::log
            needs log
        my_getrandom 1.0.0
            lib: implement getrandom::getrandom
            needs getrandom
        foo 1.0.0
            needs log
            needs getrandom
        bar 1.0.0
            needs log
        ",
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
    check(
        "
        app 1.0.0 member
            bin app: link
            needs uart
        console 1.0.0
            lib: declare write
        uart 1.0.0
            lib: implement console::write
            needs console
        ",
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
    check(
        "
        app 1.0.0 member
            bin app: link
            needs legacy
            needs old-log
            needs greeting
        greeting 1.0.0
            needs log@0.5.0
            needs rng
        legacy 1.0.0
            needs rng-os
        rng 1.0.0
            lib: declare fill
        rng-os 1.0.0
            lib: implement rng::fill
            needs rng
        log 0.5.0
            lib: declare log
        log 0.4.0
            lib: declare log
        old-log 1.0.0
            lib: implement log::log
            needs log@0.4.0
        ",
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
        console 1.0.0
            lib: declare write default
        console-std 1.0.0
            lib: implement console::write
            needs console
        ";
    check(
        graph,
        RootKind::Bin,
        "
app 1.0.0  bin `app`
└── console 1.0.0  façade
    └─► its own default

2 packages without façade or provider below them aren't shown
",
    );
    check(
        graph,
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
    let mut graph =
        String::from("app 1.0.0 member\n    bin app: link\n    needs p0\n    needs f\n");
    graph += "f 1.0.0\n    lib: declare item default\n";
    for number in 0..300 {
        let _ = write!(graph, "p{number} 1.0.0\n    needs p{}\n", number + 1);
    }
    graph += "p300 1.0.0\n    needs f\n";
    let tree = tree(&graph, RootKind::Bin);
    assert_eq!(tree.rows.iter().map(|row| row.depth).max(), Some(302));
}
