//! One implementation per program.

use linkface::implement;

#[implement(ui_facade::NAME)]
static ONE: &str = "one";

#[implement(ui_facade::NAME)]
static TWO: &str = "two";

fn main() {}
