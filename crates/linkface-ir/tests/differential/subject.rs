//! Functions that are run natively and in the interpreter. Each signature is on one line: the test
//! reads it. Arguments are numbers, slices of numbers and text; results are numbers.

#![allow(clippy::all, missing_docs, improper_ctypes_definitions, dead_code)]

use std::hint::black_box;

#[unsafe(no_mangle)]
pub fn add_u8(a: u8, b: u8) -> u8 {
    a + b
}

#[unsafe(no_mangle)]
pub fn sub_i16(a: i16, b: i16) -> i16 {
    a - b
}

#[unsafe(no_mangle)]
pub fn mul_i32(a: i32, b: i32) -> i32 {
    a * b
}

#[unsafe(no_mangle)]
pub fn mul_u64(a: u64, b: u64) -> u64 {
    a.wrapping_mul(b) ^ a.rotate_left((b & 63) as u32)
}

#[unsafe(no_mangle)]
pub fn mul_i128(a: i128, b: i128) -> i128 {
    a.wrapping_mul(b).wrapping_sub(a >> 3)
}

#[unsafe(no_mangle)]
pub fn mul_u128(a: u128, b: u128) -> u128 {
    a * (b | 1)
}

#[unsafe(no_mangle)]
pub fn div_i8(a: i8, b: i8) -> i8 {
    a / b
}

#[unsafe(no_mangle)]
pub fn rem_i64(a: i64, b: i64) -> i64 {
    a % b
}

#[unsafe(no_mangle)]
pub fn div_u128(a: u128, b: u128) -> u128 {
    a / b + a % b
}

#[unsafe(no_mangle)]
pub fn euclid_i32(a: i32, b: i32) -> i32 {
    a.checked_div_euclid(b).unwrap_or(-1).wrapping_add(a.checked_rem_euclid(b).unwrap_or(-2))
}

#[unsafe(no_mangle)]
pub fn shift_u32(a: u32, by: u32) -> u32 {
    a << by
}

#[unsafe(no_mangle)]
pub fn shift_i64(a: i64, by: u32) -> i64 {
    a.wrapping_shr(by) ^ a.checked_shl(by).unwrap_or(7)
}

#[unsafe(no_mangle)]
pub fn checked_i32(a: i32, b: i32) -> i64 {
    match a.checked_add(b).and_then(|sum| sum.checked_mul(3)) {
        Some(value) => i64::from(value),
        None => i64::MIN,
    }
}

#[unsafe(no_mangle)]
pub fn saturating_i8(a: i8, b: i8) -> i8 {
    a.saturating_add(b).saturating_sub(3).saturating_mul(b)
}

#[unsafe(no_mangle)]
pub fn saturating_u16(a: u16, b: u16) -> u16 {
    a.saturating_sub(b).saturating_mul(2).saturating_add(b)
}

#[unsafe(no_mangle)]
pub fn overflowing_i64(a: i64, b: i64) -> i64 {
    let (sum, carry) = a.overflowing_mul(b);
    if carry { !sum } else { sum }
}

#[unsafe(no_mangle)]
pub fn bits_u32(a: u32) -> u32 {
    a.count_ones() * 1_000_000 + a.leading_zeros() * 1000 + a.trailing_zeros()
}

#[unsafe(no_mangle)]
pub fn bits_u64(a: u64) -> u64 {
    a.swap_bytes() ^ a.reverse_bits() ^ a.rotate_right(13)
}

#[unsafe(no_mangle)]
pub fn bits_u128(a: u128) -> u32 {
    a.count_ones() + a.leading_zeros() + a.trailing_zeros()
}

#[unsafe(no_mangle)]
pub fn isqrt_u32(a: u32) -> u32 {
    let mut low = 0u32;
    let mut high = 65536u32;
    while low + 1 < high {
        let middle = low + (high - low) / 2;
        if middle.checked_mul(middle).is_some_and(|square| square <= a) {
            low = middle;
        } else {
            high = middle;
        }
    }
    low
}

#[unsafe(no_mangle)]
pub fn abs_diff_i32(a: i32, b: i32) -> u32 {
    a.abs_diff(b) ^ a.unsigned_abs() ^ a.signum() as u32
}

#[unsafe(no_mangle)]
pub fn compare_i64(a: i64, b: i64) -> i8 {
    a.cmp(&b) as i8
}

