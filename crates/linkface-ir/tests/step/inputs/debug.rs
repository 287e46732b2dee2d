#[inline(never)]
pub fn pow(x: u32, y: u32) -> u32 {
    let mut r = 1u32;
    let mut i = 0u32;
    while i < y {
        r = r.wrapping_mul(x);
        i = i.wrapping_add(1);
    }
    r
}
