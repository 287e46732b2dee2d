//! A program that uses every item of `{{facade}}` links with this provider.
//!
//! What the items do, the tests that you add here will show.

linkface::link!({{crate}});

#[test]
fn every_item_is_implemented() {
{{uses}}
}
