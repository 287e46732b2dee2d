#![doc = include_str!("../README.md")]

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
mod bytes;
#[cfg(feature = "file")]
pub mod c;
pub mod check;
pub mod describe;
pub mod entry;
mod exported;
mod exporting;
#[cfg(any(feature = "file", feature = "host"))]
pub mod file;
mod handle;
pub mod header;
#[cfg(feature = "host")]
pub mod host;
pub mod loadable;
pub mod object;
pub mod panic;
use __private as private;
pub mod reload;
pub mod shared;
mod thunk;

pub use entry::{NotOffered, PluginHost};
#[cfg(feature = "host")]
pub use host::{Host, Live, LoadError};
pub use loadable::Loadable;
pub use reload::Reload;
pub use shared::{Inline, Shared};
