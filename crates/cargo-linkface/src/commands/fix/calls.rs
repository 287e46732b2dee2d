//! The calls of external methods, from what rustc says.
//!
//! `#[mode(external)]` of `linkface-traits` gives each error a text of a fixed shape, which the guide
//! on impl modes promises:
//!
//! ```text
//! `TYPE` has no method `METHOD`: its impl of `TRAIT` is external
//! ```

use serde::Deserialize;
use std::path::{Path, PathBuf};

/// A call of an external method.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Call {
    /// Where the method's name stands, in bytes.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) line: usize,
    /// As an expression names it from the call: `Trait`, `Trait::<u8>`. None if rustc's word can't be
    /// taken for it: of the traits of `std::fmt`, whose methods have one name, it knows one.
    pub(super) trait_name: Option<String>,
}

#[derive(Deserialize)]
struct Line {
    message: Option<Diagnostic>,
}

#[derive(Deserialize)]
struct Diagnostic {
    message: String,
    code: Option<Code>,
    spans: Vec<Span>,
    children: Vec<Child>,
}

#[derive(Deserialize)]
struct Code {
    code: String,
}

#[derive(Deserialize)]
struct Child {
    message: String,
}

#[derive(Deserialize)]
struct Span {
    file_name: String,
    byte_start: usize,
    byte_end: usize,
    line_start: usize,
    is_primary: bool,
}

/// Reads the output of `cargo check --message-format=json`, with the file of each call.
pub(super) fn read(output: &str, workspace: &Path) -> Vec<(PathBuf, Call)> {
    output
        .lines()
        .filter_map(|line| serde_json::from_str::<Line>(line).ok()?.message)
        .filter_map(|message| call(&message, workspace))
        .collect()
}

fn call(message: &Diagnostic, workspace: &Path) -> Option<(PathBuf, Call)> {
    let external = message.message.ends_with("` is external")
        && message
            .code
            .as_ref()
            .is_some_and(|code| code.code == "E0277");
    if !external {
        return None;
    }
    let (_, rest) = message.message.split_once("` has no method `")?;
    let (method, _) = rest.split_once('`')?;
    let trait_name = message
        .children
        .iter()
        .find_map(|child| named(&child.message, method))?;
    let span = message.spans.iter().find(|span| span.is_primary)?;
    // What is a call of a method, and no `Type::method`.
    if span.byte_end - span.byte_start != method.len() {
        return None;
    }
    let call = Call {
        start: span.byte_start,
        end: span.byte_end,
        line: span.line_start,
        trait_name: (method != "fmt").then(|| trait_name.to_owned()),
    };
    Some((workspace.join(&span.file_name), call))
}

/// The trait in ``write `…` or `q!(x.fmt::Debug::fmt(..))` ``. Who called with a dot has the trait in
/// scope: its last name does.
fn named<'a>(note: &'a str, method: &str) -> Option<&'a str> {
    let (_, rest) = note.split_once("`q!(x.")?;
    let (path, _) = rest.split_once(&format!("::{method}("))?;
    let arguments = path.find("::<").unwrap_or(path.len());
    let last = path[..arguments].rfind("::").map_or(0, |at| at + 2);
    Some(&path[last..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rustc_says_which_calls() {
        let line = |message: &str, note: &str| {
            format!(
                r#"{{"reason":"compiler-message","message":{{"message":"{message}","code":{{"code":"E0277"}},
                "spans":[{{"file_name":"src/main.rs","byte_start":10,"byte_end":13,"line_start":2,"is_primary":true}}],
                "children":[{{"message":"{note}"}}]}}}}"#
            )
            .replace('\n', " ")
        };
        let output = [
            r#"{"reason":"compiler-artifact"}"#.to_owned(),
            "no JSON".to_owned(),
            line("the trait bound `u8: Foo` is not satisfied", ""),
            line(
                "`Foo` has no method `fmt`: its impl of `fmt::Debug` is external",
                "write `fmt::Debug::fmt(&x, ..)` or `q!(x.fmt::Debug::fmt(..))`",
            ),
            line(
                "`Foo` has no method `get`: its impl of `Get<a::B>` is external",
                "write `Get::<a::B>::get(&x)` or `q!(x.Get::<a::B>::get())`",
            ),
        ]
        .join("\n");
        let found = read(&output, Path::new("/w"));
        let names: Vec<_> = found
            .iter()
            .map(|(_, call)| call.trait_name.as_deref())
            .collect();
        assert_eq!(names, [None, Some("Get::<a::B>")]);
        assert_eq!(found[0].0, Path::new("/w/src/main.rs"));
        assert_eq!(
            (found[0].1.start, found[0].1.end, found[0].1.line),
            (10, 13, 2)
        );
    }
}
