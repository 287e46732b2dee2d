//! A library that has something to log: summarises the access log of a web server.
//!
//! It depends on the façade only. Whether anybody listens is the program's business.

mod entry;
mod summary;

pub use entry::{Entry, Malformed};
pub use summary::Summary;

use logger::{debug, info, trace, warn};

/// Reads a whole log in the Common Log Format. Lines that aren't are skipped with a warning.
#[must_use]
pub fn summarise(text: &str) -> Summary {
    let mut summary = Summary::default();
    for (nth, line) in text.lines().enumerate() {
        let nth = nth + 1;
        trace!("line {nth}: {line}");
        match Entry::parse(line) {
            Ok(entry) => {
                if entry.status >= 500 {
                    warn!("{} failed with status {}", entry.path, entry.status);
                }
                summary.add(&entry);
                debug!("{} bytes sent after line {nth}", summary.bytes);
            }
            Err(why) => {
                warn!("line {nth} is skipped: {why}");
                summary.skipped += 1;
            }
        }
    }
    info!(
        "{} requests, {} lines skipped",
        summary.requests, summary.skipped
    );
    summary
}
