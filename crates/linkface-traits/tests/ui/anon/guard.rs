// A guard has inferred types: `Drop` is for all types that a struct stands for, or for none.

use linkface_traits::anon;

fn main() {
    let name = String::from("ferris");
    let _guard = anon! { impl Drop for [name: String] {
        fn drop(&mut self) {
            println!("{name}");
        }
    } };
}
