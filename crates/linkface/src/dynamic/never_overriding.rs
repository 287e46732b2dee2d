//! Without `std` there are no threads that could override: see `overriding.rs`.

/// Nobody.
pub(super) struct Overriding;

impl Overriding {
    #[expect(
        clippy::unused_self,
        reason = "the other one has something to wait for"
    )]
    pub(super) const fn wait(&self) {}
}
