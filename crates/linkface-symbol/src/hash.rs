//! The stable hash that makes symbols unique.

/// FNV-1a's 64-bit offset basis.
const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
/// FNV's 64-bit prime.
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// A 64-bit hash of `parts`: the same on every platform and in every release of this crate.
///
/// Two crates compiled years apart have to arrive at the same symbol, which rules out `std`'s
/// hashers: theirs may change with any release. This is [FNV-1a] over each part's length (eight
/// bytes, little-endian) and then its UTF-8 bytes. The length keeps `["ab", "c"]` and `["a", "bc"]`
/// apart.
///
/// FNV is enough here. A symbol spells out crate, version and path, so only items that agree in all
/// three rely on the hash, and nobody gains by making their own two items collide.
///
/// ```
/// use linkface_symbol::hash;
///
/// assert_eq!(hash(&["console", "write"]), 0x2987_9458_448a_e8f9);
/// assert_ne!(hash(&["ab", "c"]), hash(&["a", "bc"]));
/// ```
///
/// [FNV-1a]: http://www.isthe.com/chongo/tech/comp/fnv/
#[must_use]
pub fn hash(parts: &[&str]) -> u64 {
    parts.iter().fold(BASIS, |state, part| {
        let length = part.len() as u64;
        fnv1a(fnv1a(state, &length.to_le_bytes()), part.as_bytes())
    })
}

fn fnv1a(state: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(state, |state, byte| {
        (state ^ u64::from(*byte)).wrapping_mul(PRIME)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fnv_agrees_with_its_published_test_vectors() {
        assert_eq!(fnv1a(BASIS, b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv1a(BASIS, b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fnv1a(BASIS, b"foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn hashes_never_change() {
        assert_eq!(hash(&[]), BASIS);
        assert_eq!(hash(&[""]), 0xa8c7_f832_281a_39c5);
        assert_eq!(hash(&["a", "bc"]), 0xba1e_1f0e_0704_d8ea);
        assert_eq!(hash(&["ab", "c"]), 0x7e60_470b_f599_cad6);
        assert_eq!(hash(&["größe"]), 0x1e31_bf59_842c_4657);
    }
}
