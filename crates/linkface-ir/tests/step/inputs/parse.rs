pub struct Noisy;
impl Drop for Noisy { fn drop(&mut self) { note("dropped") } }
unsafe extern "Rust" { safe fn note(what: &str); }
pub fn digit(c: u8, radix: u8) -> Option<u8> {
    let _noisy = Noisy;
    let value = match c {
        b'0'..=b'9' => c - b'0',
        b'a'..=b'z' => c - b'a' + 10,
        _ => return None,
    };
    if value < radix { Some(value) } else { note("too large"); None }
}
pub fn total(values: &[u64]) -> u64 {
    let mut sum = 0;
    let mut at = 0;
    while at < values.len() { sum += values[at]; at += 1; }
    sum
}
pub fn sure(x: Option<u32>) -> u32 {
    match x { Some(x) => x, None => unsafe { core::hint::unreachable_unchecked() } }
}
