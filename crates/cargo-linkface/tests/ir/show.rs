//! `cargo linkface ir show`.

use crate::kit::{Answer, Workspace};
use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Stdio;

/// `hex.rs`, optimised, with line tables.
const HEX: &str = include_str!("show/hex.ll");
/// `middle.rs`, not optimised, with debug information.
const MIDDLE: &str = include_str!("show/middle.ll");
/// Two functions of one path, and calls of all kinds.
const TWINS: &str = include_str!("show/twins.ll");

fn files() -> Workspace {
    let files = Workspace::empty();
    files.write("hex.rs", include_str!("show/hex.rs"));
    files.write("hex.ll", HEX);
    files.write("middle.rs", include_str!("show/middle.rs"));
    files.write("middle.ll", MIDDLE);
    files.write("twins.ll", TWINS);
    files
}

/// `cargo linkface ir show` with these arguments, where std's own sources aren't installed.
fn show(args: &str) -> Answer {
    let files = files();
    let args: Vec<_> = ["ir", "show"].into_iter().chain(args.split(' ')).collect();
    files.answer(files.command(&args).env("RUSTC", "no-rustc"))
}

/// What it prints is what is recorded. `LINKFACE_BLESS=1` records it.
#[track_caller]
fn prints(args: &str, name: &str) {
    let answer = show(args);
    assert_eq!(answer.code, Some(0), "{answer:#?}");
    assert_eq!(answer.err, "");
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/ir/show")
        .join(name);
    let now = format!("$ cargo linkface ir show {args}\n{}", answer.out);
    if std::env::var_os("LINKFACE_BLESS").is_some() {
        fs::write(&file, &now).expect("the record can be written");
    }
    let recorded = fs::read_to_string(&file).expect("LINKFACE_BLESS=1 records it");
    assert_eq!(now, recorded);
}

#[test]
fn source_is_interleaved_and_the_rest_is_folded() {
    prints("parse_hex --file hex.ll", "hex.txt");
}

#[test]
fn a_newcomer_is_told_everything_once() {
    prints("parse_hex --file hex.ll --explain", "explained.txt");
}

#[test]
fn a_debug_build_is_explained() {
    prints("middle::middle --file middle.ll --explain", "debug.txt");
}

#[test]
fn nothing_is_folded_if_that_is_asked_for() {
    prints(
        "middle::middle --file middle.ll --full --no-source",
        "full.txt",
    );
}

#[test]
fn phis_can_be_arguments_of_blocks() {
    prints("parse_hex --file hex.ll --block-args", "arguments.txt");
}

#[test]
fn calls_atomics_and_vectors_are_explained() {
    prints("all_kinds --file twins.ll --explain", "kinds.txt");
}

#[test]
fn raw_is_what_the_file_has() {
    let answer = show("parse_hex --file hex.ll --raw");
    assert_eq!(answer.code, Some(0), "{answer:#?}");
    assert!(HEX.contains(&answer.out), "{}", answer.out);
    assert!(
        answer
            .out
            .starts_with("define { i64, i64 } @_ZN3hex9parse_hex17h")
    );
    assert!(answer.out.ends_with("\n}\n"));
}

#[test]
fn functions_are_found_by_what_people_remember() {
    for query in [
        "hex::parse_hex",
        "parse_hex",
        "parse_h",
        "@_ZN3hex9parse_hex17hbb180a5f7dc1c1a4E",
        "parse_hex::hbb18",
    ] {
        let answer = show(&format!("{query} --file hex.ll --no-source"));
        answer.check(0, &["define { i64, i64 } @hex::parse_hex(ptr %data.0"], &[]);
    }
    // The only one needs no name.
    show("--file hex.ll").check(0, &["@hex::parse_hex("], &[]);
}

#[test]
fn a_program_s_main_is_its_own() {
    show("main --file twins.ll").check(0, &["define void @app::main() {"], &[]);
    show("@main --file twins.ll").check(0, &["define i32 @main(i32 %0, ptr %1) {"], &[]);
}

#[test]
fn several_are_listed_with_what_tells_them_apart() {
    let answer = show("drop_slow --file twins.ll");
    assert_eq!(answer.code, Some(2));
    assert_eq!(
        answer.err,
        "\
error: `drop_slow` may be any of 2 functions
 |
 = note: alloc::sync::Arc<T,A>::drop_slow::h82ccb4427f03ad08, 1 block
 = note: alloc::sync::Arc<T,A>::drop_slow::hb7781ff11fb1b32d, 2 blocks
 = help: give the first digits of the hash too: `path::h0123`, or the name in the IR: `@name`
"
    );
    show("drop_slow::hb77 --file twins.ll").check(0, &["@alloc::sync::Arc<T,A>::drop_slow("], &[]);
}

