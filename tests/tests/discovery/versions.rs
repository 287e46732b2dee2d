//! Two versions of a façade.

use linkface_tests::{Crate, Workspace};

fn log(version: &str, folder: &str) -> Crate {
    Crate::lib("log")
        .folder(folder)
        .apart()
        .version(version)
        .linkface()
        .source("#[linkface::interface] pub fn write(text: &str);")
}

fn logger(name: &str, log: &str) -> Crate {
    Crate::lib(name).linkface().dep_as("log", "log", log).source(&format!(
        "#[linkface::implement(log::write)] fn write(text: &str) {{ println!(\"{name}: {{text}}\") }}"
    ))
}

fn user(name: &str, log: &str) -> Crate {
    Crate::lib(name)
        .dep_as("log", "log", log)
        .source(&format!("pub fn f() {{ log::write(\"{name}\") }}"))
}

fn case(name: &str) -> Workspace {
    Workspace::new(&format!("discovery-versions-{name}"))
        .member(log("0.4.7", "log4"))
        .member(log("0.5.1", "log5"))
        .member(logger("my_logger", "log5"))
        .member(logger("other_logger", "log4"))
        .member(user("foo", "log5"))
        .member(user("bar", "log4"))
}

fn app() -> Crate {
    Crate::bin("app")
        .linkface()
        .dep("foo")
        .dep("bar")
        .dep("my_logger")
        .source("linkface::link!(); fn main() { foo::f(); bar::f(); }")
}

#[test]
fn each_has_its_provider() {
    case("both")
        .member(app().dep("other_logger"))
        .run("app")
        .succeeds()
        .prints("my_logger: foo\nother_logger: bar\n");
}

#[test]
fn a_provider_of_the_wrong_one() {
    case("wrong")
        .member(app())
        .check()
        .fails()
        .says(
            "error[E0277]: [LF0003] `my_logger` implements log 0.5, and this program needs log 0.4",
        )
        .says("required by app → bar → log")
        .says_no("LF0001");
}

/// What is allowed is what is said: nobody said LF0001.
#[test]
fn a_provider_of_the_wrong_one_is_allowed_by_its_own_code() {
    let allows = |code: &str| {
        app().manifest(&format!(
            "[package.metadata.linkface]\nallow = ['{code}:log']"
        ))
    };
    let case = case("allowed").member(allows("LF0001"));
    case.check().fails().says("[LF0003]");
    case.member(allows("LF0003")).check().succeeds();
}

/// In whatever order it implements them.
#[test]
fn a_provider_of_both_may_lack_a_part_of_one() {
    let old = log("0.4.7", "log4").source(
        "#[linkface::interface] pub fn write(text: &str);
         #[linkface::interface] pub fn flush();",
    );
    let both = Crate::lib("both_loggers")
        .linkface()
        .dep_as("log4", "log", "log4")
        .dep_as("log5", "log", "log5")
        .source(
            "#[linkface::implement(log5::write)] fn new(_: &str) {}
             #[linkface::implement(log4::write)] fn old(_: &str) {}",
        );
    let app = Crate::bin("app")
        .linkface()
        .dep("both_loggers")
        .source("linkface::link!(); fn main() {}");
    case("part")
        .member(old)
        .member(both)
        .member(app)
        .check()
        .fails()
        .says("[LF0003] `both_loggers` implements log 0.5, and this program needs log 0.4");
}

#[test]
fn a_provider_of_both() {
    let both = Crate::lib("both_loggers")
        .linkface()
        .dep_as("log4", "log", "log4")
        .dep_as("log5", "log", "log5")
        .source(
            "#[linkface::implement(log5::write)] fn new(text: &str) { println!(\"new {text}\") }
             #[linkface::implement(log4::write)] fn old(text: &str) { println!(\"old {text}\") }",
        );
    let app = Crate::bin("app")
        .linkface()
        .dep("foo")
        .dep("bar")
        .dep("both_loggers")
        .source("linkface::link!(); fn main() { foo::f(); bar::f(); }");
    case("one-for-both")
        .member(both)
        .member(app)
        .run("app")
        .succeeds()
        .prints("new foo\nold bar\n");
}
