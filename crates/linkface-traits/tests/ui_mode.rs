//! What the compiler says about `#[mode]`, word for word.

#[test]
fn ui() {
    trybuild::TestCases::new().compile_fail("tests/ui/mode/*.rs");
}
