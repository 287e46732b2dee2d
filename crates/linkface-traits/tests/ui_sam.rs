//! What users read when something is wrong with `#[sam]` or `sam!`.

#[test]
fn ui() {
    trybuild::TestCases::new().compile_fail("tests/ui/sam/*.rs");
}
