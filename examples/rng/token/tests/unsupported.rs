//! A machine without entropy. Each file in `tests` is a program of its own, so this one has a
//! provider of its own, and no `link!()`, which would link `entropy-seeded` beside it.

use entropy::Error;

#[linkface::implement(entropy::fill)]
fn none(_dest: &mut [u8]) -> Result<(), Error> {
    Err(Error::UNSUPPORTED)
}

#[test]
fn no_entropy_is_no_token() {
    assert_eq!(token::token(), Err(Error::UNSUPPORTED));
}
