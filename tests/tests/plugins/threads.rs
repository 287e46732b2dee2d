//! Loads, calls and reloads from many threads, with another global allocator in each image.
//!
//! `cargo xtask sanitize` runs this under valgrind, `AddressSanitizer` and `ThreadSanitizer`.

use linkface_tests::{Crate, Workspace};

#[test]
fn threads_and_memory() {
    let allocator = include_str!("threads/allocator.rs");
    let case = Workspace::new("plugins/threads")
        .member(
            Crate::lib("api")
                .linkface()
                .plugin(&[])
                .source(include_str!("threads/api.rs")),
        )
        .member(
            Crate::lib("threads_shop")
                .types(&["cdylib"])
                .plugin(&[])
                .dep("api")
                .source(include_str!("threads/plugin.rs"))
                .file("src/allocator.rs", allocator),
        )
        .member(
            Crate::bin("app")
                .plugin(&["host"])
                .dep("api")
                .source(include_str!("threads/app.rs"))
                .file("src/allocator.rs", allocator),
        );
    case.run_beside("app").succeeds().prints("done\n");
}
