//! Closures as `dyn Trait`.

use linkface_traits::attr::sam;

#[sam]
trait Callback {
    fn run(&self, value: u8) -> u8;
}

fn main() {
    let k = 4;
    let all: [Box<dyn Callback>; 2] = [
        Box::new(Callback(|x| x)),
        Box::new(Callback(move |x| x + k)),
    ];
    assert_eq!(all.map(|f| f.run(1)), [1, 5]);
}
