//! Defines the function that `getrandom` calls, with another type. It builds: nobody compares the
//! two. What it does when it runs is undefined.

// SAFETY: it isn't.
#[unsafe(no_mangle)]
extern "Rust" fn __getrandom_v03_custom(dest: &mut [u8]) -> bool {
    dest.fill(4);
    true
}

fn main() {
    println!("draw: {:?}", lottery::draw());
}