#[unsafe(no_mangle)]
pub fn min_max_u8(a: u8, b: u8) -> u8 {
    a.min(b).wrapping_mul(7).wrapping_add(a.max(b).clamp(10, 200))
}

#[unsafe(no_mangle)]
pub fn cast_i64(a: i64) -> i32 {
    (a as i8 as i32) ^ (a as u16 as i32) ^ (a as i32)
}

#[unsafe(no_mangle)]
pub fn float_add(a: f64, b: f64) -> f64 {
    (a + b) * 0.5 - a / b
}

#[unsafe(no_mangle)]
pub fn float_rem(a: f64, b: f64) -> f64 {
    a % b
}

#[unsafe(no_mangle)]
pub fn float_single(a: f32, b: f32) -> f32 {
    (a * b + 1.0).sqrt() - a.abs()
}

#[unsafe(no_mangle)]
pub fn float_round(a: f64) -> f64 {
    a.floor() + a.ceil() * 3.0 + a.trunc() * 5.0 + a.round() * 7.0 + a.round_ties_even() * 11.0
}

#[unsafe(no_mangle)]
pub fn float_to_int(a: f64) -> i64 {
    (a as i32 as i64) ^ (a as u8 as i64) ^ (a as i64)
}

#[unsafe(no_mangle)]
pub fn int_to_float(a: i64, b: u64) -> f64 {
    a as f64 + b as f64 * 0.25 + (a as f32) as f64
}

#[unsafe(no_mangle)]
pub fn float_compare(a: f64, b: f64) -> u8 {
    u8::from(a < b) | u8::from(a <= b) << 1 | u8::from(a == b) << 2 | u8::from(a != b) << 3
        | u8::from(a.is_nan()) << 4 | u8::from(a.is_sign_negative()) << 5 | u8::from(b.is_infinite()) << 6
}

#[unsafe(no_mangle)]
pub fn float_copysign(a: f64, b: f64) -> f64 {
    a.copysign(b).mul_add(b, 1.5)
}

#[unsafe(no_mangle)]
pub fn float_bits(a: f32) -> u32 {
    a.to_bits().rotate_left(3)
}

#[unsafe(no_mangle)]
pub fn sum_u32(values: &[u32]) -> u32 {
    values.iter().fold(0, |sum: u32, value| sum.wrapping_add(*value))
}

#[unsafe(no_mangle)]
pub fn sum_checked(values: &[u32]) -> u64 {
    values.iter().map(|value| u64::from(*value)).sum()
}

#[unsafe(no_mangle)]
pub fn index_u32(values: &[u32], at: u8) -> u32 {
    values[at as usize]
}

#[unsafe(no_mangle)]
pub fn maximum(values: &[i32]) -> i64 {
    values.iter().copied().max().map_or(-1 << 40, i64::from)
}

#[unsafe(no_mangle)]
pub fn windows(values: &[i32]) -> i32 {
    let mut ups = 0;
    for pair in values.windows(2) {
        if pair[0] < pair[1] {
            ups += 1;
        }
    }
    ups
}

#[unsafe(no_mangle)]
pub fn sort_small(values: &[u32]) -> u64 {
    let mut sorted = [0u32; 8];
    for at in 0..values.len().min(8) {
        sorted[at] = values[at];
    }
    for end in 1..sorted.len() {
        let mut at = end;
        while at > 0 && sorted[at - 1] > sorted[at] {
            sorted.swap(at - 1, at);
            at -= 1;
        }
    }
    sorted.iter().fold(0, |hash: u64, value| hash.wrapping_mul(31).wrapping_add(u64::from(*value)))
}

/// A type of our own: its generic functions are in this file, not in `std`'s.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Key(u32);

#[unsafe(no_mangle)]
pub fn sort_std(values: &[u32]) -> u64 {
    let mut sorted = [Key::default(); 6];
    for at in 0..values.len().min(6) {
        sorted[at] = Key(values[at]);
    }
    sorted.sort_unstable();
    let mut hash = 0u64;
    for key in sorted {
        hash = hash.wrapping_mul(31).wrapping_add(u64::from(key.0));
    }
    hash
}

#[unsafe(no_mangle)]
pub fn search(values: &[u32], wanted: u32) -> i64 {
    match values.binary_search(&wanted) {
        Ok(at) => at as i64,
        Err(at) => -1 - at as i64,
    }
}

