//! A façade without a provider is an ordinary crate: it is checked, tested, documented and packaged.

use linkface_tests::{Crate, Workspace};

const API: &str = r"
//! ```
//! // The example doesn't call what nobody implements.
//! assert_eq!(api::limit(), 1);
//! ```
#![warn(missing_docs)]
use linkface::interface;

/// Writes `bytes`.
#[interface] pub fn write(bytes: &[u8]) -> usize;
/// Has a default.
#[interface] pub fn limit() -> u32 { 1 }
/// The name.
#[interface] pub static NAME: &'static str;
/// A thing.
#[interface(
    /// The thing itself.
    pub Thing
)]
pub trait ThingApi: Sized {
    /// Makes one.
    fn new() -> Self;
}

/// Calls the item, if it is called itself.
pub fn print(text: &str) -> usize { write(text.as_bytes()) }

#[cfg(test)]
mod tests {
    #[test]
    fn what_calls_no_item_is_tested() { assert_eq!(1 + 1, 2) }
    #[test]
    fn defaults_are_tested() { assert_eq!(crate::limit(), 1) }
}
";
const INTEGRATION: &str = "#[test] fn defaults() { assert_eq!(api::limit(), 1) }";

fn case(name: &str) -> Workspace {
    let api = Crate::lib("api")
        .linkface()
        .source(API)
        .file("tests/it.rs", INTEGRATION);
    Workspace::new(name).member(api)
}

#[test]
fn its_tests_run() {
    case("alone-tests")
        .test("api")
        .succeeds()
        .prints("test tests::what_calls_no_item_is_tested ... ok")
        .prints("test tests::defaults_are_tested ... ok")
        .prints("test defaults ... ok")
        .prints("api/src/lib.rs - (line 2) ... ok");
}

#[test]
fn its_documentation_shows_the_items_as_written() {
    let case = case("alone-docs");
    let said = case
        .cargo("doc")
        .args(["--no-deps"])
        .env("RUSTDOCFLAGS", "-Dwarnings")
        .run();
    let said = said.succeeds();
    assert!(said.stderr.is_empty(), "{said}");
    let page = |file: &str| {
        let path = case.documentation().join("api").join(file);
        std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    let write = page("fn.write.html");
    assert!(write.contains("Writes <code>bytes</code>."), "{write}");
    assert!(
        text(&write).contains("pub fn write(bytes: &[u8]) -> usize"),
        "{}",
        text(&write)
    );
    let name = page("static.NAME.html");
    assert!(
        text(&name).contains("pub static NAME: &'static str"),
        "{}",
        text(&name)
    );
    assert!(page("struct.Thing.html").contains("The thing itself."));
    assert!(page("trait.ThingApi.html").contains("Makes one."));
    // Nothing of ours is on the front page.
    let front = page("index.html");
    let all = page("all.html");
    assert!(!front.contains("__") && !all.contains("__"), "{all}");
    assert!(!text(&all).contains("Macros"), "{}", text(&all));
}

/// An HTML page without its tags.
fn text(page: &str) -> String {
    let mut text = String::new();
    let mut in_tag = false;
    for c in page.chars() {
        match c {
            '<' => in_tag = true,
            '>' => in_tag = false,
            c if !in_tag => text.push(c),
            _ => {}
        }
    }
    text.replace("&amp;", "&")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#39;", "'")
}

#[test]
fn a_provider_in_its_own_tests_is_called() {
    // In unit tests the façade may implement for itself.
    let api = API.replace(
        "mod tests {",
        "mod tests {
            #[linkface::implement(crate::write)] fn write(bytes: &[u8]) -> usize { bytes.len() }
            #[test] fn items_are_called() { assert_eq!(crate::print(\"four\"), 4) }",
    );
    Workspace::new("alone-provider")
        .member(Crate::lib("api").linkface().source(&api))
        .test("api")
        .succeeds()
        .prints("test tests::items_are_called ... ok");
}
