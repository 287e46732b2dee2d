//! Reports what a log says, and logs as `RUST_LOG` says, through the `log` crate's `env_logger`.

use linkface::implement;
use logger::Level;

linkface::link!(logger_to_log);

/// Everything may be asked for.
#[implement(logger::MAX_LEVEL)]
static LEVEL: Level = Level::Trace;

fn main() {
    env_logger::builder().format_timestamp(None).init();
    print!(
        "{}",
        access_log::summarise(include_str!("../../../access.log"))
    );
    logger::sink::flush();
}
