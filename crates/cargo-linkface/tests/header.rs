//! `cargo linkface header`, from Rust source to a C program that is linked with it.

#[path = "new/case.rs"]
mod case;

use case::Case;

const BOARD: &str = "
use core::ffi::c_void;
use linkface::interface;

/// What a region of memory is for.
#[repr(C)]
#[derive(Clone, Copy)]
pub enum Purpose { Code, Data }

/// Memory.
#[repr(C)]
pub struct Region {
    pub start: u64,
    pub length: usize,
    pub purpose: Purpose,
}

/// Ticks since the start, at `per` for each second.
#[interface(abi = \"C\", symbol = unsafe(\"board_ticks\"))]
pub fn ticks(per: u32) -> u32;

#[interface(abi = \"C\", symbol = unsafe(\"board_limit\"))]
pub static LIMIT: u32;

/// Calls `visit` for each region, until it returns false.
#[interface(abi = \"C\", symbol = unsafe(\"board_regions\"))]
pub fn regions(visit: extern \"C\" fn(*mut c_void, &Region) -> bool, of: *mut c_void) -> usize;

/// Not for C.
#[interface]
pub fn name() -> &'static str { \"board\" }
";

const WHOLE: &str = "
use core::ffi::c_void;
use linkface::implement;
pub use board;

#[implement(board::ticks)]
fn ticks(per: u32) -> u32 { per * 3 }

#[implement(board::LIMIT)]
static LIMIT: u32 = 7;

#[implement(board::regions)]
fn regions(visit: extern \"C\" fn(*mut c_void, &board::Region) -> bool, of: *mut c_void) -> usize {
    let mut visited = 0;
    for (start, purpose) in [(16, board::Purpose::Code), (32, board::Purpose::Data)] {
        visited += 1;
        if !visit(of, &board::Region { start, length: 4, purpose }) {
            break;
        }
    }
    visited
}
";

const MAIN: &str = r#"
#include "board.h"
#include <stdio.h>

static bool visit(void *sum, const Region *region) {
    *(uint64_t *)sum += region->start + region->length;
    return region->purpose != Purpose_Data;
}

int main(void) {
    uint64_t sum = 0;
    uintptr_t visited = board_regions(visit, &sum);
    printf("%u %u %u %u\n", (unsigned)board_ticks(2), (unsigned)board_limit, (unsigned)visited,
           (unsigned)sum);
    return 0;
}
"#;

fn workspace(name: &str, board: &str) -> Case {
    let case = Case::new(name);
    case.write(
        "Cargo.toml",
        "[workspace]\nresolver = \"3\"\nmembers = [\"board\", \"whole\"]\n",
    );
    let manifest = |name: &str, more: &str| {
        format!(
            "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n{more}\n\
             [dependencies]\nlinkface = {{ path = \"<linkface>\" }}\n"
        )
    };
    case.write("board/Cargo.toml", &manifest("board", ""));
    case.write("board/src/lib.rs", board);
    let whole = manifest("whole", "[lib]\ncrate-type = [\"staticlib\"]");
    case.write(
        "whole/Cargo.toml",
        &format!("{whole}board = {{ path = \"../board\" }}\n"),
    );
    case.write("whole/src/lib.rs", WHOLE);
    case
}

/// C and C++ programs include the header, and call what Rust implements.
#[test]
fn a_c_program_uses_it() {
    let case = workspace("header-c", BOARD);
    case.linkface(&["header", "board", "-o", "board.h"])
        .succeeds();
    case.cargo(".", &["build", "-p", "whole", "--target-dir", "target"])
        .succeeds();
    case.write("main.c", MAIN);
    case.write("main.cc", MAIN);
    for (compiler, standard, main) in [
        ("cc", "-std=c99", "main.c"),
        ("c++", "-std=c++11", "main.cc"),
    ] {
        let strict = [standard, "-Wall", "-Wextra", "-pedantic", "-Werror"];
        let files = [main, "-o", "main", "target/debug/libwhole.a"];
        let system = ["-lgcc_s", "-lpthread", "-lm", "-ldl"];
        case.program(compiler, &[&strict[..], &files, &system].concat())
            .succeeds();
        case.program("./main", &[]).succeeds().prints("6 7 2 56\n");
    }
}

#[test]
fn to_standard_output_and_to_a_file() {
    let case = workspace("header-output", BOARD);
    case.linkface(&["header", "board@0.1", "-o", "board.h"])
        .succeeds()
        .prints("");
    let header = case.read("board.h");
    assert!(header.contains("/** Ticks since the start, at `per` for each second. */\nuint32_t board_ticks(uint32_t per);\n"));
    case.linkface(&["header", "board"])
        .succeeds()
        .prints(&header);
    // Build systems look at the time.
    let time = || {
        let file = case.folder().join("board.h");
        file.metadata()
            .and_then(|of| of.modified())
            .expect("it is there")
    };
    let before = time();
    case.linkface(&["header", "board", "-o", "board.h"])
        .succeeds();
    assert_eq!(time(), before);
}

#[test]
fn what_has_no_c_type_is_shown() {
    let board =
        "#[linkface::interface(symbol = unsafe(\"board_name\"))]\npub static NAME: &'static str;\n";
    let case = workspace("header-refused", board);
    case.linkface(&["header", "board"]).fails().says(
        "error: C has no type for `&str`\n \
         --> board/src/lib.rs:2:12\n  \
         |\n\
         2 | pub static NAME: &'static str;\n  \
         |            ^^^^\n  \
         |\n  \
         = note: the type of `board::NAME`\n  \
         = help: take a `*const c_char` that ends with a zero, or a pointer and a length\n",
    );
}

#[test]
fn wrong_facades() {
    let case = workspace("header-wrong", BOARD);
    for (facade, says) in [
        ("whole", "error: `whole` is no façade: it declares no items"),
        (
            "bord",
            "error: `bord` is not among the packages of this workspace and what they depend on",
        ),
        ("bord", "= note: the façades here: `board@0.1`"),
        ("board@0.2", "error: there is no `board@0.2` here"),
    ] {
        case.linkface(&["header", facade]).fails().says(says);
    }
}
