#![doc = include_str!("../README.md")]

pub mod attr;
mod macros;

/// What expansions use. Not for anybody else: it changes without notice.
#[doc(hidden)]
pub mod __private {
    pub use linkface_plugin_macros::__export;
    pub use linkface_plugin_runtime::__private::*;
}

#[doc(hidden)]
pub use linkface_plugin_macros::__loadable;
#[doc = include_str!("derive.md")]
pub use linkface_plugin_macros::Shared;
#[doc(inline)]
pub use linkface_plugin_runtime::*;
