//! What no provider is needed for.

use super::check;
use linkface_graph::resolution::RootKind;

#[test]
fn what_is_installed_needs_no_provider() {
    check(
        "
        app 1.0.0 member
            bin app: link
            needs clock
        clock 1.0.0
            lib: declare now dynamic; declare zone default
        ",
        RootKind::Bin,
        "
app 1.0.0  bin `app`
└── clock 1.0.0  façade
    └─► its own default, or what is installed while the program runs

1 package without façade or provider below it isn't shown
",
    );
}

#[test]
fn what_is_not_asked_for_a_provider_has_none_in_peace() {
    let graph = |unit_tests: &str| {
        format!(
            "
        app 1.0.0 member
            lib: name log{unit_tests}
            needs log
        log 1.0.0
            lib: declare log
        "
        )
    };
    check(
        &graph(""),
        RootKind::UnitTest,
        "
app 1.0.0  unit tests of `app`
└── log 1.0.0  façade
    └── no provider here: tests that call it need one

1 package without façade or provider below it isn't shown
",
    );
    check(
        &graph("; link"),
        RootKind::UnitTest,
        "
app 1.0.0  unit tests of `app`
└── log 1.0.0  façade
    └─✗ no provider for `log`

1 package without façade or provider below it isn't shown
",
    );
}

#[test]
fn what_is_loaded_needs_no_provider() {
    check(
        "
        app 1.0.0 member
            bin app: name physics clock
            needs physics
            needs clock
        physics 1.0.0
            lib: declare step loadable
        clock 1.0.0
            lib: declare now default; declare zone loadable
        ",
        RootKind::Bin,
        "
app 1.0.0  bin `app`
├── clock 1.0.0  façade
│   └─► its own default, or loaded while the program runs
└── physics 1.0.0  façade
    └─► loaded while the program runs

1 package without façade or provider below it isn't shown
",
    );
}
