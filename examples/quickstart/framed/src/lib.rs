//! Another provider: implements everything.

use linkface::implement;

#[implement(console::print)]
fn print(line: &str) {
    println!("│{line:^0$}│", width());
}

#[implement(console::width)]
fn width() -> usize {
    20
}
