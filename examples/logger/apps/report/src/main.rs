//! Reports what a log says, and logs to standard output, warnings at most.

use linkface::implement;
use logger::Level;

linkface::link!(logger_stdout);

/// How much is said in this program. A constant, so the rest can be left out of it.
#[implement(logger::MAX_LEVEL)]
static LEVEL: Level = Level::Warn;

fn main() {
    print!(
        "{}",
        access_log::summarise(include_str!("../../../access.log"))
    );
    logger::sink::flush();
}
