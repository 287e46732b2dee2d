//! A program that chooses no provider.

linkface::link!();

#[test]
fn the_default_answers() {
    assert_eq!({{crate}}::write(b"hello\n"), 6);
}
