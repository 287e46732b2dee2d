//! A kit that builds real programs of several crates: what linkface promises holds between crates,
//! linkers and profiles, so a test in one file shows little.
//!
//! ```no_run
//! use linkface_tests::{Crate, Workspace};
//!
//! let case = Workspace::new("hello")
//!     .member(Crate::lib("console").linkface().source("…"))
//!     .member(Crate::lib("uart").linkface().dep("console").source("…"))
//!     .member(Crate::bin("app").dep("console").dep("uart").source("…"));
//! case.run("app").succeeds().prints("hi");
//! ```
//!
//! * Every case is a Cargo workspace in `target/tmp/linkface/cases/<name>`. It goes when the case
//!   passes and stays, with its path printed, when it fails. `LINKFACE_KEEP=1` keeps all.
//! * Cases share one build folder, so linkface itself is built once per profile. Their crates have
//!   file names of their own there, except `cdylib`s and `dylib`s: give those names that no other
//!   case uses.
//! * Nothing needs the network, and nothing of the outer `cargo test`'s environment gets in.
//!
//! | file | holds |
//! |---|---|
//! | `crates.rs` | [`Crate`]: a manifest and sources, as data |
//! | `workspace.rs` | [`Workspace`]: crates on disk, and Cargo run on them |
//! | `profile.rs` | [`Profile`]: debug, release, LTO |
//! | `tool.rs` | [`Tool`]: any program, in a clean environment |
//! | `output.rs` | [`Output`]: what a program said, and what a test expects of it |
//! | `text.rs` | [`plain`]: texts without what differs from run to run |
//! | `sentence.rs` | [`sentence()`]: what linkers say about an item |
//! | `symbols.rs` | [`symbols`]: the symbols of an object, archive or image |
//! | `place.rs` | where things are |
//!
//! The tests themselves are in `tests/`; each file says what it shows.
#![forbid(unsafe_code)]
#![allow(
    clippy::missing_panics_doc,
    reason = "a test kit's functions panic when the test fails: that is what they are for"
)]
// Checks are chained and end as statements.
#![allow(clippy::must_use_candidate, clippy::return_self_not_must_use)]

mod crates;
mod output;
mod place;
mod profile;
mod sentence;
mod symbols;
mod text;
mod tool;
mod under;
mod workspace;

pub use crates::Crate;
pub use output::Output;
pub use place::{repository, scratch};
pub use profile::Profile;
pub use sentence::sentence;
pub use symbols::{Symbol, symbols};
pub use text::plain;
pub use tool::Tool;
pub use workspace::Workspace;
