//! What tokens are, when it is known what they are made of.

linkface::link!();

#[test]
fn a_token_is_hexadecimal() {
    assert_eq!(token::token().unwrap(), "afcd1d7b39a820e2f465b9a16a9e786e");
}

#[test]
fn another_seed_is_another_token() {
    entropy_seeded::seed(7);
    assert_eq!(token::token().unwrap(), "d70d3259e4e1cb631c663cf4d73c4c04");
}
