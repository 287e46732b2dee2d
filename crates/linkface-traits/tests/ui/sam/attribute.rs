//! Where the attribute doesn't belong, and arguments that it doesn't have.

use linkface_traits::attr::sam;

#[sam]
pub struct Structure;

#[sam]
pub fn function() {}

#[sam(dynamic)]
pub trait Unknown {
    fn run(&self);
}

#[sam(for)]
pub trait NoPath {
    fn run(&self);
}

#[sam(static crate = linkface_traits)]
pub trait NoComma {
    fn run(&self);
}

struct Here;
impl Unknown for Here {
    fn run(&self) {}
}

fn main() {
    let _ = Structure;
    function();
    Here.run();
}
