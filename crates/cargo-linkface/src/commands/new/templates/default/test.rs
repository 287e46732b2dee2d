//! The default provider alone, in a program of its own.

linkface::link!({{crate}});

#[test]
fn it_takes_everything() {
    assert_eq!({{core_crate}}::write(b"hello\n"), 6);
}
