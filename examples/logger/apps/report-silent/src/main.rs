//! Reports what a log says. No provider takes records, so the façade's default does: nothing.

use linkface::implement;
use logger::Level;

#[implement(logger::MAX_LEVEL)]
static LEVEL: Level = Level::Trace;

fn main() {
    print!(
        "{}",
        access_log::summarise(include_str!("../../../access.log"))
    );
}
