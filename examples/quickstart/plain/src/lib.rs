//! A provider: implements what `console` requires and leaves the rest at its default.

use linkface::implement;

#[implement(console::print)]
fn print(line: &str) {
    println!("{line}");
}