#[unsafe(no_mangle)]
pub fn collatz(start: u8) -> u32 {
    let mut value = u32::from(start) + 1;
    let mut steps = 0;
    while value != 1 {
        value = if value.is_multiple_of(2) { value / 2 } else { 3 * value + 1 };
        steps += 1;
    }
    steps
}

#[unsafe(no_mangle)]
pub fn fibonacci(n: u8) -> u64 {
    let (mut a, mut b) = (0u64, 1u64);
    for _ in 0..n {
        (a, b) = (b, a.wrapping_add(b));
    }
    a
}

#[unsafe(no_mangle)]
pub fn recursion(n: u8) -> u32 {
    fn ackermann(m: u32, n: u32) -> u32 {
        match (m, n) {
            (0, n) => n + 1,
            (m, 0) => ackermann(m - 1, 1),
            (m, n) => ackermann(m - 1, ackermann(m, n - 1)),
        }
    }
    ackermann(2, u32::from(n % 6))
}

#[derive(Clone, Copy)]
enum Shape {
    Circle { radius: u16 },
    Rectangle(u16, u32),
    Nothing,
}

#[inline(never)]
fn shape(kind: u8, size: u16) -> Shape {
    match kind % 3 {
        0 => Shape::Circle { radius: size },
        1 => Shape::Rectangle(size, u32::from(kind) * 1000),
        _ => Shape::Nothing,
    }
}

#[unsafe(no_mangle)]
pub fn enums(kind: u8, size: u16) -> u64 {
    match black_box(shape(kind, size)) {
        Shape::Circle { radius } => 3 * u64::from(radius) * u64::from(radius),
        Shape::Rectangle(width, height) => u64::from(width) * u64::from(height),
        Shape::Nothing => 0,
    }
}

struct Large {
    id: u8,
    values: [u32; 5],
    name: Option<u64>,
}

#[inline(never)]
fn large(id: u8, seed: u32) -> Result<Large, u16> {
    if id == 13 {
        return Err(1313);
    }
    let mut values = [seed; 5];
    for (nth, value) in values.iter_mut().enumerate() {
        *value = value.wrapping_mul(nth as u32 + 1);
    }
    Ok(Large { id, values, name: (id > 100).then_some(u64::from(seed)) })
}

#[unsafe(no_mangle)]
pub fn structs(id: u8, seed: u32) -> u64 {
    match large(id, seed) {
        Ok(large) => {
            let sum = large.values.iter().fold(0u64, |sum, value| sum + u64::from(*value));
            sum + u64::from(large.id) + large.name.unwrap_or(9)
        }
        Err(code) => u64::from(code),
    }
}

#[inline(never)]
fn small_pair(a: u8, b: u16) -> (u8, u16, bool) {
    (a.wrapping_add(1), b ^ 0x5555, a > 7)
}

#[unsafe(no_mangle)]
pub fn pairs(a: u8, b: u16) -> u32 {
    let (x, y, z) = small_pair(a, b);
    u32::from(x) + u32::from(y) * 3 + u32::from(z)
}

#[unsafe(no_mangle)]
pub fn parse_hex(data: &str) -> i128 {
    fn parse(data: &str) -> Option<u64> {
        let mut val = 0u64;
        for c in data.bytes() {
            let digit = match c {
                b'0'..=b'9' => c - b'0',
                b'a'..=b'f' => c - b'a' + 10,
                b'A'..=b'F' => c - b'A' + 10,
                _ => return None,
            };
            val = val.checked_mul(16)?;
            val = val.checked_add(digit as u64)?;
        }
        Some(val)
    }
    parse(data).map_or(-1, i128::from)
}

#[unsafe(no_mangle)]
pub fn parse_decimal(data: &str) -> i64 {
    match data.parse::<i16>() {
        Ok(value) => i64::from(value),
        Err(_) => i64::MAX,
    }
}

#[unsafe(no_mangle)]
pub fn words(data: &str) -> u32 {
    let mut count = 0;
    let mut inside = false;
    for letter in data.chars() {
        let now = letter.is_ascii_alphanumeric();
        count += u32::from(now && !inside);
        inside = now;
    }
    count
}

#[unsafe(no_mangle)]
pub fn same_ends(data: &[u8]) -> bool {
    match data {
        [] | [_] => true,
        [first, .., last] => first == last,
    }
}

