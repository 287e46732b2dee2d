//! Interfaces with all that crosses.
#![forbid(unsafe_code)]
#![deny(warnings, missing_docs, unreachable_pub, rust_2018_idioms, clippy::pedantic)]

mod closures;
mod futures;
mod objects;
mod values;

pub use closures::{Closures, ClosuresApi, LoadedClosures};
pub use futures::{Futures, FuturesApi, LoadedFutures};
pub use objects::{List, ListApi, LoadedList, LoadedObjects, Objects, ObjectsApi};
pub use values::{Echo, EchoApi, LoadedEcho};
