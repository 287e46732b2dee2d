//! Two implementations. It builds, and one of them is used.

use one as _;
use other as _;

fn main() {
    println!("posted: {}", mailbox::post(1));
}
