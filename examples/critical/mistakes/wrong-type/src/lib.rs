//! Not meant to build: a provider that counts where the façade wants a yes or no.

use linkface::implement;
use section::SectionApi;

struct Depth;

// SAFETY: it isn't.
#[implement]
unsafe impl SectionApi for Depth {
    unsafe fn acquire() -> u8 {
        0
    }
    unsafe fn release(_depth: u8) {}
}
