//! Not meant to build: nobody defines the function that `getrandom` calls.

fn main() {
    println!("{:?}", lottery::draw());
}
