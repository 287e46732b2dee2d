//! A provider: records go to standard output.

use linkface::implement;

/// `enabled` is left at its default: everything is.
#[implement(logger::sink)]
mod stdout {
    use logger::Record;
    use std::io::{Write as _, stdout};

    fn log(record: &Record<'_>) {
        println!("{:5} {}: {}", record.level, record.target, record.args);
    }

    fn flush() {
        // Nobody to tell about a failure: this is the logger.
        let _ = stdout().flush();
    }
}
