//! The hashes in the names of compiled files.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// The digits in a file's name: `libconsole-0123456789abcdef.rmeta`. Of a name without, its own.
pub(super) type Hash = u64;
/// How many digits.
pub(super) const DIGITS: usize = 16;

/// Hashes need no hashing. Macros are not optimized, whatever the profile, and std's hasher is slow then.
#[derive(Default)]
pub(super) struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, _: &[u8]) {}
    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

pub(super) type Set = HashSet<Hash, BuildHasherDefault<AsItIs>>;
pub(super) type Map<T> = HashMap<Hash, T, BuildHasherDefault<AsItIs>>;

/// The hash that a text begins with.
pub(super) fn leading_hash(text: &[u8]) -> Option<Hash> {
    let mut hash = 0;
    for digit in text.get(..DIGITS)? {
        let value = match digit {
            b'0'..=b'9' => digit - b'0',
            b'a'..=b'f' => digit - b'a' + 10,
            _ => return None,
        };
        hash = hash << 4 | Hash::from(value);
    }
    Some(hash)
}
