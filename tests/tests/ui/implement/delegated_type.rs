//! What `use` names has another type.

use linkface::implement;

mod other {
    pub fn text() -> &'static str {
        "text"
    }
}

#[implement(ui_facade::safe)]
use other::text;

fn main() {}
