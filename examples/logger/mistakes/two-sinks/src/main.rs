//! Not meant to build: two providers implement `logger::sink`.

use linkface::implement;
use logger::Level;

linkface::link!(logger_stdout, logger_to_log);

#[implement(logger::MAX_LEVEL)]
static LEVEL: Level = Level::Info;

fn main() {
    print!("{}", access_log::summarise(""));
}
