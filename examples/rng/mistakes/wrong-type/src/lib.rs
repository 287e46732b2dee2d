//! Not meant to build: a provider whose result has another type.

#[linkface::implement(entropy_core::fill)]
fn dice(dest: &mut [u8]) -> bool {
    dest.fill(4);
    true
}
