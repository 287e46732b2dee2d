//! What no visitor wants is read all the same.

use linkface_traits::sam;
use patch::{Error, File, Files, Resume, Visitor, Wrong};
use std::ops::ControlFlow;

const PATCH: &str = include_str!("../../input/journal.patch");

#[test]
fn a_file_that_nobody_looks_at_is_skipped() {
    let mut files = Vec::new();
    patch::parse(
        PATCH,
        &mut sam!(
            impl Files<'s> [files: &mut Vec<File<'s>>] |file: File<'s>, _changes: impl Resume<'s>| {
                files.push(file);
                Ok(())
            }
        ),
    )
    .unwrap();
    assert_eq!(files.len(), 6);
    assert_eq!(files[2], File::Added("src/journal.rs"));
    assert_eq!(files[3], File::Deleted("src/legacy.rs"));
}

#[test]
fn a_file_that_is_left_half_way_is_skipped() {
    let mut lines = Vec::new();
    patch::parse(
        PATCH,
        &mut sam!(
            impl Files<'s> [lines: &mut Vec<&'s str>] |_: File<'s>, mut changes: impl Resume<'s>| {
                changes.resume(&mut Visitor(|line| {
                    lines.push(line.text);
                    ControlFlow::Break(())
                }))
            }
        ),
    )
    .unwrap();
    assert_eq!(lines.len(), 6);
    assert_eq!(lines[0], "[package]");
}

#[test]
fn what_is_skipped_must_be_right() {
    let short = "--- a/a\n+++ b/a\n@@ -1 +1,2 @@\n-a\n";
    let result = patch::parse(
        short,
        &mut sam!(impl Files<'s> [] |_: File<'s>, _changes: impl Resume<'s>| Ok(())),
    );
    let wrong = Wrong::Lacks { old: 0, new: 2 };
    assert_eq!(
        result,
        Err(Error {
            line: 5,
            column: 1,
            wrong
        })
    );
}

#[test]
fn an_error_can_not_be_swallowed() {
    let mut told = 0;
    let result = patch::parse(
        "--- a/a\n+++ b/a\n@@ -1 +1 @@\n-a\n-b\n",
        &mut sam!(
            impl Files<'s> [told: &mut usize] |_: File<'s>, mut changes: impl Resume<'s>| {
                let mut count = Visitor(|_| {
                    *told += 1;
                    ControlFlow::Continue(())
                });
                assert!(changes.resume(&mut count).is_err());
                assert!(changes.resume(&mut count).is_err());
                Ok(())
            }
        ),
    );
    assert_eq!(
        result.unwrap_err().to_string(),
        "5:1: expected a line that begins with ` `, `-` or `+`: the hunk still lacks 0 old and 1 new"
    );
    assert_eq!(told, 1);
}
