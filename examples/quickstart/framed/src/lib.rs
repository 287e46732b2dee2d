//! Another provider: implements everything.

use linkface::implement;

#[implement(console::print)]
fn print(line: &str) {
    println!("│ {line} │");
}

#[implement(console::prompt)]
fn prompt() -> &'static str {
    "* "
}
