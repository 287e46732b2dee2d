//! What cannot implement anything.

use linkface::implement;

#[implement(ui_facade::write)]
struct Mine;

#[implement(ui_facade::NAME)]
const NAME: &str = "name";

struct Other;

#[implement]
impl Other {}

fn main() {}
