//! A program with a provider of its own: the default gives way.

linkface::link!();

#[linkface::implement({{core_crate}}::write)]
fn write(_: &[u8]) -> usize {
    0
}

#[test]
fn the_provider_answers() {
    assert_eq!({{crate}}::write(b"hello\n"), 0);
}
