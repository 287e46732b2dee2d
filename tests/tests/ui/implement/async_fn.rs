//! A future is not a number.

use linkface::implement;

#[implement(ui_facade::safe)]
async fn safe() -> u32 {
    1
}

fn main() {}
