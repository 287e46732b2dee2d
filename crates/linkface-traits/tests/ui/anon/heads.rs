use linkface_traits::{anon, attr::*};

struct Mine;

fn it() -> impl Iterator<Item = i32> {
    anon! { impl Iterator for Mine { type Item = i32; fn next(&mut self) -> Option<i32> { None } } }
}

fn main() {
    it();
    let _ = anon! {};
    let _ = anon! { impl _ { fn next(&mut self) {} } };
    let _ = anon! { Iterator for _ {} };
    let _ = anon! { impl !Send for _ {} };
    let _ = anon! { impl Iterator for _ { type Item = i32; fn next(&mut self) -> Option<i32>; } };
    let _ = anon! { impl Iterator for _ { type Item = i32; let x = 1; } };
    let _ = { #[anon] impl Iterator for Mine { type Item = i32; } };
    let _ = { #[anon] struct Other; };
    let _ = { #[anon(1)] impl Iterator for _ { type Item = i32; } };
}
