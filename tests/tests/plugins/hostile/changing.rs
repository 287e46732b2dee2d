//! Files that change while they are read and loaded.

use super::{ARMED, LOUD, api};
use linkface_tests::{Crate, Tool, Workspace};

/// What was checked is what is loaded, or nothing is.
#[test]
fn changing() {
    let case = Workspace::new("plugins/changing")
        .member(api())
        .member(super::plugin("changing").source(LOUD))
        .member(super::plugin("changing_armed").source(ARMED))
        .member(
            Crate::bin("app")
                .plugin(&["host"])
                .dep("api")
                .source(include_str!("changing/app.rs")),
        );
    case.build().succeeds();
    // It is written often.
    let built = case.artifact("libchanging.so");
    let small = case.folder().join("changing.so");
    let strip = Tool::new("strip", case.folder()).arg("-o");
    let stripped = strip.arg(&small).arg(&built).try_run();
    let is_small = stripped.is_some_and(|output| output.success());
    let plugin = if is_small { small } else { built };
    for how in ["swapped", "replaced", "overwritten"] {
        let said = Tool::new(case.artifact("app"), case.folder())
            .arg(how)
            .arg(&plugin)
            .arg(case.artifact("libchanging_armed.so"))
            .run()
            .succeeds();
        println!("{how}: {}", said.stdout);
    }
}
