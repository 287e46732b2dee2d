//! What `implement!` says of mistakes, word for word, by rustc 1.95.

#[test]
fn mistakes() {
    trybuild::TestCases::new().compile_fail("tests/ui/implement/*.rs");
}
