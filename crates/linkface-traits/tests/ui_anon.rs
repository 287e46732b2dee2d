//! What is said about mistakes in anonymous impls, word for word.

#[test]
fn anon() {
    trybuild::TestCases::new().compile_fail("tests/ui/anon/*.rs");
}
