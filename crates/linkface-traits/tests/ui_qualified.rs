//! What the compiler says of mistakes in qualified calls.

#[test]
fn mistakes() {
    trybuild::TestCases::new().compile_fail("tests/ui/qualified/*.rs");
}