#[unsafe(no_mangle)]
pub fn hash_bytes(data: &[u8]) -> u32 {
    let mut hash = 0x811c_9dc5u32;
    for byte in data {
        hash ^= u32::from(*byte);
        hash = hash.wrapping_mul(0x0100_0193);
    }
    hash
}

#[unsafe(no_mangle)]
pub fn crc(data: &[u8]) -> u32 {
    let mut crc = !0u32;
    for byte in data {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
        }
    }
    !crc
}

#[unsafe(no_mangle)]
pub fn read_le(data: &[u8]) -> u64 {
    let mut total = 0u64;
    for chunk in data.chunks_exact(4) {
        total = total.wrapping_add(u64::from(u32::from_le_bytes([chunk[0], chunk[1], chunk[2], chunk[3]])));
    }
    total
}

#[unsafe(no_mangle)]
pub fn reversed(data: &[u8]) -> u64 {
    let mut buffer = [0u8; 16];
    let len = data.len().min(16);
    for at in 0..len {
        buffer[at] = data[at];
    }
    buffer[..len].reverse();
    u64::from_be_bytes(buffer[..8].try_into().unwrap())
}

#[unsafe(no_mangle)]
pub fn equal(a: &[u8], b: &[u8]) -> bool {
    a == b
}

trait Animal {
    fn legs(&self) -> u32;
}

struct Bird(u32);
struct Snake;

impl Animal for Bird {
    fn legs(&self) -> u32 {
        self.0.wrapping_mul(2)
    }
}

impl Animal for Snake {
    fn legs(&self) -> u32 {
        0
    }
}

#[unsafe(no_mangle)]
pub fn dynamic(kind: u8, count: u32) -> u32 {
    let bird = Bird(count);
    let animal: &dyn Animal = if kind % 2 == 0 { &bird } else { &Snake };
    black_box(animal).legs()
}

#[unsafe(no_mangle)]
pub fn boxed(kind: u8, count: u32) -> u32 {
    let animal: Box<dyn Animal> = if kind % 2 == 0 { Box::new(Bird(count)) } else { Box::new(Snake) };
    let twice = Box::new(animal.legs());
    *twice ^ 1
}

#[unsafe(no_mangle)]
pub fn closures(a: u32, b: u32) -> u32 {
    let mut total = 0u32;
    let mut add = |value: u32| total = total.wrapping_add(value ^ b);
    for step in 0..a % 10 {
        add(step);
    }
    total
}

#[unsafe(no_mangle)]
pub fn cells(a: u32) -> u32 {
    use std::cell::Cell;
    use std::sync::atomic::{AtomicU32, Ordering};
    let cell = Cell::new(a);
    let atomic = AtomicU32::new(cell.replace(5));
    let old = atomic.fetch_add(cell.get(), Ordering::AcqRel);
    let _ = atomic.compare_exchange(old.wrapping_add(5), 77, Ordering::SeqCst, Ordering::Relaxed);
    atomic.fetch_max(a, Ordering::Relaxed).wrapping_add(atomic.load(Ordering::Acquire))
}

#[unsafe(no_mangle)]
pub fn unwrapped(a: u8) -> u8 {
    a.checked_sub(100).expect("less than a hundred")
}

#[unsafe(no_mangle)]
pub fn matches(a: u32) -> u32 {
    match a {
        0 => 7,
        1..=9 => a * 2,
        10 | 20 | 30 => 1,
        x if x % 3 == 0 => x / 3,
        100..=1000 => 1000 - a,
        _ => a >> 7,
    }
}

#[unsafe(no_mangle)]
pub fn table(a: u8) -> u32 {
    const TABLE: [u32; 16] = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3];
    static NAMES: [&str; 3] = ["one", "two", "three"];
    TABLE[usize::from(a) % 16] + NAMES[usize::from(a) % 3].len() as u32
}

#[unsafe(no_mangle)]
pub fn matrix(a: i32, b: i32) -> i32 {
    let mut left = [[a, b, 1], [2, a, b], [b, 3, a]];
    let right = left;
    for row in 0..3 {
        for column in 0..3 {
            left[row][column] = (0..3).fold(0, |sum: i32, at| {
                sum.wrapping_add(right[row][at].wrapping_mul(right[at][column]))
            });
        }
    }
    left[0][0] ^ left[1][2] ^ left[2][1]
}
