//! What is said of patches that are none.

use linkface_traits::sam;
use patch::{Error, File, Files, Resume};

/// What is wrong with a patch.
fn wrong(patch: &str) -> String {
    match patch::parse(
        patch,
        &mut sam!(impl Files<'s> [] |_: File<'s>, _changes: impl Resume<'s>| Ok(())),
    ) {
        Ok(()) => "nothing".to_owned(),
        Err(error) => error.to_string(),
    }
}

/// The same of what follows the names of a file.
fn wrong_hunks(hunks: &str) -> String {
    wrong(&format!("--- a/a\n+++ b/a\n{hunks}"))
}

#[test]
fn files() {
    assert_eq!(wrong(""), "nothing");
    assert_eq!(
        wrong("diff --git a/a b/b\nrename from a\nrename to b\n"),
        "nothing"
    );
    assert_eq!(
        wrong("Hello!"),
        "1:1: expected `--- ` and a file's old name"
    );
    assert_eq!(
        wrong("--- a/a\n@@ -1 +1 @@\n"),
        "2:1: expected `+++ ` and the file's new name"
    );
    assert_eq!(
        wrong("--- /dev/null\n+++ /dev/null\n@@ -1 +1 @@\n"),
        "2:5: expected a file that is somewhere"
    );
    assert_eq!(
        wrong_hunks(""),
        "3:1: expected a hunk, which begins with `@@ -`"
    );
}

#[test]
fn heads_of_hunks() {
    assert_eq!(wrong_hunks("@@ -1 +1 @@ fn f()\n-a\n+b\n"), "nothing");
    assert_eq!(wrong_hunks("@@ -1,x +1 @@\n"), "3:7: expected a number");
    assert_eq!(
        wrong_hunks("@@ -5000000000 +1 @@\n"),
        "3:5: expected a number"
    );
    assert_eq!(
        wrong_hunks("@@ -1 +1,4294967295 @@\n"),
        "3:8: expected lines that a file can have"
    );
    assert_eq!(
        wrong_hunks("@@ -1 @@\n"),
        "3:6: expected ` +` and the new lines"
    );
    assert_eq!(wrong_hunks("@@ -1 +1ä @@\n"), "3:9: expected ` @@`");
}

#[test]
fn lines_of_hunks() {
    assert_eq!(
        wrong_hunks("@@ -1,2 +1,2 @@\n a\n\n"),
        "5:1: expected a line that begins with ` `, `-` or `+`: \
         the hunk still lacks 1 old and 1 new"
    );
    assert_eq!(
        wrong_hunks("@@ -1 +1 @@\n a\n b\n"),
        "5:1: the hunk has more lines than its head announces"
    );
    assert_eq!(
        wrong_hunks("@@ -1 +1 @@\n a\n\\ No newline at end of file\nwhat?"),
        "6:1: expected `--- ` and a file's old name"
    );
}
