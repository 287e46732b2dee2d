//! `rand::rng()` takes its seed from `getrandom`, and that is the façade.

linkface::link!();

#[test]
fn a_draw_is_six_numbers() {
    assert_eq!(lottery::draw(), [9, 20, 22, 23, 37, 40]);
}

#[test]
fn another_seed_is_another_draw() {
    entropy_seeded::seed(7);
    assert_eq!(lottery::draw(), [5, 9, 22, 26, 40, 41]);
}
