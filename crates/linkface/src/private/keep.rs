//! Keeping an implementation in the program although nothing names it.

/// The address of something that the program must hold, for a `#[used]` static.
///
/// rustc lists `#[used]` statics of every linked crate as undefined symbols of the final link, so
/// the archive member that defines one is always taken. Without it a second provider of a symbol is
/// never looked at (no "duplicate symbol"), and the override of a default is ignored.
#[repr(transparent)]
pub struct Keep(*const ());

// SAFETY: the pointer is never read through; only its being there matters.
unsafe impl Sync for Keep {}

impl Keep {
    /// Keeps whatever `address` points at.
    #[must_use]
    pub const fn new(address: *const ()) -> Self {
        Self(address)
    }
}

/// Keeps the object that this stands in, and asks the linker for a symbol.
///
/// The static has a name of its own: where two crates export the same symbol, the linker must be
/// asked for both objects. An implementation asks for the hidden label of the declaring object, which
/// only the same image can answer: an implementation in another image would leave this one's callers
/// with another implementor.
#[doc(hidden)]
#[macro_export]
macro_rules! __linkface_keep {
    ($symbol:literal) => {
        const _: () = {
            unsafe extern "C" {
                #[link_name = $symbol]
                static ASKED: ::core::primitive::u8;
            }
            #[used]
            static KEEP: $crate::__private::Keep =
                $crate::__private::Keep::new((&raw const ASKED).cast());
        };
    };
}