#[test]
fn what_is_not_there_is_told_with_what_is_near() {
    show("parze_hex --file hex.ll").check(
        2,
        &[],
        &[
            "error: no function `parze_hex` in this IR",
            "did you mean `hex::parse_hex`?",
        ],
    );
    show("__rust_dealloc --file twins.ll").check(2, &[], &["it is only declared here"]);
    show("checked_mul --file hex.ll").check(
        2,
        &[],
        &["debug information knows it: it was inlined wherever it is called"],
    );
    show("nothing --file hex.ll").check(2, &[], &["`#[inline(never)]` keeps one"]);
    show("--file twins.ll").check(2, &[], &["error: which of 5 functions?"]);
}

#[test]
fn other_files_are_told_from_ir() {
    let files = files();
    let cases: [(&str, &[u8], &str); 6] = [
        ("a.bc", b"BC\xC0\xDE\x35\x14", "`a.bc` is LLVM bitcode"),
        ("a.o", b"\x7FELF\x02\x01", "`a.o` is an ELF file"),
        (
            "a.s",
            b"\t.file\t\"a\"\n\t.text\nf:\n\tret\n",
            "`a.s` is assembly",
        ),
        ("a.ll", b"define void @f() {\n\xFF\n", "`a.ll` is not UTF-8"),
        ("empty.ll", b" \n", "`empty.ll` is empty"),
        ("text.ll", b"hello\n", "there is no function in this IR"),
    ];
    for (name, bytes, message) in cases {
        files.write(name, bytes);
        let answer = files.run(&["ir", "show", "f", "--file", name]);
        answer.check(2, &[], &[message]);
        assert_eq!(answer.out, "");
    }
    files.run(&["ir", "show", "f", "--file", "none.ll"]).check(
        2,
        &[],
        &["error: cannot read `none.ll`: "],
    );
}

#[test]
fn standard_input_is_a_file() {
    let files = files();
    let mut child = files
        .command(&["ir", "show", "parse_hex", "--file", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    input.write_all(HEX.as_bytes()).unwrap();
    drop(input);
    let output = child.wait_with_output().unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    assert!(out.contains("@hex::parse_hex("), "{out}");
}

#[test]
fn programs_get_sentences_words_and_places() {
    let answer = show("parse_hex --file hex.ll --message-format json");
    let mut lines = answer.out.lines();
    let function: Value = serde_json::from_str(lines.next().unwrap()).unwrap();
    assert_eq!(function["reason"], "linkface-ir-function");
    assert_eq!(function["path"], "hex::parse_hex");
    assert_eq!(function["hash"], "hbb180a5f7dc1c1a4");
    let block = &function["blocks"][1];
    assert_eq!(block["label"], "bb12");
    assert_eq!(block["from"], serde_json::json!(["start", "bb15"]));
    assert_eq!(block["reached"], true);
    let load = &block["instructions"][3];
    assert_eq!(load["opcode"], "load");
    assert_eq!(load["sentence"], "%_32 is the byte at %iter.sroa.0.07.");
    let words = load["words"].as_array().unwrap();
    let noundef = words.iter().find(|word| word["word"] == "noundef").unwrap();
    assert_eq!(noundef["kind"], "metadata");
    assert_eq!(
        noundef["link"],
        "https://llvm.org/docs/LangRef.html#noundef-metadata"
    );
    let source = load["source"].as_array().unwrap();
    assert_eq!(source.last().unwrap()["file"], "hex.rs");
    assert_eq!(source.last().unwrap()["line"], 4);
    assert_eq!(source[0]["function"], "core::option::Option<&T>::copied");
    let last: Value = serde_json::from_str(lines.next().unwrap()).unwrap();
    assert_eq!(last["reason"], "linkface-finished");
    assert_eq!(lines.next(), None);
}

#[test]
fn colours_are_for_those_who_want_them() {
    let plain = show("parse_hex --file hex.ll");
    let painted = show("parse_hex --file hex.ll --color always");
    assert!(!plain.out.contains('\u{1b}'));
    assert!(
        painted.out.contains("\u{1b}[1mdefine\u{1b}[0m"),
        "{}",
        painted.out
    );
}
