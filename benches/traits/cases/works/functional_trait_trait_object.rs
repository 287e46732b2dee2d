//! Closures as `dyn Trait`.

#[functional_trait::functional_trait]
trait Callback {
    fn run(&self, value: u8) -> u8;
}

fn main() {
    let k = 4;
    let all: [Box<dyn Callback>; 2] = [Box::new(|x: u8| x), Box::new(move |x: u8| x + k)];
    assert_eq!(all.map(|f| f.run(1)), [1, 5]);
}
