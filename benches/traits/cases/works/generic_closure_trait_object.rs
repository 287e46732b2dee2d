//! Closures as `dyn Trait`.

use generic_closure::{closure, closure_trait};

closure_trait!(Callback(value: u8) -> u8);

fn main() {
    let k = 4;
    let all: [Box<dyn Callback>; 2] = [
        Box::new(closure!(Callback(x: u8) -> u8 { x })),
        Box::new(closure!(k: u8, Callback(x: u8) -> u8 { x + *k })),
    ];
    assert_eq!(all.map(|f| f.call(1)), [1, 5]);
}
