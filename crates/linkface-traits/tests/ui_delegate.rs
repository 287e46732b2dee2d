//! What the compiler says of wrong delegations.

#[test]
fn wrong_delegations_are_explained() {
    trybuild::TestCases::new().compile_fail("tests/ui/delegate/*.rs");
}
