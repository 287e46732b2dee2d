//! The loop that calls, the same for all peers, and what is called.

mod case;
mod program;
mod scenario;

pub use case::Case;
pub use program::{EMPTY, calls};
pub use scenario::Scenario;

/// What is given to calls.
pub mod given {
    /// A text.
    pub const TEXT: &str = "what is read by the plugin";
    /// Bytes: a kilobyte.
    pub static BYTES: [u8; 1024] = [7; 1024];
}
